package org.taniq.read.eml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.RawMail;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;

/// One mail as it was sent or received (`.eml`; RFC 5322, MIME).
public final class EmlFile implements Parser {
    private static final String MAIL = "message/rfc822";

    private final Keys keys;

    /// @param keys of the domains that sign mail
    public EmlFile(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "eml/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mayBeMail(mediaType);
    }

    /// What a mail or a mailbox is taken for that has strange bytes or fields before the usual ones.
    static boolean mayBeMail(String mediaType) {
        return Set.of(MAIL, "application/mbox", "text/plain", "application/octet-stream")
                .contains(mediaType);
    }

    @Override
    public boolean knows(Input input) throws IOException {
        byte[] head = input.head();
        return MailHead.isMail(Arrays.copyOfRange(head, MailHead.behindMark(head), head.length));
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(sink, input.name(), keys);
        long mark = mark(input);
        RawMail.Stored stored = () -> {
            var in = input.bytes().open();
            in.skipNBytes(mark);
            return in;
        };
        var spot = new Spot.Whole(size(input));
        var mail = input.bytes().isWhole() ? RawMail.of(stored) : RawMail.beginning(stored);
        handing.mail(mail, new Letter.Where(spot, Place.UNSTATED, Set.of(), List.of(), List.of()));
        return handing.ledger("eml");
    }

    /// How many bytes a byte order mark takes.
    static long mark(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            return MailHead.behindMark(in.readNBytes(3));
        }
    }

    private static long size(Input input) throws IOException {
        try (InputStream in = input.bytes().open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
