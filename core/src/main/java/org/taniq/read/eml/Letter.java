package org.taniq.read.eml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.PartWalk;
import org.taniq.read.mail.RawMail;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// One mail as a record.
final class Letter {
    private final RawMail mail;
    private final Where where;
    private final HeaderText text;
    private final Envelope envelope;
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

    private Letter(RawMail mail, Where where) {
        this.mail = mail;
        this.where = where;
        this.text = HeaderText.of(mail);
        this.envelope = new Envelope(mail, text);
        marks.addAll(where.marks());
    }

    /// Where a mail stands, and what is known of it besides its bytes.
    ///
    /// @param asSent how it may have been before it was stored; what is signed tells
    record Where(Spot spot, Place place, Set<Mark> marks, List<Detail> details, List<RawMail> asSent) {}

    /// @param proving what the mail proves of itself, and by which keys
    static Activity of(RawMail mail, Where where, Proving proving) throws IOException {
        return new Letter(mail, where).activity(proving);
    }

    private Activity activity(Proving proving) throws IOException {
        var checked = proving.check(mail, where.asSent(), envelope.from());
        var parts = parts(checked.mail());
        var details = details(parts, checked);
        mark(envelope.isLookalike(), Mark.LOOKALIKE);
        mark(mail.isCut() || parts.isCut(), Mark.CUT);
        mark(text.isBroken() || parts.isBroken(), Mark.NOT_TEXT);
        var activity = activity(parts).with(details);
        mark(activity.details().getLast().name().equals("leftOut"), Mark.CUT);
        return activity.marked(marks);
    }

    private Activity activity(MailParts parts) {
        return new Activity(
                Verb.CREATE,
                envelope.sender(),
                envelope.audience(),
                envelope.published(),
                new Thing.Note(parts.words().text(), parts.attachments()),
                marks,
                where.spot(),
                envelope.inReplyTo(),
                "",
                Map.of(),
                envelope.id(),
                where.place(),
                List.of());
    }

    private void mark(boolean is, Mark mark) {
        if (is) {
            marks.add(mark);
        }
    }

    /// What the mail proves stands first, and last what anybody can put in by thousands: where not all of it fits, the
    /// end is left out.
    private List<Detail> details(MailParts parts, Proving.Checked checked) throws IOException {
        var details = new ArrayList<>(checked.details());
        details.addAll(Notice.details(checked, envelope.from(), parts.words().text()));
        details.addAll(where.details());
        details.addAll(envelope.details());
        details.addAll(parts.details());
        details.addAll(parts.words().details());
        details.addAll(envelope.others());
        checked.proof().said().forEach(said -> details.add(new Detail("saidByServer", ProofJson.said(said))));
        return details;
    }

    /// The subject is a line of its own, before the words of the body.
    ///
    /// @param checked the mail as it was checked: other words are not those that are proven
    private MailParts parts(RawMail checked) throws IOException {
        var parts = new MailParts(envelope.subject(), text);
        try (var body = checked.body()) {
            var walk = new PartWalk(new LineStream(body), parts, text::of, PartWalk.Kind.MAIL);
            walk.part(TopHead.of(checked, text), 0);
        }
        return parts;
    }
}
