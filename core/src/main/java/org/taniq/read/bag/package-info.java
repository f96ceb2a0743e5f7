/// Bags: folders with a list of their files and digests (BagIt, RFC 8493, and the drafts 0.93 to 0.97 before it), as
/// archives and libraries hand them on. [BagFile] is the front door.
@NullMarked
package org.taniq.read.bag;

import org.jspecify.annotations.NullMarked;
