package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.read.Records;
import org.taniq.read.chat.Export;
import org.taniq.read.chat.Overlap;
import org.taniq.seal.Gap;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// The exports of chats in a case, as far as they are compared: people export again each evening, and what
/// is gone or changed then is evidence. Each is opened once.
final class Exports {
    private final String own;
    private final View view;
    private final SequencedMap<Pointer, Export> known = new LinkedHashMap<>();
    private boolean looked;

    /// @param own the log of the readings that are compared
    Exports(String own, View view) {
        this.own = own;
        this.view = view;
    }

    /// For each reading the latest that was added before it and is of the same chat.
    List<Overlapping> of(ReadItem read, Index.Unlocking unlocking) throws IOException {
        if (!looked) {
            look(unlocking.unlocked(), read.readings().getFirst());
        }
        var found = new ArrayList<Overlapping>();
        for (int part = 0; part < read.exports().size(); part++) {
            if (read.exports().get(part).isTimed()) {
                var now = read.readings().get(part);
                found.addAll(latest(now, read.exports().get(part)));
                known.put(now, read.exports().get(part));
            }
        }
        return found;
    }

    private List<Overlapping> latest(Pointer now, Export export) {
        for (var before : known.sequencedEntrySet().reversed()) {
            if (!before.getValue().touches(export)) {
                continue;
            }
            var found = compared(before, Map.entry(now, export));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /// The one that ends earlier was made earlier.
    private static List<Overlapping> compared(Map.Entry<Pointer, Export> before, Map.Entry<Pointer, Export> now) {
        if (now.getValue().endsBefore(before.getValue())) {
            return compared(now, before);
        }
        var comparison = Overlap.compare(before.getValue(), now.getValue());
        if (!comparison.overlaps()) {
            return List.of();
        }
        var known = Overlapping.of(before.getKey(), now.getKey(), comparison);
        return now.getValue().endsWith(before.getValue()) ? ofEqualEnds(before, now, comparison) : List.of(known);
    }

    /// Where both end alike, the one that says what was deleted or edited is the later one: nothing that was
    /// deleted comes back.
    private static List<Overlapping> ofEqualEnds(
            Map.Entry<Pointer, Export> one, Map.Entry<Pointer, Export> other, Overlap.Comparison forward) {
        var backward = Overlap.compare(other.getValue(), one.getValue());
        boolean same = forward.losesNothing() && backward.losesNothing();
        if (same || forward.tellsOfMarks() && !backward.tellsOfMarks()) {
            return List.of(Overlapping.of(one.getKey(), other.getKey(), forward));
        }
        if (backward.tellsOfMarks() && !forward.tellsOfMarks()) {
            return List.of(Overlapping.of(other.getKey(), one.getKey(), backward));
        }
        return List.of(
                Overlapping.ofEqualEnds(one.getKey(), other.getKey(), forward),
                Overlapping.ofEqualEnds(other.getKey(), one.getKey(), backward));
    }

    private void look(Unlocked vault, Pointer before) throws IOException {
        looked = true;
        for (var reading : vault.readings()) {
            var pointer = reading.pointer();
            boolean isEarlier = pointer.log().equals(own) && pointer.index() < before.index();
            if (isEarlier && reading.value("parser").equals(Json.of("whatsapp-text/1"))) {
                look(vault, reading);
            }
        }
    }

    /// One that cannot be read is told, and not compared.
    private void look(Unlocked vault, Unlocked.Sealed reading) throws IOException {
        var export = new Export();
        try {
            vault.trees().rows(reading, "records", (_, row) -> export.add(Records.activity(row)));
            known.put(reading.pointer(), export);
        } catch (Trouble damaged) {
            view.tell(Gap.of(reading.pointer().log(), damaged));
        }
    }
}
