/// The search index: an encrypted directory of Lucene, what is written into it, and how it is asked.
@NullMarked
package org.taniq.read.index;

import org.jspecify.annotations.NullMarked;
