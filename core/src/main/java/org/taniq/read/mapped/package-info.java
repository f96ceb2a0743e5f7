/// Tables and JSON of any program, read by a mapping: which member or column is the text, who wrote it, and when.
@NullMarked
package org.taniq.read.mapped;

import org.jspecify.annotations.NullMarked;
