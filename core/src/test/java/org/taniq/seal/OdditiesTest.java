package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Json;

/// What looks odd and is as the format says: both checkers call it intact, so neither refuses what it
/// should not.
final class OdditiesTest {
    private static final String ADDRESS = "\"\",\"[withheld] ünvanı: Söyüd küçəsi 7\"";

    @TempDir
    Path folder;

    private static Forgery odd(String name, Forgery.Step leaves, String from, String to) {
        return new Forgery(
                name, "", leaves, forged -> forged.edit("index.csv", from, to), Forgery.NOTHING, bytes -> bytes);
    }

    private static Forgery value(String name, String json) {
        return Forgery.ofLeaves(name, "", forged -> {
            forged.letter.shown.add("method");
            forged.letter.forge("method", Json.parse(json));
        });
    }

    private static List<Forgery> oddities() {
        var all = new ArrayList<Forgery>();
        all.add(value("members in the order of UTF-16", "{\"\uD83D\uDE02\":1,\"\uFB33\":2,\"a\":3}"));
        all.add(value("the largest number", "[9007199254740991,-9007199254740991,0]"));
        all.add(value("bytes that are no text", "{\"bytes\":\"/w==\"}"));
        all.add(value("bytes beside another member", "{\"bytes\":\"YWJj\",\"more\":1}"));
        all.add(value("every escape", "\"\\b\\f\\n\\r\\t\\\"\\\\\\u0001\\u007f\\u2028\""));
        all.add(value("as deep as may be", "[".repeat(63) + "0" + "]".repeat(63)));
        all.add(value("nothing", "\"\""));
        all.add(value("every scalar value", "\"\\u0000\uFDD0\uFFFE\uFFFF\uDBFF\uDFFF\uFEFFe\u0301\""));
        all.add(odd(
                "a sender who hides",
                forged -> forged.records.get(1).forge("actorName", Json.of("=1+1\u202E\u007F\u0085\t\u2067")),
                "Kamran",
                "'=1+1<U+202E><U+007F><U+0085><U+0009><U+2067>"));
        all.add(odd(
                "a sender of letters whose first half stands for nothing",
                forged -> forged.records.get(1).forge("actorName", Json.of("\uD800\uDC00\uD800\uDF30\uD800\uDFFF")),
                "Kamran",
                "\uD800\uDC00\uD800\uDF30\uD800\uDFFF"));
        all.add(odd(
                "a sender who hides better",
                forged -> forged.records
                        .get(1)
                        .forge("actorName", Json.of("\n\u00AD\u034F\u115F\u180E\u206A\u206F\uFFF9\uFFFB\uDB40\uDC41")),
                "Kamran",
                "'\n<U+00AD><U+034F><U+115F><U+180E><U+206A><U+206F><U+FFF9><U+FFFB><U+E0041>"));
        for (var start : List.of("\uFF1D", "\uFF0B", "\uFF0D", "\uFF20")) {
            all.add(odd(
                    "a sender who is a formula in full width: " + start,
                    forged -> forged.records.get(1).forge("actorName", Json.of(start + "1+1")),
                    "Kamran",
                    "'" + start + "1+1"));
        }
        all.add(odd(
                "a sender with quotes",
                forged -> forged.records.get(1).forge("actorName", Json.of("\"K\"\n")),
                "Kamran",
                "\"\"K\"\"\n"));
        all.add(odd(
                "a sender that is a list",
                forged -> forged.records.get(1).forge("actorName", Json.of(List.of(Json.of("K")))),
                "Kamran",
                "[\"\"K\"\"]"));
        all.add(odd(
                "a sender that is null", forged -> forged.records.get(1).forge("actorName", Json.NULL), "Kamran", ""));
        all.add(odd(
                "a sender withheld",
                forged -> forged.records.get(1).shown.remove("actorName"),
                "Kamran",
                "[withheld]"));
        all.add(odd(
                "a time as the source wrote it",
                forged -> forged.records
                        .get(1)
                        .forge(
                                "published",
                                Json.object().put("text", "20.11.26").build()),
                ADDRESS,
                ADDRESS.replaceFirst("\"\"", "\"20.11.26\"")));
        all.add(odd(
                "a time without a text",
                forged -> forged.records
                        .get(1)
                        .forge("published", Json.object().put("kind", "unknown").build()),
                ADDRESS,
                ADDRESS));
        all.add(odd("a text without its pieces", forged -> forged.withPieces = false, ADDRESS, "\"\",\"[withheld]\""));
        all.add(odd(
                "a text withheld",
                forged -> {
                    forged.withPieces = false;
                    forged.records.get(1).shown.remove("text");
                },
                ADDRESS,
                "\"\",\"[withheld]\""));
        all.add(odd(
                "no text",
                forged -> {
                    forged.withPieces = false;
                    forged.records.get(1).forge("text", Json.NULL);
                },
                ADDRESS,
                "\"\",\"\""));
        all.add(odd("an empty text", forged -> forged.pieces.clear(), ADDRESS, "\"\",\"\""));
        all.add(odd(
                "a piece that is bytes",
                forged -> forged.pieces.get(4).forge("text", Json.parse("{\"bytes\":\"/w==\"}")),
                ADDRESS,
                ADDRESS.replace("7", "{\"\"bytes\"\":\"\"/w==\"\"}")));
        all.add(odd(
                "a sender behind a semicolon",
                forged -> forged.records.get(1).forge("actorName", Json.of("a;=1;b,-2;;\uFF20c; -")),
                "Kamran",
                "a;'=1;b,'-2;;'\uFF20c; -"));
        all.add(odd(
                "a sender behind a line feed and a quote",
                forged -> forged.records.get(1).forge("actorName", Json.of("\"=1\n+2\n\n@3 \"")),
                "Kamran",
                "\"\"'=1\n'+2\n\n'@3 \"\""));
        all.add(odd(
                "a sender called as what is withheld",
                forged -> forged.records.get(1).forge("actorName", Json.of("[withheld] [Withheld]")),
                "Kamran",
                "<U+005B>withheld] [Withheld]"));
        all.add(odd(
                "a sender whom nobody sees",
                forged ->
                        forged.records.get(1).forge("actorName", Json.of("\u2800\uFE0F\uFFFF\uDBFF\uDFFE\uFFFC\uFFFD")),
                "Kamran",
                "<U+2800><U+FE0F><U+FFFF><U+10FFFE>\uFFFC\uFFFD"));
        all.add(odd(
                "a text that says it is withheld, in two pieces",
                forged -> {
                    forged.pieces.get(1).forge("text", Json.of("[with"));
                    forged.pieces.get(2).forge("text", Json.of("held] "));
                },
                "ünvanı: Söyüd ",
                "<U+005B>withheld] "));
        all.add(odd(
                "marks",
                forged -> forged.records.get(1).forge("marks", Json.strings(List.of("deleted", "edited"))),
                "\"\",\"Kamran\"",
                "\"deleted edited\",\"Kamran\""));
        all.add(odd(
                "a time that is a text",
                forged -> forged.records.get(1).forge("published", Json.of("=20.11")),
                ADDRESS,
                ADDRESS.replaceFirst("\"\"", "\"'=20.11\"")));
        all.add(Forgery.ofLeaves("an older head of a log", "", forged -> {
            forged.first.shown.add("continues");
            forged.first.forge(
                    "continues",
                    Json.of(List.of(new Checkpoint(
                                    "taniq/" + Forged.CASE,
                                    1,
                                    Draft.tree(List.of(forged.caseFirst)).root())
                            .json())));
        }));
        all.add(Forgery.ofEntries("a cosignature", "", forged -> {
            String file = "proof/log/" + Forged.CASE + "/checkpoint";
            forged.put(
                    file,
                    forged.text(file) + "\u2014 witness.example "
                            + Base64.getEncoder().encodeToString(new byte[76]) + "\n\u2014 !"
                            + "~".repeat(127) + " AAAA\n");
        }));
        return all;
    }

    /// More than anything else takes, so by itself.
    @Test
    @Tag("slow")
    void asManyValuesAsMayBeAreIntactForBoth() throws IOException, InterruptedException {
        var many = value("as many values as may be", "[" + "0,".repeat((1 << 21) - 5) + "0]");
        assertIntactForUs(List.of(many));
        assertIntactForTheSecondChecker(List.of(many));
    }

    @Test
    void whatIsOddAndAllowedIsIntactForUs() throws IOException {
        assertIntactForUs(oddities());
    }

    private void assertIntactForUs(List<Forgery> oddities) throws IOException {
        for (var odd : oddities) {
            var verdict = DossierCheck.check(Files.write(folder.resolve("odd.zip"), odd.bytes()));
            assertEquals(List.of(), verdict.failed(), odd.name());
        }
    }

    @Test
    @Tag("slow")
    void whatIsOddAndAllowedIsIntactForTheSecondChecker() throws IOException, InterruptedException {
        assertIntactForTheSecondChecker(oddities());
    }

    private void assertIntactForTheSecondChecker(List<Forgery> oddities) throws IOException, InterruptedException {
        SecondChecker.orNotRun("oddities by the second checker");
        var names = new LinkedHashMap<Path, String>();
        for (var odd : oddities) {
            names.put(Files.write(folder.resolve("odd" + names.size() + ".zip"), odd.bytes()), odd.name());
        }
        SecondChecker.check(List.copyOf(names.keySet()))
                .forEach((file, answer) -> assertEquals("intact", answer.bytes(), names.get(file) + answer.why()));
    }
}
