package org.taniq.seal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.NotGiven;
import org.taniq.base.Said;
import org.taniq.seal.stamp.Revocation;

/// The time-stamps of one log, made again from the copies that hold it: each from the first copy in which it holds,
/// else
/// as the first has it. What is kept of revocation stands for itself: what holds is taken from every copy, and what
/// holds nowhere as the first has it.
final class RestoredStamps {
    private final LogFolder log;
    private final List<Remains> copies;
    private final Checked checked;
    private final String id;

    RestoredStamps(LogFolder log, List<Remains> copies, Checked checked) {
        this.log = log;
        this.copies = copies;
        this.checked = checked;
        this.id = log.key().id();
    }

    void restore() throws IOException {
        for (var place : places().entrySet()) {
            restore(place.getKey(), place.getValue());
        }
    }

    /// Where stamps are, as `time/<size>/<n>/`, and in which copies.
    private Map<String, SequencedSet<Remains>> places() {
        var places = new TreeMap<String, SequencedSet<Remains>>();
        for (var copy : copies) {
            for (var file : files(copy, "time/")) {
                String place = file.substring(0, file.lastIndexOf('/') + 1);
                places.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(copy);
            }
        }
        return places;
    }

    private List<String> files(Remains copy, String start) {
        return copy.moment().files().ofLog(id).stream()
                .filter(file -> file.startsWith(start))
                .toList();
    }

    private void restore(String place, SequencedSet<Remains> there) throws IOException {
        var held = new ArrayList<StampFolder.Judged>();
        var first = there.getFirst();
        for (var copy : there) {
            if (held.isEmpty()) {
                judged(place, copy).ifPresent(held::add);
                first = held.isEmpty() ? first : copy;
            }
        }
        for (var file : files(first, place)) {
            if (!isOfRevocation(file)) {
                raw(first, file);
            }
        }
        var order = new LinkedHashSet<Remains>();
        order.add(first);
        order.addAll(there);
        new OfRevocation(place, held).restore(order);
    }

    private Optional<StampFolder.Judged> judged(String place, Remains copy) throws IOException {
        try {
            return Optional.of(at(place, copy).judge(log));
        } catch (Altered | NotGiven | NoSuchFileException broken) {
            return Optional.empty();
        }
    }

    private StampFolder at(String place, Remains copy) {
        return StampFolder.at(copy.vault().logFolder(id), place);
    }

    private static boolean isOfRevocation(String file) {
        return StampFolder.isOfRevocation(file.substring(file.lastIndexOf('/') + 1));
    }

    private void raw(Remains copy, String file) throws IOException {
        copy.files().raw(name(file));
    }

    private String name(String file) {
        return "log/" + id + "/" + file;
    }

    /// The lists and answers of one stamp.
    private final class OfRevocation {
        private final String place;
        private final List<StampFolder.Judged> held;
        private final Set<String> names = new HashSet<>();
        private final Set<Digest> taken = new HashSet<>();

        /// @param held the stamp, where it holds anywhere
        OfRevocation(String place, List<StampFolder.Judged> held) {
            this.place = place;
            this.held = held;
        }

        void restore(SequencedSet<Remains> there) throws IOException {
            for (var copy : there) {
                for (var file : ofRevocation(copy)) {
                    take(copy, file);
                }
            }
            for (var copy : there) {
                for (var file : ofRevocation(copy)) {
                    if (names.add(file)) {
                        raw(copy, file);
                    }
                }
            }
        }

        private List<String> ofRevocation(Remains copy) {
            return files(copy, place).stream()
                    .filter(RestoredStamps::isOfRevocation)
                    .toList();
        }

        /// Two copies may have others under the same name, where both went on by themselves.
        private void take(Remains copy, String file) throws IOException {
            var found = holding(copy, file);
            if (found.isEmpty() || !taken.add(Digest.of(found.get().bytes()))) {
                return;
            }
            if (names.add(file)) {
                raw(copy, file);
                return;
            }
            for (var name : StampFolder.namesFor(found.get())) {
                if (names.add(place + name)) {
                    copy.files().put(name(place + name), found.get().bytes());
                    return;
                }
            }
            checked.unknown("time", Said.of("there are too many revocation lists in {folder}", "folder", place));
        }

        private Optional<Revocation> holding(Remains copy, String file) throws IOException {
            try {
                var found = at(place, copy).revocation(file.substring(place.length()));
                return held.stream().anyMatch(stamp -> stamp.of(found).isPresent())
                        ? Optional.of(found)
                        : Optional.empty();
            } catch (Altered | NotGiven | NoSuchFileException broken) {
                return Optional.empty();
            }
        }
    }
}
