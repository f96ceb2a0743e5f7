package org.taniq.read.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Said;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.PartHead;
import org.taniq.base.mime.PartWalk;
import org.taniq.read.record.Counted;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;

/// One page with what belongs to it. It is gone through twice: first its parts are listed, then its pages are read.
final class MhtmlReading {
    private static final int AHEAD = 1 << 12;

    private final Input input;
    private final Tally tally;
    private final Counted sink;
    private final List<Said> warnings = new ArrayList<>();

    MhtmlReading(Input input, Sink sink) {
        this.input = input;
        this.tally = new Tally(input.name());
        this.sink = new Counted(sink, tally);
    }

    Ledger run() throws IOException {
        var listed = list();
        try (var in = input.bytes().open()) {
            var lines = new LineStream(in);
            MhtmlHead.read(lines);
            var pages = new MhtmlPages(lines, listed, sink);
            MhtmlHead.walk(lines, pages).part(listed.whole(), 0);
            pages.warn(warnings);
        }
        return tally.ledger("mhtml", "", warnings);
    }

    /// By the line that the head says to be between its parts; where that is nowhere, by the one that seems to be.
    private MhtmlPages.Listed list() throws IOException {
        try (var in = new LostBlocks(input.bytes().open())) {
            var lines = new LineStream(in);
            var head = MhtmlHead.read(lines);
            var repaired = head.repaired(ahead(lines));
            var list = new MhtmlList(lines, head);
            var walk = MhtmlHead.walk(lines, list);
            walk.part(head.part(), 0);
            if (!isMet(head, list, walk) && !repaired.equals(head.part())) {
                return list(head, repaired);
            }
            warn(walk, list);
            return new MhtmlPages.Listed(head, head.part(), list, in, walk.isUnended());
        }
    }

    /// Whether the line is there that the head names; one that is only like it, and once, is none.
    private static boolean isMet(MhtmlHead head, MhtmlList list, PartWalk walk) {
        return head.part().isMultipart() && list.number() > Math.min(1, walk.damagedDelimiters());
    }

    private MhtmlPages.Listed list(MhtmlHead head, PartHead repaired) throws IOException {
        try (var in = new LostBlocks(input.bytes().open())) {
            var lines = new LineStream(in);
            MhtmlHead.read(lines);
            var list = new MhtmlList(lines, head);
            var walk = MhtmlHead.walk(lines, list);
            walk.part(repaired, 0);
            warnings.add(
                    Said.of(
                            "the head of the page does not say what stands between its parts: they were found by a line that looks like it"));
            warn(walk, list);
            return new MhtmlPages.Listed(head, repaired, list, in, walk.isUnended());
        }
    }

    private void warn(PartWalk walk, MhtmlList list) {
        if (walk.isUnended()) {
            warnings.add(Said.of("the page is cut off: what was behind its end is not in the file"));
        }
        Findings.warn(
                Said.of(
                        "{n} lines between the parts of the page are damaged: the parts were read all the same",
                        "n",
                        (long) walk.damagedDelimiters()),
                warnings);
        if (!list.isMainSure()) {
            warnings.add(Said.of(
                    "which part is the page itself is not sure: no part was given the address that the head states"));
        }
        if (list.isLeftOut()) {
            warnings.add(Said.of("the page has more parts than are read"));
        }
    }

    /// The lines that come next.
    private static List<String> ahead(LineStream lines) throws IOException {
        var ahead = lines.ahead(AHEAD);
        return RecordHead.text(ahead.array(), ahead.position(), ahead.limit())
                .lines()
                .toList();
    }
}
