package org.taniq.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Bytes;

/// Finds the entries of a ZIP file (APPNOTE 6.3.10) and judges them.
final class Zip implements Layout {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int SHORTEST_RECORD = 46;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int BITE = 1 << 16;

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

    /// What is there of the directory: how many records beyond the limit were not listed, and where all end.
    private record Walked(List<Entry> entries, long unlisted, long end) {}

    @Override
    public InputStream open(Archive.Readable member) {
        return MemberStream.open(cursor, member);
    }

    @Override
    public Archive.Listing list() throws IOException {
        var directory = directory();
        if (directory.isEmpty()) {
            return new LocalScan(cursor, size, limits).list();
        }
        var walked = walk(directory.get().from());
        if (walked.entries().isEmpty()
                && walked.unlisted() == 0
                && directory.get().endsAt() > 0) {
            return new LocalScan(cursor, size, limits).list();
        }
        var members = new Judge(limits).judge(walked.entries());
        return new Archive.Listing(members, isAsStated(directory.get(), walked), walked.unlisted(), Optional.empty());
    }

    /// Whether the end record says neither more nor less than is there. Writers without ZIP64 count modulo
    /// 65,536.
    private static boolean isAsStated(Directory stated, Walked there) {
        if (stated.length() != stated.endsAt() - stated.from()) {
            return false;
        }
        long all = there.entries().size() + there.unlisted();
        return there.end() == stated.endsAt() && (stated.entries() == all || stated.entries() == (all & 0xFFFF));
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
                return beyond(entries, at);
            }
            entries.add(Entry.central(cursor, at, entries.size()));
            at += length(fields, 0);
        }
        return new Walked(entries, 0, at);
    }

    /// Counts what is not listed: no end record is believed about it.
    private Walked beyond(List<Entry> listed, long from) throws IOException {
        var bite = new Fields(cursor);
        long begin = from;
        long at = from;
        long count = 0;
        for (; at <= size - SHORTEST_RECORD; count++) {
            if (at + SHORTEST_RECORD > begin + bite.length()) {
                begin = at;
                bite.at(begin, BITE);
            }
            int i = (int) (at - begin);
            if (bite.u32(i) != CENTRAL) {
                break;
            }
            at += length(bite, i);
        }
        return new Walked(listed, count, at);
    }

    private static int length(Fields record, int i) {
        return SHORTEST_RECORD + record.u16(i + 28) + record.u16(i + 30) + record.u16(i + 32);
    }
}
