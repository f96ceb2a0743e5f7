package org.taniq.read.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.When;
import org.taniq.base.mime.EncodedWords;
import org.taniq.base.mime.Leaf;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.MailCharset;
import org.taniq.base.mime.PartHead;
import org.taniq.base.mime.PartWalk;
import org.taniq.read.record.Detail;

/// The head of a page that was saved in the form of a mail.
///
/// @param part its fields
record MhtmlHead(PartHead part) {
    private static final int LONGEST_BOUNDARY = 200;
    private static final int LONGEST_FIELD = 1 << 12;

    private static final Pattern SAVED = Pattern.compile("(?i)\\s*[<\"]?Saved by .{1,200}", Pattern.DOTALL);

    private static final Set<String> TOLD = Set.of(
            "from",
            "subject",
            "date",
            "mime-version",
            "snapshot-content-location",
            "content-location",
            "content-id",
            "content-type",
            "content-transfer-encoding");

    /// What two of one name must not say otherwise.
    private static final Set<String> ONCE =
            Set.of("from", "date", "snapshot-content-location", "content-location", "content-id", "content-type");

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

    /// Whether a program is named that saved the page.
    static boolean isProgram(String from) {
        return SAVED.matcher(from).matches();
    }

    /// Whether it says of something that it is this, and that.
    static boolean isTwice(PartHead head) {
        return ONCE.stream()
                .anyMatch(name -> head.values(name).stream().distinct().count() > 1);
    }

    /// What else stands in it, or stands there a second time.
    static List<Detail> further(PartHead head, String name) {
        return head.besides(TOLD).stream()
                .map(field ->
                        field.name() + ": " + EncodedWords.decode(field.value()).text())
                .map(field -> Detail.of(name, Detail.cut(field, LONGEST_FIELD)))
                .toList();
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

    /// Where the line is nowhere that the head says to be between its parts: the one that seems to be.
    ///
    /// @param next the lines behind it
    PartHead repaired(List<String> next) {
        if (part.type().equals("text/html") && has("content-type")) {
            return part;
        }
        for (int i = 0; i + 1 < next.size(); i++) {
            var line = next.get(i).stripTrailing();
            boolean isDelimiter = line.startsWith("--") && line.length() > 8 && line.length() < LONGEST_BOUNDARY;
            if (isDelimiter && next.get(i + 1).startsWith("Content-") && line.indexOf('"') < 0) {
                var type = "multipart/related; boundary=\"" + line.substring(2) + "\"";
                return new PartHead(List.of(new PartHead.Field("Content-Type", type)), "text/html");
            }
        }
        return part;
    }
}
