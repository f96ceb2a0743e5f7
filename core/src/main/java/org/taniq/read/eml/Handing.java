package org.taniq.read.eml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.RawMail;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// Hands mails over as they are read, and counts them.
final class Handing {
    private final Sink sink;
    private final Tally tally;
    private final Proving proving;
    private final List<Said> findings = new ArrayList<>();
    private long withoutZone;

    Handing(Sink sink, String file, Keys keys) {
        this.sink = sink;
        this.tally = new Tally(file);
        this.proving = new Proving(keys);
    }

    void mail(RawMail mail, Letter.Where where) throws IOException {
        var activity = Letter.of(mail, where, proving);
        count(activity);
        sink.read(activity);
    }

    /// The same for one of many: where the program breaks down over it, or it cannot be written as a record, the others
    /// are read all the same.
    void oneOfMany(RawMail mail, Letter.Where where) throws IOException {
        var read = new ArrayList<Activity>();
        try {
            var activity = Letter.of(mail, where, proving);
            activity.toJson();
            count(activity);
            read.add(activity);
        } catch (RuntimeException | StackOverflowError fault) {
            unread(where.spot(), Unread.Reason.READER_FAULT);
        }
        for (var activity : read) {
            sink.read(activity);
        }
    }

    private void count(Activity activity) {
        tally.count(activity);
        if (activity.marks().contains(Mark.LOOKALIKE)) {
            tally.lookalike();
        }
        withoutZone += activity.published() instanceof When.Local ? 1 : 0;
    }

    private void unread(Spot spot, Unread.Reason why) throws IOException {
        tally.skip(why);
        sink.unread(new Unread(spot, why));
    }

    void warn(Said said) {
        findings.add(said);
    }

    Ledger ledger(String format) {
        var warnings = new ArrayList<>(findings);
        aboutProof(warnings);
        long lookalikes = tally.of(Mark.LOOKALIKE);
        about(
                lookalikes,
                Said.of(
                        "{n} mails look like other than they are: a name that looks like an address, a field twice, or"
                                + " a line between mails that others do not have",
                        "n",
                        lookalikes),
                warnings);
        long noText = tally.of(Mark.NOT_TEXT);
        about(
                noText,
                Said.of("{n} mails hold bytes that are no text in the encoding they name", "n", noText),
                warnings);
        long cut = tally.of(Mark.CUT);
        about(cut, Said.of("{n} mails are longer than is read, and are cut", "n", cut), warnings);
        long dateless = tally.unknownTimes();
        about(dateless, Said.of("{n} mails state no date that is understood", "n", dateless), warnings);
        about(withoutZone, Said.of("{n} mails state a date without a zone", "n", withoutZone), warnings);
        return tally.ledger(format, "", warnings);
    }

    private void aboutProof(List<Said> warnings) {
        about(
                proving.signed(),
                Said.of(
                        "of {n} signed mails {passed} bear a right signature of some domain, {proving} one that proves"
                                + " the domain of the sender, {words} of them the words too, and {failed} are not as they"
                                + " were signed",
                        Map.of(
                                "n",
                                proving.signed(),
                                "passed",
                                proving.passed(),
                                "proving",
                                proving.ofSender(),
                                "words",
                                proving.ofWords(),
                                "failed",
                                proving.failed())),
                warnings);
        about(
                proving.withoutKey(),
                Said.of(
                        "the signatures of {n} mails were not checked, because no key was given for them: each record"
                                + " says which is needed",
                        "n",
                        proving.withoutKey()),
                warnings);
        about(
                proving.withoutAnswer(),
                Said.of(
                        "the signatures of {n} mails were not checked, because a name server did not give their keys:"
                                + " with the keys in a file they can be checked later",
                        "n",
                        proving.withoutAnswer()),
                warnings);
    }

    private static void about(long n, Said said, List<Said> warnings) {
        if (n > 0) {
            warnings.add(said);
        }
    }
}
