package org.taniq.read.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.taniq.read.web.RecordHead.Field;
import org.taniq.read.web.RecordHead.Fields;

/// Lines of names and values up to an empty one: heads of WARC and of HTTP.
final class HeadLines {
    private static final int MOST = 1000;

    private HeadLines() {}

    /// Where the head that begins here ends, its empty line included; nothing where it does not.
    static OptionalInt end(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                int next = i + 1 < to && bytes[i + 1] == '\r' ? i + 2 : i + 1;
                if (next < to && bytes[next] == '\n') {
                    return OptionalInt.of(next + 1);
                }
            }
        }
        return OptionalInt.empty();
    }

    /// The lines without the empty one; of too many the last stands for the rest.
    static List<String> lines(byte[] bytes, int from, int to) {
        var lines = new ArrayList<String>();
        int at = from;
        while (at < to && lines.size() < MOST) {
            int end = (int) RecordHead.lineEnd(bytes, at, to).orElse(to);
            var line = decoded(bytes, at, end).stripTrailing();
            if (line.isEmpty() && !lines.isEmpty()) {
                return lines;
            }
            lines.add(line);
            at = end;
        }
        if (at < to) {
            lines.add(Secrets.HIDDEN);
        }
        return lines;
    }

    /// What is no UTF-8 is Latin, as HTTP had it.
    private static String decoded(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /// The fields of these lines; a line that begins with a blank goes on with the one before.
    static Fields fields(List<String> lines) {
        var fields = new ArrayList<Field>();
        for (var line : lines) {
            int colon = line.indexOf(':');
            boolean goesOn = !line.isEmpty() && Character.isWhitespace(line.charAt(0)) && !fields.isEmpty();
            if (goesOn) {
                var last = fields.removeLast();
                fields.add(new Field(last.name(), last.value() + " " + line.strip()));
            } else if (colon > 0) {
                fields.add(new Field(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            } else {
                fields.add(new Field("", line));
            }
        }
        return new Fields(fields);
    }
}
