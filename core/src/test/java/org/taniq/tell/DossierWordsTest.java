package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taniq.tell.DossierPages.Language;

final class DossierWordsTest {

    /// Names, marks and technical terms that are the same in every language.
    private static final java.util.Set<Word> MAY_BE_EQUAL =
            java.util.Set.of(Word.CAPTURER_LINE, Word.SENDER_WITHHELD, Word.PLACE_WHOLE, Word.KIND_VIDEO);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryWordWithItsPlaceholders(Language language) {
        var words = DossierWords.of(language);
        for (var word : Word.values()) {
            var marks =
                    word.placeholders().stream().map(name -> "<" + name + ">").toArray();
            String said = words.say(word, marks);
            assertFalse(said.contains("{") || said.contains("}"), word + ": " + said);
            for (var mark : marks) {
                assertTrue(said.contains((String) mark), word + " lacks " + mark);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"AZ", "RU"})
    void noSentenceIsLeftInEnglish(Language language) {
        var words = DossierWords.of(language);
        var english = DossierWords.of(Language.EN);
        for (var word : Word.values()) {
            if (!MAY_BE_EQUAL.contains(word)) {
                var marks = word.placeholders().toArray();
                assertNotEquals(english.say(word, marks), words.say(word, marks), word.name());
            }
        }
    }

    /// On Android nothing tells a notice from what somebody typed, and a name in one is chosen by its bearer.
    @ParameterizedTest
    @CsvSource({"EN,can have typed,not by a person", "AZ,insan da yaza,insan yox", "RU,мог набрать человек,не человеком"
    })
    void aNoticeIsNotSaidToBeWrittenByNobody(Language language, String doubt, String claim) {
        String said = DossierWords.of(language).say(Word.MARK_SYSTEM);
        assertTrue(said.contains(doubt) && !said.contains(claim), said);
    }

    @Test
    void everyConstantOfThePagesHasItsWord() {
        var words = DossierWords.of(Language.EN);
        for (var kind : DossierPages.Kind.values()) {
            assertFalse(words.say("KIND_", kind).isEmpty());
        }
        for (var mark : DossierPages.Mark.values()) {
            assertFalse(words.say("MARK_", mark).isEmpty());
        }
        for (var state : DossierPages.State.values()) {
            assertFalse(words.say("STATE_", state).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMarkOfAReadingHasASentenceOfItsOwn(Language language) {
        var words = DossierWords.of(language);
        var sentences = new java.util.HashSet<String>();
        for (var mark : org.taniq.read.record.Mark.values()) {
            assertTrue(sentences.add(words.say("MARK_", Marks.of(mark))), mark.word());
        }
    }

    @Test
    void aMissingWordIsAnError() throws IOException {
        assertRefused(english().replace("\nsteps-none:", "\n#steps-none:"), "steps-none");
    }

    @Test
    void anUnknownWordIsAnError() throws IOException {
        assertRefused(english() + "\nnobody-asked: x\n", "nobody-asked");
    }

    @Test
    void aWordTwiceIsAnError() throws IOException {
        String twice = english() + "\ntitle: Again\n";
        assertThrows(RuntimeException.class, () -> DossierWords.read(stream(twice)));
    }

    @Test
    void aLostPlaceholderIsAnError() throws IOException {
        assertRefused(english().replace("Page {page} of {pages}", "Page {page}"), "footer-page");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
        assertEquals("Page {pages} of $1", DossierWords.of(Language.EN).say(Word.FOOTER_PAGE, "{pages}", "$1"));
    }

    private static void assertRefused(String yaml, String named) {
        var refused = assertThrows(IllegalArgumentException.class, () -> DossierWords.read(stream(yaml)));
        assertTrue(String.valueOf(refused.getMessage()).contains(named), String.valueOf(refused.getMessage()));
    }

    private static InputStream stream(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String english() throws IOException {
        try (var in = Objects.requireNonNull(DossierWordsTest.class.getResourceAsStream("/dossier/en.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
