package org.taniq.base.json;

import java.io.IOException;
import java.io.InputStream;

/// JSON as programs write it that write it by hand, made readable: `\x0F` becomes `\u000F`; a backslash before what
/// is not escaped so becomes a backslash; the line separator U+2028 (U+2029 alike) whose last two bytes stand
/// a second time behind `\u2028` becomes one, as Telegram Desktop writes it; a byte that is no UTF-8 becomes U+FFFD.
/// It remembers where each byte stood.
public final class Mended extends InputStream implements JsonWalk.Origin {
    private static final int SIZE = 1 << 13;
    private static final int LEAST = 1 << 6;
    /// Bytes that are looked at together, and that one step may write.
    private static final int AHEAD = 8;

    private static final String ESCAPED = "\"\\/bfnrtu";
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private final InputStream source;
    private final byte[] in;
    private int at;
    private int end;
    private final byte[] out;
    private int outAt;
    private int outEnd;
    private long read;
    private long written;
    private final Edits edits;

    /// @param from where the first byte of the source stands
    public Mended(InputStream source, long from) {
        this(source, from, SIZE);
    }

    /// @param about how many bytes there are: a short text takes little memory
    Mended(InputStream source, long from, int about) {
        int size = Math.clamp(about, LEAST, SIZE);
        this.source = source;
        this.in = new byte[size];
        this.out = new byte[size];
        this.edits = new Edits(from);
    }

    @Override
    public long at(long place) {
        return edits.origin(place);
    }

    /// How many bytes before this one of the source were no UTF-8, for places not far behind what was read last.
    public long replacedBefore(long origin) {
        return edits.replacedBefore(origin);
    }

    @Override
    public int read() throws IOException {
        return outAt < outEnd || mend() ? out[outAt++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (outAt == outEnd && !mend()) {
            return -1;
        }
        int count = Math.min(length, outEnd - outAt);
        System.arraycopy(out, outAt, into, from, count);
        outAt += count;
        return count;
    }

    /// @return whether there is something
    private boolean mend() throws IOException {
        written += outEnd;
        outAt = 0;
        outEnd = 0;
        while (outEnd <= out.length - AHEAD && look()) {
            byte next = in[at];
            if (next == '\\') {
                escape();
            } else if (next >= 0) {
                out[outEnd++] = next;
                pass(1);
            } else {
                letter();
            }
        }
        return outEnd > 0;
    }

    /// Has the next bytes ready, as far as there are any.
    private boolean look() throws IOException {
        if (end - at < AHEAD) {
            System.arraycopy(in, at, in, 0, end - at);
            end -= at;
            at = 0;
            for (int count = 0; end < AHEAD && count >= 0; end += Math.max(count, 0)) {
                count = source.read(in, end, in.length - end);
            }
        }
        return at < end;
    }

    private void escape() {
        int escaped = byteAt(1);
        if (escaped == 'x' && isHex(byteAt(2)) && isHex(byteAt(3))) {
            pass(2);
            put((byte) '\\', (byte) 'u', (byte) '0', (byte) '0');
            edited(0);
            copy(2);
        } else if (escaped >= 0 && ESCAPED.indexOf(escaped) < 0) {
            copy(1);
            put((byte) '\\');
            edited(0);
        } else if (isSeparatorTwice()) {
            copy(6);
            pass(2);
            edited(0);
        } else {
            copy(Math.min(2, end - at));
        }
    }

    private boolean isSeparatorTwice() {
        boolean isSeparator = byteAt(1) == 'u' && byteAt(2) == '2' && byteAt(3) == '0' && byteAt(4) == '2';
        int last = byteAt(5);
        return isSeparator && (last == '8' || last == '9') && byteAt(6) == 0x80 && byteAt(7) == 0xA8 + (last - '8');
    }

    private void letter() {
        int width = Utf8Letter.width(byteAt(0), byteAt(1), byteAt(2), byteAt(3));
        if (width > 0) {
            copy(width);
            return;
        }
        pass(1);
        put(REPLACEMENT);
        edited(1);
    }

    /// The byte so many places on; below 0 where there is none.
    private int byteAt(int further) {
        return at + further < end ? in[at + further] & 0xFF : -1;
    }

    private static boolean isHex(int letter) {
        return Character.digit(letter, 16) >= 0 && letter < 0x80;
    }

    private void copy(int count) {
        System.arraycopy(in, at, out, outEnd, count);
        outEnd += count;
        pass(count);
    }

    private void pass(int count) {
        at += count;
        read += count;
    }

    private void put(byte... bytes) {
        System.arraycopy(bytes, 0, out, outEnd, bytes.length);
        outEnd += bytes.length;
    }

    private void edited(int replaced) {
        edits.add(written + outEnd, read, replaced);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
