/// What kind of file bytes are, and the file as a whole as one record: what is left where no parser knows a format.
@NullMarked
package org.taniq.read.file;

import org.jspecify.annotations.NullMarked;
