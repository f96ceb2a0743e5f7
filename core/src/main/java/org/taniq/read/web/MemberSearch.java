package org.taniq.read.web;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Looks for members of gzip that begin as a record does. What it unpacks for that is bounded: a file can be full of
/// what looks like the head of one.
final class MemberSearch {
    /// Enough to see how a record begins: of ARC that is a whole line.
    private static final int SEEN = ArcHead.LONGEST;

    /// How much is unpacked of one.
    private static final int LOOKED_INTO = Raw.KEPT / 2;

    private final Raw raw;
    private final Inflater inflater;
    private final Allowance steps = new Allowance(64 << 20, 16);
    private final byte[] seen = new byte[SEEN];

    /// @param inflater is begun anew for each that is looked at
    MemberSearch(Raw raw, Inflater inflater) {
        this.raw = raw;
        this.inflater = inflater;
    }

    /// Passes over the bytes up to the next one.
    ///
    /// @return whether there is one
    boolean find() throws IOException {
        while (raw.ahead(GzipHead.FIXED) > 0) {
            if (isRecord()) {
                return true;
            }
            raw.pass(1);
        }
        return false;
    }

    /// The same, and no further than so many bytes.
    boolean isWithin(int most) throws IOException {
        for (int i = 0; i < most && raw.ahead() > 0; i++) {
            if (isRecord()) {
                return true;
            }
            raw.pass(1);
        }
        return false;
    }

    /// Whether a member that begins here begins with a record.
    private boolean isRecord() throws IOException {
        if (raw.buffer()[raw.index()] != GzipHead.FIRST || !GzipHead.mayBegin(raw)) {
            return false;
        }
        if (!steps.upTo(raw.at()).isLeft()) {
            return false;
        }
        steps.take(GzipHead.LARGEST_NAME);
        int head = GzipHead.length(raw);
        return head >= 0 && isRecord(head);
    }

    private boolean isRecord(int head) throws IOException {
        int there = raw.ahead(head + LOOKED_INTO) - head;
        inflater.reset();
        inflater.setInput(raw.buffer(), raw.index() + head, Math.clamp(there, 0, LOOKED_INTO));
        try {
            return RecordHead.begins(seen, 0, inflater.inflate(seen));
        } catch (DataFormatException none) {
            return false;
        } finally {
            steps.take(inflater.getBytesRead() + inflater.getBytesWritten());
        }
    }
}
