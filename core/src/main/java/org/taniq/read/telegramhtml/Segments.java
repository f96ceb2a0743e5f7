package org.taniq.read.telegramhtml;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.read.record.Spot;

/// A page, cut where Telegram begins a message: on a line of its own, behind five blanks. It writes `<` as `&lt;` and
/// the end of a line as `<br>` in everything that people write, so that nobody can type such a line.
final class Segments {
    private static final Pattern BEGIN = Pattern.compile(
            "(?s) {5}<div class=\"message (?:service|default clearfix(?: joined)?)\" id=\"message-?\\d{1,18}\">.*");
    private static final int HEAD = 120;
    /// Bytes of one message; Telegram sends at most 32,768 characters in one.
    private static final int LARGEST = 4 << 20;

    private final InputStream in;
    private byte[] line = new byte[0];
    private long at;
    private long number = 1;
    private boolean isWhole = true;

    Segments(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// What stands from one beginning to the next.
    ///
    /// @param text its bytes, each as a character
    /// @param from where it begins
    /// @param to where the next one begins
    /// @param first its first line
    /// @param isWhole whether no bytes were left out because there are too many
    record Segment(String text, long from, long to, long first, boolean isWhole) {
        boolean isMessage() {
            return BEGIN.matcher(text).matches();
        }

        byte[] bytes(int begin, int end) {
            return text.substring(begin, end).getBytes(StandardCharsets.ISO_8859_1);
        }

        Spot spot(int begin, int end) {
            long last = line(Math.max(begin, end - 1));
            return new Spot.Lines(from + begin, from + end, line(begin), last);
        }

        /// From here to where the next one begins.
        Spot rest(int begin) {
            long last = line(Math.max(begin, text.length() - 1));
            return new Spot.Lines(from + begin, to, line(begin), last);
        }

        private long line(int place) {
            return first
                    + text.substring(0, place)
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
        }
    }

    Optional<Segment> next() throws IOException {
        if (line.length == 0 && !readLine()) {
            return Optional.empty();
        }
        long from = at - line.length;
        long first = number;
        var bytes = new ByteArrayOutputStream();
        boolean fits = true;
        do {
            fits &= isWhole && bytes.size() + line.length <= LARGEST;
            if (fits) {
                bytes.writeBytes(line);
            }
        } while (readLine() && !isBegin());
        return Optional.of(
                new Segment(bytes.toString(StandardCharsets.ISO_8859_1), from, at - line.length, first, fits));
    }

    private boolean isBegin() {
        String head = new String(line, 0, Math.min(HEAD, line.length), StandardCharsets.ISO_8859_1);
        return BEGIN.matcher(head).matches();
    }

    /// The next line with its end; of one that is too long only its beginning.
    private boolean readLine() throws IOException {
        number += line.length > 0 ? 1 : 0;
        var bytes = new ByteArrayOutputStream(HEAD);
        isWhole = true;
        for (int next = in.read(); next >= 0; next = in.read()) {
            at++;
            isWhole = bytes.size() < LARGEST;
            if (isWhole) {
                bytes.write(next);
            }
            if (next == '\n') {
                break;
            }
        }
        line = bytes.toByteArray();
        return line.length > 0;
    }
}
