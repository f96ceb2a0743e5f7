package org.taniq.read.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// The archive that Meta lets a person download: many small files, of which some are damaged, and pictures in other
/// folders. The people are invented.
final class MetaArchiveTest {
    private final Kept kept = new Kept();

    private Reading read(String... members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < members.length; i += 2) {
                zip.putNextEntry(new ZipEntry(members[i]));
                zip.write(MetaFiles.asMeta(members[i + 1]));
            }
        }
        return Reading.of("facebook.zip", Bytes.of(out.toByteArray()), _ -> kept);
    }

    private static String message(String members) {
        return "{\"messages\":[{\"sender_name\":\"Rəşad\",\"timestamp_ms\":1700000000000," + members + "}]}";
    }

    private static String picture(String uri) {
        return message("\"photos\":[{\"uri\":\"" + uri + "\"}]");
    }

    /// The number of the member that each file is, by its name; -1 where it is missing.
    private Map<String, Integer> found() {
        var found = new TreeMap<String, Integer>();
        kept.records.stream()
                .flatMap(record -> record.object().attachments().stream())
                .forEach(file -> found.put(
                        file.name(),
                        file.state() instanceof Attachment.Present(Spot.Member(List<Integer> path))
                                ? path.getFirst()
                                : -1));
        return found;
    }

    @Test
    void filesAreFoundFromTheTopOfTheExportWhateverFolderThatLiesIn() throws IOException {
        for (var root : List.of("", "your_activity_across_facebook/", "x/your_instagram_activity/")) {
            kept.records.clear();
            read(
                    root + "messages/inbox/a_1/photos/1.jpg",
                    "x",
                    root + "messages/stickers_used/5.png",
                    "y",
                    root + "messages/inbox/a_1/message_1.json",
                    message("\"photos\":[{\"uri\":\"messages/inbox/a_1/photos/1.jpg\"}],"
                            + "\"sticker\":{\"uri\":\"messages/stickers_used/5.png\"}"));
            assertEquals(Map.of("messages/inbox/a_1/photos/1.jpg", 0, "messages/stickers_used/5.png", 1), found());
        }
    }

    @Test
    void filesOfAnExportInTwoFoldersAndOfAPartOfOneAreFoundToo() throws IOException {
        read(
                "media/posts/1.webp",
                "x",
                "your_instagram_activity/content/posts_1.json",
                "[{\"media\":[{\"uri\":\"media/posts/1.webp\",\"creation_timestamp\":1700000000}]}]",
                "a_1/photos/2.jpg",
                "y",
                "a_1/message_1.json",
                picture("messages/inbox/a_1/photos/2.jpg"),
                "e2ee/media/3.jpg",
                "z",
                "e2ee/Aytekin_1.json",
                "{\"participants\":[\"A\"],\"threadName\":\"b\",\"messages\":[{\"media\":[{\"uri\":\"./media/3.jpg\"}],"
                        + "\"senderName\":\"A\",\"timestamp\":1700000000000}]}");
        assertEquals(
                Map.of("media/posts/1.webp", 0, "messages/inbox/a_1/photos/2.jpg", 2, "./media/3.jpg", 4), found());
    }

    @Test
    void aFileOfAnotherConversationIsNotTakenForOneThatIsMissing() throws IOException {
        read(
                "messages/inbox/b_2/photos/1.jpg", "x",
                "1.jpg", "y",
                "photos/1.jpg", "z",
                "messages/inbox/a_1/message_1.json", picture("messages/inbox/a_1/photos/1.jpg"));
        assertEquals(Map.of("messages/inbox/a_1/photos/1.jpg", -1), found());
    }

    @Test
    void aNameAloneIsOneOfItsOwnFolderAndNothingElse() throws IOException {
        read(
                "messages/inbox/b_2/1.jpg", "x",
                "top.jpg", "y",
                "messages/inbox/a_1/own.jpg", "z",
                "messages/inbox/a_1/message_1.json",
                        message("\"photos\":[{\"uri\":\"1.jpg\"},{\"uri\":\"top.jpg\"},{\"uri\":\"own.jpg\"},"
                                + "{\"uri\":\"./own.jpg\"},{\"uri\":\"./1.jpg\"}]"));
        assertEquals(Map.of("1.jpg", -1, "top.jpg", -1, "own.jpg", 2, "./own.jpg", 2, "./1.jpg", -1), found());
    }

    @Test
    void aFolderAndAnEmptyPathAreNoFile() throws IOException {
        read(
                "messages/inbox/a_1/photos/",
                "",
                "messages/inbox/a_1/message_1.json",
                message("\"photos\":[{\"uri\":\"messages/inbox/a_1/photos/\"},{\"uri\":\"./\"},{\"uri\":\"/\"}]"));
        assertEquals(Map.of("messages/inbox/a_1/photos/", -1, "./", -1, "/", -1), found());
    }

    @Test
    void theEndOfAPathIsEnoughOnlyBehindTheOwnFolder() throws IOException {
        read(
                "a_1/photos/1.jpg",
                "x",
                "a_1/message_1.json",
                picture("messages/inbox/b_2/photos/1.jpg"),
                "b_2/photos/1.jpg",
                "y",
                "b_2/message_1.json",
                picture("messages/archived_threads/b_2/photos/1.jpg"));
        assertEquals(
                Map.of("messages/inbox/b_2/photos/1.jpg", -1, "messages/archived_threads/b_2/photos/1.jpg", 2),
                found());
    }

    @Test
    void oneDamagedFileTakesNoOtherAwayAndWhatIsNoConversationIsNamed() throws IOException {
        var reading = read(
                "messages/inbox/a_1/message_1.json", message("\"content\":\"bir\""),
                "messages/inbox/b_2/message_1.json",
                        message("\"content\":\"iki\"").substring(0, 70),
                "messages/filtered_threads/c_3/message_1.json", message("\"content\":\"üç\""),
                "ads_information/advertisers.json", "{\"custom_audiences_v2\":[{\"name\":\"x\"}]}",
                "security/logins.json", "no JSON at all {");
        assertEquals(
                List.of("bir", "üç"),
                kept.records.stream().map(record -> record.object().text()).toList());
        assertEquals(
                List.of(
                        new Unread(new Spot.Member(3), Unread.Reason.UNNAMED),
                        new Unread(new Spot.Member(4), Unread.Reason.UNNAMED)),
                kept.unread.stream()
                        .filter(each -> each.why() == Unread.Reason.UNNAMED)
                        .toList());
        assertEquals(
                List.of("zip/1", "meta-json/1", "meta-json/1", "meta-json/1"),
                reading.parts().stream().map(done -> done.part().parser()).toList());
        assertEquals("filtered_threads", MetaFiles.detail(kept.records.getLast(), "folder"));
    }

    @Test
    void eachPartOfALongConversationIsAFileOfItsOwn() throws IOException {
        var reading = read(
                "messages/inbox/a_1/message_10.json", message("\"content\":\"köhnə\""),
                "messages/inbox/a_1/message_9.json", message("\"content\":\"təzə\""));
        assertEquals(2, reading.ledger().records());
        assertEquals(
                List.of("the file does not say which of the participants made the export"),
                reading.parts().get(1).ledger().warningsInEnglish());
        assertEquals(
                "message_8.json of the same conversation is not beside this part: newer messages may be missing",
                reading.parts().get(2).ledger().warningsInEnglish().getLast());
    }
}
