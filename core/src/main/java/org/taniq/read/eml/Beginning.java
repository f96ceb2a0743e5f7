package org.taniq.read.eml;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A line with which a mail may begin in a mailbox, and what stands around it. Somebody may have typed all of it: what
/// programs do not write so begins none, or is a look-alike. That an empty line stands before it is no condition: there
/// are programs that write none.
///
/// @param isAfterEmpty whether an empty line stands before it, or the mail before it has the length that it states
/// @param behind what follows
record Beginning(FromLine line, boolean isAfterEmpty, Behind behind) {
    /// Bytes that are looked at behind the line.
    static final int AHEAD = 1 << 12;

    /// The lines behind it, as far as the first empty one; one may stand before them.
    ///
    /// @param isEmpty whether the first is empty, or the file ends in it
    /// @param hasField whether one of the first three is a field: the others may be damaged
    /// @param isHead whether two of them are fields that mail has, and not more than [#MOST_STRAYS] are none
    /// @param first the name of the first field, in small letters
    record Behind(boolean isEmpty, boolean hasField, boolean isHead, String first) {
        private static final int FIRST_LINES = 3;
        /// A byte that is changed may make two.
        static final int MOST_STRAYS = 2;

        static Behind of(ByteBuffer ahead) {
            int lines = 0;
            int known = 0;
            int strays = 0;
            int fields = 0;
            String first = "";
            var begin = line(ahead);
            boolean isEmpty = begin.isBlank() || isTorn(begin);
            for (String line = isEmpty ? line(ahead) : begin;
                    !line.isBlank() && !isTorn(line) && strays <= MOST_STRAYS && known < 2;
                    line = line(ahead)) {
                lines++;
                if (lines == 1 || line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                    var name = name(line);
                    first = first.isEmpty() ? name : first;
                    strays += name.isEmpty() ? 1 : 0;
                    known += MailHead.isOfMail(name) ? 1 : 0;
                    fields += !name.isEmpty() && lines <= FIRST_LINES ? 1 : 0;
                }
            }
            return new Behind(isEmpty, fields > 0, known > 1 && strays <= MOST_STRAYS, first);
        }

        private static String line(ByteBuffer ahead) {
            int from = ahead.position();
            while (ahead.hasRemaining() && ahead.get() != '\n') {}
            return new String(ahead.array(), from, ahead.position() - from, StandardCharsets.ISO_8859_1);
        }

        /// Whether the file, or what is looked at, ends in a line that is not yet a field.
        private static boolean isTorn(String line) {
            return !line.endsWith("\n") && name(line).isEmpty();
        }

        private static String name(String line) {
            int at = 0;
            while (at < line.length() && line.charAt(at) > ' ' && line.charAt(at) < 0x7F && line.charAt(at) != ':') {
                at++;
            }
            boolean isField = at > 0 && line.substring(at).stripLeading().startsWith(":");
            return isField ? line.substring(0, at).toLowerCase(Locale.ROOT) : "";
        }
    }

    boolean isMail() {
        return switch (line.form()) {
            case DATED -> behind.isHead && !behind.isEmpty || isAfterEmpty && (behind.hasField || behind.isEmpty);
            case DASH -> behind.isHead || isAfterEmpty && behind.hasField;
            case ADDRESS -> behind.isHead && isAfterEmpty;
            case DAMAGED -> behind.isHead;
            case NONE -> false;
        };
    }

    /// Whether it begins none, and yet looks as if it did.
    boolean isTyped() {
        return line.form() == FromLine.Form.DATED || line.form() == FromLine.Form.ADDRESS && behind.isHead;
    }

    /// Whether it is written otherwise than the first of the file, or than programs do it.
    boolean isLookalike(Beginning ofFile) {
        return !isAfterEmpty
                || !behind.isHead
                || behind.isEmpty
                || line.form() == FromLine.Form.ADDRESS
                || line.form() == FromLine.Form.DAMAGED
                || !line.isLike(ofFile.line)
                || ofFile.behind.first.startsWith("x-") && !behind.first.equals(ofFile.behind.first);
    }
}
