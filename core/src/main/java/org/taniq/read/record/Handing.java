package org.taniq.read.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.base.json.Span;

/// Hands over what is read, counts it, and gathers what a person should know before she relies on it.
public final class Handing {
    private static final int MOST_DAMAGE = 10;

    private static final Sink NOBODY = new Sink() {
        @Override
        public void read(Activity activity) {}

        @Override
        public void unread(Unread unread) {}
    };

    private final Tally tally;
    private final Counted counted;
    private final List<Said> warnings = new ArrayList<>();
    private long damaged;
    private long twice;
    private long explained;

    public Handing(Input input, Sink sink) {
        this.tally = new Tally(input.name());
        this.counted = new Counted(sink, tally);
    }

    /// For a first look: what is read is handed to nobody.
    public static Handing toNobody(Input input) {
        return new Handing(input, NOBODY);
    }

    public void read(Activity activity) throws IOException {
        counted.read(activity);
    }

    /// The record that is read next says something twice.
    public void twice() {
        twice++;
    }

    /// The record that is read next is a look-alike for a reason that is told by a warning of its own.
    public void explained() {
        explained++;
    }

    public void unread(Span span, Unread.Reason why) throws IOException {
        counted.unread(span, why);
    }

    /// Damage behind which reading went on.
    public void hole(Span span, long next) throws IOException {
        unread(span, Unread.Reason.HOLE);
        damaged++;
        if (damaged <= MOST_DAMAGE) {
            warn(Said.of(
                    "damaged in line {line}: read on from line {next}", Map.of("line", span.first(), "next", next)));
        }
    }

    /// Something longer or deeper than what is read, behind which reading went on.
    public void tooLarge(Span span, long next) throws IOException {
        unread(span, Unread.Reason.TOO_LARGE);
        damaged++;
        if (damaged <= MOST_DAMAGE) {
            warn(Said.of(
                    "something in line {line} is larger than what is read: read on from line {next}",
                    Map.of("line", span.first(), "next", next)));
        }
    }

    /// Something longer or deeper than what is read, behind which nothing was read.
    public void tooLarge(Span span) throws IOException {
        unread(span, Unread.Reason.TOO_LARGE);
        damaged++;
        warn(Said.of(
                "something in line {line} is larger than what is read: what stands behind it was not read",
                "line",
                span.first()));
    }

    /// Damage behind which nothing was read.
    public void broken(Span span) throws IOException {
        unread(span, Unread.Reason.BROKEN);
        damaged++;
        warn(Said.of("damaged or cut off in line {line}: what stands behind it was not read", "line", span.first()));
    }

    /// Whether anything of it is damaged: what is not there may have been.
    public boolean isDamaged() {
        return damaged > 0;
    }

    public void warn(Said said) {
        if (!warnings.contains(said)) {
            warnings.add(said);
        }
    }

    /// @param format what was found
    public Ledger ledger(String format) {
        long more = damaged - MOST_DAMAGE;
        long noText = tally.of(Mark.NOT_TEXT);
        long cut = tally.of(Mark.CUT);
        long typed = tally.of(Mark.LOOKALIKE) - twice - explained;
        warn(Said.of("{n} more places of the export are damaged", "n", more), more);
        warn(Said.of("{n} records hold bytes that are no UTF-8", "n", noText), noText);
        warn(Said.of("{n} records are longer than what is read and are cut", "n", cut), cut);
        warn(
                Said.of(
                        "{n} records may be text that somebody typed: they stand behind a damaged place, or their text is"
                                + " not written as that of others",
                        "n",
                        typed),
                typed);
        warn(
                Said.of(
                        "{n} records say something twice under one name, which the program that made the file does not"
                                + " do: it was changed or damaged, and nobody is named who wrote them",
                        "n",
                        twice),
                twice);
        return tally.ledger(format, "", warnings);
    }

    private void warn(Said said, long n) {
        if (n > 0) {
            warn(said);
        }
    }
}
