package org.taniq.read.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// The text export of WhatsApp, of Android and of iPhones, in every language, calendar and header shape
/// that `docs/formats.md` lists. It reads twice: once to learn the file's habits, once to hand out records.
/// Memory does not grow with the file.
public final class WhatsAppText implements Parser {
    private static final int PROBED_LINES = 2_000;
    private static final int SIGNATURE = 32;

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

    /// A database or a ZIP archive, which have zeros in their first bytes, may hold the lines of a chat.
    private static boolean isText(byte[] head) {
        for (int at = 0; at < Math.min(head.length, SIGNATURE); at++) {
            if (head[at] == 0) {
                return false;
            }
        }
        return true;
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
