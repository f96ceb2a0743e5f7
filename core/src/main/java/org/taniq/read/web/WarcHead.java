package org.taniq.read.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The head of a record of WARC (ISO 28500): its version, and fields up to an empty line.
final class WarcHead {
    private static final byte[] BEGINNING = {'W', 'A', 'R', 'C', '/'};
    private static final Pattern VERSION = Pattern.compile("WARC/\\d\\.\\d{1,2}");

    /// Where one of them stands twice, two heads have become one: whose content follows is not known.
    private static final List<String> ONCE =
            List.of("warc-type", "warc-record-id", "warc-date", "content-length", "warc-target-uri");

    private WarcHead() {}

    static boolean begins(byte[] bytes, int from, int to) {
        if (to - from < BEGINNING.length + 1) {
            return false;
        }
        for (int i = 0; i < BEGINNING.length; i++) {
            if (bytes[from + i] != BEGINNING[i]) {
                return false;
            }
        }
        return bytes[from + BEGINNING.length] >= '0' && bytes[from + BEGINNING.length] <= '9';
    }

    static Optional<RecordHead> of(byte[] bytes, int from, int to) {
        int end = end(bytes, from, Math.min(to, from + Window.VIEW));
        if (end < 0) {
            return Optional.empty();
        }
        var lines = HeadLines.lines(bytes, from, end);
        var fields = HeadLines.fields(lines.subList(1, lines.size()));
        boolean isHead = VERSION.matcher(lines.getFirst().strip()).matches()
                && ONCE.stream().allMatch(fields::isOnce)
                && !fields.first("warc-type").isEmpty();
        return isHead ? Optional.of(new RecordHead(lines.getFirst().strip(), fields, end - from)) : Optional.empty();
    }

    /// Where the head ends, its empty line included; -1 where it does not, or another one begins before.
    private static int end(byte[] bytes, int from, int to) {
        var line = RecordHead.lineEnd(bytes, from, to);
        while (line.isPresent()) {
            int at = (int) line.getAsLong();
            int next = at < to && bytes[at] == '\r' ? at + 1 : at;
            if (next < to && bytes[next] == '\n') {
                return next + 1;
            }
            line = begins(bytes, at, to) ? OptionalLong.empty() : RecordHead.lineEnd(bytes, at, to);
        }
        return -1;
    }
}
