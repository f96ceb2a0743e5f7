package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;
import org.taniq.seal.Group;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;
import org.taniq.seal.Vault;

/// Reads an item and seals every record as it comes: one `reading/2` for each part that a parser reads.
public final class SealedReading {
    private final Group group;
    private final Sources sources;
    private final Watcher watcher;
    private final List<Part> parts = new ArrayList<>();

    /// Where the things that are read were sealed.
    ///
    /// @param item the file
    /// @param members the members of an archive, and of archives in it, that can be read to their end
    /// @param by which program sealed them
    public record Sources(Pointer item, Map<Spot.Member, Pointer> members, By by) {
        public Sources {
            members = Collections.unmodifiableMap(new HashMap<>(members));
        }

        /// Sealed by this program.
        public Sources(Pointer item, Map<Spot.Member, Pointer> members) {
            this(item, members, By.THIS);
        }

        /// Which program sealed the members.
        public enum By {
            /// This one: what it did not seal cannot be read to its end.
            THIS,
            /// Another version, which may know fewer kinds of archives, or not open those that lie in others.
            ANOTHER
        }

        /// Members that are sealed can be read to their end. Others may be all the same, where another program sealed
        /// the file and did not look into the archive that they lie in.
        public Reading.CanBeRead readable() {
            var lookedInto = new HashSet<List<Integer>>();
            members.keySet().forEach(member -> lookedInto.add(around(member)));
            return (place, member) -> members.containsKey(place)
                    || by == By.ANOTHER && member.whole() && !lookedInto.contains(around(place));
        }

        private static List<Integer> around(Spot.Member member) {
            return member.path().subList(0, member.path().size() - 1);
        }

        /// A member that cannot be read to its end is no item: the nearest archive around it that is one is named, and
        /// which member of it this is.
        private Json at(Spot place) {
            if (!(place instanceof Spot.Member(List<Integer> path))) {
                return item.json();
            }
            for (int length = path.size(); length > 0; length--) {
                var around = Optional.ofNullable(members.get(new Spot.Member(path.subList(0, length))));
                if (around.isPresent()) {
                    return in(around.get(), path.subList(length, path.size()));
                }
            }
            return in(item, path);
        }

        private static Json in(Pointer around, List<Integer> way) {
            var members = new LinkedHashMap<String, Json>(around.json().members());
            if (!way.isEmpty()) {
                members.put("member", ItemStatement.Place.way(way));
            }
            return new Json.Obj(members);
        }
    }

    /// Sees every record while it is sealed.
    @FunctionalInterface
    public interface Watcher {
        void record(At at, Activity activity) throws IOException;

        /// A record's place among those of an item.
        ///
        /// @param part the number of the reading, from 0
        /// @param parser of the reading
        /// @param number of the record in that reading
        record At(int part, String parser, long number) {}
    }

    /// What was read, to be committed with the group.
    ///
    /// @param readings one for each part, in the order in which the watcher counted them
    public record Read(Ledger ledger, List<Pointer> readings) {
        public Read {
            readings = List.copyOf(readings);
        }
    }

    private SealedReading(Group group, Sources sources, Watcher watcher) {
        this.group = group;
        this.sources = sources;
        this.watcher = watcher;
    }

    /// Reads the bytes of an item.
    @FunctionalInterface
    public interface How {
        Reading read(Reading.Sinks sinks) throws IOException;
    }

    /// Reads an item into the group.
    public static Read into(Group group, Sources sources, Watcher watcher, How how) throws IOException {
        var sealing = new SealedReading(group, sources, watcher);
        var reading = how.read(sealing::begin);
        var readings = new ArrayList<Pointer>();
        for (int i = 0; i < sealing.parts.size(); i++) {
            readings.add(sealing.parts.get(i).finish(reading.parts().get(i).ledger()));
        }
        return new Read(reading.ledger(), readings);
    }

    /// The first part is the archive itself, which goes on to its end; its members come one after another. An archive
    /// in
    /// it has rows of its own only where nothing in it has.
    private Sink begin(Reading.Part of) throws IOException {
        if (parts.size() > 1) {
            parts.getLast().records.hasAllRows();
        }
        var statement = Statement.of("reading/2").with("parser", of.parser());
        var part = new Part(parts.size(), of, statement, group.grow(statement, "records"));
        parts.add(part);
        return part;
    }

    private final class Part implements Sink {
        private final int number;
        private final String parser;
        private final Statement statement;
        private final Group.Growing records;
        private final SequencedMap<String, Long> skipped = new TreeMap<>();
        private final List<Json> items = new ArrayList<>();

        private Part(int number, Reading.Part of, Statement statement, Group.Growing records) {
            this.number = number;
            this.parser = of.parser();
            this.items.add(sources.at(of.place()));
            this.statement = statement;
            this.records = records;
        }

        @Override
        public void read(Activity activity) throws IOException {
            var row = Records.row(activity, sources.members());
            watcher.record(new Watcher.At(number, parser, records.size()), activity);
            records.row(row);
        }

        @Override
        public void unread(Unread unread) {
            skipped.merge(unread.why().word(), 1L, Long::sum);
        }

        /// Whoever erases either erases the reading.
        @Override
        public void together(Spot.Member with) {
            items.add(sources.at(with));
        }

        private Pointer finish(Ledger ledger) throws IOException {
            statement
                    .with("items", Json.of(items))
                    .with("settings", settings(ledger))
                    .with(
                            "skipped",
                            Json.object()
                                    .put(
                                            "count",
                                            skipped.values().stream()
                                                    .mapToLong(Long::longValue)
                                                    .sum())
                                    .put("reasons", skipped)
                                    .build());
            return records.finish();
        }

        private static Json settings(Ledger ledger) {
            return Json.object()
                    .put("dateOrder", Json.orNull(ledger.dateOrder()))
                    .put("format", ledger.format())
                    .put("program", Vault.PROGRAM)
                    .put("warnings", Json.strings(ledger.warningsInEnglish()))
                    .build();
        }
    }
}
