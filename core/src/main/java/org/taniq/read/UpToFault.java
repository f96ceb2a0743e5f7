package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Bytes;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.read.file.WholeFile;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.LedgerSum;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// Stands between a parser and the sinks. Where the parser breaks down over hostile bytes, the records that
/// it gave before are kept, and that the rest was not read becomes part of the result.
final class UpToFault implements Reading.Sinks {
    private static final Said BROKE_DOWN = Said.of("the reader broke down here: what comes after was not read");

    private final String name;
    private final Bytes bytes;
    private final Reading.Sinks sinks;
    private final List<Begun> begun = new ArrayList<>();

    UpToFault(String name, Bytes bytes, Reading.Sinks sinks) {
        this.name = name;
        this.bytes = bytes;
        this.sinks = sinks;
    }

    @Override
    public Sink of(Reading.Part part) throws IOException {
        var sink = Begun.of(part, sinks);
        begun.add(sink);
        return sink;
    }

    /// A part that is read.
    record Begun(Reading.Part part, Sink sink, Tally tally) implements Sink {
        static Begun of(Reading.Part part, Reading.Sinks sinks) throws IOException {
            return new Begun(part, sinks.of(part), new Tally(part.name()));
        }

        @Override
        public void read(Activity activity) throws IOException {
            var fit = Fit.of(activity);
            seal(() -> sink.read(fit));
            tally.count(fit);
        }

        /// Memory that ends while something is sealed is no fault of a file.
        private static void seal(Sealing sealing) throws IOException {
            try {
                sealing.run();
            } catch (OutOfMemoryError atSealing) {
                throw new Trouble(
                        Said.of("there is not enough memory to seal what was read: end other programs and run again"),
                        atSealing);
            }
        }

        private interface Sealing {
            void run() throws IOException;
        }

        @Override
        public void unread(Unread unread) throws IOException {
            seal(() -> sink.unread(unread));
            tally.skip(unread.why());
        }

        @Override
        public void together(Spot.Member with) throws IOException {
            sink.together(with);
        }

        /// What there is of it where its reader broke down.
        Reading.Done brokenDown(Spot where) throws IOException {
            unread(new Unread(where, Unread.Reason.READER_FAULT));
            return done(List.of(BROKE_DOWN));
        }

        private Reading.Done done(List<Said> warnings) {
            return new Reading.Done(part, tally.ledger(part.parser(), "", warnings));
        }
    }

    /// What is to be said after the fault. A file of which nothing was read stays one record, as any file
    /// that no parser knows.
    Reading reading() throws IOException {
        var whole = new Spot.Whole(bytes.size());
        if (begun.isEmpty()) {
            of(new Reading.Part(name, whole, new WholeFile().name()));
        }
        begun.getLast().unread(new Unread(whole, Unread.Reason.READER_FAULT));
        String format = begun.getLast().part().parser();
        if (begun.stream().allMatch(part -> part.tally().records() == 0)) {
            format = new WholeFile()
                    .read(Input.alone(name, bytes::open), begun.getFirst())
                    .format();
        }
        var parts = begun.stream()
                .map(part -> part.done(part == begun.getLast() ? List.of(BROKE_DOWN) : List.of()))
                .toList();
        var sum = new LedgerSum();
        parts.forEach(part -> sum.add(part.ledger()));
        return new Reading(sum.ledger(name, format), parts);
    }
}
