/// Programs of others, run beside this one on bytes that may be hostile, so that a fault of theirs ends nothing but
/// themselves. [Child] is the front door.
@NullMarked
package org.taniq.base.child;

import org.jspecify.annotations.NullMarked;
