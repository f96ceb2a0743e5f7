package org.taniq.read.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.read.Kept;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Files that are damaged, or that somebody made to break the reading: nothing is thrown, and nothing is lost without
/// a word.
final class HostileMetaTest {
    private static final String MESSAGE =
            "{\"sender_name\":\"Rəşad\",\"timestamp_ms\":1700000000000,\"content\":\"a\"}";
    private static final String POST = "{\"timestamp\":1700000000,\"data\":[{\"post\":\"b\"}]}";
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "17",
            "-1.5e300",
            "1e999",
            "123456789012345678901234567890",
            "\"\"",
            "\"\\ud83d\"",
            "\"\\ude00\\ud83d\"",
            "\"\\u0000\\u0099\\u202e\"",
            "[]",
            "{}",
            "[[[[{}]]]]",
            "[null,1,\"a\",{\"uri\":5,\"name\":[]}]",
            "{\"\":{\"\":\"\"}}",
            "{\"uri\":\"../../../etc/passwd\",\"actor\":[],\"reaction\":{}}",
            "[{\"uri\":\"//\"},{\"uri\":\"/\"},{\"uri\":\"./\"},{\"uri\":\"..\"}]",
            "{\"a\":{\"uri\":\"\\udc00\"}}");

    private static final List<String> NAMES = List.of(
            "participants",
            "title",
            "thread_path",
            "threadName",
            "image",
            "sender_name",
            "senderName",
            "timestamp_ms",
            "timestamp",
            "content",
            "text",
            "reactions",
            "photos",
            "users",
            "type",
            "is_unsent",
            "share",
            "data",
            "attachments",
            "call_duration",
            "a/~b");

    private final MetaFiles files = new MetaFiles();

    private Ledger read(String json) throws IOException {
        files.knows(json);
        var ledger = files.read(json);
        long to = 0;
        for (var place : files.kept.records.isEmpty() ? List.<Spot.Lines>of() : files.kept.places()) {
            assertTrue(place.from() >= to, json);
            to = place.to();
        }
        assertEquals(ledger.records(), files.kept.records.size());
        assertEquals(ledger.skipped(), files.kept.unread.size());
        files.kept.records.forEach(record -> record.toJson().canonical());
        return ledger;
    }

    @Test
    void anyMemberOfAMessageMayBeAnything() throws IOException {
        for (var name : NAMES) {
            for (var value : VALUES) {
                var ledger = read("{\"messages\":[" + MESSAGE + ",{\"" + name + "\":" + value + "}," + MESSAGE + "]}");
                assertEquals(3, ledger.records() + ledger.skipped(), name + value);
            }
        }
    }

    @Test
    void anyMemberOfAFileMayBeAnything() throws IOException {
        for (var name : NAMES) {
            for (var value : VALUES) {
                assertTrue(read("{\"" + name + "\":" + value + ",\"messages\":[" + MESSAGE + "]}")
                                .records()
                        >= 1);
                assertTrue(read("{\"messages\":[" + MESSAGE + "],\"" + name + "\":" + value + "}")
                                .records()
                        >= 1);
                read("[{\"" + name + "\":" + value + ",\"timestamp\":1700000000,\"data\":[{\"post\":\"a\"}]}]");
                read("{\"" + name + "\":" + value + "}");
                read(value);
            }
        }
        assertEquals(
                Map.of("not-a-message", 1L),
                read("{\"messages\":[" + MESSAGE + "],\"messages\":17}").skippedReasons());
    }

    @Test
    void aNameWithHalfALetterIsNoJsonAndTheNextMessageIsRead() throws IOException {
        String text = "{\"messages\":[" + MESSAGE + ",{\"a\\ud800\":1}," + MESSAGE + "]}";
        assertEquals(Map.of("broken-from-here", 1L), read(text).skippedReasons());
        files.read(MetaFiles.lines(text).getBytes(StandardCharsets.UTF_8));
        assertEquals(2, files.kept.records.size());
        assertEquals(1, files.kept.unread.size());
    }

    @Test
    void whatStandsTwiceIsReadTwice() throws IOException {
        read("{\"messages\":[" + MESSAGE + "],\"messages\":[" + MESSAGE + "]}");
        assertEquals(2, files.kept.records.size());
        var ledger = read("{\"messages\":[{\"sender_name\":\"A\",\"timestamp_ms\":1700000000000,\"content\":\"hədə\","
                + "\"content\":\"salam\",\"share\":{\"link\":\"b\",\"link\":\"c\"}}],"
                + "\"title\":\"ilk\",\"title\":\"son\"}");
        var message = files.kept.records.getFirst();
        assertEquals("hədə\nA\nsalam\nb\nc", message.object().text());
        assertEquals(Set.of(Mark.LOOKALIKE), message.marks());
        assertEquals(2, ledger.counts().lookalikes());
        assertEquals("ilk\nson", files.kept.records.getLast().object().text());
    }

    @Test
    void whereTwoSendersStandNobodyIsSaidToHaveWritten() throws IOException {
        read("{\"messages\":[{\"sender_name\":\"Rəşad\",\"sender_name\":\"Aytəkin\",\"timestamp_ms\":1700000000000,"
                + "\"content\":\"hədə\"}]}");
        var message = files.kept.records.getFirst();
        assertEquals(Actor.UNSTATED, message.actor());
        assertEquals("hədə\nRəşad\nAytəkin", message.object().text());
    }

    @Test
    void whatIsTooDeepOrTooMuchIsNamedAndTheOthersAreRead() throws IOException {
        String deep = "[".repeat(300) + "\"x\"" + "]".repeat(300);
        String many = "[" + "1,".repeat(300_000) + "1]";
        for (var much : List.of(deep, many, "\"" + "x".repeat((8 << 20) + 1) + "\"")) {
            var ledger = read("{\"messages\":[" + MESSAGE + ",{\"sender_name\":\"A\",\"timestamp_ms\":1700000000000,"
                    + "\"share\":" + much + ",\"content\":\"a\"}," + MESSAGE + "],\"participants\":" + much + "}");
            assertEquals(3, ledger.records());
            assertEquals(Map.of("record-beyond-limits", 1L), ledger.skippedReasons());
            assertTrue(MetaFiles.details(files.kept.records.getLast()).containsKey("valuesLeftOut"));
            read("[{\"timestamp\":1700000000,\"title\":" + much + ",\"data\":[{\"post\":\"a\"}]}," + POST + "]");
            assertEquals(List.of("b"), files.texts());
            assertEquals(1, files.kept.unread.size());
        }
    }

    @Test
    void aNameWithoutEndIsNotWrittenIntoEveryRecord() throws IOException {
        String name = "a".repeat(100_000);
        String title = "b".repeat(100_000);
        read("{\"messages\":[{\"sender_name\":\"" + name + "\",\"timestamp_ms\":1700000000000,\"content\":\"b\","
                + "\"photos\":[{\"uri\":\"" + name + "/x\"}]}],\"title\":\"" + title + "\"}");
        var message = files.kept.records.getFirst();
        assertEquals(1 << 12, message.actor().name().length());
        assertEquals(512, message.audience().name().length());
        assertEquals("b\n" + name + "/x\n" + name, message.object().text());
        assertEquals(Set.of(Mark.CUT), message.marks());
        assertEquals(title, files.kept.records.getLast().object().text());
    }

    @Test
    void aPlaceWithoutEndIsNotWrittenIntoEveryRecord() throws IOException {
        String deep = ("{\"" + "n".repeat(60_000) + "\":[").repeat(14);
        String ends = "]}".repeat(14);
        long before = cpu();
        var ledger = read(deep + POST + ("," + POST).repeat(20_000) + ends);
        assertEquals(20_001, ledger.records());
        assertEquals(Place.UNSTATED, files.kept.records.getLast().place());
        assertEquals(Set.of(Mark.CUT), files.kept.records.getLast().marks());
        assertTrue(cpu() - before < 20_000_000_000L);
    }

    @Test
    void aListWithALongNameIsToldInTheTimeOfItsLength() throws IOException {
        long before = cpu();
        String name = "_comments".repeat(7_000);
        assertFalse(files.knows("{\"" + name + "\":[{\"timestamp\":1}" + ",{\"timestamp\":1}".repeat(55_000) + "]}"));
        assertFalse(files.knows("{\"" + name + "\":[[\"a\",\"b\"]" + ",[\"a\",\"b\"]".repeat(75_000) + "]}"));
        assertTrue(cpu() - before < 20_000_000_000L);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void listsInListsAreFollowedSoFarAndWhatIsDeeperIsNamed() throws IOException {
        var ledger = read("[" + POST + "," + "{\"b\":[".repeat(200) + POST + "]}".repeat(200) + "," + POST + "]");
        assertEquals(2, ledger.records());
        assertEquals(Map.of("record-beyond-limits", 1L), ledger.skippedReasons());
        read("[" + POST + "," + "{\"b\":[".repeat(20) + POST + "]}".repeat(20) + "]");
        assertEquals("b", files.kept.records.get(1).object().text());
        assertFalse(files.knows("{\"b\":[".repeat(60_000)));
    }

    @Test
    void whatIsNestedWithoutEndBreaksTheRestAlone() throws IOException {
        var ledger = read("{\"messages\":[" + MESSAGE + ",{\"share\":" + "[".repeat(100_000) + "}]}");
        assertEquals(1, ledger.records());
        assertEquals(Map.of("broken-from-here", 1L), ledger.skippedReasons());
    }

    @Test
    void aFileThatIsCutAnywhereIsReadUpToThere() throws IOException {
        byte[] whole = MetaFiles.asMeta("{\"participants\":[{\"name\":\"Ülkər\"}],\"messages\":[" + MESSAGE + ",\n"
                + MESSAGE + ",\n" + MESSAGE + "],\"title\":\"Ülkər\"}");
        for (int length = 0; length < whole.length; length++) {
            var ledger = files.read(Arrays.copyOf(whole, length));
            assertEquals(Map.of("broken-from-here", 1L), ledger.skippedReasons());
            assertEquals(length, files.kept.unread.getLast().spot().to());
            long ends = new String(whole, 0, length, StandardCharsets.US_ASCII).split("\"a\"}", -1).length - 1L;
            long messages = files.kept.records.stream()
                    .filter(each -> each.object().text().equals("a"))
                    .count();
            assertTrue(messages >= ends - 1 && messages <= ends, "cut at " + length);
        }
    }

    @Test
    void whatStandsBehindTheEndIsSaid() throws IOException {
        String text = "{\"messages\":[" + MESSAGE + "]}";
        var ledger = read(text + " \n" + text);
        assertEquals(1, ledger.records());
        assertEquals(Map.of("broken-from-here", 1L), ledger.skippedReasons());
        assertEquals(Unread.Reason.BROKEN, files.kept.unread.getFirst().why());
        assertEquals(0, read(text + " \r\n\t").skipped());
    }

    @Test
    void otherEncodingsAndBytesThatAreNoTextAreNotKnown() throws IOException {
        String text = "{\"messages\":[" + MESSAGE + "]}";
        var kept = new Kept();
        for (var other :
                List.of(text.getBytes(StandardCharsets.UTF_16), new byte[] {0, 1, 2, (byte) 0xFF}, new byte[0])) {
            var input = Input.alone("a.json", () -> new ByteArrayInputStream(other));
            assertFalse(new MetaJson().knows(input));
            assertEquals(1, new MetaJson().read(input, kept).skipped());
        }
    }
}
