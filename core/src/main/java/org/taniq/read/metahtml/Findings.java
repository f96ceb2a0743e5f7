package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.NameList;
import org.taniq.read.record.Tally;

/// What a person should know before she relies on a page: its ledger's warnings.
final class Findings {
    private static final String END = "</html>";
    /// What Meta writes instead of the name of whoever has no account any more.
    private static final String NOBODY = "/read/meta/nobody.txt";

    private static final class Holder {
        static final NameList NOBODY = NameList.of(Findings.NOBODY);
    }

    private boolean hasEnd;
    private boolean saysForWhom;
    private List<String> span = List.of();
    private long withoutAuthor;
    private long ofNobody;
    private long withoutZone;

    void end(Piece piece) {
        hasEnd = piece.segment().isLast()
                && piece.segment().text().stripTrailing().endsWith(END);
    }

    void around(Frame frame) {
        saysForWhom |= frame.saysForWhom();
        span = span.isEmpty() ? frame.span() : span;
    }

    void read(Activity record) {
        boolean isSystem = record.marks().contains(Mark.SYSTEM);
        withoutAuthor += record.actor() == Actor.UNSTATED && !isSystem ? 1 : 0;
        ofNobody += Holder.NOBODY.has(record.actor().name()) ? 1 : 0;
        withoutZone += record.published() instanceof When.Local ? 1 : 0;
    }

    List<Said> warnings(Shape shape, Input input, Tally tally) {
        var warnings = new ArrayList<Said>();
        warnings.add(
                Said.of("an export made to be looked at hardly ever names accounts or numbers of people: a name can be"
                        + " anybody's; ask for the machine-readable one, too"));
        if (!hasEnd) {
            warnings.add(Said.of("the page has no end: messages may be missing behind it"));
        }
        if (!span.isEmpty()) {
            warnings.add(Said.of(
                    "the page says that it was asked for from {from} to {to}: what is earlier or later is not in it",
                    Map.of("from", span.getFirst(), "to", span.getLast())));
        }
        aboutPeople(shape, warnings);
        aboutRecords(tally, warnings);
        Conversation.partBefore(input.path())
                .filter(name -> shape.isThread() && input.beside().open(name).isEmpty())
                .ifPresent(name -> warnings.add(Said.of(
                        "{file} of the same conversation is not beside this part: newer messages may be missing",
                        "file",
                        name)));
        return List.copyOf(warnings);
    }

    private void aboutPeople(Shape shape, List<Said> warnings) {
        if (saysForWhom) {
            warnings.add(Said.of("the page says in its first words for whom it was made: compare that with the names of"
                    + " those who wrote; it is what the platform calls the account, and no proof"));
        } else if (shape.isThread()) {
            warnings.add(Said.of("the file does not say which of the participants made the export"));
        }
        if (withoutAuthor > 0) {
            warnings.add(Said.of(
                    "{n} records name nobody who wrote them: the file does not say whose account it is from, and others"
                            + " may have written there",
                    "n",
                    withoutAuthor));
        }
        if (ofNobody > 0) {
            warnings.add(Said.of(
                    "{n} records have the name that stands for everybody whose account is gone: they may be of"
                            + " several people",
                    "n",
                    ofNobody));
        }
    }

    private void aboutRecords(Tally tally, List<Said> warnings) {
        if (withoutZone > 0) {
            warnings.add(Said.of(
                    "{n} records have a time without a zone, and the page does not say by which clock: Instagram's pages"
                            + " have been seen eight hours behind UTC all year round, Facebook's in one zone for the whole"
                            + " download. Assume no zone, neither that of a computer nor that of a person: only the"
                            + " machine-readable export (JSON) says when it was",
                    "n",
                    withoutZone));
        }
        if (tally.missing() > 0) {
            warnings.add(Said.of(
                    "{n} files that records name are not here: they may be in another ZIP archive of the same"
                            + " download",
                    "n",
                    tally.missing()));
        }
        if (tally.of(Mark.NOT_TEXT) > 0) {
            warnings.add(Said.of("{n} records hold bytes that are no UTF-8", "n", tally.of(Mark.NOT_TEXT)));
        }
        if (tally.of(Mark.CUT) > 0) {
            warnings.add(Said.of(
                    "{n} records hold more than one can: a part of each was left out", "n", tally.of(Mark.CUT)));
        }
    }
}
