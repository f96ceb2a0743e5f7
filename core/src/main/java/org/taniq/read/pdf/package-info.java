/// PDFs: the words of their pages, and what they say of themselves.
@NullMarked
package org.taniq.read.pdf;

import org.jspecify.annotations.NullMarked;
