package org.taniq.read.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// What is damaged loses no message beside it, and gives none to somebody else. Each invented person has a name and
/// words of her own.
final class MetaDamageTest {
    private static final String CONVERSATION = MetaFiles.lines("""
            {"participants":[{"name":"Aytəkin"},{"name":"Rəşad"}],"messages":[
            {"sender_name":"Aytəkin","timestamp_ms":1700000001000,"content":"birinci","is_geoblocked_for_viewer":false},
            {"sender_name":"Rəşad","timestamp_ms":1700000002000,"content":"ikinci","reactions":[{"reaction":"x","actor":"Aytəkin"}]},
            {"sender_name":"Aytəkin","timestamp_ms":1700000003000,"photos":[{"uri":"a/b.jpg","creation_timestamp":1700000000}],"content":"üçüncü"},
            {"sender_name":"Rəşad","timestamp_ms":1700000004000,"content":"dördüncü"},
            {"sender_name":"Aytəkin","timestamp_ms":1700000005000,"content":"beşinci"}],
            "title":"Rəşad","is_still_participant":true,"thread_path":"inbox/resad_9"}""".replace("\n", ""));

    private static final String TWO_CONVERSATIONS = MetaFiles.lines("""
            [{"participants":["leyla","murad"],"conversation":[
            {"sender":"leyla","created_at":"2020-05-03T16:20:01+00:00","text":"alma"},
            {"sender":"murad","created_at":"2020-05-03T16:20:02+00:00","text":"armud"}]},
            {"participants":["nigar","orxan"],"conversation":[
            {"sender":"nigar","created_at":"2020-05-03T16:20:03+00:00","text":"heyva"},
            {"sender":"orxan","created_at":"2020-05-03T16:20:04+00:00","text":"nar"}]}]""".replace("\n", ""));

    private static final String COMMENTS = MetaFiles.lines("""
            {"comments_v2":[
            {"timestamp":1700000001,"data":[{"comment":{"timestamp":1700000001,"comment":"qara","author":"Samir"}}],"title":"a"},
            {"timestamp":1700000002,"data":[{"comment":{"timestamp":1700000002,"comment":"göy","author":"Tural"}}],"title":"b"},
            {"timestamp":1700000003,"data":[{"comment":{"timestamp":1700000003,"comment":"sarı","author":"Ulduz"}}],"title":"c"}
            ]}""".replace("\n", ""));

    private static final List<String> PEOPLE = List.of("Aytəkin", "Rəşad", "leyla", "murad", "nigar", "orxan");

    private final MetaFiles files = new MetaFiles();

    /// What must be true of a message wherever else in the file damage is.
    private record Said(String text, String sender, String time, String audience, Spot.Lines spot) {
        static Said of(Activity record) {
            String time = record.published() instanceof When.Exact exact
                    ? exact.instant().toString()
                    : "";
            return new Said(
                    record.object().text(),
                    record.actor().name(),
                    time,
                    record.audience().name(),
                    (Spot.Lines) record.spot());
        }

        boolean isAt(int at) {
            return spot.from() <= at && at < spot.to();
        }

        /// Whether all of it is said to be unread.
        boolean isIn(List<Unread> unread) {
            long to = spot.from();
            for (var each : unread) {
                to = each.spot().from() <= to ? Math.max(to, each.spot().to()) : to;
            }
            return to >= spot.to();
        }

        /// The audience may be lost, or its name damaged where that stands, but never another.
        boolean isSame(Said other) {
            boolean isDamaged = other.audience.isEmpty() || !PEOPLE.contains(other.audience);
            return text.equals(other.text)
                    && sender.equals(other.sender)
                    && time.equals(other.time)
                    && (audience.equals(other.audience) || isDamaged);
        }
    }

    private List<Said> said() {
        return files.kept.records.stream()
                .filter(record -> !record.actor().name().isEmpty())
                .map(Said::of)
                .toList();
    }

    private List<Said> whole(String json) throws IOException {
        files.read(MetaFiles.asMeta(json));
        assertEquals(List.of(), files.kept.unread);
        return said();
    }

    /// How many of these that are not at the changed place are no records.
    private int lost(List<Said> before, int at, String changed) {
        int lost = 0;
        var now = said();
        for (var one : before) {
            boolean isThere = now.stream().anyMatch(one::isSame);
            boolean isNamed = one.isIn(files.kept.unread);
            if (!one.isAt(at) && !isThere) {
                assertTrue(isNamed, "at " + at + " lost " + one + "\n" + changed);
                lost++;
            }
        }
        for (var one : now) {
            boolean isKnown = before.stream().anyMatch(each -> each.isSame(one) || each.isAt(at) && isLike(each, one));
            assertTrue(isKnown, "at " + at + " made " + one + "\n" + changed);
        }
        return lost;
    }

    /// The damaged message itself may say something else, but in no other conversation.
    private static boolean isLike(Said before, Said now) {
        return now.spot().from() <= before.spot().to()
                && before.spot().from() <= now.spot().to();
    }

    private int worst(String json) throws IOException {
        byte[] whole = MetaFiles.asMeta(json);
        var before = whole(json);
        int worst = 0;
        for (int at = 1; at < whole.length; at++) {
            for (byte put : "x\"]\n".getBytes(StandardCharsets.US_ASCII)) {
                byte[] changed = whole.clone();
                changed[at] = put;
                if (files.knows(changed)) {
                    files.read(changed);
                    String text = new String(changed, StandardCharsets.ISO_8859_1);
                    worst = Math.max(worst, lost(before, at, text));
                }
            }
        }
        return worst;
    }

    @Test
    void aChangedByteInAConversationCostsOneMessageBesideItAtMost() throws IOException {
        assertEquals(5, whole(CONVERSATION).size());
        assertTrue(worst(CONVERSATION) <= 1);
    }

    @Test
    void aChangedByteBetweenConversationsGivesNoMessageToAnother() throws IOException {
        assertEquals(
                List.of("murad", "leyla", "orxan", "nigar"),
                whole(TWO_CONVERSATIONS).stream().map(Said::audience).toList());
        assertTrue(worst(TWO_CONVERSATIONS) <= 1);
    }

    /// A hole from the middle of a text to the middle of another one, in the next conversation of the same person.
    @Test
    void behindAHoleNothingIsSaidToAnyoneOfTheConversationBefore() throws IOException {
        String json = "[{\"participants\":[\"leyla\",\"murad\"],\"conversation\":["
                + "{\"sender\":\"leyla\",\"created_at\":\"2020-05-03T16:20:01+00:00\",\"text\":\"alma" + "a".repeat(99)
                + "\"}]},"
                + "{\"participants\":[\"leyla\",\"orxan\"],\"conversation\":["
                + "{\"sender\":\"leyla\",\"created_at\":\"2020-05-03T16:20:03+00:00\",\"text\":\"heyva" + "b".repeat(99)
                + "\"},"
                + "{\"sender\":\"leyla\",\"created_at\":\"2020-05-03T16:20:04+00:00\",\"text\":\"sirr\"}]}]";
        for (int fill : List.of(0, 0xFF)) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            Arrays.fill(bytes, json.indexOf("alma") + 9, json.indexOf("heyva") + 9, (byte) fill);
            files.read(bytes);
            var last = files.kept.records.getLast();
            assertEquals("sirr", last.object().text());
            assertEquals("", last.audience().name(), "filled with " + fill);
            assertTrue(files.kept.unread.stream()
                    .anyMatch(each -> each.spot().from() < json.indexOf("alma")
                            && each.spot().to() > json.indexOf("heyva")));
        }
    }

    @Test
    void aChangedByteInAListCostsOneOfItAtMost() throws IOException {
        assertTrue(worst(COMMENTS) <= 1);
    }

    @Test
    void aChangedByteLeavesAConversationKnown() throws IOException {
        byte[] whole = MetaFiles.asMeta(CONVERSATION);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] = '#';
            assertTrue(files.knows(changed), "at " + at);
        }
    }

    @Test
    void whatIsCutOutCostsWhatItHeld() throws IOException {
        for (var json : List.of(CONVERSATION, TWO_CONVERSATIONS, COMMENTS)) {
            byte[] whole = MetaFiles.asMeta(json);
            var before = whole(json);
            for (int at = 0; at < whole.length; at += 7) {
                byte[] zeroes = whole.clone();
                int to = Math.min(whole.length, at + 100);
                Arrays.fill(zeroes, at, to, (byte) 0);
                if (files.knows(zeroes)) {
                    files.read(zeroes);
                    for (var one : said()) {
                        assertTrue(
                                before.stream().anyMatch(one::isSame)
                                        || before.stream().anyMatch(each -> each.isSame(one)),
                                at + " " + one);
                    }
                }
            }
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsReadUpToThere() throws IOException {
        for (var json : List.of(CONVERSATION, TWO_CONVERSATIONS, COMMENTS)) {
            byte[] whole = MetaFiles.asMeta(json);
            var before = whole(json);
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                if (!files.knows(cut)) {
                    continue;
                }
                files.read(cut);
                int end = length;
                var there = before.stream()
                        .filter(one -> one.spot().to() <= end)
                        .map(Said::text)
                        .toList();
                assertEquals(there, said().stream().map(Said::text).toList(), "cut at " + length);
                assertEquals(Unread.Reason.BROKEN, files.kept.unread.getLast().why());
                assertEquals(length, files.kept.unread.getLast().spot().to());
            }
        }
    }

    @Test
    void aHoleIsSaidWithItsPlaceAndTheTitleBehindItIsKnownBefore() throws IOException {
        String text = CONVERSATION.replace("\"content\": \"ikinci\"", "\"content\": ikinci");
        var ledger = files.read(MetaFiles.asMeta(text));
        assertEquals(Map.of("damaged", 1L), ledger.skippedReasons());
        assertEquals(
                List.of("birinci", "üçüncü", "dördüncü", "beşinci"),
                said().stream().map(Said::text).toList());
        assertEquals(
                List.of("Rəşad", "Rəşad", "Aytəkin", "Rəşad"),
                said().stream().map(Said::audience).toList());
        assertTrue(ledger.warningsInEnglish().getFirst().matches("no JSON from line \\d+ on: read on from line \\d+"));
        var third = (Spot.Lines) files.kept.records.get(2).spot();
        String meta = new String(MetaFiles.asMeta(text), StandardCharsets.US_ASCII);
        assertTrue(meta.startsWith("{\n      \"sender_name\"", (int) third.from()));
        assertEquals(meta.substring(0, (int) third.from()).lines().count(), third.first());
        assertEquals("null", files.kept.records.get(2).place().json().canonical());
    }

    @Test
    void aSecondFileBehindTheFirstIsNoPartOfIt() throws IOException {
        String other = CONVERSATION.replace("Rəşad", "Vüsal").replace("Aytəkin", "Xədicə");
        var ledger = files.read(MetaFiles.asMeta(CONVERSATION + "\n" + other));
        assertEquals(5, said().size());
        assertEquals(Map.of("broken-from-here", 1L), ledger.skippedReasons());
        assertTrue(ledger.warningsInEnglish().getFirst().contains("what stands behind it was not read"));
    }

    @Test
    void manyDamagedPlacesHaveAnEnd() throws IOException {
        var text = new StringBuilder(
                CONVERSATION.substring(0, CONVERSATION.indexOf("    {\n      \"sender_name\": \"Rəşad\"")));
        text.append("    {\n    {nope\n".repeat(100_000));
        var ledger = files.read(MetaFiles.asMeta(text.toString()));
        assertEquals(10_001, ledger.skipped());
        assertEquals("birinci", said().getFirst().text());
        assertTrue(ledger.warningsInEnglish().contains("9991 more places of the export are damaged"));
    }

    @Test
    void everyPlaceIsARecordOrUnread() throws IOException {
        byte[] damaged =
                MetaFiles.asMeta(CONVERSATION.replace("\"ikinci\"", "nope").replace("\"dördüncü\"", "nope"));
        files.read(damaged);
        var places = new ArrayList<>(files.kept.places());
        long to = 0;
        for (var place : places) {
            assertTrue(place.from() >= to);
            to = place.to();
        }
        assertEquals(2, files.kept.unread.size());
    }
}
