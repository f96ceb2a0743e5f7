package org.taniq.acquire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// What the extended header before a member says of it, as far as it is needed: where a key stands twice, the last
/// one counts (POSIX).
///
/// @param hasHoles whether it is stored without its runs of zeros
record Pax(Optional<byte[]> path, Optional<String> stated, boolean hasHoles) {
    static final Pax NONE = new Pax(Optional.empty(), Optional.empty(), false);
    private static final int MOST_DIGITS = 18;

    /// Lines of `length key=value`; nothing where they are not.
    static Optional<Pax> of(byte[] lines) {
        var found = NONE;
        int at = 0;
        while (at < lines.length && lines[at] != 0) {
            int space = indexOf(lines, (byte) ' ', at, Math.min(lines.length, at + MOST_DIGITS));
            var length = digits(lines, at, space);
            if (length.isEmpty() || length.getAsLong() < space - at + 2 || length.getAsLong() > lines.length - at) {
                return Optional.empty();
            }
            int end = at + (int) length.getAsLong() - 1;
            int equals = indexOf(lines, (byte) '=', space, end);
            if (equals < 0 || lines[end] != '\n') {
                return Optional.empty();
            }
            String key = new String(lines, space + 1, equals - space - 1, StandardCharsets.UTF_8);
            found = found.with(key, Arrays.copyOfRange(lines, equals + 1, end));
            at = end + 1;
        }
        return Optional.of(found);
    }

    private Pax with(String key, byte[] value) {
        return switch (key) {
            case "path" -> new Pax(Optional.of(value), stated, hasHoles);
            case "size" -> new Pax(path, Optional.of(new String(value, StandardCharsets.ISO_8859_1)), hasHoles);
            default -> key.startsWith("GNU.sparse.") ? new Pax(path, stated, true) : this;
        };
    }

    OptionalLong size(long otherwise) {
        if (stated.isEmpty()) {
            return OptionalLong.of(otherwise);
        }
        byte[] text = stated.get().getBytes(StandardCharsets.ISO_8859_1);
        return digits(text, 0, text.length);
    }

    private static OptionalLong digits(byte[] text, int from, int to) {
        if (to <= from || to - from > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return OptionalLong.empty();
            }
            value = value * 10 + text[i] - '0';
        }
        return OptionalLong.of(value);
    }

    private static int indexOf(byte[] bytes, byte sign, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == sign) {
                return i;
            }
        }
        return -1;
    }
}
