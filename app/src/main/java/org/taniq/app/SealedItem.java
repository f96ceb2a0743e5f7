package org.taniq.app;

import java.io.IOException;
import java.util.List;
import org.taniq.acquire.Item;
import org.taniq.base.Digest;
import org.taniq.read.SealedReading;
import org.taniq.read.file.MediaType;
import org.taniq.seal.Pointer;

/// What became of an item that was to be sealed.
public sealed interface SealedItem {

    Item item();

    /// Whether something of it is in the vault, now or since before, or there was nothing in it.
    default boolean isKept() {
        return switch (this) {
            case New _, Again _ -> true;
            case Parts parts ->
                !parts.texts().isEmpty()
                        || !parts.again().isEmpty()
                        || parts.left().isNothing();
            case Refused _, NotSealed _ -> false;
        };
    }

    /// It is sealed.
    ///
    /// @param sources where it, and the members of an archive, stand in the log
    record New(Item item, String mediaType, Digest sha256, SealedReading.Sources sources) implements SealedItem {}

    /// The same bytes were sealed from here before, as statement `index`.
    record Again(Item item, long index) implements SealedItem {}

    /// The case takes no pictures, videos or sounds, and this is no plain text, or one into which something
    /// else is packed; nothing of it was taken.
    record Refused(Item item, String mediaType) implements SealedItem {
        /// Whether it is a text into which something else is packed.
        public boolean isPacked() {
            return mediaType.equals(MediaType.PLAIN_TEXT);
        }
    }

    /// Of an archive only the members that are text were taken; they are sealed one by one.
    ///
    /// @param again those that were sealed before, as which statements
    record Parts(Item item, List<Pointer> texts, List<Long> again, Left left) implements SealedItem {
        public Parts {
            texts = List.copyOf(texts);
            again = List.copyOf(again);
        }
    }

    /// What of an archive was not taken.
    ///
    /// @param members how many, as far as they are listed or counted
    /// @param damaged how many of these are damaged or cut off
    /// @param complete whether the archive is whole, so that no others may be missing
    /// @param named the first of them that have a name
    record Left(long members, long damaged, boolean complete, List<LeftOut> named) {
        public Left {
            named = List.copyOf(named);
        }

        boolean isNothing() {
            return members == 0 && complete;
        }
    }

    /// A file of an archive that was not taken.
    ///
    /// @param mediaType empty where its bytes could not be looked at
    record LeftOut(String name, String mediaType) {
        /// Whether it is a text into which something else is packed.
        public boolean isPacked() {
            return mediaType.equals(MediaType.PLAIN_TEXT);
        }
    }

    /// It could not be sealed, and nothing of it counts as sealed.
    record NotSealed(Item item, IOException why) implements SealedItem {}
}
