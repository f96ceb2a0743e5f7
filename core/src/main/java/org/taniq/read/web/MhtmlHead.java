package org.taniq.read.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.taniq.base.When;
import org.taniq.base.mime.Delimiters;
import org.taniq.base.mime.EncodedWords;
import org.taniq.base.mime.Leaf;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.MailCharset;
import org.taniq.base.mime.PartHead;
import org.taniq.base.mime.PartWalk;

/// The head of a page that was saved in the form of a mail.
///
/// @param part its fields
record MhtmlHead(PartHead part) {
    private static final int LONGEST_BOUNDARY = 200;

    private static final PartWalk.Parts NOBODY = new PartWalk.Parts() {
        @Override
        public Leaf begin(PartHead head) {
            return new Leaf("", 0);
        }

        @Override
        public void end(PartHead head, Leaf part) {}

        @Override
        public void mail(PartHead head) {}

        @Override
        public void fields(PartHead head) {}

        @Override
        public void outside(byte[] bytes) {}

        @Override
        public void leftOut() {}
    };

    /// The lines are behind it afterwards.
    static MhtmlHead read(LineStream lines) throws IOException {
        return new MhtmlHead(walk(lines, NOBODY).head("text/html"));
    }

    static PartWalk walk(LineStream lines, PartWalk.Parts parts) {
        return new PartWalk(lines, parts, MhtmlHead::text, PartWalk.Kind.PAGE);
    }

    private static String text(byte[] bytes) {
        return MailCharset.decode(bytes, "utf-8")
                .text()
                .replace("\r\n", "")
                .replace("\n", "")
                .replaceFirst("^\uFEFF", "")
                .strip();
    }

    boolean has(String name) {
        return !field(name).isEmpty();
    }

    String field(String name) {
        return part.field(name);
    }

    /// With its encoded words decoded.
    String words(String name) {
        return EncodedWords.decode(field(name)).text();
    }

    /// Where the page stood, as the program that saved it says.
    String address() {
        return Optional.of(field("snapshot-content-location"))
                .filter(stated -> !stated.isEmpty())
                .orElse(field("content-location"));
    }

    When time() {
        return has("date")
                ? SavedTime.ofMhtml(field("date"))
                : new When.Unknown("", "the page does not say when it was saved");
    }

    /// Where the head does not say what is between its parts, because it is damaged: the line that seems to be.
    ///
    /// @param next the lines behind it
    PartHead repaired(List<String> next) {
        if (part.type().equals("text/html") && has("content-type")) {
            return part;
        }
        for (int i = 0; i + 1 < next.size(); i++) {
            var line = next.get(i).stripTrailing();
            boolean isDelimiter = line.startsWith("--") && line.length() > 8 && line.length() < LONGEST_BOUNDARY;
            if (isDelimiter && Delimiters.isNearly(line, part)) {
                return part;
            }
            if (isDelimiter && next.get(i + 1).startsWith("Content-") && line.indexOf('"') < 0) {
                var type = "multipart/related; boundary=\"" + line.substring(2) + "\"";
                return new PartHead(List.of(new PartHead.Field("Content-Type", type)), "text/html");
            }
        }
        return part;
    }
}
