/// Bytes that are sent in the form of mail (RFC 2045 to 2047, 2231): their parts within one another, each as it is
/// meant, and their fields. Mails have it, and pages that browsers save. [PartWalk] is the front door.
@NullMarked
package org.taniq.base.mime;

import org.jspecify.annotations.NullMarked;
