package org.taniq.tell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/// The texts that a file may show to somebody who looks for a name in it: its bytes in common encodings,
/// and the pages of a PDF. What only a picture shows is not found.
final class Texts {
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1251"),
            Charset.forName("windows-1254"));

    static {
        FontMappers.set(new OneFont());
    }

    private Texts() {}

    static List<String> in(byte[] file, String mediaType) throws IOException {
        var texts = new ArrayList<String>();
        for (var encoding : ENCODINGS) {
            texts.addAll(new String(file, encoding).lines().toList());
        }
        if (mediaType.equals("application/pdf")) {
            try (var pdf = Loader.loadPDF(file)) {
                texts.addAll(new PDFTextStripper().getText(pdf).lines().toList());
            }
        }
        return texts;
    }
}
