package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;

final class WarcFileTest {
    @Test
    void aPageIsARecordWithItsAddressTimeAndWords() throws IOException {
        byte[] bytes = Archives.joined(Archives.pages());
        var read = Archives.read("x.warc", bytes);
        assertEquals(6, read.ledger().records());
        assertEquals("warc/1.1", read.ledger().format());
        assertEquals(List.of(), read.ledger().warningsInEnglish());
        var record = read.records().get(2);
        assertTrue(Archives.isOf(record, "ceyhun"));
        assertEquals(new When.Exact("2026-01-02T03:04:05Z", Instant.parse("2026-01-02T03:04:05Z")), record.published());
        assertEquals("200", Archives.detail(record, "status"));
        assertEquals("ceyhun", Archives.detail(record, "title"));
        assertTrue(Archives.detail(record, "payloadDigest").contains("matches"));
    }

    @Test
    void everyRunOfWordsStandsWhereItIsSaidToStand() throws IOException {
        byte[] bytes = Archives.joined(Archives.pages());
        for (var record : Archives.read("x.warc", bytes).records()) {
            int payload = Integer.parseInt(Archives.detail(record, "payloadAt"));
            var words = places(record).stream()
                    .map(run -> new String(bytes, payload + run.get(1), run.get(2) - run.get(1), UTF_8))
                    .toList();
            assertEquals(record.object().text(), String.join("\n", words));
            assertEquals('W', bytes[(int) record.spot().from()]);
        }
    }

    private static List<List<Integer>> places(Activity record) {
        var all = (Json.Arr) Json.parse(Archives.detail(record, "textAt"));
        return all.items().stream()
                .map(item -> ((Json.Arr) item)
                        .items().stream()
                                .map(number -> (int) ((Json.Num) number).value())
                                .toList())
                .toList();
    }

    @Test
    void membersOfGzipAreThePlacesOfRecords() throws IOException {
        var packed = Archives.packedEach(Archives.pages());
        var read = Archives.read("x.warc", Archives.joined(packed));
        long from = 0;
        for (int i = 0; i < packed.size(); i++) {
            assertEquals(from, read.records().get(i).spot().from());
            from += packed.get(i).length;
            assertEquals(from, read.records().get(i).spot().to());
        }
    }

    @Test
    void whatIsHiddenIsNotAmongTheWordsAndNotLost() throws IOException {
        byte[] page = Archives.answer("aysel", "<p>açıq<p style='display:none'>gizli<img alt='şəkil'>");
        var record = Archives.read("x.warc", page).records().getFirst();
        assertEquals("açıq", record.object().text());
        assertEquals(
                "şəkil\ngizli",
                Archives.detail(record, "hiddenText")
                        .lines()
                        .sorted(java.util.Comparator.reverseOrder())
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""));
    }

    @Test
    void cookiesStayInTheSealedBytes() throws IOException {
        var read = Archives.read("x.warc", Archives.joined(Archives.pages()));
        assertTrue(read.records().stream()
                .noneMatch(record -> record.toJson().canonical().contains("secret=1")));
    }

    @Test
    void textsInJsonAreWordsAndNamesOfItsMembersAreNot() throws IOException {
        var http = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
        var json =
                "for (;;);{\"text\":\"S\\u0259n \\\"yalan\\\" dan\\u0131\\u015f\\u0131rs\\u0131n\",\"n\":1}\n{\"b\":[\"iki\"]}";
        byte[] bytes = Archives.record("aysel", "response", (http + json).getBytes(UTF_8), "sha1:x");
        var record = Archives.read("x.warc", bytes).records().getFirst();
        assertEquals("Sən \"yalan\" danışırsın\niki", record.object().text());
        assertTrue(Archives.detail(record, "payloadDigest").contains("notUnderstood"));
    }

    @Test
    void whatWasPackedOrSentInChunksIsUnpacked() throws IOException {
        byte[] page = Archives.packed("<p>bağlı söz".getBytes(UTF_8));
        var http =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";
        byte[] chunks = Archives.joined(
                "5\r\n".getBytes(UTF_8),
                java.util.Arrays.copyOf(page, 5),
                "\r\n".getBytes(UTF_8),
                (Integer.toHexString(page.length - 5) + ";x=y\r\n").getBytes(UTF_8),
                java.util.Arrays.copyOfRange(page, 5, page.length),
                "\r\n0\r\n\r\n".getBytes(UTF_8));
        for (byte[] digested : List.of(page, chunks)) {
            byte[] bytes = Archives.record(
                    "aysel",
                    "response",
                    Archives.joined(http.getBytes(UTF_8), chunks),
                    "sha256:" + Archives.sha256(digested));
            var record = Archives.read("x.warc", bytes).records().getFirst();
            assertEquals("bağlı söz", record.object().text());
            assertTrue(Archives.detail(record, "payloadDigest").contains("matches"));
        }
    }

    @Test
    void wordsThatCannotBeUnpackedAreSaidToBeUnread() throws IOException {
        byte[] http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n".getBytes(UTF_8);
        byte[] body = {0x1B, 0x08, 0x00, (byte) 0xF8, 0x05, 0x02, (byte) 0x92, 0x01};
        var read = Archives.read("x.warc", Archives.record("aysel", "response", Archives.joined(http, body), "sha1:x"));
        assertEquals("content-encoding", Archives.detail(read.records().getFirst(), "textNotRead"));
        assertTrue(read.ledger().warningsInEnglish().getFirst().contains("not read"));
    }

    @Test
    void whatProgramsSayOfTheirWorkBelongsToNobody() throws IOException {
        var read = Archives.read("x.warc", Archives.record("x", "warcinfo", "operator: Aysel\r\n".getBytes(UTF_8), ""));
        assertTrue(read.records().getFirst().marks().contains(Mark.SYSTEM));
        assertEquals("operator: Aysel", read.records().getFirst().object().text());
    }

    /// A page can hold a whole chat; the archive is asked first.
    @Test
    void anArchiveWithAChatInItIsAnArchive() throws IOException {
        var chat = "[02.01.26, 03:04:05] Aysel: salam\n".repeat(50);
        byte[] bytes = Archives.joined(
                Archives.answer("aysel", "Content-Type: text/plain", ("\n" + chat).getBytes(UTF_8)),
                Archives.page("banu"));
        var reading = Reading.of("_chat.txt", Bytes.of(bytes), _ -> new Kept());
        assertEquals("warc/1.1", reading.ledger().format());
    }

    @Test
    void anArchiveIsKnownByItsBytesAndNotByItsName() throws IOException {
        byte[] page = Archives.page("aysel");
        assertTrue(knows("a.txt", page));
        assertTrue(knows("a.warc", Archives.packed(page)));
        assertTrue(knows("a", Archives.joined("xx".getBytes(UTF_8), Archives.packed(page))) == false);
        assertTrue(knows("a.warc", Archives.joined("xx\n".getBytes(UTF_8), page)));
        assertFalse(knows("a.warc", "WARC is a format".getBytes(UTF_8)));
        assertFalse(knows("a.warc.gz", Archives.packed("hello".getBytes(UTF_8))));
        assertFalse(knows("a.arc", "http://x.example/ 1.2.3.4 20200101000000 text/html 5\n".getBytes(UTF_8)));
    }

    private static boolean knows(String name, byte[] bytes) throws IOException {
        return new WarcFile().knows(Input.alone(name, Bytes.of(bytes)::open));
    }

    @Test
    void whatAnArchiveIsNoRecordSaysThatCanBeTyped() throws IOException {
        var arc = "WARC/1.1\r\nWARC-Type: x\r\nContent-Length: 0\r\n\r\n\r\n\r\n".getBytes(UTF_8);
        byte[] page = new String(Archives.page("banu"), UTF_8)
                .replace("WARC/1.1", "WARC/1.0")
                .getBytes(UTF_8);
        byte[] damage = "nonsense\r\n".getBytes(UTF_8);
        byte[] packed = Archives.joined(Archives.packed(Archives.joined(damage, arc)), Archives.packed(page));
        assertEquals("warc/1.0", Archives.read("x.warc.gz", packed).ledger().format());
        assertEquals(
                "warc/1.1",
                Archives.read("x.warc.gz", Archives.packed(Archives.joined(damage, arc)))
                        .ledger()
                        .format());
    }
}
