package org.taniq.read.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.read.web.RecordHead.Field;
import org.taniq.read.web.RecordHead.Fields;

/// The head of a record of ARC, which came before WARC: one line (Internet Archive, ARC file format, versions 1 and 2).
/// Addresses may hold blanks, so it is read from its end.
final class ArcHead {
    static final int LONGEST = 1 << 14;
    static final String FIRST = "ARC/1";
    static final String SECOND = "ARC/2";

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{1,20}:.*", Pattern.DOTALL);
    private static final Pattern COMPUTER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:]{2,39}|-");
    private static final Pattern DATE = Pattern.compile("\\d{4,18}");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern RESULT = Pattern.compile("\\d{1,3}|-");

    /// How many words follow the address in each version.
    private static final int OF_FIRST = 4;

    private static final int OF_SECOND = 9;

    private ArcHead() {}

    static boolean begins(byte[] bytes, int from, int to) {
        return of(bytes, from, to, Form.ARC_1).isPresent()
                || of(bytes, from, to, Form.ARC_2).isPresent();
    }

    /// @param form which of both versions
    static Optional<RecordHead> of(byte[] bytes, int from, int to, Form form) {
        if (from >= to || bytes[from] < 'a' || bytes[from] > 'z') {
            return Optional.empty();
        }
        var end = RecordHead.lineEnd(bytes, from, Math.min(to, from + LONGEST));
        if (end.isEmpty()) {
            return Optional.empty();
        }
        int size = (int) end.getAsLong() - from;
        var line = RecordHead.text(bytes, from, from + size).stripTrailing();
        if (!SCHEME.matcher(line).matches()) {
            return Optional.empty();
        }
        var words = List.of(line.split(" ", -1));
        int first = words.size() - (form == Form.ARC_2 ? OF_SECOND : OF_FIRST);
        return isHead(words, first, form) ? Optional.of(head(words, first, size)) : Optional.empty();
    }

    /// @param first the number of the word behind the address
    private static boolean isHead(List<String> words, int first, Form form) {
        return first > 0
                && COMPUTER.matcher(words.get(first)).matches()
                && DATE.matcher(words.get(first + 1)).matches()
                && (form != Form.ARC_2
                        || RESULT.matcher(words.get(first + 3)).matches()
                                && NUMBER.matcher(words.get(words.size() - 3)).matches());
    }

    private static RecordHead head(List<String> words, int first, int size) {
        var address = String.join(" ", words.subList(0, first));
        var fields = new ArrayList<>(List.of(
                new Field("WARC-Type", address.startsWith("filedesc:") ? "warcinfo" : "response"),
                new Field("WARC-Target-URI", address),
                new Field("WARC-IP-Address", words.get(first)),
                new Field("WARC-Date", words.get(first + 1)),
                new Field("Content-Type", words.get(first + 2)),
                new Field("Content-Length", words.getLast())));
        for (var further : words.subList(first + 3, words.size() - 1)) {
            fields.add(new Field("", further));
        }
        boolean isSecond = words.size() - first == OF_SECOND;
        return new RecordHead(isSecond ? SECOND : FIRST, new Fields(fields), size);
    }
}
