package org.taniq.read.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// The text export of WhatsApp, of Android and of iPhones, in every language, calendar and header shape
/// that `docs/formats.md` lists. It reads twice: once to learn the file's habits, once to hand out records.
/// Memory does not grow with the file.
public final class WhatsAppText implements Parser {
    private static final int PROBED_LINES = 2_000;
    private static final int LONGEST_SIGNATURE = 16;
    private static final List<String> OTHERS = List.of("SQLite format 3\0", "PK\3\4");

    @Override
    public String name() {
        return "whatsapp-text/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (InputStream in = input.bytes().open()) {
            byte[] head = in.readNBytes(PROBED);
            return isText(head)
                    && ChatSurvey.of(new ChatLines(new ByteArrayInputStream(head)), newStamp(), PROBED_LINES)
                            .isChat();
        }
    }

    /// A database or an archive may hold the lines of a chat, and is none.
    private static boolean isText(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, LONGEST_SIGNATURE), StandardCharsets.ISO_8859_1);
        return OTHERS.stream().noneMatch(start::startsWith);
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        ChatSurvey survey;
        try (InputStream in = input.bytes().open()) {
            survey = ChatSurvey.of(new ChatLines(in), newStamp(), Long.MAX_VALUE);
        }
        try (InputStream in = input.bytes().open()) {
            return new ChatReading(input, survey, sink).run(new ChatLines(in));
        }
    }

    private static ChatStamp newStamp() {
        return new ChatStamp(ChatWords.all().clock());
    }
}
