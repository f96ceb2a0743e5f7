package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Spot;

/// Exports for tests, and what is read out of them. The people are invented.
final class Telegrams {
    final Kept kept = new Kept();

    static Input input(String text) {
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    static Input input(byte[] bytes) {
        return new Input("result.json", () -> new ByteArrayInputStream(bytes), name -> {
            return name.equals("photos/a.jpg") ? new Attachment.Present(3) : Attachment.State.MISSING;
        });
    }

    static boolean knows(String text) throws IOException {
        return new TelegramJson().knows(input(text));
    }

    Ledger read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    Ledger read(byte[] bytes) throws IOException {
        return new TelegramJson().read(input(bytes), kept);
    }

    /// The record of one message with these members.
    Activity one(String members) throws IOException {
        return only("\"type\":\"message\"," + members);
    }

    /// The record of one notice with these members.
    Activity notice(String members) throws IOException {
        return only("\"type\":\"service\",\"actor\":\"Rauf\",\"actor_id\":\"user5\"," + members);
    }

    Activity only(String members) throws IOException {
        kept.records.clear();
        read("{\"name\":\"Aytac\",\"type\":\"personal_chat\",\"id\":7,\"messages\":[{\"id\":11," + members + "}]}");
        assertEquals(1, kept.records.size());
        return kept.records.getFirst();
    }

    /// As Telegram Desktop writes a chat that is exported by itself; each message is what follows its number.
    static String alone(String type, String... messages) {
        var text = new StringBuilder(
                "{\n \"name\": \"Qrup\",\n \"type\": \"" + type + "\",\n \"id\": 1,\n \"messages\": [");
        for (int n = 0; n < messages.length; n++) {
            text.append(n == 0 ? "\n" : ",\n")
                    .append("  {\n   \"id\": ")
                    .append(messages[n].replace("\n", "\n   "))
                    .append("\n  }");
        }
        return text.append("\n ]\n}").toString();
    }

    /// As Telegram Desktop writes an account.
    static String account(String... chats) {
        return "{\n \"about\": \"Telegram\",\n \"chats\": {\n  \"about\": \"y\",\n  \"list\": [\n"
                + String.join(",\n", chats) + "\n  ]\n }\n}";
    }

    /// As Telegram Desktop writes a chat of an account; each has a number of its own.
    static String chat(String name, String type, String... messages) {
        var text = new StringBuilder("   {\n    \"name\": \"" + name + "\",\n    \"type\": \"" + type
                + "\",\n    \"id\": " + name.chars().sum() + ",\n    \"messages\": [");
        for (int n = 0; n < messages.length; n++) {
            text.append(n == 0 ? "\n" : ",\n")
                    .append("     {\n      \"id\": ")
                    .append(messages[n].replace("\n", "\n      "))
                    .append("\n     }");
        }
        return text.append("\n    ]\n   }").toString();
    }

    /// What follows the number of a message: who wrote, and what.
    static String message(long id, String from, String text) {
        return id + ",\n\"type\": \"message\",\n\"from\": \"" + from + "\",\n\"from_id\": \"user" + from
                + "\",\n\"text\": \"" + text + "\"";
    }

    List<String> texts() {
        return kept.records.stream().map(record -> record.object().text()).toList();
    }

    static Map<String, String> details(Activity record) {
        var all = new TreeMap<String, String>();
        record.details()
                .forEach(detail -> all.merge(
                        detail.name(),
                        detail.value() instanceof Json.Str(var text)
                                ? text
                                : detail.value().canonical(),
                        (one, other) -> one + " & " + other));
        all.remove("chatType"); // every record has it
        return all;
    }

    /// Empty where there is none of that name.
    static String detail(Activity record, String name) {
        return details(record).getOrDefault(name, "");
    }

    static Spot.Lines lines(Activity record) {
        return (Spot.Lines) record.spot();
    }
}
