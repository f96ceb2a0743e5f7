/// What leaves the vault, so that others can check it.
@NullMarked
package org.taniq.tell;

import org.jspecify.annotations.NullMarked;
