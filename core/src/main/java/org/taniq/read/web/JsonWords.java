package org.taniq.read.web;

import java.nio.charset.Charset;
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

    /// JSON in texts of JSON, so deep, is looked through for secrets.
    private static final int DEEPEST = 4;

    private JsonWords() {}

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

    /// In UTF-8.
    ///
    /// @param most texts
    static Found of(byte[] bytes, int most) {
        return of(bytes, StandardCharsets.UTF_8, most);
    }

    /// @param most texts
    static Found of(byte[] bytes, Charset charset, int most) {
        var texts = new JsonTexts(bytes, charset);
        var runs = new ArrayList<TextRun>();
        while (runs.size() < most && texts.next()) {
            runs.add(new TextRun(shown(texts, DEEPEST), texts.from(), texts.to(), Kind.SHOWN, Gap.LINE));
        }
        return new Found(runs, runs.size() < most || !texts.next());
    }

    /// A text; where it is JSON itself, without what is secret in it.
    static String withoutSecrets(String text) {
        return withoutSecrets(text, DEEPEST);
    }

    private static String shown(JsonTexts texts, int deepest) {
        return texts.isSecret() ? Secrets.HIDDEN : withoutSecrets(texts.text(), deepest);
    }

    private static String withoutSecrets(String text, int deepest) {
        var begin = text.stripLeading();
        if (deepest == 0 || !begin.startsWith("{") && !begin.startsWith("[")) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var texts = new JsonTexts(bytes, StandardCharsets.UTF_8);
        var shown = new StringBuilder();
        int at = 0;
        while (texts.next()) {
            var one = shown(texts, deepest - 1);
            if (!one.equals(texts.text())) {
                shown.append(RecordHead.text(bytes, at, texts.from())).append(escaped(one));
                at = texts.to();
            }
        }
        return at == 0
                ? text
                : shown.append(RecordHead.text(bytes, at, bytes.length)).toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
