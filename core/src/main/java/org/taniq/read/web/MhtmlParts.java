package org.taniq.read.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.mime.EncodedWords;
import org.taniq.base.mime.Leaf;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.PartHead;
import org.taniq.base.mime.PartWalk;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Spot;

/// Takes the parts of a page that was saved in the form of a mail, each with its number and place.
abstract sealed class MhtmlParts implements PartWalk.Parts permits MhtmlList, MhtmlPages {
    private static final int LONGEST_FIELD = 1 << 12;

    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml");

    private final LineStream lines;
    private final List<Detail> around = new ArrayList<>();
    private boolean isMail;
    private String words = "";
    private int number;
    private long from;

    /// @param lines in which the parts stand
    MhtmlParts(LineStream lines) {
        this.lines = lines;
    }

    /// A part that holds no others.
    abstract void part(One one, Leaf content) throws IOException;

    /// One part.
    ///
    /// @param number from 0
    /// @param around what is said of the parts around it, of which it is the first
    /// @param spot with its head
    record One(int number, PartHead head, Around around, Spot.Range spot) {}

    /// What is around a part.
    ///
    /// @param isMail whether it begins a mail that is a part
    /// @param words of the head of that mail
    record Around(List<Detail> details, boolean isMail, String words) {}

    /// Whether it is a page with words, and no picture, style sheet or program.
    static boolean isPage(PartHead head) {
        return PAGES.contains(head.type()) || head.type().startsWith("multipart/");
    }

    /// Whether its type is one of pictures, sounds or instructions: whatever it begins with, it is none for a reader.
    static boolean isNoPage(PartHead head) {
        return Set.of("image", "video", "audio", "font").contains(head.type().split("/", 2)[0])
                || BodyWords.isCode(head.type());
    }

    /// Which part is next.
    int number() {
        return number;
    }

    @Override
    public void end(PartHead head, Leaf content) throws IOException {
        var spot = new Spot.Range(from, Math.max(from, lines.at()));
        var one = new One(number, head, new Around(List.copyOf(around), isMail, words), spot);
        around.clear();
        isMail = false;
        words = "";
        part(one, content);
        number++;
        from = lines.behind();
    }

    @Override
    public void mail(PartHead head) {
        isMail = true;
        words = Stream.of("subject", "from", "to")
                .map(name -> text(head, name))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        around.add(new Detail(
                "mailWithin",
                Json.object()
                        .put("from", field(head, "from"))
                        .put("to", field(head, "to"))
                        .put("date", field(head, "date"))
                        .put("subject", field(head, "subject"))
                        .put("messageId", field(head, "message-id"))
                        .build()));
        around.addAll(MhtmlHead.further(head, "partField"));
    }

    private static Json field(PartHead head, String name) {
        return Json.orNull(text(head, name));
    }

    private static String text(PartHead head, String name) {
        return Detail.cut(EncodedWords.decode(head.field(name)).text(), LONGEST_FIELD);
    }

    /// Of a part that holds others; what stands in the heads of these is told with them.
    @Override
    public void fields(PartHead head) {
        if (head.isMultipart() || head.isMail()) {
            around.addAll(MhtmlHead.further(head, "partField"));
        }
    }

    @Override
    public void outside(byte[] bytes) {
        from = lines.behind();
    }
}
