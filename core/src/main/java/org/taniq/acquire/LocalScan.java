package org.taniq.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;
import java.util.zip.Inflater;
import org.taniq.base.Bytes;

/// Finds members by their own headers, one after the other, in an archive that lost its directory. It stops
/// at the first place that is no header: guessing further could take bytes of one member for another.
final class LocalScan {
    private static final int LENGTHS_FOLLOW = 1 << 3;

    private final Bytes.Cursor cursor;
    private final long size;
    private final Archive.Limits limits;
    private final byte[] input = new byte[1 << 16];
    private final byte[] output = new byte[1 << 16];
    private long inflated;

    LocalScan(Bytes.Cursor cursor, long size, Archive.Limits limits) {
        this.cursor = cursor;
        this.size = size;
        this.limits = limits;
    }

    Archive.Listing list() throws IOException {
        var entries = new ArrayList<Entry>();
        long at = 0;
        long readTo = 0;
        long unlisted = 0;
        while (at <= size - 30) {
            var fields = new Fields(cursor).at(at, 30);
            if (fields.u32(0) != Zip.LOCAL) {
                break;
            }
            Entry entry = entry(fields, at, entries.size());
            if (entries.size() < limits.entries()) {
                entries.add(entry);
            } else {
                unlisted++;
            }
            readTo = Math.min(size, entry.data().from() + entry.data().length());
            if (entry.state() == Entry.State.CUT || inflated > most()) {
                break;
            }
            at = afterDescriptor(entry);
        }
        var stop = new Archive.Stop(readTo, Archive.Stop.Why.CUT);
        return new Archive.Listing(new Judge(limits).judge(entries), false, unlisted, Optional.of(stop));
    }

    /// No more is unpacked to find ends, of all members together, than a sound archive of this size holds.
    private long most() {
        return Judge.FREE_OF_RATIO + size * limits.ratio();
    }

    private Entry entry(Fields fields, long at, int number) throws IOException {
        int flags = fields.u16(6);
        int method = fields.u16(8);
        int nameLength = fields.u16(26);
        long from = at + 30 + nameLength + fields.u16(28);
        byte[] name = new Fields(cursor).at(at + 30, nameLength).bytes(0, nameLength);
        long packed = fields.u32(18);
        long unpacked = fields.u32(22);
        if ((flags & LENGTHS_FOLLOW) != 0 && method == 8) {
            var found = inflate(from);
            inflated += found.unpacked();
            return entry(number, name, at, new Archive.Packed(from, found.packed(), method, -1), found, flags);
        }
        boolean whole = from + packed <= size;
        long there = Math.min(packed, Math.max(0, size - from));
        return entry(
                number,
                name,
                at,
                new Archive.Packed(from, there, method, fields.u32(14)),
                new Found(packed, unpacked, whole),
                flags);
    }

    private static Entry entry(int number, byte[] name, long at, Archive.Packed data, Found found, int flags) {
        return new Entry(
                number,
                StoredName.of(name),
                at,
                data,
                found.unpacked(),
                found.packed(),
                flags,
                false,
                state(data.method(), flags, found));
    }

    private static Entry.State state(int method, int flags, Found found) {
        if (!found.whole()) {
            return Entry.State.CUT;
        }
        return Entry.isPossible(method, flags, found.packed(), found.unpacked())
                ? Entry.State.SOUND
                : Entry.State.CONTRADICTED;
    }

    /// What unpacking showed, or the member's own header says.
    private record Found(long packed, long unpacked, boolean whole) {}

    /// Unpacks to find the end, because the header does not say it; gives up beyond the limits.
    private Found inflate(long from) throws IOException {
        var inflater = new Inflater(true);
        var rest = new Archive.Packed(from, Math.max(0, size - from), 0, -1);
        try (InputStream in = MemberStream.packed(cursor, rest)) {
            return inflate(inflater, in);
        } finally {
            inflater.end();
        }
    }

    private Found inflate(Inflater inflater, InputStream in) throws IOException {
        try {
            while (!inflater.finished() && inflater.getBytesWritten() <= limits.memberBytes()) {
                if (inflater.needsInput()) {
                    int got = in.readNBytes(input, 0, input.length);
                    if (got <= 0) {
                        return new Found(inflater.getBytesRead(), inflater.getBytesWritten(), false);
                    }
                    inflater.setInput(input, 0, got);
                }
                if (inflater.inflate(output) == 0 && inflater.needsDictionary() || isBomb(inflater)) {
                    break;
                }
            }
        } catch (java.util.zip.DataFormatException damaged) {
            return new Found(inflater.getBytesRead(), inflater.getBytesWritten(), false);
        }
        return new Found(inflater.getBytesRead(), inflater.getBytesWritten(), inflater.finished());
    }

    private boolean isBomb(Inflater inflater) {
        long written = inflater.getBytesWritten();
        return written > Judge.FREE_OF_RATIO && written / Math.max(1, inflater.getBytesRead()) > limits.ratio();
    }

    /// The next header: a descriptor, with or without its signature, may stand before it.
    private long afterDescriptor(Entry entry) throws IOException {
        long end = entry.data().from() + entry.data().length();
        if ((entry.flags() & LENGTHS_FOLLOW) == 0) {
            return end;
        }
        for (int length : new int[] {16, 12, 24, 20}) {
            long signature = new Fields(cursor).at(end + length, 4).u32(0);
            if (signature == Zip.LOCAL || signature == Zip.CENTRAL) {
                return end + length;
            }
        }
        return size;
    }
}
