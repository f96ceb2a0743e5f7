/// age files (C2SP age, v1) for one X25519 key or one passphrase, read strictly: what a stranger altered is
/// told from what was locked for somebody else. [Passphrase], [Recipient] and [Identity] are the front
/// doors.
@NullMarked
package org.taniq.base.age;

import org.jspecify.annotations.NullMarked;
