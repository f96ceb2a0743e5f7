package org.taniq.app;

import java.util.List;
import org.taniq.read.chat.Export;
import org.taniq.read.record.Ledger;
import org.taniq.seal.Pointer;

/// What was read out of an item.
///
/// @param records how many are findable now
/// @param exports what can be compared of each reading
public record ReadItem(Ledger ledger, List<Pointer> readings, long records, List<Export> exports) {
    public ReadItem {
        readings = List.copyOf(readings);
        exports = List.copyOf(exports);
    }
}
