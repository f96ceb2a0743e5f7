package org.taniq.read;

import java.io.IOException;
import java.io.InputStream;
import org.taniq.base.Bytes;

/// What kind of file bytes are, by their first kilobytes; a name is never trusted.
public final class MediaType {
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

    /// Whether the type is text that holds no picture: what a case that takes no media still takes.
    public static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("application/json") || type.equals("message/rfc822");
    }
}
