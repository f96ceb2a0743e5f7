package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.taniq.tell.Texts.Unsearchable;

/// Files that are looked through for the names of invented people.
final class Searched {
    static final String NAME = "Наргиз";
    private static final NameSearch SEARCH =
            new NameSearch(new Withholding(Set.of(), Set.of(NAME, "Gülnarə", "Əli"), Map.of()));

    private Searched() {}

    /// What is drawn on the pages of a dossier.
    static String pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static boolean hold(byte[] file) throws IOException {
        return Texts.hold(file, SEARCH);
    }

    static boolean hold(String file) throws IOException {
        return hold(file.getBytes(StandardCharsets.UTF_8));
    }

    static void assertRefused(byte[] file, String why) {
        var refused = assertThrows(Unsearchable.class, () -> hold(file));
        assertTrue(refused.said().toString().contains(why), refused.said().toString());
    }

    static void assertRefused(String file, String why) {
        assertRefused(file.getBytes(StandardCharsets.UTF_8), why);
    }
}
