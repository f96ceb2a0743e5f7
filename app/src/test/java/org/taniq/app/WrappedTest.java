package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class WrappedTest {
    @Test
    void theAnswerToAFoldedQuestionStandsOneBlankBehindIt() {
        String question = "word ".repeat(20) + "(yes / no)? ";
        String wrapped = Wrapped.of(question);
        assertTrue(wrapped.contains("\n"));
        assertTrue(wrapped.endsWith("(yes / no)? "), wrapped);
    }

    @Test
    void aShortQuestionStaysAsItIs() {
        assertEquals("Who? ", Wrapped.of("Who? "));
    }

    @Test
    void whatIsFoldedLosesNoWord() {
        String text = "- " + "öldürəcəm ".repeat(30).strip();
        assertEquals(text, Wrapped.of(text).replace("\n  ", " "));
        assertTrue(Wrapped.of(text).lines().allMatch(line -> line.length() <= 80));
    }
}
