package org.taniq.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.taniq.read.overlap.Chats;
import org.taniq.read.record.Ledger;
import org.taniq.seal.Pointer;

/// What was read out of an item.
///
/// @param records how many are findable now
/// @param chats what can be compared of each reading, as far as anything can
public record ReadItem(Ledger ledger, List<Pointer> readings, long records, SequencedMap<Pointer, Chats> chats) {
    public ReadItem {
        readings = List.copyOf(readings);
        chats = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(chats));
    }
}
