package org.taniq.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "IŞIQ, isiq",
        "ışıq, isiq",
        "İstanbul, istanbul",
        "öldürəcəm, oldurecem",
        "ÖLDÜRƏCƏM, oldurecem",
        "Ёлка, елка",
        "МОЙ, мои",
        "ｋｉｌｌ, kill",
        "𝐤𝐢𝐥𝐥, kill",
        "საქართველო, საქართველო",
        "ᲡᲐᲥ, საქ",
        "Çağırış, cagiris",
    })
    void foldingLevelsCaseAndDiacritics(String original, String folded) {
        assertEquals(folded, Text.fold(original).folded());
    }

    @Test
    void foldingLevelsQuotesAndDashes() {
        assertEquals("\"x\" - y'", Text.fold("„x” – y’").folded());
    }

    @Test
    void foldingDropsWhatCannotBeSeen() {
        assertEquals("oldur", Text.fold("ö\u200Bl\u202Ed\u00ADü\uFEFFr").folded());
        assertEquals("oldur", Text.fold("o\u0308ldu\u0308r").folded());
    }

    @ParameterizedTest
    @CsvSource({
        "k i l l you both, kill you both",
        "ö l d ü r ə c ə m səni, oldurecem seni",
        "g.e.y-dir bu, gey-dir bu",
        "a b, a b",
        "пoлучишь, получишь",
        "gеbеrtirim sеni, gebertirim seni",
        "thrоat, throat",
        "у6ью при встрече, убью при встрече",
        "изув3чу, изувечу",
        "3арежу, зарежу",
        "0ldürtürüm, oldurturum",
        "kn0ck, knock",
        "4ox qa4san, cox qacsan",
        "h4te, hate",
        "пид*р, пид*р",
        "d@y@cem, d*y*cem",
        "суууука, сука",
        "killlll, kil",
        "kill, kill",
        "8pm mp3 covid19 14b 20'de, 8pm mp3 covid19 14b 20'de",
        "050-000-00-00, 050-000-00-00",
        "@nigar, @nigar",
    })
    void looseningUndoesWhatHidesAWord(String original, String loose) {
        assertEquals(loose, Text.loose(original).folded());
    }

    @Test
    void aWordOfTheLevelledTextIsFoundAgainInTheOriginal() {
        String original = "😂 S ə n i ö\u200Bldürəəəcəm!";
        Text text = Text.loose(original);
        int at = text.folded().indexOf("oldurecem");
        assertTrue(at > 0, text.folded());
        assertEquals("ö\u200Bldürəəəcəm", original.substring(text.start(at), text.end(at + 8)));
    }

    @Test
    void offsetsNeverDecreaseAndStayInRange() {
        var random = new Random(20261120);
        for (int round = 0; round < 20_000; round++) {
            String original = anyText(random);
            checkOffsets(original, Text.fold(original));
            checkOffsets(original, Text.loose(original));
        }
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String once = Text.fold(anyText(random)).folded();
            assertEquals(once, Text.fold(once).folded());
        }
        for (int cp = 0; cp <= Character.MAX_CODE_POINT; cp++) {
            String once = Text.fold(Character.toString(cp)).folded();
            assertEquals(once, Text.fold(once).folded(), () -> "folding is not settled");
        }
    }

    @Test
    void aHostileMegabyteIsLevelledWithinASecondOfTheProcessor() {
        var threads = ManagementFactory.getThreadMXBean();
        for (String unit : List.of("a ", "a.", "a*", "@", "1a", "оo", "aaaa", "\u0301", "\u202E", "ﷺ", "a\uD800")) {
            String hostile = unit.repeat((1 << 20) / unit.length());
            long before = threads.getCurrentThreadCpuTime();
            Text.loose(hostile);
            long millis = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
            assertTrue(millis < 1000, unit + " took so many milliseconds: " + millis);
        }
    }

    @Test
    void printedTextHidesNothing() {
        assertEquals("ab‹U+202E›cd", Text.visible("ab\u202Ecd"));
        assertEquals("‹U+001B›[2J‹U+000A›x", Text.visible("\u001B[2J\nx"));
        assertEquals("‹U+200D›a", Text.visible("\u200Da"));
        assertEquals("‹U+D800›", Text.visible("\uD800"));
        assertEquals("‹U+E0041›", Text.visible("\uDB40\uDC41"));
    }

    @Test
    void printedTextKeepsLettersAndJoinedEmoji() {
        assertEquals("Öldürəcəm. Ёлка ძმა", Text.visible("Öldürəcəm. Ёлка ძმა"));
        assertEquals("👩‍❤️‍👩 👩🏽‍💻", Text.visible("👩‍❤️‍👩 👩🏽‍💻"));
    }

    private static void checkOffsets(String original, Text text) {
        int start = 0;
        int end = 0;
        for (int i = 0; i < text.folded().length(); i++) {
            assertTrue(text.start(i) >= start && text.end(i) >= end, "offsets decrease");
            assertTrue(text.start(i) < text.end(i) && text.end(i) <= original.length(), "offsets out of range");
            start = text.start(i);
            end = text.end(i);
        }
    }

    private static String anyText(Random random) {
        String likely = "aaabkllıİəöü şçğоеаукё430$@*. -\n\u0301\u200B\u202E😂\uD800𝐤ﬁ";
        var out = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            boolean odd = random.nextInt(8) == 0;
            out.append(odd ? (char) random.nextInt(0x10000) : likely.charAt(random.nextInt(likely.length())));
        }
        return out.toString();
    }
}
