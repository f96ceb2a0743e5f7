/// What was captured of the web: archives (WARC 1.0 and 1.1, ISO 28500; ARC; WACZ, a ZIP archive around them), what
/// a browser's tools noted (HAR), and pages that somebody saved (MHTML, HTML). [WarcFile], [WaczPackage],
/// [WaczPages], [HarFile], [MhtmlFile] and [HtmlFile] are the front doors.
@NullMarked
package org.taniq.read.web;

import org.jspecify.annotations.NullMarked;
