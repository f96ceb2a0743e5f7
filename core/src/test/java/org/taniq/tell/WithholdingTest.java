package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever looks for a withheld name tries every way to write it.
final class WithholdingTest {
    private final Withholding name = new Withholding(Set.of(), Set.of("Gülnarə Məmmədova"), Map.of());
    private final Withholding number = new Withholding(Set.of(), Set.of("+994 50 555 01 47"), Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gülnarə",
                "GÜLNARƏ",
                "gulnare",
                "Gülnarəyə yazdım",
                "məmmədovanın evi",
                "g ü l n a r ə",
                "G.ü.l.n.a.r.ə",
                "g-u-l-n-a-r-e",
                "gulnаre",
                "g\u200bülnarə",
                "gülnar\u0259",
                "gu\u0308lnarə",
                "gulnare_1990@example.org",
                "https://example.org/u/gulnare.mammadova/photos",
                "@GulnareMammedova",
                "gu1nare",
                "mammədova",
                "IMG-Gulnare-2026.jpg",
                "«Gülnarənin qonşuları» qrupu",
            })
    void theNameIsFoundHoweverItIsWritten(String text) {
        assertTrue(name.contains(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+994505550147", "994-50-555-01-47", "+994 (50) 555 01 47", "tel:+994.50.555.01.47"})
    void aNumberIsFoundHoweverItIsSpaced(String text) {
        assertTrue(number.contains(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"salam", "bu gün yağış yağdı", "polisə zəng et", "+994 50 555 01 68"})
    void otherWordsAreShown(String text) {
        assertFalse(name.contains(text), text);
        assertFalse(number.contains(text), text);
    }

    @Test
    void aShortNameIsWithheldAsAWordAndNotInsideOthers() {
        var li = new Withholding(Set.of(), Set.of("Əli K."), Map.of());
        assertTrue(li.contains("əli gəldi"));
        assertFalse(li.contains("kitab"));
    }

    @Test
    void aNameSpreadOverPiecesWithholdsThemAll() {
        var pieces = List.of("g", " ", "ü", " ", "l", " ", "n", " ", "a", " ", "r", " ", "ə");
        assertEquals(pieces.size(), name.pieces(pieces).size());
    }

    @Test
    void onlyThePiecesThatHoldTheNameAreWithheld() {
        assertEquals(Set.of(2), name.pieces(List.of("salam", " ", "Gülnarə", ",", " ", "necəsən")));
    }

    @Test
    void aShortNameIsNotFoundByChanceInNeighbouringWords() {
        var ali = new Withholding(Set.of(), Set.of("Əli"), Map.of());
        assertEquals(Set.of(), ali.pieces(List.of("Bal ", "idi, ", "öldürəcəm ", "səni")));
        assertFalse(ali.contains("Bal idi, öldürəcəm səni"));
        assertTrue(ali.contains("kəfəlisən"), "within a word it is found wherever it stands");
    }

    @Test
    void onlyThePiecesAreWithheldOverWhichANameIsSpread() {
        var ali = new Withholding(Set.of(), Set.of("Əli"), Map.of());
        assertEquals(Set.of(1, 2), ali.pieces(List.of("öldürəcəm ", "Ə ", "li, ", "eşitdin?")));
        assertEquals(Set.of(1, 2, 3), ali.pieces(List.of("ey ", "«Ə\n", "l\n", "inin ", "evi")));
        assertEquals(Set.of(1, 2), name.pieces(List.of("salam ", "Gül", "narəyə ", "yazdım")));
        assertEquals(Set.of(1, 2, 3), name.pieces(List.of("mən ", "xgü ", "l n", "arə ", "gəl")));
    }

    @Test
    void whatStandsAroundAWithheldPieceIsNotReadTogether() {
        assertEquals(Set.of(1, 2, 3), name.pieces(List.of("bax ", "gül ", "Gülnarə ", "narə ", "bura")));
        var nested = new ArrayList<>(Collections.nCopies(40, "gül "));
        nested.addAll(Collections.nCopies(40, "narə "));
        assertEquals(80, name.pieces(nested).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ə l i gəldi", "ə.l.i", "@Ə_li", "(Ə-li)", "Əliyə yaz", "Vüqar:Ə li", "7Ə li"})
    void aShortNameIsFoundAlsoWhereItIsTakenApart(String text) {
        assertTrue(new Withholding(Set.of(), Set.of("Əli"), Map.of()).contains(text), text);
    }

    /// Whatever is withheld, what is left holds the name no more.
    @Test
    void whatIsLeftNeverHoldsTheName() {
        var random = new Random(18);
        var ali = new Withholding(Set.of(), Set.of("Əli", "Gülnarə", "5550147"), Map.of());
        var parts = List.of("ə", "l", "i", "gül", "n", "a", "rə", "555", "01", "47", "b", " ", "-", "\n", "x ");
        for (int round = 0; round < 2_000; round++) {
            var pieces = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                pieces.add(parts.get(random.nextInt(parts.size())) + (random.nextBoolean() ? " " : ""));
            }
            var withheld = ali.pieces(pieces);
            var left = new StringBuilder();
            for (int i = 0; i < pieces.size(); i++) {
                left.append(withheld.contains(i) ? "" : pieces.get(i));
            }
            assertFalse(ali.contains(left.toString()), pieces + " leaves " + left);
        }
    }

    @Test
    void aSenderWhoseNameIsAnEmojiIsWithheldAlsoInsideTexts() {
        var rose = new Withholding(Set.of("🌹", "❤"), Set.of(), Map.of());
        assertTrue(rose.withholdsSender("🌹"));
        assertTrue(rose.withholdsSender("❤\uFE0F"), "with the sign that asks for colour");
        assertFalse(rose.withholdsSender("Vüqar"));
        assertTrue(rose.withholdsNames());
        assertEquals(Set.of(1), rose.pieces(List.of("salam ", "@🌹 ", "necəsən")));
        assertTrue(rose.contains("05/11/2026, 20:41 - 🌹: salam"));
    }

    @Test
    void aSenderOfMerePunctuationIsFoundAsAWordByItself() {
        var point = new Withholding(Set.of("."), Set.of(), Map.of());
        assertTrue(point.withholdsSender("."));
        assertTrue(point.contains("05/11/2026, 20:41 - .: salam"));
        assertEquals(Set.of(), point.pieces(List.of("Salam. ", "Necəsən...")));
    }

    @ParameterizedTest
    @CsvSource({
        "لیلا, ليلا", "ليلا, لیلا", "کاظم, كاظم", "كاظم, کاظم", "فاطمة, فاطمه", "فاطمه, فاطمۀ",
        "رضا, رضاء", "أحمد, احمد", "ٱحمد, إحمد", "مصطفى, مصطفی", "+994 50 555 01 47, ۰۵۰ ۵۵۵ ۰۱ ۴۷", "نائل, نايل"
    })
    void aNameIsFoundOnWhicheverKeyboardItWasWritten(String name, String text) {
        var withheld = new Withholding(Set.of(name), Set.of(), Map.of());
        assertTrue(withheld.contains("آمد " + text + " دیروز"), text);
        assertFalse(withheld.contains("آمد مریم دیروز"));
    }

    @Test
    void whereANameInOtherLettersStandsIsKnown() {
        var leyla = new Withholding(Set.of("لیلا"), Set.of(), Map.of());
        assertEquals(Set.of(1), leyla.pieces(List.of("أنا ", "ليلا ", "رضاء")));
        var riza = new Withholding(Set.of("رضا"), Set.of(), Map.of());
        assertEquals(Set.of(1, 2), riza.pieces(List.of("هو ", "ر", "ضاء ", "هنا")));
    }

    @Test
    void aNameOfTwoIsFoundInsideATextWithoutSpaces() {
        var li = new Withholding(Set.of("李明"), Set.of(), Map.of());
        assertTrue(li.contains("我看见李明说"));
        assertEquals(Set.of(0, 1), li.pieces(List.of("我看见李", "明说", "好")));
        assertFalse(li.contains("我看见王明说"));
        assertTrue(new Withholding(Set.of(), Set.of("민수"), Map.of()).contains("어제 민수는 갔다"));
        assertTrue(new Withholding(Set.of(), Set.of("ゆき"), Map.of()).contains("昨日ゆきが来た"));
        assertTrue(new Withholding(Set.of(), Set.of("นก"), Map.of()).contains("เมื่อวานนกมา"));
    }

    @Test
    void aSenderHasTheSamePseudonymThroughout() {
        assertEquals("A", name.pseudonym("x", ""));
        assertEquals("B", name.pseudonym("y", ""));
        assertEquals("A", name.pseudonym("x", ""));
    }
}
