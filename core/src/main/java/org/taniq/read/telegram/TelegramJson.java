package org.taniq.read.telegram;

import java.io.IOException;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// The machine-readable export of Telegram Desktop, `result.json`: of one chat or of a whole account, in
/// every form since 2018. Members are those that `Telegram/SourceFiles/export/output/export_output_json.cpp`
/// of Telegram Desktop writes.
public final class TelegramJson implements Parser {
    @Override
    public String name() {
        return "telegram-json/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.startsWith("text/");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        return TelegramHead.isTelegram(input.head());
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        try (var bytes = input.bytes().open()) {
            return new TelegramReading(input, sink).run(bytes);
        }
    }
}
