package org.taniq.read.overlap;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/// Compares two exports of one chat, record by record: people export again each evening. A record is the
/// same when the stamp as written, the sender and the text are the same, or a file that one of them left out;
/// equal records within a minute are legitimate and are matched one to one, in order.
public final class Overlap {
    /// So many records with words of their own are in both: no accident.
    private static final int ENOUGH = 3;

    /// What became of a record between the two exports.
    public enum Fate {
        /// In both.
        SAME,
        /// In both, under another name, and so are all of that person: the contact was renamed, or is saved
        /// under another name there.
        RENAMED,
        /// The later export says that it was deleted; the earlier one may still hold its words.
        DELETED_SINCE,
        /// The later export says that it was edited; the earlier one holds other words.
        EDITED_SINCE,
        /// Same stamp, and other words or another sender, and the later export does not say why.
        CHANGED,
        /// Only in the later export.
        NEW,
        /// Only in the earlier export, although the later one holds records from before and from after it.
        GONE,
        /// Only in the earlier export, and before everything that the later one holds: exports are cut at the
        /// old end.
        OLDER,
        /// Only in the earlier export, and in the last minute of the later one or after it: nobody knows
        /// whether it reached so far.
        AFTER
    }

    private Overlap() {}

    /// Matches two exports.
    public static Comparison compare(Export earlier, Export later) {
        return compare(earlier, later, later.last());
    }

    /// The same where it is known how far the later one reaches, because other chats in it go on.
    static Comparison compare(Export earlier, Export later, long reached) {
        var match = new Match(earlier, later, reached);
        match.by(Export::whole, Fate.SAME, _ -> true);
        match.by(Export::withoutName, Fate.SAME, i -> later.isOmitted(i) && !later.isEdited(i));
        match.byOf(earlier::isOmitted, Export::withoutName, Fate.SAME, i -> !later.isEdited(i));
        match.by(Export::withoutSender, Fate.RENAMED, _ -> true);
        match.refuseNamesOfOthers();
        var names = match.newNames();
        long[] before = earlier.withoutText(names);
        long[] now = later.withoutText(Map.of());
        match.by(before, now, Fate.DELETED_SINCE, later::isDeleted);
        match.by(before, now, Fate.EDITED_SINCE, later::isEdited);
        match.by(before, now, Fate.CHANGED, _ -> true);
        match.deletedUnderAnotherName(names);
        return match.finish();
    }

    /// The fates of all records of both exports.
    public static final class Comparison {
        private final Fate[] earlier;
        private final Fate[] later;

        private final boolean overlaps;

        private Comparison(Fate[] earlier, Fate[] later, boolean overlaps) {
            this.earlier = earlier;
            this.later = later;
            this.overlaps = overlaps;
        }

        /// What became of the i-th record of the earlier export.
        public Fate earlier(int i) {
            return earlier[i];
        }

        /// Where the i-th record of the later export comes from.
        public Fate later(int i) {
            return later[i];
        }

        /// Whether the later export says of something that it was deleted or edited since.
        public boolean tellsOfMarks() {
            return Arrays.stream(later).anyMatch(fate -> fate == Fate.DELETED_SINCE || fate == Fate.EDITED_SINCE);
        }

        /// Whether nothing of the earlier export is otherwise in the later one, but for what was cut at its old
        /// end.
        public boolean losesNothing() {
            return Arrays.stream(earlier)
                    .allMatch(fate -> fate == Fate.SAME || fate == Fate.RENAMED || fate == Fate.OLDER);
        }

        /// How many records of the later export have each fate.
        public Map<Fate, Integer> later() {
            return count(later);
        }

        /// How many records of the earlier export have each fate.
        public Map<Fate, Integer> earlier() {
            return count(earlier);
        }

        /// Whether they are exports of one chat: most of what one of them holds of the time that both cover
        /// is in the other, and enough of it to be no accident. One picture sent to two people is in two
        /// chats.
        public boolean overlaps() {
            return overlaps;
        }

        private static Map<Fate, Integer> count(Fate[] fates) {
            var counts = new EnumMap<Fate, Integer>(Fate.class);
            Arrays.stream(fates).forEach(fate -> counts.merge(fate, 1, Integer::sum));
            return counts;
        }
    }

    /// Which key of a side is compared.
    private interface Key {
        long[] of(Export export);
    }

    /// Takes records of both sides out of the game, one to one and in order.
    private static final class Match {
        private final Export earlier;
        private final Export later;
        private final long reached;
        private final Fate[] fateEarlier;
        private final Fate[] fateLater;
        private final int[] partner;

        Match(Export earlier, Export later, long reached) {
            this.reached = reached;
            this.earlier = earlier;
            this.later = later;
            this.fateEarlier = new Fate[earlier.size()];
            this.fateLater = new Fate[later.size()];
            this.partner = new int[later.size()];
            Arrays.fill(fateEarlier, Fate.GONE);
            Arrays.fill(fateLater, Fate.NEW);
        }

        void by(Key key, Fate fate, IntPredicate only) {
            byOf(_ -> true, key, fate, only);
        }

        /// @param mine which records of the earlier export may be taken
        void byOf(IntPredicate mine, Key key, Fate fate, IntPredicate only) {
            take(
                    new Waiting(key.of(earlier), earlier.size(), i -> isOpen(i) && mine.test(i)),
                    key.of(later),
                    fate,
                    only);
        }

        void by(long[] before, long[] now, Fate fate, IntPredicate only) {
            take(new Waiting(before, earlier.size(), this::isOpen), now, fate, only);
        }

        private boolean isOpen(int i) {
            return fateEarlier[i] == Fate.GONE;
        }

        private void take(Waiting waiting, long[] keys, Fate fate, IntPredicate only) {
            for (int i = 0; i < later.size(); i++) {
                int found = fateLater[i] == Fate.NEW && only.test(i) ? waiting.take(keys[i]) : -1;
                if (found >= 0) {
                    fateLater[i] = fate;
                    fateEarlier[found] = fate;
                    partner[i] = found;
                }
            }
        }

        /// Under which names senders of the earlier export stand in the later one.
        Map<Long, Long> newNames() {
            var names = new HashMap<Long, Long>();
            for (int i = 0; i < fateLater.length; i++) {
                if (fateLater[i] == Fate.RENAMED) {
                    names.put(earlier.sender(partner[i]), later.sender(i));
                }
            }
            return names;
        }

        /// All that somebody wrote was deleted after the contact was renamed, so that nothing tells his new name
        /// but the stamp.
        void deletedUnderAnotherName(Map<Long, Long> names) {
            var before = senders(earlier);
            var now = senders(later);
            byOf(
                    i -> !now.contains(earlier.sender(i)) && !names.containsKey(earlier.sender(i)),
                    Export::stamps,
                    Fate.DELETED_SINCE,
                    i -> later.isDeleted(i)
                            && !before.contains(later.sender(i))
                            && !names.containsValue(later.sender(i)));
        }

        private static Set<Long> senders(Export export) {
            var senders = new HashSet<Long>();
            for (int i = 0; i < export.size(); i++) {
                senders.add(export.sender(i));
            }
            return senders;
        }

        /// A name stands for another where all records of the one are under the other. One record alone under
        /// another name is changed.
        void refuseNamesOfOthers() {
            var old = new HashMap<Long, Set<Long>>();
            var fresh = new HashMap<Long, Set<Long>>();
            for (int i = 0; i < fateLater.length; i++) {
                if (fateLater[i] == Fate.SAME || fateLater[i] == Fate.RENAMED) {
                    long before = earlier.sender(partner[i]);
                    long now = later.sender(i);
                    fresh.computeIfAbsent(before, _ -> new HashSet<>()).add(now);
                    old.computeIfAbsent(now, _ -> new HashSet<>()).add(before);
                }
            }
            for (int i = 0; i < fateLater.length; i++) {
                boolean renamed = fateLater[i] != Fate.RENAMED
                        || earlier.sender(partner[i]) != later.sender(i)
                                && isOne(fresh, earlier.sender(partner[i]))
                                && isOne(old, later.sender(i));
                if (!renamed) {
                    fateLater[i] = Fate.CHANGED;
                    fateEarlier[partner[i]] = Fate.CHANGED;
                }
            }
        }

        private static boolean isOne(Map<Long, Set<Long>> names, long name) {
            return names.getOrDefault(name, Set.of()).size() == 1;
        }

        Comparison finish() {
            boolean overlaps = overlaps();
            for (int i = 0; i < fateEarlier.length; i++) {
                fateEarlier[i] = fateEarlier[i] == Fate.GONE ? gone(earlier.time(i)) : fateEarlier[i];
            }
            return new Comparison(fateEarlier, fateLater, overlaps);
        }

        private Fate gone(long time) {
            if (time < later.first()) {
                return Fate.OLDER;
            }
            return time < reached ? Fate.GONE : Fate.AFTER;
        }

        private boolean overlaps() {
            int matched = 0;
            int telling = 0;
            for (int i = 0; i < fateLater.length; i++) {
                boolean both = fateLater[i] == Fate.SAME || fateLater[i] == Fate.RENAMED;
                matched += both ? 1 : 0;
                telling += both && !later.isWordless(i) ? 1 : 0;
            }
            long from = Math.max(earlier.first(), later.first());
            long to = Math.min(earlier.last(), later.last());
            int before = earlier.between(from, to);
            int now = later.between(from, to);
            boolean all = matched == before && matched == now;
            return matched * 2 > Math.min(before, now) && (telling >= ENOUGH || all && telling > 0);
        }
    }
}
