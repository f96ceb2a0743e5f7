package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Bytes;
import org.taniq.base.Said;

/// Stands between a parser and the sinks. Where the parser breaks down over hostile bytes, the records that
/// it gave before are kept, and that the rest was not read becomes part of the result.
final class UpToFault implements Reading.Sinks {
    private final String name;
    private final Bytes bytes;
    private final Reading.Sinks sinks;
    private final Tally tally;
    private final List<Reading.Part> parts = new ArrayList<>();
    private final List<Sink> begun = new ArrayList<>();

    UpToFault(String name, Bytes bytes, Reading.Sinks sinks) {
        this.name = name;
        this.bytes = bytes;
        this.sinks = sinks;
        this.tally = new Tally(name);
    }

    @Override
    public Sink of(Reading.Part part) throws IOException {
        var sink = new Counted(sinks.of(part), tally);
        parts.add(part);
        begun.add(sink);
        return sink;
    }

    private record Counted(Sink sink, Tally tally) implements Sink {
        @Override
        public void read(Activity activity) throws IOException {
            sink.read(activity);
            tally.count(activity);
        }

        @Override
        public void unread(Unread unread) throws IOException {
            sink.unread(unread);
            tally.skip(unread.why());
        }
    }

    /// What is to be said after the fault. A file of which nothing was read stays one record, as any file
    /// that no parser knows.
    Reading reading() throws IOException {
        var whole = new Spot.Whole(bytes.size());
        if (parts.isEmpty()) {
            of(new Reading.Part(name, whole, new WholeFile().name()));
        }
        begun.getLast().unread(new Unread(whole, Unread.Reason.READER_FAULT));
        String format = parts.getLast().parser();
        if (tally.records() == 0) {
            format = new WholeFile()
                    .read(Input.alone(name, bytes::open), begun.getFirst())
                    .format();
        }
        return new Reading(
                tally.ledger(format, "", List.of(Said.of("the reader broke down here: what comes after was not read"))),
                parts);
    }
}
