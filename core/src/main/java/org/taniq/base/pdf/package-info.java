/// PDFs of strangers: opened without looking for fonts on the computer, and what their pages show, bounded.
@NullMarked
package org.taniq.base.pdf;

import org.jspecify.annotations.NullMarked;
