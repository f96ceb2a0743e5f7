package org.taniq.read.meta;

import java.io.IOException;
import org.taniq.base.Said;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;
import org.taniq.read.record.ExportFiles;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// One file, from its beginning to its end: each message, post or comment is handed over as it comes. Where the JSON is
/// damaged, it is read on behind the damage.
final class MetaReading implements Going.Pass {
    private final Input input;
    private final Shape shape;
    private final Tally tally;
    private final Handing handing;
    private Head head = Head.ofNothing();

    MetaReading(Input input, Sink sink, Shape shape) {
        this.input = input;
        this.shape = shape;
        this.tally = new Tally(input.name());
        this.handing = new Handing(sink, tally, new ExportFiles(input));
    }

    Ledger run() throws IOException {
        if (shape.isThread()) {
            head = Head.ofThread(Frame.ofThread(input, shape), input.path());
        }
        try (var in = input.bytes().open()) {
            Going.through(new Rewind(in), shape, this);
        }
        return tally.ledger(shape.format(), "", handing.findings().warnings(shape, input, tally));
    }

    @Override
    public Span read(Stretch stretch, Position position) throws IOException {
        return new MetaWalk(stretch, position, handing).read(shape, head);
    }

    @Override
    public void damage(Span where, Unread.Reason why, Said said) throws IOException {
        handing.findings().damage(said);
        handing.unread(where, why);
    }
}
