package org.taniq.base.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Bytes as lines, each with its end; longer ones than [#LONGEST] come in pieces.
public final class LineStream {
    public static final int LONGEST = 1 << 13;
    private static final int CHUNK = 1 << 14;

    private final InputStream in;
    private final byte[] line = new byte[LONGEST + 1];
    private byte[] chunk = new byte[CHUNK];
    private int at;
    private int filled;
    private int length;
    private long behind;
    private boolean begins = true;
    private boolean ended = true;
    private boolean again;

    public LineStream(InputStream in) {
        this.in = in;
    }

    /// Goes to the next piece; false at the end.
    public boolean next() throws IOException {
        if (again) {
            again = false;
            return length > 0;
        }
        begins = ended;
        length = 0;
        while (length < LONGEST && hasByte()) {
            byte one = chunk[at++];
            line[length++] = one;
            if (one == '\n') {
                break;
            }
        }
        if (length == LONGEST && line[length - 1] == '\r' && hasByte() && chunk[at] == '\n') {
            line[length++] = chunk[at++];
        }
        ended = length > 0 && line[length - 1] == '\n';
        behind += length;
        return length > 0;
    }

    private boolean hasByte() throws IOException {
        if (at == filled) {
            fill();
        }
        return at < filled;
    }

    /// Takes bytes to those that were not given yet.
    private void fill() throws IOException {
        var more = chunk.length == CHUNK ? chunk : new byte[CHUNK];
        int left = filled - at;
        System.arraycopy(chunk, at, more, 0, left);
        chunk = more;
        at = 0;
        filled = left + in.readNBytes(chunk, left, CHUNK - left);
    }

    /// The bytes behind the piece, which stay there: as many as this where there are so many.
    ///
    /// @param most not more than [#LONGEST]
    public ByteBuffer ahead(int most) throws IOException {
        if (filled - at < most) {
            fill();
        }
        return ByteBuffer.wrap(chunk, at, Math.min(most, filled - at));
    }

    /// Gives the same piece once more.
    public void again() {
        again = true;
    }

    /// Gives these bytes, which begin a line, before those that were not given yet.
    public void back(byte[] bytes, int from, int to) {
        int some = to - from;
        int seen = again ? length : 0;
        behind -= some + seen;
        var both = new byte[some + seen + filled - at];
        System.arraycopy(bytes, from, both, 0, some);
        System.arraycopy(line, 0, both, some, seen);
        System.arraycopy(chunk, at, both, some + seen, filled - at);
        chunk = both;
        at = 0;
        filled = both.length;
        ended = true;
        again = false;
    }

    /// The piece, of which [#length] bytes count; other bytes stand in it after the next one.
    public byte[] bytes() {
        return line;
    }

    public int length() {
        return length;
    }

    /// Where the piece begins; at the end, how many bytes there were.
    public long at() {
        return behind - length;
    }

    /// The byte behind the piece.
    public long behind() {
        return behind;
    }

    public boolean beginsLine() {
        return begins;
    }

    /// Whether nothing but white space stands in the piece.
    public boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r' && line[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
