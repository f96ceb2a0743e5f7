package org.taniq.acquire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Bytes;

/// Finds the entries of a ZIP file (APPNOTE 6.3.10) and judges them.
final class Zip {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int SHORTEST_RECORD = 46;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private final Bytes.Cursor cursor;
    private final long size;
    private final Archive.Limits limits;

    Zip(Bytes.Cursor cursor, long size, Archive.Limits limits) {
        this.cursor = cursor;
        this.size = size;
        this.limits = limits;
    }

    /// Where the end record says that the directory is, and where the end record itself begins; nothing of it
    /// is believed before it was looked at.
    private record Directory(long from, long length, long entries, long endsAt) {}

    /// What is there of the directory: where its records end, and whether another one follows that was not
    /// listed.
    private record Walked(List<Entry> entries, long end, boolean more) {}

    Archive.Listing list() throws IOException {
        var directory = directory();
        if (directory.isEmpty()) {
            return new LocalScan(cursor, size, limits).list();
        }
        var walked = walk(directory.get().from());
        if (walked.entries().isEmpty() && directory.get().endsAt() > 0) {
            return new LocalScan(cursor, size, limits).list();
        }
        var members = new Judge(limits).judge(walked.entries());
        return new Archive.Listing(members, isAsStated(directory.get(), walked), unlisted(directory.get(), walked));
    }

    /// Whether the end record says neither more nor less than is there. Writers without ZIP64 count modulo
    /// 65,536.
    private static boolean isAsStated(Directory stated, Walked there) {
        if (stated.length() != stated.endsAt() - stated.from()) {
            return false;
        }
        long listed = there.entries().size();
        if (there.more()) {
            return stated.entries() > listed && stated.entries() - listed <= room(stated, there);
        }
        return there.end() == stated.endsAt() && (stated.entries() == listed || stated.entries() == (listed & 0xFFFF));
    }

    /// How many entries were left out beyond the limit: as many as the end record says, where that can be.
    private static long unlisted(Directory stated, Walked there) {
        return there.more() ? Math.clamp(stated.entries() - there.entries().size(), 1, room(stated, there)) : 0;
    }

    /// For how many records there is room.
    private static long room(Directory stated, Walked there) {
        return Math.max(1, (stated.endsAt() - there.end()) / SHORTEST_RECORD);
    }

    /// The end record, searched backwards.
    private Optional<Directory> directory() throws IOException {
        int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
        var tail = new Fields(cursor).at(size - length, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.u32(i) == END && i + END_LENGTH + tail.u16(i + 20) <= length) {
                return Optional.of(end(tail, i, size - length + i));
            }
        }
        return Optional.empty();
    }

    private Directory end(Fields tail, int i, long at) throws IOException {
        long entries = tail.u16(i + 10);
        long length = tail.u32(i + 12);
        long from = tail.u32(i + 16);
        if (entries == 0xFFFF || length == 0xFFFFFFFFL || from == 0xFFFFFFFFL) {
            var locator = new Fields(cursor).at(at - 20, 20);
            if (at >= 20 && locator.u32(0) == END_64_LOCATOR) {
                var end = new Fields(cursor).at(locator.u64(8), 56);
                if (end.u32(0) == END_64) {
                    return new Directory(end.u64(48), end.u64(40), end.u64(32), locator.u64(8));
                }
            }
        }
        return new Directory(from, length, entries, at);
    }

    /// Goes on while records follow, whatever their number is said to be.
    private Walked walk(long from) throws IOException {
        var entries = new ArrayList<Entry>();
        long at = from;
        var fields = new Fields(cursor);
        while (at >= 0
                && at <= size - SHORTEST_RECORD
                && fields.at(at, SHORTEST_RECORD).u32(0) == CENTRAL) {
            if (entries.size() >= limits.entries()) {
                return new Walked(entries, at, true);
            }
            entries.add(Entry.central(cursor, at, entries.size()));
            at += SHORTEST_RECORD + fields.u16(28) + fields.u16(30) + fields.u16(32);
        }
        return new Walked(entries, at, false);
    }
}
