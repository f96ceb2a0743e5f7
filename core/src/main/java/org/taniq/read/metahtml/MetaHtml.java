package org.taniq.read.metahtml;

import java.io.IOException;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// One page of the download of Facebook, Messenger or Instagram: a conversation, or a list of posts or comments.
public final class MetaHtml implements Parser {

    @Override
    public String name() {
        return "meta-html/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.equals("application/xhtml+xml");
    }

    /// By a block with a heading, content and a time, built as Meta builds them.
    @Override
    public boolean knows(Input input) throws IOException {
        return Telling.of(input).isPresent();
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var shape = Telling.of(input);
        if (shape.isEmpty()) {
            throw new IllegalArgumentException("not a page of Meta's download");
        }
        return new PageReading(input, shape.get(), sink).run();
    }
}
