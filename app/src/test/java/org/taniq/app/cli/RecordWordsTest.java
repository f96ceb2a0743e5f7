package org.taniq.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.app.Messages;
import org.taniq.app.Surroundings;
import org.taniq.base.Lang;
import org.taniq.read.index.Hits;

/// What is printed of a text is one line, with what matched marked, and shows what is invisible.
final class RecordWordsTest {
    private final RecordWords words = new RecordWords(new Surroundings(
            Messages.in(Lang.EN),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Map.of(),
            Clock.systemUTC(),
            1));

    @Test
    void aPartOfATextIsOneLine() {
        String text = "bir\niki\r\nüç\u202E dörd";
        var all = new Hits.Span(0, text.length());
        assertEquals("bir / [iki] / üç‹U+202E› dörd", words.part(text, all, List.of(new Hits.Span(4, 7))));
        assertEquals("[bir / iki] / üç‹U+202E› dörd", words.part(text, all, List.of(new Hits.Span(0, 7))));
    }
}
