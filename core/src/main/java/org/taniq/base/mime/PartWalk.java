package org.taniq.base.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Goes through the parts of a mail's body (RFC 2046), streamed: each part is given to its [Parts] as it comes. Parts
/// that do not end, or end twice, are read as far as they go.
public final class PartWalk {
    /// Parts and mails within one another.
    private static final int DEEPEST = 30;

    /// What most mails stay far below.
    private static final int MOST_PARTS = 10_000;

    /// Of a page that was saved.
    private static final int MOST_FILES = 20_000;

    private static final int LONGEST_HEAD = 1 << 16;
    private static final int MOST_WHITE = 10;

    private final LineStream lines;
    private final Parts parts;
    private final Function<byte[], String> text;
    private final Delimiters delimiters;
    private final Kind kind;
    private int count;
    private boolean isUnended;
    private boolean isAtDelimiter;

    /// Takes what the parts hold.
    public interface Parts {
        /// A part begins that holds no others.
        Leaf begin(PartHead head);

        /// All of it was taken.
        void end(PartHead head, Leaf part) throws IOException;

        /// A mail within the mail begins.
        void mail(PartHead head);

        /// What stands in the header of a part.
        void fields(PartHead head);

        /// What stands between parts.
        void outside(byte[] bytes);

        /// There is more than is read.
        void leftOut();
    }

    /// What has the parts.
    public enum Kind {
        /// What is signed in it must not be read otherwise than it was.
        MAIL,
        /// A page with its pictures: a delimiter of which a byte or two are damaged is one all the same.
        PAGE
    }

    /// @param text what the bytes of a field's name or value say
    public PartWalk(LineStream lines, Parts parts, Function<byte[], String> text, Kind kind) {
        this.lines = lines;
        this.parts = parts;
        this.text = text;
        this.kind = kind;
        this.delimiters = new Delimiters(lines, kind);
    }

    /// How many delimiters were damaged, and taken for what they were.
    public int damagedDelimiters() {
        return delimiters.damaged();
    }

    /// Whether it ended before the last delimiter.
    public boolean isUnended() {
        return isUnended;
    }

    /// A part whose header was read. It ends at a delimiter around it, or with the mail.
    public void part(PartHead head, int depth) throws IOException {
        count++;
        if (head.isMultipart() && depth < DEEPEST) {
            several(head, depth);
        } else if (head.isMail() && head.isAsItIs() && depth < DEEPEST) {
            var inner = head("text/plain");
            parts.mail(inner);
            part(inner, depth + 1);
        } else {
            var part = parts.begin(head);
            content(part);
            parts.end(head, part);
        }
    }

    private void inner(String usualType, int depth) throws IOException {
        var head = head(usualType);
        parts.fields(head);
        part(head, depth);
    }

    private void several(PartHead head, int depth) throws IOException {
        int own = delimiters.add(head.boundary().orElseThrow());
        String usual = head.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        outside();
        while (delimiters.met() == own && !delimiters.isClosing() && count < most()) {
            inner(usual, depth + 1);
        }
        delimiters.removeLast();
        isUnended |= delimiters.isAtEnd();
        if (delimiters.met() == own) {
            if (!delimiters.isClosing()) {
                parts.leftOut();
            }
            outside();
        }
    }

    private int most() {
        return kind == Kind.MAIL ? MOST_PARTS : MOST_FILES;
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
            if (delimiters.isHere()) {
                return;
            }
            if (delimiters.isTornHere()) {
                break;
            }
            into.take(end, held);
            int before = delimiters.before();
            if (before > 0) {
                into.take(lines.bytes(), before);
                return;
            }
            held = endOfLine();
            System.arraycopy(lines.bytes(), lines.length() - held, end, 0, held);
            into.take(lines.bytes(), lines.length() - held);
        }
        into.take(end, held);
        delimiters.end();
    }

    private int endOfLine() {
        int length = lines.length();
        if (lines.bytes()[length - 1] != '\n') {
            return 0;
        }
        return length > 1 && lines.bytes()[length - 2] == '\r' ? 2 : 1;
    }

    /// The header of a part: up to a line of white space, or to a line that is no field. How much white space stands
    /// in a line may not be signed, and decides nothing.
    public PartHead head(String usualType) throws IOException {
        List<PartHead.Field> fields = new ArrayList<>();
        var field = new ByteArrayOutputStream();
        int size = 0;
        while (lines.next() && !(lines.beginsLine() && lines.isBlank())) {
            if (delimiters.isHere()) {
                isAtDelimiter = true;
                break;
            }
            if (!lines.beginsLine() && lines.isBlank()) {
                continue;
            }
            boolean goesOn = field.size() > 0 && (!lines.beginsLine() || Delimiters.isWhite(lines.bytes()[0]));
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
            white = Delimiters.isWhite(b) ? white + 1 : 0;
            size += white > 1 ? 0 : 1;
            if (white <= MOST_WHITE) {
                field.write(b);
            }
        }
        return size;
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
                    text.apply(Arrays.copyOf(raw, colon)), text.apply(Arrays.copyOfRange(raw, colon + 1, raw.length))));
        }
    }
}
