package org.taniq.app;

import java.util.List;

/// What became of one file that was added.
///
/// @param read what was read of it, or of its parts; nothing where there was nothing to read
public record Added(SealedItem sealed, List<AfterReading> read) {
    public Added {
        read = List.copyOf(read);
    }
}
