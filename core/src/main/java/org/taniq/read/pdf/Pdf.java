package org.taniq.read.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.base.pdf.PdfFile;
import org.taniq.read.file.MediaType;
import org.taniq.read.file.WholeFile;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;
import org.taniq.read.record.Verb;

/// PDFs: a record for the file with what it says of itself, and one for each page with its words.
///
/// The words are those that the page draws, also where nobody sees them. Who made it and when is what the file says.
public final class Pdf implements Parser {
    private static final String TYPE = "application/pdf";
    /// What does not begin at its first byte.
    private static final String UNKNOWN = "application/octet-stream";
    private static final int LARGEST = 64 << 20;

    @Override
    public String name() {
        return "pdf/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            byte[] head = in.readNBytes(MediaType.HEAD);
            String type = MediaType.of(new ByteArrayInputStream(head));
            return type.equals(TYPE) || type.equals(UNKNOWN) && PdfFile.is(head);
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var media = WholeFile.media(input);
        var none = new When.Unknown("", "the file does not say when it was made");
        var whole = Activity.of(Verb.CREATE, Actor.UNSTATED, none, media, Set.of(), new Spot.Whole(media.size()));
        var handing = new Handing(input.name(), sink);
        if (media.size() > LARGEST) {
            handing.read(whole);
            handing.unread(
                    whole.spot(),
                    Unread.Reason.TOO_LARGE_TO_UNPACK,
                    Said.of("the PDF is larger than {most} bytes: its words were not read", "most", LARGEST));
            return handing.ledger();
        }
        byte[] bytes;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(LARGEST);
        }
        new PdfReading(bytes, whole, handing).read();
        return handing.ledger();
    }
}
