package org.taniq.read.eml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Goes through the parts of a mail's body (RFC 2046), streamed: each part is given to [MailParts] as it comes. Parts
/// that do not end, or end twice, are read as far as they go.
final class PartWalk {
    /// Parts and mails within one another.
    static final int DEEPEST = 30;

    static final int MOST_PARTS = 10_000;
    private static final int LONGEST_HEAD = 1 << 16;
    private static final int MOST_WHITE = 10;
    private static final int END_OF_MAIL = -1;

    private final LineStream lines;
    private final MailParts parts;
    private final HeaderText text;
    private final List<byte[]> boundaries = new ArrayList<>();
    private int count;
    private int met = END_OF_MAIL;
    private boolean isClosing;
    private boolean isAtDelimiter;
    private final byte[] collapsed = new byte[LineStream.LONGEST + 1];

    PartWalk(LineStream lines, MailParts parts, HeaderText text) {
        this.lines = lines;
        this.parts = parts;
        this.text = text;
    }

    /// A part whose header was read. It ends at a delimiter around it, or with the mail.
    void part(PartHead head, int depth) throws IOException {
        count++;
        if (head.isMultipart() && depth < DEEPEST) {
            several(head, depth);
        } else if (head.isMail() && head.isAsItIs() && depth < DEEPEST) {
            var inner = head("text/plain");
            parts.mail(inner, text);
            part(inner, depth + 1);
        } else {
            var part = parts.begin(head);
            content(part);
            parts.end(head, part);
        }
    }

    private void inner(String usualType, int depth) throws IOException {
        var head = head(usualType);
        parts.fields(head, text);
        part(head, depth);
    }

    private void several(PartHead head, int depth) throws IOException {
        int own = boundaries.size();
        boundaries.add(head.boundary().orElseThrow());
        String usual = head.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        outside();
        while (met == own && !isClosing && count < MOST_PARTS) {
            inner(usual, depth + 1);
        }
        boundaries.removeLast();
        if (met == own) {
            if (!isClosing) {
                parts.leftOut();
            }
            outside();
        }
    }

    /// What stands before the first part and behind the last: programs show it to nobody.
    private void outside() throws IOException {
        var outside = new Outside();
        content(outside);
        parts.outside(outside.bytes.toByteArray());
        if (outside.isCut) {
            parts.leftOut();
        }
    }

    private static final class Outside implements Content {
        private static final int MOST = 1 << 16;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean isCut;

        @Override
        public void take(byte[] some, int length) {
            isCut |= length > MOST - bytes.size();
            bytes.write(some, 0, Math.min(length, MOST - bytes.size()));
        }
    }

    /// Takes the content of a part.
    interface Content {
        void take(byte[] bytes, int length);
    }

    /// Up to a delimiter. The end of the line before it belongs to the delimiter.
    private void content(Content into) throws IOException {
        if (isAtDelimiter) {
            isAtDelimiter = false;
            return;
        }
        var end = new byte[2];
        int held = 0;
        while (lines.next()) {
            if (isDelimiter()) {
                return;
            }
            into.take(end, held);
            held = endOfLine();
            System.arraycopy(lines.bytes(), lines.length() - held, end, 0, held);
            into.take(lines.bytes(), lines.length() - held);
        }
        into.take(end, held);
        met = END_OF_MAIL;
    }

    private int endOfLine() {
        int length = lines.length();
        if (lines.bytes()[length - 1] != '\n') {
            return 0;
        }
        return length > 1 && lines.bytes()[length - 2] == '\r' ? 2 : 1;
    }

    private boolean isDelimiter() {
        byte[] line = lines.bytes();
        if (!lines.beginsLine() || lines.length() < 2 || line[0] != '-' || line[1] != '-') {
            return false;
        }
        int length = collapse();
        for (int i = boundaries.size() - 1; i >= 0; i--) {
            byte[] boundary = boundaries.get(i);
            boolean begins = length >= boundary.length
                    && Arrays.equals(collapsed, 0, boundary.length, boundary, 0, boundary.length);
            boolean closes = begins
                    && length == boundary.length + 2
                    && collapsed[length - 1] == '-'
                    && collapsed[length - 2] == '-';
            if (closes || begins && length == boundary.length) {
                met = i;
                isClosing = closes;
                return true;
            }
        }
        return false;
    }

    /// The line with one space for all white space, and none at its end.
    ///
    /// @return how many bytes of [#collapsed] it takes
    private int collapse() {
        int length = 0;
        boolean white = false;
        for (int i = 0; i < lines.length(); i++) {
            byte b = lines.bytes()[i];
            if (isWhite(b) || b == '\r' || b == '\n') {
                white = true;
            } else {
                if (white) {
                    collapsed[length++] = ' ';
                }
                white = false;
                collapsed[length++] = b;
            }
        }
        return length;
    }

    /// The header of a part: up to a line of white space, or to a line that is no field. How much white space stands
    /// in a line may not be signed, and decides nothing.
    private PartHead head(String usualType) throws IOException {
        List<PartHead.Field> fields = new ArrayList<>();
        var field = new ByteArrayOutputStream();
        int size = 0;
        while (lines.next() && !(lines.beginsLine() && lines.isBlank())) {
            if (isDelimiter()) {
                isAtDelimiter = true;
                break;
            }
            if (!lines.beginsLine() && lines.isBlank()) {
                continue;
            }
            boolean goesOn = field.size() > 0 && (!lines.beginsLine() || isWhite(lines.bytes()[0]));
            if (size > LONGEST_HEAD) {
                parts.leftOut();
            }
            if (!goesOn && colon() < 0 || size > LONGEST_HEAD) {
                lines.again();
                break;
            }
            if (!goesOn) {
                put(field, fields);
            }
            size += add(field);
        }
        put(field, fields);
        return new PartHead(fields, usualType);
    }

    /// Takes the piece, of white space not more than [#MOST_WHITE] at once.
    ///
    /// @return how many bytes it has, white space counted once
    private int add(ByteArrayOutputStream field) {
        int size = 0;
        int white = 0;
        for (int i = 0; i < lines.length(); i++) {
            byte b = lines.bytes()[i];
            white = isWhite(b) ? white + 1 : 0;
            size += white > 1 ? 0 : 1;
            if (white <= MOST_WHITE) {
                field.write(b);
            }
        }
        return size;
    }

    private static boolean isWhite(byte b) {
        return b == ' ' || b == '\t';
    }

    /// Where the name of a field ends in the line; -1 where it begins with none.
    private int colon() {
        byte[] line = lines.bytes();
        int at = 0;
        while (at < lines.length() && line[at] > ' ' && line[at] < 0x7F && line[at] != ':') {
            at++;
        }
        return at > 0 && at < lines.length() && line[at] == ':' ? at : -1;
    }

    private void put(ByteArrayOutputStream field, List<PartHead.Field> fields) {
        byte[] raw = field.toByteArray();
        field.reset();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        if (colon < raw.length) {
            fields.add(new PartHead.Field(
                    text.of(Arrays.copyOf(raw, colon)), text.of(Arrays.copyOfRange(raw, colon + 1, raw.length))));
        }
    }
}
