package org.taniq.read.bag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;

/// The lines of a list in a bag, one after the other; ends of lines of every kind are ends.
final class TagLines {
    /// Longer is no path.
    static final int LONGEST = 1 << 16;

    private final Reader in;
    private boolean isBehindReturn;

    TagLines(InputStream in, Charset charset) {
        this.in = new BufferedReader(new InputStreamReader(in, charset));
    }

    /// The next one; what is longer than [#LONGEST] is cut.
    Optional<String> next() throws IOException {
        var line = new StringBuilder();
        int c = first();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
            c = in.read();
        }
        isBehindReturn = c == '\r';
        return Optional.of(line.toString());
    }

    private int first() throws IOException {
        int c = in.read();
        return isBehindReturn && c == '\n' ? in.read() : c;
    }
}
