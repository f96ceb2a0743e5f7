/// Bytes in, unchanged, streamed into a sink that the caller hands in.
@NullMarked
package org.taniq.acquire;

import org.jspecify.annotations.NullMarked;
