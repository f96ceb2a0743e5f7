package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.taniq.base.Trouble;
import org.taniq.read.Records;
import org.taniq.read.overlap.Chats;
import org.taniq.read.overlap.Export;
import org.taniq.seal.Gap;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// The exports of chats in a case, as far as they are compared: people export again each evening, and what
/// is gone or changed then is evidence. Each is opened once, and only once another of its format is added.
final class Exports {
    private final String own;
    private final View view;
    private final Map<Of, SequencedMap<Pointer, Chats>> known = new HashMap<>();
    private final Set<String> looked = new HashSet<>();

    /// @param own the log of the readings that are compared
    Exports(String own, View view) {
        this.own = own;
        this.view = view;
    }

    /// A chat of a format; in formats that hold one chat a file, any.
    private record Of(String family, String chat) {}

    /// One of two exports.
    private record One(Pointer reading, Chats chats) {}

    /// For each chat of each reading the latest that was added before with another item and is the same, those of two
    /// readings together.
    List<Overlapping> of(ReadItem read, Index.Unlocking unlocking) throws IOException {
        var found = new ArrayList<Overlapping>();
        for (var reading : read.chats().entrySet()) {
            var now = new One(reading.getKey(), reading.getValue());
            String family = now.chats().family();
            if (looked.add(family)) {
                look(unlocking.unlocked(), family, read.readings().getFirst());
            }
            for (var chat : now.chats().all().entrySet()) {
                if (chat.getValue().isTimed()) {
                    found.addAll(latest(known(family, chat.getKey()), now, chat.getKey()));
                }
            }
        }
        read.chats().forEach(this::remember);
        return Overlapping.together(found);
    }

    private SequencedMap<Pointer, Chats> known(String family, String chat) {
        return known.computeIfAbsent(new Of(family, chat), _ -> new LinkedHashMap<>());
    }

    private void remember(Pointer reading, Chats chats) {
        for (var chat : chats.all().entrySet()) {
            if (chat.getValue().isTimed()) {
                known(chats.family(), chat.getKey()).put(reading, chats);
            }
        }
    }

    private static List<Overlapping> latest(SequencedMap<Pointer, Chats> known, One now, String chat) {
        for (var before : known.sequencedEntrySet().reversed()) {
            if (!export(before.getValue(), chat).touches(export(now.chats(), chat))) {
                continue;
            }
            var found = compared(new One(before.getKey(), before.getValue()), now, chat);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static Export export(Chats chats, String chat) {
        return Objects.requireNonNull(chats.all().get(chat), "a chat that is known");
    }

    /// The one that ends earlier, with all its chats, was made earlier.
    private static List<Overlapping> compared(One before, One now, String chat) {
        if (now.chats().endsBefore(before.chats())) {
            return compared(now, before, chat);
        }
        var comparison = before.chats().compare(chat, now.chats());
        if (!comparison.overlaps()) {
            return List.of();
        }
        var overlapping = new Overlapping.Two(before.reading(), now.reading(), export(before.chats(), chat));
        return now.chats().endsWith(before.chats())
                ? ofEqualEnds(before, now, chat)
                : List.of(Overlapping.of(overlapping, comparison));
    }

    /// Where both end alike, the one that says what was deleted or edited is the later one: nothing that was
    /// deleted comes back.
    private static List<Overlapping> ofEqualEnds(One one, One other, String chat) {
        var forward = one.chats().compare(chat, other.chats());
        var backward = other.chats().compare(chat, one.chats());
        var inOrder = new Overlapping.Two(one.reading(), other.reading(), export(one.chats(), chat));
        var turned = new Overlapping.Two(other.reading(), one.reading(), export(other.chats(), chat));
        boolean same = forward.losesNothing() && backward.losesNothing();
        if (same || forward.tellsOfMarks() && !backward.tellsOfMarks()) {
            return List.of(Overlapping.of(inOrder, forward));
        }
        if (backward.tellsOfMarks() && !forward.tellsOfMarks()) {
            return List.of(Overlapping.of(turned, backward));
        }
        return List.of(Overlapping.ofEqualEnds(inOrder, forward), Overlapping.ofEqualEnds(turned, backward));
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
            remember(reading.pointer(), chats);
        } catch (Trouble damaged) {
            view.tell(Gap.of(reading.pointer().log(), damaged));
        }
    }
}
