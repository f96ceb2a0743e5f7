package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taniq.read.Records;

/// Whatever somebody puts into an export, reading it ends, and what comes out can be sealed.
final class TelegramHostileTest {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "9007199254740993",
            "1e999",
            "\"\"",
            "\"\\ud800\"",
            "\"2024-02-31T10:00:00\"",
            "[]",
            "{}",
            "[[null,{\"text\":{\"text\":[7]}}]]",
            "{\"index\":1,\"log\":\"x\",\"\":[\"a\"]}",
            "[".repeat(100) + "]".repeat(100));

    private static final List<String> MEMBERS = List.of(
            "id",
            "type",
            "date",
            "date_unixtime",
            "edited",
            "edited_unixtime",
            "from",
            "from_id",
            "actor",
            "actor_id",
            "action",
            "members",
            "text",
            "text_entities",
            "photo",
            "file",
            "file_name",
            "thumbnail",
            "contact_vcard",
            "self_destruct_period_seconds",
            "reactions",
            "poll",
            "invoice_information",
            "inline_bot_buttons",
            "rich_message",
            "location_information",
            "contact_information",
            "reply_to_message_id",
            "reply_to_peer_id",
            "message_id",
            "forwarded_from",
            "title",
            "peers",
            "width",
            "media_spoiler",
            "",
            "a/b~c\\u0000");

    private final Telegrams telegrams = new Telegrams();

    @Test
    void everyMemberMayHoldAnything() throws IOException {
        for (var member : MEMBERS) {
            for (var value : VALUES) {
                telegrams.kept.records.clear();
                telegrams.read("{\"name\":" + value + ",\"type\":" + value + ",\"id\":" + value + ",\"messages\":[{\""
                        + member + "\":" + value + ",\"id\":1,\"type\":\"service\"}]}");
                assertEquals(1, telegrams.kept.records.size(), member + " " + value);
                sealable();
            }
        }
    }

    private void sealable() {
        telegrams.kept.records.forEach(record -> assertTrue(Records.row(record, Map.of()).stream()
                .allMatch(value -> !value.canonical().isEmpty())));
    }

    @Test
    void whatIsLargeIsBounded() throws IOException {
        String files = "{\"type\":\"photo\",\"photo\":\"a\"},".repeat(50_000) + "{}";
        var record = telegrams.one("\"rich_message\":[" + files + "],\"from\":\"" + "x".repeat(1 << 20) + "\"");
        assertEquals(1000, record.object().attachments().size());
        assertEquals("49000", Telegrams.detail(record, "filesLeftOut"));
        assertEquals(1 << 16, record.actor().name().length());
        sealable();
    }

    @Test
    void stretchesWithinOneAnotherAreOneDetail() throws IOException {
        String nested =
                "{\"type\":\"code\",\"text\":".repeat(200) + "\"" + "ə".repeat(4_000_000) + "\"" + "}".repeat(200);
        var record = telegrams.one("\"text\":[" + nested + "]");
        assertEquals(
                1,
                record.details().stream()
                        .filter(detail -> detail.name().equals("stretch"))
                        .count());
    }

    @Test
    void bytesThatSomebodyChangedEnd() throws IOException {
        byte[] text = Telegrams.account(
                        Telegrams.chat("Bir", "private_supergroup", Telegrams.message(1, "A", "ə\\x0Fb")),
                        Telegrams.chat("İki", "private_group", Telegrams.message(2, "B", "b")))
                .getBytes(StandardCharsets.UTF_8);
        var random = new Random(7);
        for (int n = 0; n < 3000; n++) {
            byte[] changed = text.clone();
            for (int k = 0; k < 3; k++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            telegrams.kept.records.clear();
            telegrams.read(changed);
            sealable();
        }
    }
}
