package org.taniq.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Digest;

/// Compares two exports of one chat, record by record: people export again each evening. A record is the
/// same when the stamp as written, the sender and the text are the same; equal records within a minute are
/// legitimate and are matched one to one, in order. Hand in all earlier records, then all later ones, then
/// [#compare]. About 40 bytes are held for each record; no text is.
public final class Overlap {
    private final Side earlier = new Side();
    private final Side later = new Side();

    /// What became of a record between the two exports.
    public enum Fate {
        /// In both.
        SAME,
        /// In both, under another name: the contact was renamed, or is saved under another name there.
        RENAMED,
        /// The later export says that it was deleted; the earlier one may still hold its words.
        DELETED_SINCE,
        /// The later export says that it was edited; the earlier one holds other words.
        EDITED_SINCE,
        /// Same stamp and sender, other words, and the later export does not say why.
        CHANGED,
        /// Only in the later export.
        NEW,
        /// Only in the earlier export, although the later one holds records from before and after it, or
        /// after it.
        GONE,
        /// Only in the earlier export, and before everything that the later one holds: exports are cut at
        /// the old end.
        OLDER
    }

    /// Adds a record of the earlier export.
    public void earlier(Activity activity) {
        earlier.add(activity);
    }

    /// Adds a record of the later export.
    public void later(Activity activity) {
        later.add(activity);
    }

    /// Matches the two.
    public Comparison compare() {
        var match = new Match(earlier, later);
        match.by(Side::whole, Fate.SAME, _ -> true);
        match.by(Side::withoutSender, Fate.RENAMED, _ -> true);
        match.by(Side::withoutText, Fate.DELETED_SINCE, later::isDeleted);
        match.by(Side::withoutText, Fate.EDITED_SINCE, later::isEdited);
        match.by(Side::withoutText, Fate.CHANGED, _ -> true);
        return match.finish();
    }

    /// The fates of all records of both exports.
    public static final class Comparison {
        private final Fate[] earlier;
        private final Fate[] later;

        private Comparison(Fate[] earlier, Fate[] later) {
            this.earlier = earlier;
            this.later = later;
        }

        /// What became of the i-th record of the earlier export.
        public Fate earlier(int i) {
            return earlier[i];
        }

        /// Where the i-th record of the later export comes from.
        public Fate later(int i) {
            return later[i];
        }

        /// How many records of the later export have each fate.
        public Map<Fate, Integer> later() {
            return count(later);
        }

        /// How many records of the earlier export have each fate.
        public Map<Fate, Integer> earlier() {
            return count(earlier);
        }

        /// Whether they are exports of one chat: some record is in both.
        public boolean overlaps() {
            return Arrays.stream(later).anyMatch(fate -> fate == Fate.SAME || fate == Fate.RENAMED);
        }

        private static Map<Fate, Integer> count(Fate[] fates) {
            var counts = new EnumMap<Fate, Integer>(Fate.class);
            Arrays.stream(fates).forEach(fate -> counts.merge(fate, 1, Integer::sum));
            return counts;
        }
    }

    /// Which key of a side is compared.
    private interface Key {
        long[] of(Side side);
    }

    private interface Only {
        boolean test(int i);
    }

    /// The keys of one export: SHA-256 over the parts, cut to 64 bits.
    private static final class Side {
        private static final byte DELETED = 1;
        private static final byte EDITED = 2;
        private final MessageDigest digest = Digest.sha256();
        private long[] whole = new long[64];
        private long[] withoutSender = new long[64];
        private long[] withoutText = new long[64];
        private byte[] flags = new byte[64];
        private int size;

        void add(Activity activity) {
            if (size == whole.length) {
                whole = Arrays.copyOf(whole, size * 2);
                withoutSender = Arrays.copyOf(withoutSender, size * 2);
                withoutText = Arrays.copyOf(withoutText, size * 2);
                flags = Arrays.copyOf(flags, size * 2);
            }
            String stamp = activity.published().source();
            String sender = activity.actor() instanceof Actor.App(String under)
                    ? under
                    : activity.actor().name();
            String text = activity.object().text().strip();
            whole[size] = key(stamp, sender, text);
            withoutSender[size] = key(stamp, "", text);
            withoutText[size] = key(stamp, sender, "");
            flags[size] = flags(activity.marks());
            size++;
        }

        long[] whole() {
            return whole;
        }

        long[] withoutSender() {
            return withoutSender;
        }

        long[] withoutText() {
            return withoutText;
        }

        boolean isDeleted(int i) {
            return (flags[i] & DELETED) != 0;
        }

        boolean isEdited(int i) {
            return (flags[i] & EDITED) != 0;
        }

        private static byte flags(Set<Mark> marks) {
            int deleted = marks.contains(Mark.DELETED) ? DELETED : 0;
            return (byte) (marks.contains(Mark.EDITED) ? deleted | EDITED : deleted);
        }

        private long key(String... parts) {
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
                digest.update(bytes);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        }
    }

    /// Takes records of both sides out of the game, one to one and in order.
    private static final class Match {
        private final Side earlier;
        private final Side later;
        private final Fate[] fateEarlier;
        private final Fate[] fateLater;
        private int firstShared = Integer.MAX_VALUE;

        Match(Side earlier, Side later) {
            this.earlier = earlier;
            this.later = later;
            this.fateEarlier = new Fate[earlier.size];
            this.fateLater = new Fate[later.size];
            Arrays.fill(fateEarlier, Fate.GONE);
            Arrays.fill(fateLater, Fate.NEW);
        }

        void by(Key key, Fate fate, Only only) {
            var waiting = new Waiting(key.of(earlier), fateEarlier);
            long[] keys = key.of(later);
            for (int i = 0; i < later.size; i++) {
                int found = fateLater[i] == Fate.NEW && only.test(i) ? waiting.take(keys[i]) : -1;
                if (found >= 0) {
                    fateLater[i] = fate;
                    fateEarlier[found] = fate;
                    firstShared = fate == Fate.SAME ? Math.min(firstShared, found) : firstShared;
                }
            }
        }

        Comparison finish() {
            for (int i = 0; i < Math.min(firstShared, fateEarlier.length); i++) {
                fateEarlier[i] = fateEarlier[i] == Fate.GONE ? Fate.OLDER : fateEarlier[i];
            }
            return new Comparison(fateEarlier, fateLater);
        }
    }

    /// The unmatched earlier records by key, each key a queue in order.
    private static final class Waiting {
        private final long[] keys;
        private final int[] head;
        private final int[] next;

        Waiting(long[] keys, Fate[] fates) {
            this.keys = keys;
            this.next = new int[fates.length];
            this.head = new int[Integer.highestOneBit(Math.max(8, fates.length)) * 4];
            Arrays.fill(head, -1);
            for (int i = fates.length - 1; i >= 0; i--) {
                if (fates[i] == Fate.GONE) {
                    int slot = slot(keys[i]);
                    next[i] = head[slot];
                    head[slot] = i;
                }
            }
        }

        int take(long key) {
            int slot = slot(key);
            int before = -1;
            for (int i = head[slot]; i >= 0; i = next[i]) {
                if (keys[i] == key) {
                    unlink(slot, before, i);
                    return i;
                }
                before = i;
            }
            return -1;
        }

        private void unlink(int slot, int before, int i) {
            if (before < 0) {
                head[slot] = next[i];
            } else {
                next[before] = next[i];
            }
        }

        private int slot(long key) {
            return (int) (key >>> 33) & head.length - 1;
        }
    }
}
