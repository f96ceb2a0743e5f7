package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.Lang;

final class MainTest {

    @Test
    void aFailureFromOutsideSaysItself() {
        var full = new IOException("cannot seal IMG_2.jpg: disk full; free 40 MB and run again");
        assertEquals("cannot seal IMG_2.jpg: disk full; free 40 MB and run again", said(full));
        assertEquals(said(full), said(new UncheckedIOException(full)));
    }

    @Test
    void aMissingFileAndAClosedOneAreNamed() {
        assertEquals("there is no chat.txt", said(new NoSuchFileException("chat.txt")));
        assertEquals("may not read or write chat.txt", said(new AccessDeniedException("chat.txt")));
    }

    @Test
    void aFaultOfOursNeverQuotesItsMessageWhichMightHoldEvidence() {
        assertEquals(
                "a fault in the program stopped it (IllegalStateException); what was reported as sealed is kept",
                said(new IllegalStateException("words of a message")));
    }

    private static String said(Throwable failed) {
        return Failure.said(failed, Messages.in(Lang.EN));
    }

    @Test
    void whatHidesInAMessageIsMadeVisible() {
        var err = new StringWriter();
        var around = new Surroundings(
                Messages.in(Lang.EN),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Map.of(),
                Clock.systemUTC(),
                1);
        around.complain("a\u202Eb\nc\u001B[2J");
        assertEquals("taniq: a‹U+202E›b‹U+000A›c‹U+001B›[2J", err.toString().strip());
    }
}
