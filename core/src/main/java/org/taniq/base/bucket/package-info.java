/// Files in a bucket on another computer (the protocol of Amazon's S3, which many providers and MinIO speak): read
/// as a folder is, and written as a [org.taniq.base.Destination].
///
/// Nobody is asked but the address that is handed in: no service for keys or regions, no proxy of the system. What
/// is told of this computer is its network address, and when. Keys to a bucket are read where the tools of
/// Amazon look for them, and are in no message.
@NullMarked
package org.taniq.base.bucket;

import org.jspecify.annotations.NullMarked;
