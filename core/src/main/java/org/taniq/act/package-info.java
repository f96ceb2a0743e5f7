/// What can be done, by when and on what ground; and the proof that it was done.
@NullMarked
package org.taniq.act;

import org.jspecify.annotations.NullMarked;
