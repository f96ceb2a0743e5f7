package org.taniq.seal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.Json;

/// Writes `index.csv`, a function of the proofs (docs/format.md, section 10.3).
final class IndexCsv {
    private static final String HEADER = "exhibit,statement,record,type,marks,sender,published,text,file,sha256\n";
    private static final String WITHHELD = "[withheld]";
    /// Stands for what is withheld until evidence that only says so is written otherwise. Two first halves of a
    /// character: they follow one another in no text, while one alone is a half of many a letter.
    private static final String GAP = "\uD800\uD800";

    /// What a formula begins with, in full width too; a spreadsheet that takes no quotes parts values at a
    /// comma, a semicolon or a line feed.
    private static final Pattern RUNS = Pattern.compile(
            "^(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\n])|(?<=[,;\n\"])(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private final StringBuilder out = new StringBuilder(HEADER);

    void record(Exhibited.OfRecord exhibit, Proof proof) {
        line(List.of(
                exhibit.exhibit(),
                statement(exhibit),
                Long.toString(exhibit.record()),
                value(proof.value("type")),
                marks(proof.value("marks").orElse(Json.NULL)),
                value(proof.value("actorName")),
                value(proof.value("published").map(IndexCsv::asWritten)),
                text(proof),
                "",
                ""));
    }

    /// @param sha256 of the file as it lies in the container
    void file(Exhibited exhibit, String file, String sha256) {
        line(List.of(exhibit.exhibit(), statement(exhibit), "", "", "", "", "", "", file, sha256));
    }

    private static String statement(Exhibited exhibit) {
        return exhibit.log() + "-" + exhibit.index();
    }

    private static Json asWritten(Json published) {
        return published instanceof Json.Obj object ? object.members().getOrDefault("text", Json.NULL) : published;
    }

    private static String marks(Json marks) {
        return String.join(" ", ReadingCheck.marks(marks).orElse(List.of()));
    }

    private static String text(Proof proof) {
        var pieces = proof.pieces().get("text");
        if (pieces == null) {
            return proof.value("text").filter(Json.Null.class::isInstance).isPresent() ? "" : GAP;
        }
        var text = new StringBuilder();
        for (var piece : pieces) {
            switch (piece) {
                case Proof.Shown(Disclosure disclosure) -> text.append(value(Optional.of(disclosure.value())));
                case Proof.Withheld _ -> text.append(GAP).append(' ');
            }
        }
        return text.toString();
    }

    private static String value(Optional<Json> value) {
        if (value.isEmpty()) {
            return GAP;
        }
        return switch (value.get()) {
            case Json.Null _ -> "";
            case Json.Str(String text) -> text;
            case Json other -> other.canonical();
        };
    }

    private void line(List<String> values) {
        var separator = "";
        for (var value : values) {
            out.append(separator)
                    .append('"')
                    .append(safe(value).replace("\"", "\"\""))
                    .append('"');
            separator = ",";
        }
        out.append('\n');
    }

    /// Shows what would hide in a terminal or turn a text round, and stops a spreadsheet from running it.
    private static String safe(String value) {
        var safe = new StringBuilder();
        value.replace(WITHHELD, "<U+005B>withheld]")
                .replace(GAP, WITHHELD)
                .codePoints()
                .forEach(point -> {
                    if (Unseen.is(point)) {
                        safe.append("<U+").append(Unseen.digits(point)).append('>');
                    } else {
                        safe.appendCodePoint(point);
                    }
                });
        return RUNS.matcher(safe).replaceAll("'");
    }

    int length() {
        return out.length();
    }

    String text() {
        return out.toString();
    }
}
