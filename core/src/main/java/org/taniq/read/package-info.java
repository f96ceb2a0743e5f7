/// Sealed bytes become records in the words of ActivityStreams 2.0.
@NullMarked
package org.taniq.read;

import org.jspecify.annotations.NullMarked;
