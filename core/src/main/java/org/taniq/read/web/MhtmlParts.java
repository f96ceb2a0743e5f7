package org.taniq.read.web;

import java.io.IOException;
import java.util.Set;
import org.taniq.base.mime.Leaf;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.PartHead;
import org.taniq.base.mime.PartWalk;
import org.taniq.read.record.Spot;

/// Takes the parts of a page that was saved in the form of a mail, each with its number and place.
abstract sealed class MhtmlParts implements PartWalk.Parts permits MhtmlList, MhtmlPages {
    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml");

    private final LineStream lines;
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
    /// @param spot with its head
    record One(int number, PartHead head, Spot.Range spot) {}

    /// Whether it is a page with words, and no picture, style sheet or program.
    static boolean isPage(PartHead head) {
        return PAGES.contains(head.type()) || head.type().startsWith("multipart/");
    }

    /// Which part is next.
    int number() {
        return number;
    }

    @Override
    public void end(PartHead head, Leaf content) throws IOException {
        part(new One(number, head, new Spot.Range(from, Math.max(from, lines.at()))), content);
        number++;
        from = lines.behind();
    }

    @Override
    public void mail(PartHead head) {}

    @Override
    public void fields(PartHead head) {}

    @Override
    public void outside(byte[] bytes) {
        from = lines.behind();
    }
}
