package org.taniq.read.telegramhtml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// The export of Telegram Desktop to look at, one page of it: up to 1,000 messages of one chat.
public final class TelegramHtml implements Parser {
    private static final String PAGE = "class=\"page_body chat_page\"";
    private static final String HISTORY = "class=\"history\"";

    @Override
    public String name() {
        return "telegram-html/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.equals("application/xhtml+xml");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        String head = new String(input.head(), StandardCharsets.ISO_8859_1);
        return head.stripLeading().startsWith("<") && head.contains(PAGE) && head.contains(HISTORY);
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        return new ChatReading(input, sink).run();
    }
}
