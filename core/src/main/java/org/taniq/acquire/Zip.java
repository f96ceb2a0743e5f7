package org.taniq.acquire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Bytes;

/// Finds the entries of a ZIP file (APPNOTE 6.3.10) and judges them.
final class Zip {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;
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

    /// Where the directory says it is.
    private record Directory(long from, long length, long entries) {}

    Archive.Listing list() throws IOException {
        var directory = directory();
        if (directory.entries() < 0) {
            return new LocalScan(cursor, size, limits).list();
        }
        var entries = new ArrayList<Entry>();
        boolean whole = readDirectory(directory, entries);
        if (!whole && entries.isEmpty() && directory.entries() > 0) {
            return new LocalScan(cursor, size, limits).list();
        }
        long unlisted = Math.max(0, directory.entries() - entries.size());
        return new Archive.Listing(new Judge(limits).judge(entries), whole, whole ? unlisted : 0);
    }

    /// The end record, searched backwards; entries -1 where there is none.
    private Directory directory() throws IOException {
        int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
        var tail = new Fields(cursor).at(size - length, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.u32(i) == END && i + END_LENGTH + tail.u16(i + 20) <= length) {
                return end(tail, i, size - length + i);
            }
        }
        return new Directory(0, 0, -1);
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
                    return new Directory(end.u64(48), end.u64(40), end.u64(32));
                }
            }
        }
        return new Directory(from, length, entries);
    }

    private boolean readDirectory(Directory directory, List<Entry> entries) throws IOException {
        long at = directory.from();
        var fields = new Fields(cursor);
        while (entries.size() < Math.min(directory.entries(), limits.entries())) {
            if (at < 0 || at > size - 46 || fields.at(at, 46).u32(0) != CENTRAL) {
                return false;
            }
            int nameLength = fields.u16(28);
            int extraLength = fields.u16(30);
            int commentLength = fields.u16(32);
            entries.add(Entry.central(cursor, at, entries.size()));
            at += 46L + nameLength + extraLength + commentLength;
        }
        return true;
    }
}
