package org.taniq.read.eml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.taniq.base.Said;
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

    /// @param keys of the domains that sign mail
    public MboxFile(Keys keys) {
        this.keys = keys;
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
            var walk = new MboxWalk(new LineStream(in), mark, (held, found) -> mail(held, found, handing));
            walk.run();
            if (walk.leftLengthsAlone()) {
                handing.warn(Said.of("the lengths that mails state are wrong too often, and were not used any more"));
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
        var mail = RawMail.of(() -> new ByteArrayInputStream(held, found.from(), found.to() - found.from()));
        var unquoting = new Unquoting(held, found.from() + Math.toIntExact(mail.bodyAt()), found.to());
        long quoted = unquoting.lines();
        List<Detail> details = quoted == 0
                ? List.of(Detail.of("mailboxLine", found.line()))
                : List.of(Detail.of("mailboxLine", found.line()), Detail.of("quotedFromLines", quoted));
        List<RawMail> asSent = quoted == 0 ? List.of() : List.of(RawMail.of(() -> unquoting.mail(found.from())));
        handing.oneOfMany(mail, new Letter.Where(found.spot(), Place.record(found.number()), marks, details, asSent));
    }
}
