package org.taniq.read.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.taniq.base.json.Rewind;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.JsonReading;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// The archive that X (Twitter) hands to an account: its posts, also deleted ones, direct messages and likes, each in
/// files of their own.
public final class XArchive implements Parser {
    @Override
    public String name() {
        return "x-archive/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.endsWith("javascript") || mediaType.endsWith("json");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (var bytes = input.bytes().open()) {
            return XKind.of(new Rewind(new ByteArrayInputStream(bytes.readNBytes(1 << 10))))
                    .isPresent();
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(input, sink);
        var account = XAccount.beside(input.beside());
        try (var bytes = input.bytes().open()) {
            var text = new Rewind(bytes);
            var kind = XKind.of(text);
            if (kind.isPresent()) {
                read(text, kind.get(), new XReading(input.beside(), account), handing);
            }
        }
        return handing.ledger("x-archive");
    }

    private static void read(Rewind text, XKind kind, XReading reading, Handing handing) throws IOException {
        boolean isMessages = kind.word().equals("message");
        var format = isMessages ? new XMessages(kind, reading) : new XPosts(kind, reading);
        new JsonReading(text, format, handing).run();
        reading.warn(kind, handing);
    }
}
