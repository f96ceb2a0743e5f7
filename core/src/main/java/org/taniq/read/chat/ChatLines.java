package org.taniq.read.chat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The lines of a text as UTF-8, with their places in the bytes that were given. A line ends with LF; a CR
/// before it is told apart. Only the first [#MAX_LINE] bytes of a line are kept, all of it is counted.
final class ChatLines {
    static final int MAX_LINE = 1 << 20;
    private static final int WINDOW = 2 * MAX_LINE;
    /// Most chats of an archive with thousands of them are short.
    private static final int FIRST_WINDOW = 1 << 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private final InputStream in;
    private byte[] window = new byte[FIRST_WINDOW];
    private int next;
    private int filled;
    private boolean ended;
    private boolean wide;
    private Charset encoding = StandardCharsets.UTF_8;

    private byte[] bytes = window;
    private int from;
    private int to;
    private long start;
    private long end;
    private long number;
    private boolean carriageReturn;
    private boolean afterCarriageReturn;
    private boolean cut;

    ChatLines(InputStream in) throws IOException {
        this.in = in;
        fill();
        recogniseEncoding();
    }

    /// Moves to the next line; false at the end.
    boolean next() throws IOException {
        afterCarriageReturn = carriageReturn;
        start = number == 0 ? 0 : end;
        int lineFeed = findLineFeed();
        if (lineFeed < 0 && next >= filled) {
            return false;
        }
        int stop = lineFeed < 0 ? filled : lineFeed;
        take(next, stop);
        end += stop - next;
        next = stop;
        finishLine(lineFeed >= 0);
        number++;
        return true;
    }

    /// The UTF-8 of the line, valid until the next call of [#next].
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    /// The end of the line without its line end.
    int to() {
        return to;
    }

    /// The place of the first byte of the line.
    long start() {
        return start;
    }

    /// The place after its line end.
    long end() {
        return end;
    }

    /// Its number, from 1.
    long number() {
        return number;
    }

    boolean endsWithCrLf() {
        return carriageReturn;
    }

    /// Whether the line before ended with CR LF.
    boolean followsCrLf() {
        return afterCarriageReturn;
    }

    /// Whether only its beginning was kept.
    boolean cut() {
        return cut;
    }

    /// The encoding by its byte order mark, UTF-8 where there is none.
    Charset encoding() {
        return encoding;
    }

    private void recogniseEncoding() {
        int mark = filled < 2 ? 0 : (window[0] & 0xFF) << 8 | window[1] & 0xFF;
        if (mark == 0xFFFE) {
            wide(StandardCharsets.UTF_16LE, 2);
        } else if (mark == 0xFEFF) {
            wide(StandardCharsets.UTF_16BE, 2);
        } else if (filled >= 4 && window[1] == 0 && window[3] == 0 && window[0] > 0) {
            wide(StandardCharsets.UTF_16LE, 0);
        } else if (filled >= 4 && window[0] == 0 && window[2] == 0 && window[1] > 0) {
            wide(StandardCharsets.UTF_16BE, 0);
        }
    }

    private void wide(Charset charset, int mark) {
        encoding = charset;
        wide = true;
        next = mark;
        end = mark;
    }

    private int findLineFeed() throws IOException {
        int scanned = next;
        while (true) {
            int at = wide ? wideLineFeed(scanned) : lineFeed(scanned);
            if (at >= 0) {
                return at;
            }
            scanned = filled;
            if (ended || filled - next >= MAX_LINE + 8) {
                return -1;
            }
            int held = filled - next;
            fill();
            scanned = next + (wide ? held & ~1 : held);
        }
    }

    private int lineFeed(int at) {
        int i = at;
        for (; i + 8 <= filled; i += 8) {
            long x = (long) LONGS.get(window, i) ^ LINE_FEEDS;
            long hit = (x - ONES) & ~x & TOPS;
            if (hit != 0) {
                return i + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        for (; i < filled; i++) {
            if (window[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int wideLineFeed(int at) {
        int low = encoding == StandardCharsets.UTF_16LE ? 0 : 1;
        for (int i = next + (at - next & ~1); i + 2 <= filled; i += 2) {
            if (window[i + low] == '\n' && window[i + 1 - low] == 0) {
                return i;
            }
        }
        return -1;
    }

    private void take(int first, int stop) {
        cut = stop - first > MAX_LINE;
        if (wide) {
            bytes = new String(window, first, Math.min(stop - first, MAX_LINE), encoding)
                    .getBytes(StandardCharsets.UTF_8);
            from = 0;
            to = bytes.length;
        } else {
            bytes = window;
            from = first;
            to = cut ? wholeCharacters(first, first + MAX_LINE) : stop;
        }
    }

    /// Where the last character that begins before `limit` and ends by then ends.
    private int wholeCharacters(int first, int limit) {
        int end = limit;
        while (end > first && limit - end < 3 && (window[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    private void finishLine(boolean found) throws IOException {
        carriageReturn = false;
        if (!found && !ended) {
            skipRest();
            return;
        }
        if (found) {
            carriageReturn = to > from && bytes[to - 1] == '\r';
            to -= carriageReturn ? 1 : 0;
            next += wide ? 2 : 1;
            end += wide ? 2 : 1;
        }
    }

    /// The line is longer than what is kept: its beginning is copied, the rest only counted.
    private void skipRest() throws IOException {
        cut = true;
        bytes = Arrays.copyOfRange(bytes, from, to);
        to -= from;
        from = 0;
        int at = -1;
        while (at < 0 && !(ended && next >= filled)) {
            next = filled;
            fill();
            at = wide ? wideLineFeed(next) : lineFeed(next);
            int stop = at < 0 ? filled : at;
            end += stop - next;
            next = stop;
        }
        if (at >= 0) {
            next += wide ? 2 : 1;
            end += wide ? 2 : 1;
        }
    }

    private void fill() throws IOException {
        boolean small = filled == window.length && window.length < WINDOW;
        byte[] into = small ? new byte[Math.min(WINDOW, window.length * 4)] : window;
        System.arraycopy(window, next, into, 0, filled - next);
        window = into;
        filled -= next;
        next = 0;
        while (filled < window.length && !ended) {
            int got = in.read(window, filled, window.length - filled);
            ended = got < 0;
            filled += Math.max(got, 0);
        }
    }
}
