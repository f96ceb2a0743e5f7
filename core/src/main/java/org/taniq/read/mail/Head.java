package org.taniq.read.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// The header of a mail, taken apart (RFC 5322, 2.2): fields, each with its continued lines, up to the
/// first empty line.
///
/// @param bareCr the place of the first CR that has no LF behind it
/// @param end the place behind the empty line, or where reading ended
/// @param isCut whether there was more than may be
record Head(List<HeaderField> fields, List<RawMail.Stray> strays, OptionalLong bareCr, long end, boolean isCut) {
    /// How many bytes a header may have.
    static final int MOST_BYTES = 4 << 20;

    /// How many fields it may have.
    static final int MOST_FIELDS = 10_000;

    private static final int CHUNK = 1 << 14;

    Head {
        fields = List.copyOf(fields);
        strays = List.copyOf(strays);
    }

    static Head read(InputStream in) throws IOException {
        var splitting = new Splitting();
        var chunk = in.readNBytes(CHUNK);
        while (chunk.length > 0 && splitting.goesOnBehind(chunk)) {
            chunk = in.readNBytes(CHUNK);
        }
        return splitting.head();
    }

    /// Bytes that come in chunks become lines, lines become fields.
    private static final class Splitting {
        private final List<HeaderField> fields = new ArrayList<>();
        private final List<RawMail.Stray> strays = new ArrayList<>();
        private byte[] bytes = new byte[CHUNK];
        private int length;
        private int field;
        private int line;
        private boolean ended;
        private boolean cut;

        /// Takes the chunk; false if the header ended in it.
        boolean goesOnBehind(byte[] chunk) {
            int seen = length;
            take(chunk);
            for (int i = seen; i < length && !ended && !cut; i++) {
                if (bytes[i] == '\n') {
                    endLine(i + 1);
                }
            }
            cut |= !ended && length > MOST_BYTES;
            return !ended && !cut;
        }

        private void take(byte[] chunk) {
            if (length + chunk.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            System.arraycopy(chunk, 0, bytes, length, chunk.length);
            length += chunk.length;
        }

        private void endLine(int next) {
            boolean empty = next - line == 1 || next - line == 2 && bytes[line] == '\r';
            if (line > field && !isContinued(line)) {
                endField(line);
            }
            line = next;
            if (empty) {
                ended = true;
            }
        }

        private boolean isContinued(int at) {
            return bytes[at] == ' ' || bytes[at] == '\t';
        }

        private void endField(int to) {
            var raw = Arrays.copyOfRange(bytes, field, to);
            int colon = HeaderField.colon(raw);
            if (fields.size() + strays.size() == MOST_FIELDS) {
                cut = true;
            } else if (colon < 0) {
                strays.add(new RawMail.Stray(field, to, kind(raw)));
            } else {
                fields.add(new HeaderField(field, raw, colon));
            }
            field = to;
        }

        /// The line of a mailbox is one line.
        private RawMail.Stray.Kind kind(byte[] raw) {
            var text = new String(raw, StandardCharsets.ISO_8859_1);
            boolean isMailbox = field == 0 && text.startsWith("From ") && text.indexOf('\n') >= text.length() - 1;
            return isMailbox ? RawMail.Stray.Kind.MAILBOX : RawMail.Stray.Kind.TEXT;
        }

        private OptionalLong bareCr() {
            return IntStream.range(0, line)
                    .filter(i -> bytes[i] == '\r' && (i + 1 == line || bytes[i + 1] != '\n'))
                    .mapToLong(i -> i)
                    .findFirst();
        }

        Head head() {
            if (!ended && !cut) {
                endWithTheBytes();
            }
            return new Head(fields, strays, bareCr(), line, cut);
        }

        /// The last line may lack its end, and the header the empty line.
        private void endWithTheBytes() {
            if (line > field && line < length && !isContinued(line)) {
                endField(line);
            }
            if (field < length) {
                endField(length);
            }
            line = length;
        }
    }
}
