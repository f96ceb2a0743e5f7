package org.taniq.base.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.taniq.base.Trouble;

/// A PDF as a file.
public final class PdfFile {
    /// Programs that show PDFs look for the beginning so far.
    public static final int LATEST = 1024;

    private static final byte[] BEGINNING = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /// A letter of a name may be written as its number.
    private static final Pattern ENCRYPTED = Pattern.compile("/"
            + "Encrypt"
                    .chars()
                    .mapToObj(c -> "(?:" + (char) c + "|(?i:#" + HexFormat.of().toHexDigits((byte) c) + "))")
                    .collect(Collectors.joining())
            + "(?![A-Za-z])");

    static {
        FontMappers.set(new OneFont());
    }

    private PdfFile() {}

    /// Whether a file that begins so is a PDF.
    public static boolean is(byte[] file) {
        for (int at = 0; at <= Math.min(LATEST, file.length) - BEGINNING.length; at++) {
            if (Arrays.equals(file, at, at + BEGINNING.length, BEGINNING, 0, BEGINNING.length)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it says that it is encrypted; text of a page can say so, too.
    public static boolean isEncrypted(byte[] file) {
        return ENCRYPTED.matcher(new String(file, StandardCharsets.ISO_8859_1)).find();
    }

    /// Refuses what would fill the memory, as [#open] does not.
    ///
    /// @throws Trouble with the reason
    public static void refuseTooMuch(byte[] file) throws Trouble {
        PdfPacking.refuseTooMuch(file);
    }

    /// Opens one without a password. What it throws on hostile bytes is up to the library: also what is no
    /// [IOException].
    public static PDDocument open(byte[] file) throws IOException {
        return Loader.loadPDF(file);
    }
}
