package org.taniq.read.web;

import java.util.OptionalInt;

/// A body that is said to have been sent in chunks (RFC 9112, section 7.1), without their lengths, for its words. A
/// line
/// is a length where its chunk ends as it should, and else a line of text: nothing is taken out that may be words.
final class ChunkedBody {
    private final byte[] stored;
    private final Kept content;
    private boolean any;
    private int at;

    private ChunkedBody(byte[] stored) {
        this.stored = stored;
        this.content = new Kept(stored.length);
    }

    /// @param bytes without the lengths of chunks
    /// @param outcome how it went, in a word
    record Content(Kept bytes, String outcome) {}

    static Content of(byte[] stored) {
        var body = new ChunkedBody(stored);
        var outcome = body.read();
        return new Content(body.content, outcome);
    }

    private String read() {
        while (at < stored.length) {
            int line = lineEnd();
            var length = length(line);
            if (length.isEmpty()) {
                return rest(any ? "broken" : "none");
            }
            if (length.getAsInt() == 0) {
                return end(line);
            }
            long to = (long) line + length.getAsInt();
            if (!isEnd(to)) {
                return unended(line);
            }
            any = true;
            content.take(stored, line, length.getAsInt());
            at = (int) to + (stored[(int) to] == '\r' ? 2 : 1);
        }
        return "cut";
    }

    private int lineEnd() {
        int to = Math.min(stored.length, at + Chunks.LONGEST_LINE);
        return (int) RecordHead.lineEnd(stored, at, to).orElse(at);
    }

    private OptionalInt length(int lineEnd) {
        var line = Chunks.LENGTH.matcher(RecordHead.text(stored, at, lineEnd));
        if (!line.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, Long.parseLong(line.group(1), 16)));
    }

    private boolean isEnd(long to) {
        return to < stored.length
                && (stored[(int) to] == '\n'
                        || to + 1 < stored.length && stored[(int) to] == '\r' && stored[(int) to + 1] == '\n');
    }

    /// A chunk that is longer than what is there. What is packed begins so; before words the line stays, as it may be
    /// one of them.
    private String unended(int line) {
        boolean isPacked = line + 1 < stored.length
                && (stored[line] == GzipHead.FIRST && (stored[line + 1] & 0xFF) == 0x8B || stored[line] == 0x78);
        at = any || isPacked ? line : at;
        return rest("cut");
    }

    /// Behind the last chunk stands an empty line, and nothing else as a rule.
    private String end(int line) {
        at = line;
        while (at < stored.length && (stored[at] == '\r' || stored[at] == '\n')) {
            at++;
        }
        return rest(at < stored.length ? "broken" : "whole");
    }

    private String rest(String outcome) {
        content.take(stored, at, stored.length - at);
        return outcome;
    }
}
