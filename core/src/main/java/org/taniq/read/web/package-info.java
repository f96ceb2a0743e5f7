/// Archives of the web: WARC 1.0 and 1.1 (ISO 28500) and ARC, and WACZ, a ZIP archive around them. [WarcFile],
/// [WaczPackage] and [WaczPages] are the front doors.
@NullMarked
package org.taniq.read.web;

import org.jspecify.annotations.NullMarked;
