package org.taniq.read.eml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.taniq.base.Said;
import org.taniq.base.mime.LineStream;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.RawMail;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;

/// A mailbox: many mails in one file, each behind a line `From ` (RFC 4155; mboxo, mboxrd, mboxcl and mboxcl2), as
/// Thunderbird, Apple Mail and Google Takeout write it.
public final class MboxFile implements Parser {
    private final Keys keys;
    private final int most;

    /// @param keys of the domains that sign mail
    public MboxFile(Keys keys) {
        this(keys, MboxWalk.MOST);
    }

    /// @param most bytes that are held of a mail; what is longer is cut
    MboxFile(Keys keys, int most) {
        this.keys = keys;
        this.most = most;
    }

    @Override
    public String name() {
        return "mbox/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return EmlFile.mayBeMail(mediaType);
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            in.skipNBytes(EmlFile.mark(input));
            var lines = new LineStream(in);
            if (!lines.next()) {
                return false;
            }
            var line = FromLine.of(lines.bytes(), lines.length());
            var behind = Beginning.Behind.of(lines.ahead(Beginning.AHEAD));
            return line.form() != FromLine.Form.DAMAGED && new Beginning(line, true, behind).isMail();
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(sink, input.name(), keys);
        long mark = EmlFile.mark(input);
        try (var in = input.bytes().open()) {
            in.skipNBytes(mark);
            var walk = new MboxWalk(new LineStream(in), mark, most, (held, found) -> mail(held, found, handing));
            walk.run();
            if (walk.leftLengthsAlone()) {
                handing.warn(Said.of("the lengths that mails state are wrong too often, and were not used any more"));
            }
            if (walk.withOthersInside() > 0) {
                handing.warn(Said.of(
                        "other mails seem to begin within the length that {n} mails state: they were read as parts of"
                                + " those",
                        "n",
                        walk.withOthersInside()));
            }
        }
        return handing.ledger("mbox");
    }

    private static void mail(byte[] held, MboxWalk.Found found, Handing handing) throws IOException {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (found.isCut()) {
            marks.add(Mark.CUT);
        }
        if (found.isLookalike()) {
            marks.add(Mark.LOOKALIKE);
        }
        RawMail.Stored stored = () -> new ByteArrayInputStream(held, found.from(), found.to() - found.from());
        var mail = found.isCut() ? RawMail.beginning(stored) : RawMail.of(stored);
        var unquoting = new Unquoting(held, found.from() + Math.toIntExact(mail.bodyAt()), found.to());
        long quoted = unquoting.lines();
        List<RawMail> asSent =
                quoted == 0 || found.isCut() ? List.of() : List.of(RawMail.of(() -> unquoting.mail(found.from())));
        var details = details(found, quoted);
        handing.oneOfMany(mail, new Letter.Where(found.spot(), Place.record(found.number()), marks, details, asSent));
    }

    private static List<Detail> details(MboxWalk.Found found, long quoted) {
        var details = new ArrayList<Detail>();
        details.add(Detail.of("mailboxLine", found.line()));
        if (quoted > 0) {
            details.add(Detail.of("quotedFromLines", quoted));
        }
        if (found.inside().count() > 0) {
            details.add(Detail.of("beginningsInside", found.inside().count()));
            found.inside().first().forEach(line -> details.add(Detail.of("beginningInside", line)));
        }
        return details;
    }
}
