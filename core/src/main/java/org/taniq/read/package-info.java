/// Sealed bytes become records in the words of ActivityStreams 2.0. [Reading] is the front door; what a record is
/// stands in the room `read.record`, and each family of formats has a room of its own.
@NullMarked
package org.taniq.read;

import org.jspecify.annotations.NullMarked;
