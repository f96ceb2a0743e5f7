package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Lang;

/// Every language says everything, and the program says nothing that no language has.
final class MessagesTest {
    private static final Path FOLDER = NotRun.root().resolve("app/src/main/resources/messages");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z0-9_-]+)+)\"");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([^\"]+)\"[,)]");

    @Test
    void everyLanguageHasTheSameSentencesWithTheSamePlaces() throws IOException {
        var english = sentences(Lang.EN);
        assertTrue(english.size() > 5, "the messages are there");
        for (var language : Messages.LANGUAGES) {
            var here = sentences(language);
            assertEquals(english.keySet(), here.keySet(), language.code());
            here.forEach((key, sentence) -> assertEquals(
                    english.getOrDefault(key, sentence).places(), sentence.places(), language.code() + " " + key));
        }
    }

    @Test
    void everySentenceIsWellFormed() throws IOException {
        var faults = new ArrayList<String>();
        for (var language : Messages.LANGUAGES) {
            sentences(language).forEach((key, sentence) -> {
                sentence.faults().forEach(fault -> faults.add(language.code() + " " + key + ": " + fault));
                if (sentence.pattern().isBlank()) {
                    faults.add(language.code() + " " + key + " says nothing");
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void everySentenceStandsInTheFileOfItsArea() throws IOException {
        for (var language : Messages.LANGUAGES) {
            for (var key : sentences(language).keySet()) {
                var messages = Messages.in(language);
                assertTrue(messages.text(key).isPresent(), language.code() + " " + key + " is not found");
            }
        }
    }

    @Test
    void everySentenceThatTheProgramSaysIsThere() throws IOException {
        var known = sentences(Lang.EN).keySet();
        var missing = SAID.matcher(sources())
                .results()
                .map(found -> found.group(1))
                .filter(key -> !known.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<String>(), missing);
    }

    /// Help texts are asked for by picocli, and words by an id that data hold: `word("label", id)`.
    @Test
    void noSentenceIsLeftOver() throws IOException {
        var sources = sources();
        var used =
                LITERAL.matcher(sources).results().map(found -> found.group(1)).collect(Collectors.toSet());
        var words = Pattern.compile("word\\(\"([a-z-]+)\"")
                .matcher(sources)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        var left = sentences(Lang.EN).keySet().stream()
                .filter(key -> !key.startsWith("taniq.") && !used.contains(key))
                .filter(key -> !words.contains(key.replaceFirst("\\..*", "")))
                .toList();
        assertEquals(List.of(), left);
    }

    @Test
    void countsAreSaidAsTheLanguageSaysThem() {
        var pattern = "{n, plural, one {# файл} few {# файла} many {# файлов}}";
        var said = new ArrayList<String>();
        for (long n : List.of(1L, 2L, 5L, 11L, 12L, 21L, 22L, 25L, 111L, 1001L)) {
            said.add(new Sentence("a.b", pattern, Lang.RU)
                    .fill(Map.of("n", n), () -> java.text.NumberFormat.getIntegerInstance(Locale.ROOT)));
        }
        assertEquals(
                List.of(
                        "1 файл",
                        "2 файла",
                        "5 файлов",
                        "11 файлов",
                        "12 файлов",
                        "21 файл",
                        "22 файла",
                        "25 файлов",
                        "111 файлов",
                        "1,001 файл"),
                said);
    }

    @Test
    void aMissingOrUnknownPlaceIsAFaultOfOurs() {
        var sentence = new Sentence("a.b", "{file} is sealed", Lang.EN);
        var numbers = java.text.NumberFormat.getIntegerInstance(Locale.ROOT);
        assertEquals("x is sealed", sentence.fill(Map.of("file", "x"), () -> numbers));
        assertThrows(IllegalArgumentException.class, () -> sentence.fill(Map.of(), () -> numbers));
        assertThrows(IllegalArgumentException.class, () -> sentence.fill(Map.of("file", "x", "b", "y"), () -> numbers));
        assertThrows(IllegalArgumentException.class, () -> Messages.in(Lang.EN).say("common.nothing"));
    }

    @Test
    void theLanguageIsTheOneTypedElseThatOfTheComputer() {
        var russian = Locale.of("ru", "RU");
        assertEquals(
                Lang.AZ,
                Messages.chosen(List.of("add", "--lang", "az"), russian).language());
        assertEquals(
                Lang.EN, Messages.chosen(List.of("--lang=en", "add"), russian).language());
        assertEquals(
                Lang.RU,
                Messages.chosen(List.of("add", "--", "--lang=az"), russian).language());
        assertEquals(Lang.EN, Messages.chosen(List.of("add"), Locale.of("fr")).language());
    }

    private static Map<String, Sentence> sentences(Lang language) throws IOException {
        var all = new TreeMap<String, Sentence>();
        try (var files = Files.list(FOLDER.resolve(language.code()))) {
            for (var file : files.toList()) {
                var area = file.getFileName().toString().replace(".properties", "");
                Messages.read(language, area)
                        .forEach((key, text) -> all.put("" + key, new Sentence("" + key, "" + text, language)));
            }
        }
        return all;
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(NotRun.root().resolve("app/src/main/java"))) {
            var all = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
