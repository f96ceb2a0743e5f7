/// HTML pages, read as evidence: their words with their places in the source, and what of them is hidden. A page is
/// parsed as browsers do it (jsoup), within bounds; nothing in it is run, fetched or changed. [HtmlPage] is the front
/// door.
@NullMarked
package org.taniq.base.html;

import org.jspecify.annotations.NullMarked;
