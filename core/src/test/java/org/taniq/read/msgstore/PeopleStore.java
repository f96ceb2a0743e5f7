package org.taniq.read.msgstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// A database in which each message has a sender, a chat, a time, an id and words of its own, and many a file, a
/// quotation or a deletion of its own: whatever is damaged in it, nothing of one may be said of another. All people are
/// invented.
final class PeopleStore {
    static final int PAGE = 4_096;
    private static final int MESSAGES = 24;

    /// Said of damage, or of what damage has taken away.
    private static final Set<String> OF_DAMAGE =
            Set.of("rowUnsure", "chatRow", "senderRow", "namedId", "unreadBefore", "columnsUnknown", "values");

    /// What nobody may say where a byte was changed.
    private static final Set<String> CLAIMS = Set.of("missingBefore", "messageMissing", "quotedMissing");

    private final byte[] bytes;
    private final Map<String, Activity> before = new HashMap<>();

    PeopleStore(Path folder) throws IOException, InterruptedException {
        this.bytes = Files.readAllBytes(Made.database(
                folder,
                LongStream.rangeClosed(1, MESSAGES)
                        .mapToObj(PeopleStore::person)
                        .collect(Collectors.joining("", Tables.NEW + "BEGIN;\n", "COMMIT;\n"))));
        var kept = read(bytes);
        assertEquals(List.of(), kept.unread);
        kept.records.forEach(record -> before.put(record.id(), record));
        assertEquals(MESSAGES, before.size());
    }

    private static String person(long i) {
        long who = 30 + i;
        boolean isDeleted = i % 5 == 0;
        return "INSERT INTO jid VALUES (" + who + ", 'p" + i + "', 's.whatsapp.net', 0, 0, 0, 'p" + i
                + "@s.whatsapp.net');\n"
                + "INSERT INTO chat VALUES (" + who + ", " + who + ", 0, 'chat " + i + "', 0, 0);\n"
                + "INSERT INTO message VALUES (" + i + ", " + who + ", 0, 'ID" + i + "', " + who + ", "
                + Tables.time(i) + ", " + (isDeleted ? 15 : 0) + ", "
                + (isDeleted ? "NULL" : "'words of " + i + " " + "x".repeat(300) + "'") + ", 0, 0);\n"
                + (isDeleted ? "INSERT INTO message_revoked VALUES (" + i + ", 'GONE" + i + "', NULL, 1);\n" : "")
                + (i % 2 == 0 && !isDeleted
                        ? "INSERT INTO message_media VALUES (" + i + ", " + who + ", 'Media/p" + i
                                + ".jpg', 1, 0, NULL, NULL, NULL, NULL, NULL);\n"
                        : "")
                + (i % 3 == 0
                        ? "INSERT INTO message_quoted VALUES (" + i + ", " + who + ", " + who + ", 0, " + who + ", 'ID"
                                + i + "', 1, 0, 'quoted by " + i + ".');\n"
                        : "");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    static Kept read(byte[] bytes) throws IOException {
        var kept = new Kept();
        Reading.of("msgstore.db", Bytes.of(bytes), _ -> kept);
        return kept;
    }

    /// The page, from 0, on which these words stand first.
    int pageWith(String words) {
        return find(words) / PAGE;
    }

    int find(String words) {
        int at = text(bytes).indexOf(words);
        assertTrue(at >= 0, words);
        return at;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// The byte of the schema that says where a table begins.
    int rootOf(String table) {
        return find("CREATE TABLE " + table + " (") - 1;
    }

    /// Where in a page of rows something else is decided than what a row says: its head, where its rows are, and of
    /// each
    /// row how long it is and its number.
    List<Integer> framework(int page) {
        var all = new ArrayList<Integer>();
        int count = ByteBuffer.wrap(bytes).getShort(page * PAGE + 3);
        for (int i = 0; i < 8 + 2 * count; i++) {
            all.add(page * PAGE + i);
        }
        for (int i = 0; i < count; i++) {
            int at = page * PAGE + ByteBuffer.wrap(bytes).getShort(page * PAGE + 8 + 2 * i);
            while (bytes[at] < 0) {
                all.add(at++);
            }
            all.add(at++);
            all.add(at);
        }
        return all;
    }

    /// Asserts that of everybody it is said what was said before, or nothing, or that it could not be read.
    ///
    /// @param at a byte that was changed; what the row says in which it lies is not known
    void check(byte[] damaged, int at) throws IOException {
        var kept = read(damaged);
        String where = "byte " + at + " of page " + at / PAGE;
        for (var record : kept.records) {
            check(record, where);
        }
        for (var was : before.values()) {
            boolean isChanged = at >= was.spot().from() && at < was.spot().to();
            boolean isThere = kept.records.stream().anyMatch(now -> isOf(was, now));
            assertTrue(isChanged || isThere || isUnread(was.spot(), kept), where + " takes " + was.id());
        }
        checkFiles(kept, where, at);
    }

    private static boolean isOf(Activity was, Activity now) {
        return was.id().equals(now.id()) || Made.detail(now, "values").contains("\"" + was.id() + "\"");
    }

    private void check(Activity now, String where) {
        now.details()
                .forEach(detail -> assertTrue(
                        !CLAIMS.contains(detail.name())
                                || before.getOrDefault(now.id(), now).details().contains(detail)
                                        && before.containsKey(now.id()),
                        () -> where + " lets " + now.id() + " say " + detail));
        if (!before.containsKey(now.id())) {
            return;
        }
        var was = before.getOrDefault(now.id(), now);
        isSameOrNone(was.actor().id(), now.actor().id(), where);
        isSameOrNone(was.audience().id(), now.audience().id(), where);
        isSameOrNone(was.audience().name(), now.audience().name(), where);
        for (var detail : now.details()) {
            boolean isSaid = OF_DAMAGE.contains(detail.name())
                    || was.details().stream().anyMatch(each -> saysNoMore(detail, each));
            assertTrue(isSaid || isOwn(detail, was), () -> where + " lets " + now.id() + " say " + detail);
        }
    }

    /// The same, or less where it is not known who somebody is.
    private static boolean saysNoMore(Detail now, Detail was) {
        return now.name().equals(was.name())
                && (now.equals(was)
                        || now.value() instanceof Json.Obj(var members)
                                && was.value() instanceof Json.Obj(var all)
                                && all.entrySet().containsAll(members.entrySet()));
    }

    /// What a changed row says of itself.
    private static boolean isOwn(Detail detail, Activity was) {
        return Set.of("messageType", "kind", "fromMe", "fromMeNumber", "status", "originationFlags")
                        .contains(detail.name())
                && was.details().stream().noneMatch(each -> each.name().equals("revokedId"));
    }

    private static void isSameOrNone(String was, String now, String where) {
        assertTrue(now.isEmpty() || now.equals(was), () -> where + " makes " + was + " " + now);
    }

    private void checkFiles(Kept kept, String where, int changed) {
        var all = kept.records.stream()
                .map(record -> record.details().toString() + record.object().attachments())
                .collect(Collectors.joining("\n"));
        for (int i = 2; i <= MESSAGES; i += 2) {
            String path = "p" + i + ".jpg";
            if (i % 5 != 0 && !all.contains(path)) {
                int at = find("Media/" + path);
                boolean isChanged = changed >= at - 30 && changed < at + 20;
                assertTrue(isChanged || isUnread(new Spot.Range(at, at + 1), kept), where + " takes " + path);
            }
        }
    }

    private static boolean isUnread(Spot spot, Kept kept) {
        return kept.unread.stream()
                .map(Unread::spot)
                .anyMatch(each -> each.from() < spot.to() && spot.from() < each.to());
    }
}
