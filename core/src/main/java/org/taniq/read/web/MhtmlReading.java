package org.taniq.read.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Said;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.PartWalk;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;

/// One page with what belongs to it. It is gone through twice: first its parts are listed, then its pages are read.
final class MhtmlReading {
    private static final int AHEAD = 1 << 12;

    private final Input input;
    private final Sink sink;
    private final Tally tally;
    private final List<Said> warnings = new ArrayList<>();

    MhtmlReading(Input input, Sink sink) {
        this.input = input;
        this.sink = sink;
        this.tally = new Tally(input.name());
    }

    Ledger run() throws IOException {
        var listed = list();
        try (var in = input.bytes().open()) {
            var lines = new LineStream(in);
            var head = MhtmlHead.read(lines);
            var pages = new MhtmlPages(lines, listed, activity -> {
                tally.count(activity);
                sink.read(activity);
            });
            MhtmlHead.walk(lines, pages).part(head.repaired(ahead(lines)), 0);
            pages.findings().warn(warnings);
        }
        return tally.ledger("mhtml", "", warnings);
    }

    private MhtmlPages.Listed list() throws IOException {
        try (var in = input.bytes().open()) {
            var lines = new LineStream(in);
            var head = MhtmlHead.read(lines);
            var list = new MhtmlList(lines, head.field("content-type"));
            var whole = head.repaired(ahead(lines));
            var walk = MhtmlHead.walk(lines, list);
            walk.part(whole, 0);
            if (!whole.equals(head.part())) {
                warnings.add(Said.of("the head of the page is damaged: its parts were found without it"));
            }
            warn(walk, list);
            return new MhtmlPages.Listed(head, list, walk.isUnended());
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
