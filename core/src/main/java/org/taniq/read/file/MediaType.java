package org.taniq.read.file;

import java.io.IOException;
import java.io.InputStream;
import org.taniq.base.Bytes;

/// What kind of file bytes are, by their first kilobytes; a name is never trusted.
public final class MediaType {
    /// A chat, a note: what is recognised as nothing else.
    public static final String PLAIN_TEXT = TextType.PLAIN;

    /// How many first bytes are enough to tell.
    public static final int HEAD = MediaTypes.HEAD;

    private MediaType() {}

    /// The media type, `application/octet-stream` where nothing is known.
    public static String of(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return of(in);
        }
    }

    public static String of(InputStream in) throws IOException {
        return MediaTypes.of(in.readNBytes(MediaTypes.HEAD));
    }

    /// Whether this is a file of plain text, such as a chat, into which no picture is packed as far as that can
    /// be seen: what a case that takes no media still takes. All of it is read.
    public static boolean isTextAlone(InputStream in) throws IOException {
        return TextAlone.is(in);
    }

    /// Whether a file begins as text, in whichever language: HTML, JSON, mail.
    public static boolean isText(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return MediaTypes.isText(in.readNBytes(MediaTypes.HEAD));
        }
    }

    /// Whether this is text, in whichever language, into which no picture is packed as far as that can be seen. All
    /// of it is read.
    public static boolean isTextWithoutPictures(InputStream in) throws IOException {
        return TextAlone.isInAnyLanguage(in);
    }
}
