package org.taniq.read.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.read.web.RecordHead.Fields;

/// The head of a request or an answer of HTTP.
///
/// @param start its first line
/// @param fields names and values as they stand there
record HttpHead(String start, Fields fields) {
    private static final Pattern ANSWER = Pattern.compile("(?:HTTP/[\\d.]{1,5}|ICY) (\\d{3})(?: .*)?");
    private static final Pattern REQUEST = Pattern.compile("([A-Z]{1,20}) .*");

    private static final Pattern NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]{1,100}");

    static final HttpHead NONE = new HttpHead("", new Fields(List.of()));

    static HttpHead of(byte[] bytes) {
        var lines = HeadLines.lines(bytes, 0, bytes.length);
        return lines.isEmpty()
                ? NONE
                : new HttpHead(lines.getFirst().strip(), HeadLines.fields(lines.subList(1, lines.size())));
    }

    /// Whether something begins as a message of HTTP does, or goes on as one behind a damaged line.
    boolean isOne() {
        return ANSWER.matcher(start).matches()
                || REQUEST.matcher(start).matches()
                || !fields.all().isEmpty()
                        && fields.all().stream()
                                .allMatch(field -> NAME.matcher(field.name()).matches());
    }

    /// What the server answered with.
    Optional<Long> status() {
        var answer = ANSWER.matcher(start);
        return answer.matches() ? Optional.of(Long.parseLong(answer.group(1))) : Optional.empty();
    }

    /// What was asked to be done, such as `POST`.
    String method() {
        var request = REQUEST.matcher(start);
        return request.matches() ? request.group(1) : "";
    }

    String low(String name) {
        return fields.first(name).toLowerCase(Locale.ROOT);
    }
}
