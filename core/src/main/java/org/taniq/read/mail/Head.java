package org.taniq.read.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/// The header of a mail, taken apart (RFC 5322, 2.2): fields, each with its continued lines, up to the
/// first empty line.
///
/// @param bareCr the place of the first CR that has no LF behind it
/// @param end the place behind the empty line, or where reading ended
/// @param isCut whether there was more than may be
record Head(List<HeaderField> fields, List<RawMail.Stray> strays, OptionalLong bareCr, long end, boolean isCut) {
    /// How many bytes a header may have.
    static final int MOST_BYTES = 4 << 20;

    /// How many fields it may have; what stands behind is gone through, and not kept.
    static final int MOST_FIELDS = 10_000;

    private static final int CHUNK = 1 << 14;

    Head {
        fields = List.copyOf(fields);
        strays = List.copyOf(strays);
    }

    /// Of a header that is cut, what a reader goes by is kept all the same: so many fields, and so many bytes of each.
    private static final int MOST_BEHIND = 100;

    private static final int LONGEST_BEHIND = 1 << 16;
    private static final Set<String> GONE_BY = Set.of("from", "to", "cc", "subject", "date");

    static Head read(InputStream in) throws IOException {
        var splitting = new Splitting();
        var chunk = in.readNBytes(CHUNK);
        while (chunk.length > 0 && splitting.goesOnBehind(chunk)) {
            chunk = in.readNBytes(CHUNK);
        }
        return splitting.head();
    }

    /// Bytes become lines, lines become fields.
    private static final class Splitting {
        private final List<HeaderField> fields = new ArrayList<>();
        private final List<RawMail.Stray> strays = new ArrayList<>();
        /// The field at hand, as far as it is kept.
        private byte[] bytes = new byte[CHUNK];
        private int length;
        private long field;
        private long line;
        private long at;
        private long kept;
        private int behind;
        private long bareCr = -1;
        private byte last;
        private boolean blank = true;
        private boolean ended;
        private boolean cut;

        /// Takes the chunk; false if the header ended in it.
        boolean goesOnBehind(byte[] chunk) {
            for (int i = 0; i < chunk.length && !ended; i++) {
                take(chunk[i]);
            }
            return !ended;
        }

        private void take(byte b) {
            if (at == line && at > field && b != ' ' && b != '\t') {
                endField();
            }
            bareCr = last == '\r' && b != '\n' && bareCr < 0 ? at - 1 : bareCr;
            keep(b);
            at++;
            if (b == '\n') {
                ended = blank;
                line = at;
                blank = true;
            } else {
                blank &= b == '\r' && at == line + 1;
            }
            last = b;
        }

        private void keep(byte b) {
            if (kept + length >= MOST_BYTES + (long) LONGEST_BEHIND) {
                return;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            bytes[length++] = b;
        }

        private void endField() {
            var raw = Arrays.copyOf(bytes, length);
            int colon = HeaderField.colon(raw);
            cut |= fields.size() + strays.size() >= MOST_FIELDS || at > MOST_BYTES;
            if (colon >= 0 && (!cut || isKeptBehind(raw, colon))) {
                fields.add(new HeaderField(field, raw, colon));
            } else if (!cut) {
                strays.add(new RawMail.Stray(field, at, kind(raw)));
            }
            kept += cut ? 0 : length;
            length = 0;
            field = at;
        }

        private boolean isKeptBehind(byte[] raw, int colon) {
            var name =
                    new String(raw, 0, colon, StandardCharsets.US_ASCII).strip().toLowerCase(Locale.ROOT);
            boolean isKept = behind < MOST_BEHIND
                    && at - field <= LONGEST_BEHIND
                    && (GONE_BY.contains(name) || name.startsWith("content-"));
            behind += isKept ? 1 : 0;
            return isKept;
        }

        /// The line of a mailbox is one line.
        private RawMail.Stray.Kind kind(byte[] raw) {
            var text = new String(raw, StandardCharsets.ISO_8859_1);
            boolean isMailbox = field == 0 && text.startsWith("From ") && text.indexOf('\n') >= text.length() - 1;
            return isMailbox ? RawMail.Stray.Kind.MAILBOX : RawMail.Stray.Kind.TEXT;
        }

        /// The last line may lack its end, and the header the empty line.
        Head head() {
            if (!ended && at > field) {
                endField();
            }
            bareCr = last == '\r' && bareCr < 0 ? at - 1 : bareCr;
            var bare = bareCr < 0 ? OptionalLong.empty() : OptionalLong.of(bareCr);
            return new Head(fields, strays, bare, at, cut);
        }
    }
}
