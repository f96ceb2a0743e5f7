package org.taniq.acquire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.taniq.base.Bytes;

/// The unpacked bytes of a gzip file of one or several members (RFC 1952). What comes before damage is given before it
/// is said. Zeros behind the last member are padding; anything else there is damage.
final class Gunzip extends FilterInputStream {
    private static final int HEADER = 10;
    private static final int HAS_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;
    /// How far behind damage the packed bytes may have been taken.
    static final int BUFFER = 1 << 12;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[BUFFER];
    private int at;
    private int to;
    private State state = State.BEFORE_HEADER;
    private boolean isFirst = true;
    private boolean isDamaged;

    private enum State {
        BEFORE_HEADER,
        IN_MEMBER,
        AT_END
    }

    Gunzip(InputStream in) {
        super(in);
    }

    /// Whether bytes begin as a gzip file.
    static boolean begins(byte[] head) {
        return head.length >= HEADER
                && (head[0] & 0xFF) == 0x1F
                && (head[1] & 0xFF) == 0x8B
                && head[2] == 8
                && (head[3] & RESERVED) == 0;
    }

    @Override
    public int read() throws IOException {
        return Bytes.one(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (state != State.AT_END) {
            if (state == State.BEFORE_HEADER && !header()) {
                state = State.AT_END;
                break;
            }
            int got = inflated(into, from, length);
            if (got > 0) {
                return got;
            }
        }
        return -1;
    }

    private int inflated(byte[] into, int from, int length) throws IOException {
        int got = isDamaged ? 0 : inflate(into, from, length);
        if (got > 0) {
            crc.update(into, from, got);
            return got;
        }
        if (isDamaged || inflater.needsDictionary()) {
            throw damaged();
        }
        if (inflater.finished()) {
            trailer();
        } else if (inflater.needsInput()) {
            more();
            inflater.setInput(input, at, to - at);
            at = to;
        }
        return 0;
    }

    /// What was unpacked before the damage was met is there, although the count is not returned.
    private int inflate(byte[] into, int from, int length) {
        long before = inflater.getBytesWritten();
        try {
            return inflater.inflate(into, from, length);
        } catch (DataFormatException damaged) {
            isDamaged = true;
            return (int) (inflater.getBytesWritten() - before);
        }
    }

    private static Archive.Damaged damaged() {
        return new Archive.Damaged("packed bytes are damaged or end too early");
    }

    /// Whether another member begins here.
    private boolean header() throws IOException {
        int first = isFirst ? one() : behindPadding();
        if (first < 0) {
            return false;
        }
        isFirst = false;
        boolean isGzip = first == 0x1F && need() == 0x8B && need() == 8;
        int flags = isGzip ? need() : RESERVED;
        if ((flags & RESERVED) != 0) {
            throw damaged();
        }
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(need() | need() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        skip((flags & HAS_CRC) != 0 ? 2 : 0);
        inflater.reset();
        crc.reset();
        state = State.IN_MEMBER;
        inflater.setInput(input, at, to - at);
        at = to;
        return true;
    }

    private int behindPadding() throws IOException {
        int next = one();
        while (next == 0) {
            next = one();
        }
        return next;
    }

    private void trailer() throws IOException {
        at = to - inflater.getRemaining();
        long stated = number();
        long length = number();
        if (stated != crc.getValue() || length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new Archive.Damaged("checksum differs");
        }
        state = State.BEFORE_HEADER;
    }

    private long number() throws IOException {
        return need() | (long) need() << 8 | (long) need() << 16 | (long) need() << 24;
    }

    private void skip(int length) throws IOException {
        for (int i = 0; i < length; i++) {
            need();
        }
    }

    private void skipText() throws IOException {
        int next = need();
        while (next != 0) {
            next = need();
        }
    }

    private int need() throws IOException {
        int one = one();
        if (one < 0) {
            throw damaged();
        }
        return one;
    }

    private int one() throws IOException {
        if (at == to && !fill()) {
            return -1;
        }
        return input[at++] & 0xFF;
    }

    private void more() throws IOException {
        if (!fill()) {
            throw damaged();
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        to = Math.max(0, in.read(input, 0, input.length));
        return to > 0;
    }

    @Override
    public long skip(long n) throws IOException {
        return Bytes.skipped(this, n);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }
}
