/// Tampering becomes visible: blobs, leaves, logs, keys and the checks on them.
@NullMarked
package org.taniq.seal;

import org.jspecify.annotations.NullMarked;
