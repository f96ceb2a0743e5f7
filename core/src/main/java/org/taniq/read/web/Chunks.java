package org.taniq.read.web;

import java.util.regex.Pattern;

/// Takes the lengths out of a message that was sent in chunks (RFC 9112, section 7.1), while it goes by, for its
/// digest.
/// What is no chunk where one must begin is taken as it stands from there on: archives write bodies without chunks and
/// leave the head as it was.
final class Chunks {
    static final int LONGEST_LINE = 256;

    /// The line before a chunk.
    static final Pattern LENGTH = Pattern.compile("([0-9a-fA-F]{1,8})[ \\t]*(?:;[^\\r\\n]*)?\\r?\\n");

    private final Taker taker;
    private final StringBuilder line = new StringBuilder();
    private final byte[] one = new byte[1];
    private State state = State.LENGTH;
    private long left;
    private boolean isEven = true;

    /// Takes what is in the chunks.
    @FunctionalInterface
    interface Taker {
        void take(byte[] bytes, int from, int length);
    }

    private enum State {
        LENGTH,
        CONTENT,
        END_OF_CHUNK,
        END_OF_LINE,
        END,
        AS_IT_STANDS
    }

    Chunks(Taker taker) {
        this.taker = taker;
    }

    void take(byte[] bytes, int from, int length) {
        int at = from;
        int to = from + length;
        while (at < to) {
            at = switch (state) {
                case LENGTH -> length(bytes, at);
                case CONTENT -> content(bytes, at, to);
                case END_OF_CHUNK, END_OF_LINE -> endOfChunk(bytes, at);
                case END -> behind(bytes, at);
                case AS_IT_STANDS -> asItStands(bytes, at, to);
            };
        }
    }

    private int length(byte[] bytes, int at) {
        line.append((char) (bytes[at] & 0xFF));
        if (bytes[at] == '\n') {
            begin(line.toString());
        } else if (line.length() > LONGEST_LINE || Character.digit(line.charAt(0), 16) < 0) {
            giveUp();
        }
        return at + 1;
    }

    private void begin(String stated) {
        var length = LENGTH.matcher(stated);
        if (!length.matches()) {
            giveUp();
            return;
        }
        line.setLength(0);
        left = Long.parseLong(length.group(1), 16);
        state = left == 0 ? State.END : State.CONTENT;
    }

    private void giveUp() {
        state = State.AS_IT_STANDS;
        for (int i = 0; i < line.length(); i++) {
            one[0] = (byte) line.charAt(i);
            taker.take(one, 0, 1);
        }
        line.setLength(0);
    }

    private int content(byte[] bytes, int at, int to) {
        int length = (int) Math.min(left, to - at);
        taker.take(bytes, at, length);
        left -= length;
        state = left == 0 ? State.END_OF_CHUNK : State.CONTENT;
        return at + length;
    }

    private int endOfChunk(byte[] bytes, int at) {
        if (bytes[at] == '\r' && state == State.END_OF_CHUNK) {
            state = State.END_OF_LINE;
            return at + 1;
        }
        state = State.LENGTH;
        isEven &= bytes[at] == '\n';
        return bytes[at] == '\n' ? at + 1 : at;
    }

    /// Behind the last chunk stands an empty line, and nothing else.
    private int behind(byte[] bytes, int at) {
        isEven &= bytes[at] == '\r' || bytes[at] == '\n';
        return at + 1;
    }

    /// Whether all that came were chunks, each with its end, up to the last one: nothing stands beside them.
    boolean isWhole() {
        return state == State.END && isEven;
    }

    private int asItStands(byte[] bytes, int at, int to) {
        taker.take(bytes, at, to - at);
        return to;
    }
}
