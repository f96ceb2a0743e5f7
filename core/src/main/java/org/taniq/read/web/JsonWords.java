package org.taniq.read.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.html.TextRun;
import org.taniq.base.html.TextRun.Gap;
import org.taniq.base.html.TextRun.Kind;

/// The texts in JSON, wherever they stand in it: all strings but the names of members. Nothing is asked of the rest, so
/// what several values, a prefix or damage make of it loses no words.
final class JsonWords {
    /// What programs put before JSON so that no page can run it, and what a page runs with it.
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:\u00EF\u00BB\u00BF)?\\s*(?:for \\(;;\\);|while\\(1\\);|\\)\\]\\}',?|/\\*\\*/)?\\s*(?:[\\w$.]{1,100}\\(\\s*)?"
                    + "(?:\\{\\s*\"[^\"\\\\]{0,200}\"\\s*:|\\[\\s*(?:\"(?:[^\"\\\\]|\\\\.){0,500}\"\\s*[,\\]]|[\\[{]\\s*[\"\\[{\\]}])).*",
            Pattern.DOTALL);
    private static final int ENDING = 64;
    private static final int LONGEST_NAME = 100;

    private final byte[] bytes;
    private final List<TextRun> runs = new ArrayList<>();
    private final int most;
    private String name = "";
    private int nameTo = -1;

    private JsonWords(byte[] bytes, int most) {
        this.bytes = bytes;
        this.most = most;
    }

    /// What was found.
    ///
    /// @param isWhole whether no text was left out
    record Found(List<TextRun> runs, boolean isWhole) {}

    /// Whether a body begins and ends as JSON does, alone or as programs send it.
    ///
    /// @param isWhole whether its end is there
    static boolean is(byte[] body, String head, boolean isWhole) {
        if (!BEGINNING.matcher(head).matches()) {
            return false;
        }
        var end = RecordHead.text(body, Math.max(0, body.length - ENDING), body.length)
                .strip();
        return !isWhole || end.matches("(?s).*[}\\])];?");
    }

    /// @param most texts
    static Found of(byte[] bytes, int most) {
        var words = new JsonWords(bytes, most);
        return new Found(words.runs, words.read());
    }

    private boolean read() {
        int at = 0;
        while (at < bytes.length && runs.size() < most) {
            if (bytes[at] == '"') {
                int end = end(at + 1);
                string(at + 1, end);
                at = end + 1;
            } else {
                at++;
            }
        }
        return at >= bytes.length;
    }

    private int end(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, bytes.length);
    }

    private void string(int from, int to) {
        int behind = behindBlanks(to + 1);
        if (behind < bytes.length && bytes[behind] == ':') {
            name = to - from > LONGEST_NAME ? "" : unescaped(from, to);
            nameTo = behindBlanks(behind + 1);
            return;
        }
        var text = unescaped(from, to);
        if (!text.isBlank()) {
            boolean isSecret = nameTo == from - 1 && Secrets.hides(name, text);
            runs.add(new TextRun(isSecret ? Secrets.HIDDEN : text, from, to, Kind.SHOWN, Gap.LINE));
        }
    }

    private int behindBlanks(int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    private String unescaped(int from, int to) {
        var raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            at = raw.charAt(at) == '\\' && at + 1 < raw.length() ? escape(raw, at + 1, text) : plain(raw, at, text);
        }
        return whole(text);
    }

    private static int plain(String raw, int at, StringBuilder text) {
        text.append(raw.charAt(at));
        return at + 1;
    }

    private static int escape(String raw, int at, StringBuilder text) {
        char c = raw.charAt(at);
        if (c == 'u' && at + 5 <= raw.length() && isHex(raw, at + 1)) {
            text.append((char) Integer.parseInt(raw, at + 1, at + 5, 16));
            return at + 5;
        }
        text.append(
                switch (c) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r', 'b', 'f' -> ' ';
                    default -> c;
                });
        return at + 1;
    }

    private static boolean isHex(String raw, int at) {
        return raw.substring(at, at + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /// Half of a pair is no character.
    private static String whole(CharSequence text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
