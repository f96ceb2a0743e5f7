package org.taniq.read.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;

/// Exports of Signal for tests. Everybody in them is invented.
final class Signals {
    static final String RAUF = "7b1c2d3e-0000-4000-8000-000000000001";
    static final String LEYLA = "7b1c2d3e-0000-4000-8000-000000000002";
    static final String KEY =
            Base64.getEncoder().encodeToString("secret-secret-secret-secret-1234".getBytes(StandardCharsets.US_ASCII));

    static final String HEADER = "{\"version\":\"1\",\"backupTimeMs\":\"1767300000000\",\"mediaRootBackupKey\":\"" + KEY
            + "\",\"currentAppVersion\":\"Desktop 7.84.0\",\"firstAppVersion\":\"Android 7.60.1\"}\n";

    /// The owner is 1, Rauf 2, Leyla 3, the group 4; the chat with Rauf is 10, that of the group 11.
    static final String PEOPLE = "{\"account\":{\"profileKey\":\"" + KEY
            + "\",\"givenName\":\"Aysel\",\"familyName\":\"Quliyeva\",\"svrPin\":\"4711\"}}\n"
            + "{\"recipient\":{\"id\":\"1\",\"self\":{\"avatarColor\":\"A130\"}}}\n"
            + contact(
                    2,
                    RAUF,
                    "\"e164\":\"994501112233\",\"profileGivenName\":\"Rauf\",\"profileFamilyName\":\"M.\",\"systemGivenName\":\"Rauf İş\"")
            + contact(3, LEYLA, "\"profileGivenName\":\"Leyla\"")
            + "{\"recipient\":{\"id\":\"4\",\"group\":{\"masterKey\":\"" + KEY
            + "\",\"snapshot\":{\"title\":{\"title\":\"Məhəllə\"},\"description\":{\"descriptionText\":\"bizim küçə\"},"
            + "\"members\":[{\"userId\":\"" + bytes(RAUF)
            + "\",\"role\":\"ADMINISTRATOR\",\"labelEmoji\":\"👑\",\"labelString\":\"şef sənəm\"}],"
            + "\"membersBanned\":[{\"userId\":\"" + bytes(LEYLA) + "\",\"timestamp\":\"1767200000000\"}]}}}}\n"
            + "{\"chat\":{\"id\":\"10\",\"recipientId\":\"2\",\"expireTimerVersion\":1}}\n"
            + "{\"chat\":{\"id\":\"11\",\"recipientId\":\"4\",\"archived\":true}}\n";

    /// Lines of [#HEADER] and [#PEOPLE], which are a record each.
    static final int LISTED = 8;

    final Kept kept = new Kept();

    static String contact(int id, String aci, String more) {
        return "{\"recipient\":{\"id\":\"" + id + "\",\"contact\":{\"aci\":\"" + bytes(aci) + "\",\"profileKey\":\""
                + KEY + "\",\"identityKey\":\"" + KEY + "\"," + more + "}}}\n";
    }

    /// An id as bytes in base64.
    static String bytes(String uuid) {
        var id = UUID.fromString(uuid);
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits());
        return Base64.getEncoder()
                .encodeToString(bytes.putLong(id.getLeastSignificantBits()).array());
    }

    /// An item of the chat with Rauf, by him.
    static String item(String members) {
        return item(10, 2, 1767225600000L, "\"incoming\":{\"dateReceived\":\"1767225601000\"}," + members);
    }

    static String item(int chat, int author, long sent, String members) {
        return "{\"chatItem\":{\"chatId\":\"" + chat + "\",\"authorId\":\"" + author + "\",\"dateSent\":\"" + sent
                + "\"," + members + "}}\n";
    }

    /// A message of Rauf's.
    static String said(String text) {
        return item(standard("\"text\":{\"body\":\"" + text + "\"}"));
    }

    static String standard(String members) {
        return "\"standardMessage\":{" + members + "}";
    }

    Ledger read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    Ledger read(byte[] bytes) throws IOException {
        return read(Input.alone("main.jsonl", Bytes.of(bytes)::open));
    }

    Ledger read(Input input) throws IOException {
        kept.records.clear();
        kept.unread.clear();
        return new SignalExport().read(input, kept);
    }

    /// Reads these lines behind those of whoever is in the export.
    Ledger chat(String lines) throws IOException {
        return read(HEADER + PEOPLE + lines);
    }

    static boolean knows(String text) throws IOException {
        return new SignalExport()
                .knows(Input.alone("main.jsonl", Bytes.of(text.getBytes(StandardCharsets.UTF_8))::open));
    }

    /// What came of the lines behind those of whoever is in the export.
    List<Activity> items() {
        return kept.records.subList(LISTED, kept.records.size());
    }

    /// What came of the one line that was read.
    Activity only() {
        if (items().size() != 1) {
            throw new AssertionError("records: " + items());
        }
        return items().getFirst();
    }

    /// A detail's value as JSON; empty where there is none.
    static String detail(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value().canonical())
                .findFirst()
                .orElse("");
    }

    static List<String> details(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value().canonical())
                .toList();
    }
}
