package org.taniq.read.chat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Utf8;

/// The senders of one chat, found by their bytes so that each name is decoded once.
final class Names {
    /// Beyond this many different names no further one is kept apart: a hostile file could hold millions.
    static final int MOST = 100_000;
    static final int LONGEST = 200;
    /// So many names with hashes alike are kept apart: more are made to take our time.
    private static final int MOST_ALIKE = 64;
    private static final int NOWHERE = -1;

    private final Predicate<String> mayBeNotice;
    private Name[] table = new Name[256];
    private int size;

    /// `mayBeNotice` knows beginnings of notices, which may hold a colon.
    Names(Predicate<String> mayBeNotice) {
        this.mayBeNotice = mayBeNotice;
    }

    /// A sender and what was counted about it.
    static final class Name {
        private final byte[] bytes;
        private final int hash;
        private final Actor actor;
        private final boolean notice;
        private final boolean broken;
        private long headers;
        private long continued;
        private byte[] continuation = {};

        private Name(byte[] bytes, int hash, Predicate<String> mayBeNotice) {
            this.bytes = bytes;
            this.hash = hash;
            this.actor = new Actor.Named(shown(bytes), "");
            this.notice = mayBeNotice.test(actor.name());
            this.broken = Utf8.broken(actor.name(), bytes, 0, bytes.length);
        }

        /// Whether its bytes are no UTF-8.
        boolean isBroken() {
            return broken;
        }

        /// Whether it could be the beginning of a notice rather than a name.
        boolean mayBeNotice() {
            return notice;
        }

        Actor actor() {
            return actor;
        }

        long headers() {
            return headers;
        }

        void count() {
            headers++;
        }

        /// Counts that the text after the name goes on to a second colon in these bytes.
        void continues(byte[] from, int begin, int end) {
            if (continued == 0) {
                continuation = Arrays.copyOfRange(from, begin, end);
            }
            if (Arrays.equals(continuation, 0, continuation.length, from, begin, end)) {
                continued++;
            }
        }

        /// How many bytes more belong to the name: a name with a colon in it shows by always going on
        /// alike.
        int more() {
            return headers >= 3 && continued == headers ? continuation.length : 0;
        }

        private static String shown(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            int from = 0;
            int to = text.length();
            while (from < to && Utf8.isBidiMark(text.charAt(from))) {
                from++;
            }
            while (to > from && Utf8.isBidiMark(text.charAt(to - 1))) {
                to--;
            }
            return from == to ? text : text.substring(from, to);
        }
    }

    /// The name in these bytes, which must not be empty.
    Name of(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int slot = find(bytes, from, to, hash);
        if (slot != NOWHERE && table[slot] != null) {
            return table[slot];
        }
        var name = new Name(Arrays.copyOfRange(bytes, from, to), hash, mayBeNotice);
        if (size < MOST && slot != NOWHERE) {
            table[slot] = name;
            size++;
            grow();
        }
        return name;
    }

    boolean has(byte[] bytes, int from, int to) {
        int slot = find(bytes, from, to, hash(bytes, from, to));
        return slot != NOWHERE && table[slot] != null;
    }

    /// The end of a sender that begins at `from`, or -1: before `: `, or before a colon that ends the line.
    static int end(byte[] bytes, int from, int to) {
        int last = Math.min(to, from + LONGEST);
        for (int i = from; i < last; i++) {
            if (bytes[i] == ':' && i > from && (i + 1 == to || bytes[i + 1] == ' ')) {
                return i;
            }
        }
        return -1;
    }

    /// Where the name is, or where it goes; nowhere where too many are alike.
    private int find(byte[] bytes, int from, int to, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        for (int tried = 0; tried < MOST_ALIKE; tried++) {
            if (table[slot] == null || table[slot].hash == hash && same(table[slot], bytes, from, to)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return NOWHERE;
    }

    private static boolean same(Name name, byte[] bytes, int from, int to) {
        return Arrays.equals(name.bytes, 0, name.bytes.length, bytes, from, to);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }

    private void grow() {
        if (size * 2 < table.length) {
            return;
        }
        Name[] old = table;
        table = new Name[old.length * 2];
        for (Name name : old) {
            if (name != null) {
                put(name);
            }
        }
    }

    private void put(Name name) {
        int slot = name.hash & table.length - 1;
        while (table[slot] != null) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = name;
    }
}
