package org.taniq.read.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;

/// What others' samples of these exports hold is counted by hand here: records, one more for who takes part in a
/// conversation, and what was left out.
final class MetaSamplesTest {
    private static List<String> counts(String folder) throws IOException {
        var counts = new ArrayList<String>();
        Path root = NotRun.unlessShared("formats/" + folder);
        try (var files = Files.walk(root)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                counts.add(count(root, file));
            }
        }
        return counts;
    }

    private static String count(Path root, Path file) throws IOException {
        String path = root.relativize(file).toString();
        var input = Input.alone(path, () -> Files.newInputStream(file));
        if (!new MetaJson().knows(input)) {
            return path + " unknown";
        }
        var kept = new Kept();
        var ledger = new MetaJson().read(input, kept);
        return String.format(Locale.ROOT, "%s %d+%d", path, ledger.records(), ledger.skipped());
    }

    @Test
    void conversationsOfMessenger() throws IOException {
        String root = "msgvault/";
        String of = "/your_activity_across_facebook/messages/";
        assertEquals(
                List.of(
                        root + "e2ee_simple" + of + "alice_1.json 5+0",
                        root + "e2ee_simple" + of + "group_2.json 3+0",
                        root + "json_group" + of + "inbox/crew_GRP123/message_1.json 4+0",
                        root + "json_multifile" + of + "inbox/dave_MULTI/message_1.json 3+0",
                        root + "json_multifile" + of + "inbox/dave_MULTI/message_10.json 2+0",
                        root + "json_multifile" + of + "inbox/dave_MULTI/message_2.json 2+0",
                        root + "json_simple" + of + "archived_threads/zoe_ARCH/message_1.json 2+0",
                        root + "json_simple" + of + "inbox/alice_ABC123/message_1.json 4+0",
                        root + "json_with_media" + of + "inbox/bob_XYZ789/message_1.json 2+0"),
                counts("facebook-dyi"));
    }

    @Test
    void postsCommentsAndWhatIsNeitherOfFacebook() throws IOException {
        assertEquals(
                List.of(
                        "corrupt.json unknown",
                        "event_invitations.json unknown",
                        "facebook_comments.json 8+0",
                        "facebook_media.json 9+0",
                        "personal_information.json unknown",
                        "post_comments.json 2+0",
                        "profile_information.json unknown",
                        "v2_profile_information.json unknown",
                        "your_event_responses.json unknown",
                        "your_events.json unknown",
                        "your_group_membership_activity.json 4+0",
                        "your_groups.json 2+0",
                        "your_posts_1.json 14+0",
                        "your_posts_in_groups.json 3+0"),
                counts("facebook-dyi-nolicence"));
    }

    @Test
    void conversationsOfInstagram() throws IOException {
        assertEquals(
                List.of("chat-miner/target.json unknown", "chat-miner/test_export.json 2+0"), counts("instagram-json"));
    }

    @Test
    void postsAndCommentsOfInstagram() throws IOException {
        assertEquals(
                List.of("instagram_media.json 6+0", "instagram_post.json 5+0", "post_comments.json 2+0"),
                counts("instagram-json-nolicence"));
    }

    /// Who wrote what to whom, and when, of every message that has a sender.
    private static List<String> said(String folder) throws IOException {
        var said = new ArrayList<String>();
        Path root = NotRun.unlessShared("formats/" + folder);
        try (var files = Files.walk(root)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                records(root, file).stream()
                        .filter(record -> !record.actor().name().isEmpty())
                        .forEach(record -> said.add(said(record)));
            }
        }
        return said;
    }

    private static String said(Activity record) {
        String time =
                record.published() instanceof When.Exact exact ? exact.instant().toString() : "";
        return String.join(
                " | ",
                time,
                record.actor().name(),
                record.audience().name(),
                record.object().text());
    }

    private static List<Activity> records(Path root, Path file) throws IOException {
        var kept = new Kept();
        if (count(root, file).endsWith("unknown")) {
            return List.of();
        }
        new MetaJson().read(Input.alone(root.relativize(file).toString(), () -> Files.newInputStream(file)), kept);
        return kept.records;
    }

    @Test
    void whoWroteWhatToWhomAndWhen() throws IOException {
        assertEquals(
                List.of(
                        "2020-09-13T12:26:40Z | Test User | Alice Example | Hello",
                        "2020-09-13T12:27:40Z | Alice Example | Test User | café time?",
                        "2020-09-13T12:28:40Z | Test User | Alice Example | See you soon",
                        "2020-09-13T12:29:40Z | Test User | Alice Example | oops",
                        "2020-09-13T12:26:40Z | Alice Example | Weekend crew | Plans?",
                        "2020-09-13T12:27:40Z | Bob Builder | Weekend crew | ",
                        "2020-09-13T12:26:40Z | Test User | Crew | Hey crew",
                        "2020-09-13T12:27:40Z | Alice Example | Crew | Hi!",
                        "2020-09-13T12:28:40Z | Bob Example | Crew | Hello.",
                        "2023-11-14T22:14:20Z | Test User | Dave Multi | Message B (from file 1, newer)",
                        "2023-11-14T22:13:20Z | Dave Multi | Test User | Message A (from file 1, oldest)",
                        "2023-11-14T22:16:20Z | Test User | Dave Multi | Message D (from file 10, newest)",
                        "2023-11-14T22:15:20Z | Dave Multi | Test User | Message C (from file 2)",
                        "2017-07-14T02:40:00Z | Zoe Archive | Test User | Old message in archive",
                        "2020-09-13T12:28:40Z | Test User | Alice Example | See you soon",
                        "2020-09-13T12:27:40Z | Alice Example | Test User | café time?",
                        "2020-09-13T12:26:40Z | Test User | Alice Example | Hello",
                        "2020-09-13T12:26:40Z | Bob Mediafile | Test User | Here's a photo"),
                said("facebook-dyi"));
        assertEquals(
                List.of(
                        "2020-01-17T20:49:00Z | John Doe |  | Hello Jane!",
                        "2019-12-24T11:23:00Z | Jane Doe |  | Hello John!"),
                said("instagram-json"));
    }

    /// Whatever stands in a sample stands in its records.
    @Test
    void noTextAndNoNumberOfASampleIsLost() throws IOException {
        for (var folder :
                List.of("facebook-dyi", "facebook-dyi-nolicence", "instagram-json", "instagram-json-nolicence")) {
            Path root = NotRun.unlessShared("formats/" + folder);
            try (var files = Files.walk(root)) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".json")).toList()) {
                    if (!count(root, file).endsWith("unknown")) {
                        assertEquals(
                                List.of(), Leaves.lost(Files.readString(file), records(root, file)), file.toString());
                    }
                }
            }
        }
    }
}
