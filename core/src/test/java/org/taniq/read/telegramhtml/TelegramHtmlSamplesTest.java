package org.taniq.read.telegramhtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.record.Input;

/// A page made after the shape of Telegram Desktop's, against counts that were made by hand.
final class TelegramHtmlSamplesTest {
    @Test
    void thePageHasThreeMessagesAndANotice() throws IOException {
        var file = NotRun.unlessShared("formats/telegram-html").resolve("made-by-us/messages.html");
        var kept = new Kept();
        var input = Input.alone("messages.html", Bytes.of(file)::open);
        assertTrue(new TelegramHtml().knows(input));
        var ledger = new TelegramHtml().read(input, kept);
        assertEquals(
                List.of(
                        "Aygün: salam & xoş gəldin\nikinci sətir",
                        "Aygün: davamı",
                        "Deleted Account: cavab",
                        ": Aygün pinned \"salam\""),
                kept.records.stream()
                        .map(record ->
                                record.actor().name() + ": " + record.object().text())
                        .toList());
        assertEquals(4, ledger.records());
        assertEquals(0, ledger.skipped());
    }
}
