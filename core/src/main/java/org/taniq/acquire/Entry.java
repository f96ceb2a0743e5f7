package org.taniq.acquire;

import java.io.IOException;
import org.taniq.base.Bytes;

/// One entry as the archive states it, before it is judged.
///
/// @param number its place, from 0
/// @param name decoded
/// @param header where its own header begins
/// @param data where its packed bytes are, as far as they are there; a length below 0 is as stated
/// @param size unpacked, as stated
/// @param packed the packed bytes that `size` is measured by: those that are there, and of an archive without
///     its end as many as the member's own header states
/// @param flags general purpose bits
/// @param link whether it is a symbolic link
/// @param state whether header and directory agree and all packed bytes are there
record Entry(
        int number,
        StoredName name,
        long header,
        Archive.Packed data,
        long size,
        long packed,
        int flags,
        boolean link,
        State state) {
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0xF000;
    private static final int SYMBOLIC_LINK = 0xA000;
    private static final long SEE_EXTRA = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 1;

    /// What is wrong with an entry.
    enum State {
        SOUND,
        /// The archive ends inside it.
        CUT,
        /// No header is where the directory says.
        ABSENT,
        /// Its own header says something else than the directory, or one of them what cannot be.
        CONTRADICTED
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    /// Reads the entry whose directory record is at `at`.
    static Entry central(Bytes.Cursor cursor, long at, int number) throws IOException {
        var fields = new Fields(cursor).at(at, 46);
        int nameLength = fields.u16(28);
        byte[] name = new Fields(cursor).at(at + 46, nameLength).bytes(0, nameLength);
        var stated = Wide.of(cursor, at, fields);
        var local = new Fields(cursor).at(stated.header(), 30);
        boolean there = local.u32(0) == Zip.LOCAL;
        boolean agrees = there
                && local.u16(8) == fields.u16(10)
                && sameName(cursor, stated.header(), local, name)
                && isPossible(fields.u16(10), fields.u16(8), stated.packed(), stated.size());
        long from = there ? stated.header() + 30 + local.u16(26) + local.u16(28) : 0;
        long rest = there ? Math.max(0, cursor.size() - from) : 0;
        var data = new Archive.Packed(from, Math.min(stated.packed(), rest), fields.u16(10), fields.u32(16));
        return new Entry(
                number,
                StoredName.of(name),
                stated.header(),
                data,
                stated.size(),
                data.length(),
                fields.u16(8),
                isLink(fields),
                agrees ? whole(stated.packed(), rest) : there ? State.CONTRADICTED : State.ABSENT);
    }

    /// Whether bytes that lie there as they are, are as many packed as unpacked. What is encrypted has more of them.
    static boolean isPossible(int method, int flags, long packed, long unpacked) {
        return method != 0 || packed == unpacked || (flags & ENCRYPTED) != 0;
    }

    private static State whole(long packed, long rest) {
        return packed > rest ? State.CUT : State.SOUND;
    }

    private static boolean isLink(Fields fields) {
        int madeBy = fields.u16(4) >>> 8;
        long mode = fields.u32(38) >>> 16;
        return madeBy == UNIX && (mode & FILE_TYPE) == SYMBOLIC_LINK;
    }

    private static boolean sameName(Bytes.Cursor cursor, long header, Fields local, byte[] name) throws IOException {
        int length = local.u16(26);
        return length == name.length
                && java.util.Arrays.equals(
                        new Fields(cursor).at(header + 30, length).bytes(0, length), name);
    }

    /// The three numbers that may stand in the ZIP64 extra field, in its order.
    record Wide(long size, long packed, long header) {
        /// What the directory record at `at` states.
        static Wide of(Bytes.Cursor cursor, long at, Fields record) throws IOException {
            var narrow = new Wide(record.u32(24), record.u32(20), record.u32(42));
            if (narrow.size != SEE_EXTRA && narrow.packed != SEE_EXTRA && narrow.header != SEE_EXTRA) {
                return narrow;
            }
            int length = record.u16(30);
            return of(new Fields(cursor).at(at + 46 + record.u16(28), length), length, narrow);
        }

        private static Wide of(Fields extra, int length, Wide narrow) {
            for (int i = 0; i + 4 <= length; i += 4 + extra.u16(i + 2)) {
                if (extra.u16(i) == 1) {
                    return read(extra, i + 4, Math.min(length, i + 4 + extra.u16(i + 2)), narrow);
                }
            }
            return narrow;
        }

        private static Wide read(Fields extra, int from, int to, Wide narrow) {
            long[] values = {narrow.size(), narrow.packed(), narrow.header()};
            int at = from;
            for (int k = 0; k < values.length; k++) {
                if (values[k] == SEE_EXTRA && at + 8 <= to) {
                    values[k] = extra.u64(at);
                    at += 8;
                }
            }
            return new Wide(values[0], values[1], values[2]);
        }
    }
}
