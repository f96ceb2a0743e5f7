package org.taniq.seal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taniq.base.Json;

/// Writes `index.csv`, a function of the proofs (docs/format.md, section 10.3).
final class IndexCsv {
    private static final String HEADER = "exhibit,statement,record,type,sender,published,text,file,sha256\n";
    private static final String WITHHELD = "[withheld]";
    /// What a formula begins with, in full width too; a spreadsheet looks behind a line feed.
    private static final String RUNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\n";

    private final StringBuilder out = new StringBuilder(HEADER);

    void record(Exhibited.OfRecord exhibit, Proof proof) {
        line(List.of(
                exhibit.exhibit(),
                statement(exhibit),
                Long.toString(exhibit.record()),
                value(proof.value("type")),
                value(proof.value("actorName")),
                value(proof.value("published").map(IndexCsv::asWritten)),
                text(proof),
                "",
                ""));
    }

    /// @param sha256 of the file as it lies in the container
    void file(Exhibited exhibit, String file, String sha256) {
        line(List.of(exhibit.exhibit(), statement(exhibit), "", "", "", "", "", file, sha256));
    }

    private static String statement(Exhibited exhibit) {
        return exhibit.log() + "-" + exhibit.index();
    }

    private static Json asWritten(Json published) {
        return published instanceof Json.Obj object ? object.members().getOrDefault("text", Json.NULL) : published;
    }

    private static String text(Proof proof) {
        var pieces = proof.pieces().get("text");
        if (pieces == null) {
            return proof.value("text").filter(Json.Null.class::isInstance).isPresent() ? "" : WITHHELD;
        }
        var text = new StringBuilder();
        for (var piece : pieces) {
            switch (piece) {
                case Proof.Shown(Disclosure disclosure) -> text.append(value(Optional.of(disclosure.value())));
                case Proof.Withheld _ -> text.append(WITHHELD).append(' ');
            }
        }
        return text.toString();
    }

    private static String value(Optional<Json> value) {
        if (value.isEmpty()) {
            return WITHHELD;
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
        value.codePoints().forEach(point -> {
            if (hides(point)) {
                safe.append(String.format(Locale.ROOT, "<U+%04X>", point));
            } else {
                safe.appendCodePoint(point);
            }
        });
        boolean formula = !safe.isEmpty() && RUNS.indexOf(safe.charAt(0)) >= 0;
        return formula ? "'" + safe : safe.toString();
    }

    private static boolean hides(int point) {
        return point < 0x20 && point != '\n'
                || point >= 0x7F && point <= 0x9F
                || point == 0x00AD
                || point == 0x034F
                || point == 0x061C
                || point == 0x115F
                || point == 0x180E
                || point >= 0x200B && point <= 0x200F
                || point >= 0x2028 && point <= 0x202E
                || point >= 0x2060 && point <= 0x206F
                || point == 0xFEFF
                || point >= 0xFFF9 && point <= 0xFFFB
                || point >= 0xE0000 && point <= 0xE007F;
    }

    int length() {
        return out.length();
    }

    String text() {
        return out.toString();
    }
}
