/// What two exports of one chat share, and what became of the rest: people export again each evening. [Chats] keeps
/// what
/// is compared of a reading, [Overlap] compares.
@NullMarked
package org.taniq.read.overlap;

import org.jspecify.annotations.NullMarked;
