package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Lang;
import org.taniq.base.Said;
import org.taniq.read.record.Unread;

/// What the stages say in English is said in every language: nothing is missing, and nothing is left over.
final class TranslationsTest {
    private static final Pattern REASON = Pattern.compile("(?m)^ +reason: (.*)$");
    private static final List<Lang> OTHERS = List.of(Lang.AZ, Lang.RU);

    @Test
    void everySentenceOfTheStagesIsSaidInEveryLanguage() throws IOException {
        var said = Templates.below(List.of(sources("core"), sources("app"))).keySet();
        assertTrue(said.size() > 100, "the sentences are found");
        for (var language : OTHERS) {
            assertEquals(text(said), text(Translations.read(language, "trouble").keySet()), language.code());
        }
    }

    @Test
    void everyReasonOfARuleIsSaidInEveryLanguage() throws IOException {
        var reasons = new TreeSet<String>();
        try (var files = Files.walk(NotRun.root().resolve("core/src/main/resources/rules"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                REASON.matcher(Files.readString(file)).results().forEach(found -> reasons.add(found.group(1)));
            }
        }
        assertTrue(reasons.size() > 20, "the reasons are found");
        for (var language : OTHERS) {
            assertEquals(
                    text(reasons), text(Translations.read(language, "reasons").keySet()), language.code());
        }
    }

    @Test
    void everyReasonForNotReadingIsSaidInEveryLanguage() {
        for (var language : Messages.LANGUAGES) {
            for (var reason : Unread.Reason.values()) {
                assertTrue(
                        Messages.in(language).text("skipped." + reason.word()).isPresent(),
                        language.code() + " " + reason.word());
            }
        }
    }

    @Test
    void whatTheSystemSaysIsSaidInEveryLanguage() {
        var russian = Translations.read(Lang.RU, "system").keySet();
        assertTrue(russian.contains("No space left on device"));
        assertEquals(text(russian), text(Translations.read(Lang.AZ, "system").keySet()));
    }

    @Test
    void everyValueHasItsPlaceInEveryLanguage() throws IOException {
        var faults = new ArrayList<String>();
        Templates.below(List.of(sources("core"), sources("app"))).forEach((template, names) -> {
            if (!places(template, Lang.EN).equals(names)) {
                faults.add(template + " gets " + names);
            }
        });
        for (var language : OTHERS) {
            Translations.into(language).forEach((template, translated) -> {
                var sentence = new Sentence(template, translated, language);
                if (!places(template, Lang.EN).equals(sentence.places())) {
                    faults.add(language.code() + " has other places: " + template);
                }
                sentence.faults().forEach(fault -> faults.add(language.code() + " " + template + ": " + fault));
            });
        }
        assertEquals(List.of(), faults);
    }

    /// An exception whose words are written in English reaches a person in English.
    @Test
    void troubleIsNeverThrownAsABareSentence() throws IOException {
        var bare = Pattern.compile("new IOException\\(\\s*\"");
        var found = new TreeMap<String, Long>();
        for (var module : List.of("core", "app")) {
            try (var files = Files.walk(sources(module))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    long times = bare.matcher(Files.readString(file)).results().count();
                    if (times > 0) {
                        found.put(file.getFileName().toString(), times);
                    }
                }
            }
        }
        assertEquals(Map.of(), found);
    }

    @Test
    void aSentenceInASentenceIsSaidInTheSameLanguage() {
        var inner = Said.of("not UTF-8");
        var said = Said.of("{of}: {why}", Map.of("of", "E\u001B1", "why", inner));
        assertEquals("E\u001B1: not UTF-8", said.toString());
        assertEquals("E‹U+001B›1: не UTF-8", Messages.in(Lang.RU).say(said));
        assertEquals("E‹U+001B›1: not UTF-8", Messages.in(Lang.EN).say(said));
    }

    private static Set<String> places(String sentence, Lang language) {
        return new TreeSet<>(new Sentence(sentence, sentence, language).places());
    }

    private static String text(Set<String> sentences) {
        return String.join("\n", new TreeSet<>(sentences));
    }

    private static Path sources(String module) {
        return NotRun.root().resolve(module + "/src/main/java");
    }
}
