package org.taniq.read.msgstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.taniq.base.Bytes;

/// Words that stand in a column as bytes.
final class BlobText {
    /// One letter more than a record keeps, whichever it is.
    private static final int MOST = 3 * Fields.LONGEST + 4;

    private BlobText() {}

    /// The bytes as UTF-8, with U+FFFD for what is none.
    static String of(Bytes bytes) {
        try (InputStream in = bytes.open()) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
    }

    /// Whether a person may have written them.
    static boolean isText(Bytes bytes) {
        return of(bytes)
                .chars()
                .noneMatch(letter -> letter == 0xFFFD || letter < ' ' && !Character.isWhitespace(letter));
    }
}
