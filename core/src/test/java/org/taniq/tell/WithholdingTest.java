package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void aSenderHasTheSamePseudonymThroughout() {
        assertEquals("A", name.pseudonym("x"));
        assertEquals("B", name.pseudonym("y"));
        assertEquals("A", name.pseudonym("x"));
    }
}
