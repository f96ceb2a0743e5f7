package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.taniq.base.Trouble;
import org.taniq.read.Records;
import org.taniq.read.overlap.Chats;
import org.taniq.read.overlap.Export;
import org.taniq.read.overlap.Overlap;
import org.taniq.seal.Gap;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// The exports of chats in a case, as far as they are compared: people export again each evening, and what
/// is gone or changed then is evidence. Each is opened once, and only once another of its format is added.
final class Exports {
    private final String own;
    private final View view;
    private final Map<Of, SequencedMap<Pointer, Export>> known = new HashMap<>();
    private final Set<String> looked = new HashSet<>();

    /// @param own the log of the readings that are compared
    Exports(String own, View view) {
        this.own = own;
        this.view = view;
    }

    /// A chat of a format; in formats that hold one chat a file, any.
    private record Of(String family, String chat) {}

    /// For each chat of each reading the latest that was added before it and is the same, those of two readings
    /// together.
    List<Overlapping> of(ReadItem read, Index.Unlocking unlocking) throws IOException {
        var found = new ArrayList<Overlapping>();
        for (var reading : read.chats().entrySet()) {
            String family = reading.getValue().family();
            if (looked.add(family)) {
                look(unlocking.unlocked(), family, read.readings().getFirst());
            }
            for (var chat : reading.getValue().all().entrySet()) {
                if (chat.getValue().isTimed()) {
                    var before = of(family, chat.getKey());
                    found.addAll(latest(before, reading.getKey(), chat.getValue()));
                    before.put(reading.getKey(), chat.getValue());
                }
            }
        }
        return Overlapping.together(found);
    }

    private SequencedMap<Pointer, Export> of(String family, String chat) {
        return known.computeIfAbsent(new Of(family, chat), _ -> new LinkedHashMap<>());
    }

    private static List<Overlapping> latest(SequencedMap<Pointer, Export> known, Pointer now, Export export) {
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
        var known = Overlapping.of(before, now.getKey(), comparison);
        return now.getValue().endsWith(before.getValue()) ? ofEqualEnds(before, now, comparison) : List.of(known);
    }

    /// Where both end alike, the one that says what was deleted or edited is the later one: nothing that was
    /// deleted comes back.
    private static List<Overlapping> ofEqualEnds(
            Map.Entry<Pointer, Export> one, Map.Entry<Pointer, Export> other, Overlap.Comparison forward) {
        var backward = Overlap.compare(other.getValue(), one.getValue());
        boolean same = forward.losesNothing() && backward.losesNothing();
        if (same || forward.tellsOfMarks() && !backward.tellsOfMarks()) {
            return List.of(Overlapping.of(one, other.getKey(), forward));
        }
        if (backward.tellsOfMarks() && !forward.tellsOfMarks()) {
            return List.of(Overlapping.of(other, one.getKey(), backward));
        }
        return List.of(
                Overlapping.ofEqualEnds(one, other.getKey(), forward),
                Overlapping.ofEqualEnds(other, one.getKey(), backward));
    }

    private void look(Unlocked vault, String family, Pointer before) throws IOException {
        for (var reading : vault.readings()) {
            var pointer = reading.pointer();
            boolean isEarlier = pointer.log().equals(own) && pointer.index() < before.index();
            var chats = Chats.of(Records.text(reading.value("parser")));
            if (isEarlier && chats.isPresent() && chats.get().family().equals(family)) {
                look(vault, reading, chats.get());
            }
        }
    }

    /// One that cannot be read is told, and not compared.
    private void look(Unlocked vault, Unlocked.Sealed reading, Chats chats) throws IOException {
        try {
            vault.trees().rows(reading, "records", (number, row) -> chats.add(number, Records.activity(row)));
            chats.all().forEach((chat, export) -> of(chats.family(), chat).put(reading.pointer(), export));
        } catch (Trouble damaged) {
            view.tell(Gap.of(reading.pointer().log(), damaged));
        }
    }
}
