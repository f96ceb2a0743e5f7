/// Tampering becomes visible: blobs, leaves, logs, keys and the checks on them. How bytes are encrypted
/// stands in `base.age`, how pixels are read and written in `base.png`.
@NullMarked
package org.taniq.seal;

import org.jspecify.annotations.NullMarked;
