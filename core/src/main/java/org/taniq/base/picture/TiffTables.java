package org.taniq.base.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The tables of numbered fields that TIFF and Exif are made of (TIFF 6.0; Exif 2.32), each once however often it is
/// pointed at.
public final class TiffTables {
    /// The tables that the block begins with, one after the other.
    public static final int MAIN = 0;
    /// What the camera notes.
    public static final int EXIF = 0x8769;
    /// Where it was.
    public static final int GPS = 0x8825;

    private static final int PROGRAMS = 0xA005;
    private static final int SMALLER = 0x014A;
    private static final Set<Integer> TABLES = Set.of(EXIF, GPS, PROGRAMS, SMALLER);
    private static final int ENTRY = 12;
    /// How many bytes one value of each type takes, by its number; types of text are bytes.
    private static final List<Integer> SIZES = List.of(1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4);

    private TiffTables() {}

    static int size(int type) {
        return type < SIZES.size() ? SIZES.get(type) : 1;
    }

    /// Takes the fields, but those that lead to tables.
    ///
    /// @param <E> what it throws to end it
    public interface Taker<E extends Exception> {
        /// Before each field, and each pointer to a table: the same bytes can be many.
        void counting() throws E;

        void take(Octets block, TiffField field) throws E;
    }

    private record Table(int name, long at) {}

    /// Whether the tables of a TIFF begin here.
    public static boolean begin(Octets bytes, long at) {
        return bytes.stands("II*\0", at) || bytes.stands("MM\0*", at);
    }

    /// Reads a block; one that does not begin as it must has no fields.
    public static <E extends Exception> void read(byte[] bytes, Taker<E> taker) throws E {
        if (!begin(Octets.big(bytes), 0)) {
            return;
        }
        var block = bytes[0] == 'I' ? Octets.little(bytes) : Octets.big(bytes);
        Deque<Table> left = new ArrayDeque<>(List.of(new Table(MAIN, block.u32(4))));
        var seen = new HashSet<Long>();
        while (!left.isEmpty()) {
            var table = left.remove();
            if (table.at >= 8 && table.at < block.length() && seen.add(table.at)) {
                read(block, table, left, taker);
            }
        }
    }

    private static <E extends Exception> void read(Octets block, Table table, Deque<Table> left, Taker<E> taker)
            throws E {
        int count = block.u16(table.at);
        for (int i = 0; i < count && table.at + 2 + (long) ENTRY * i < block.length(); i++) {
            taker.counting();
            field(block, new Table(table.name, table.at + 2 + (long) ENTRY * i), left, taker);
        }
        left.add(new Table(table.name, block.u32(table.at + 2 + (long) ENTRY * count)));
    }

    private static <E extends Exception> void field(Octets block, Table entry, Deque<Table> left, Taker<E> taker)
            throws E {
        long at = entry.at;
        int tag = block.u16(at);
        int type = block.u16(at + 2);
        long count = block.u32(at + 4);
        long length = count * size(type);
        long from = length <= 4 ? at + 8 : block.u32(at + 8);
        if (!TABLES.contains(tag)) {
            taker.take(block, new TiffField(entry.name, tag, type, count, from, length));
            return;
        }
        for (long each = from; each < Math.min(from + length, block.length()); each += 4) {
            taker.counting();
            left.add(new Table(tag, block.u32(each)));
        }
    }
}
