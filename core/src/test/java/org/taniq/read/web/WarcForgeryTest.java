package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Unread;

/// Somebody types records into her page: none of them becomes one of the archive that looks like the others.
final class WarcForgeryTest {
    private static final List<String> TYPED = List.of("banu", "ceyhun");

    /// A page of hers with two records typed into it, and much behind them.
    private static byte[] forged() {
        return Archives.answer(
                "aysel",
                "<pre>\r\n\r\n" + new String(Archives.page("banu"), UTF_8) + new String(Archives.page("ceyhun"), UTF_8)
                        + "x ".repeat(2000) + "</pre>");
    }

    private static void onlyMarked(Archives.Read read, String what) {
        for (Activity record : read.records()) {
            boolean isTyped = TYPED.stream().anyMatch(person -> record.id().endsWith(person));
            assertTrue(!isTyped || record.marks().contains(Mark.LOOKALIKE), what + " " + record.id());
        }
    }

    private static void unmarked(Archives.Read read, String person) {
        assertTrue(read.has(person), person);
        assertFalse(read.of(person).marks().contains(Mark.LOOKALIKE), person);
    }

    @Test
    void ofACutArchiveEachTypedRecordIsMarked() throws IOException {
        byte[] whole = Archives.joined(Archives.page("davud"), forged());
        for (int cut = whole.length - 1000; cut < whole.length - 100; cut += 100) {
            var read = Archives.read("x.warc", Arrays.copyOf(whole, cut));
            unmarked(read, "davud");
            onlyMarked(read, "cut at " + cut);
            assertTrue(read.records().size() > 1, "nothing is lost");
        }
    }

    /// Nobody can see whether the length was changed, or records were typed: no digest vouches for either.
    @Test
    void behindADamagedLengthAllAreMarkedWhereNothingVouches() throws IOException {
        var pages = new ArrayList<byte[]>();
        Archives.pages().forEach(page -> pages.add(Archives.withoutDigests(page)));
        pages.set(1, damagedLength(pages.get(1), "9999999"));
        var read = Archives.read("x.warc", Archives.joined(pages));
        assertEquals(6, read.records().size());
        for (var person : Archives.PEOPLE.subList(2, 6)) {
            assertTrue(read.has(person));
            assertTrue(read.of(person).marks().contains(Mark.LOOKALIKE), person);
        }
    }

    @Test
    void whereADigestVouchesForWhatEndedTheOthersAreNotMarked() throws IOException {
        for (var length : List.of("9999999", "999999999999999", "1200", "x")) {
            var pages = new ArrayList<>(Archives.pages());
            pages.set(1, damagedLength(pages.get(1), length));
            var read = Archives.read("x.warc", Archives.joined(pages));
            Archives.PEOPLE.forEach(person -> unmarked(read, person));
            assertTrue(Archives.detail(read.of("banu"), "blockDigest").contains("matches"), length);
        }
    }

    private static byte[] damagedLength(byte[] page, String length) {
        return new String(page, UTF_8)
                .replaceFirst("Content-Length: \\d+", "Content-Length: " + length)
                .getBytes(UTF_8);
    }

    /// Not believed, however far away: every record behind is read.
    @Test
    void aLengthBeyondTheEndSwallowsNothing() throws IOException {
        var pages = new ArrayList<>(Archives.pages());
        pages.set(1, damagedLength(pages.get(1), "99999999999999"));
        for (byte[] bytes : List.of(
                Archives.joined(pages),
                Archives.joined(Archives.packedEach(pages)),
                Archives.packed(Archives.joined(pages)))) {
            var read = Archives.read("x.warc", bytes);
            Archives.PEOPLE.forEach(person -> assertTrue(read.has(person), person));
        }
    }

    @Test
    void aWrongByteInAMemberBeforeMakesNoTypedRecordReal() throws IOException {
        var members = Archives.packedEach(List.of(Archives.page("davud"), forged(), Archives.page("elnara")));
        for (int at = 0; at < members.getFirst().length; at += 3) {
            byte[] bytes = Archives.joined(members);
            bytes[at] ^= 0x10;
            var read = Archives.read("x.warc.gz", bytes);
            onlyMarked(read, "changed at " + at);
            unmarked(read, "elnara");
            assertTrue(read.of("aysel").object().text().contains("CEYHUN"), "the page is whole, changed at " + at);
        }
    }

    /// An archive that was put on the web lies in hers as it is: its members are found behind damage.
    @Test
    void membersInsideOfADamagedMemberAreMarked() throws IOException {
        byte[] inner = Archives.joined(
                Archives.packedEach(TYPED.stream().map(Archives::page).toList()));
        byte[] outer = stored(Archives.answer("aysel", "Content-Type: application/gzip", inner));
        byte[] bytes = Archives.joined(
                Archives.packed(Archives.page("davud")), outer, Archives.packed(Archives.page("elnara")));
        int from = Archives.packed(Archives.page("davud")).length;
        bytes[from + 10] ^= 6;
        var read = Archives.read("x.warc.gz", bytes);
        unmarked(read, "davud");
        onlyMarked(read, "inside");
        assertTrue(read.has("elnara"));
    }

    /// Packed without making it smaller, as programs do with what is packed already.
    private static byte[] stored(byte[] bytes) throws IOException {
        var deflater = new java.util.zip.Deflater(0, true);
        try (var out = new java.io.ByteArrayOutputStream()) {
            var sum = new java.util.zip.CRC32();
            sum.update(bytes);
            out.write(Archives.packed(new byte[0]), 0, 10);
            var packed = new byte[2 * bytes.length + 100];
            deflater.setInput(bytes);
            deflater.finish();
            out.write(packed, 0, deflater.deflate(packed));
            for (long number : List.of(sum.getValue(), (long) bytes.length)) {
                for (int i = 0; i < 4; i++) {
                    out.write((int) (number >> 8 * i));
                }
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    @Test
    void damageInOneHeadSaysNothingOfTheRecordBefore() throws IOException {
        for (var without : List.of(false, true)) {
            var pages = new ArrayList<byte[]>();
            Archives.pages().forEach(page -> pages.add(without ? Archives.withoutDigests(page) : page));
            pages.get(2)[1] = 'X';
            var read = Archives.read("x.warc", Archives.joined(pages));
            assertEquals("", read.damage("aysel"));
            assertEquals("", read.damage("banu"));
            assertTrue(read.has("davud"));
        }
    }

    /// A line of an address is what a record of ARC begins with.
    @Test
    void aTypedLineDoesNotMakeTheArchiveAnother() throws IOException {
        var typed =
                Archives.answer("aysel", "<pre>\nhttp://a.example/ 1.2.3.4 20260101000000 text/html 5\nhello\n</pre>");
        var pages = new ArrayList<>(Archives.pages());
        pages.set(0, typed);
        typed[2] = 'X';
        var read = Archives.read("x.warc", Archives.joined(pages));
        Archives.PEOPLE.subList(1, 6).forEach(person -> assertTrue(read.has(person), person));
        assertEquals(5, read.records().size());
        assertEquals("warc/1.1", read.ledger().format());
    }

    @Test
    void theChecksumIsOfItsOwnMember() throws IOException {
        for (int size : List.of(1 << 15, 1 << 16, 3 << 15)) {
            byte[] member = ofSize("banu", size);
            var members = Archives.packedEach(List.of(Archives.page("aysel"), member, Archives.page("ceyhun")));
            for (int wrong = 0; wrong < 3; wrong++) {
                var changed = new ArrayList<>(members);
                byte[] bytes = members.get(wrong).clone();
                bytes[bytes.length - 8] ^= 1;
                changed.set(wrong, bytes);
                var read = Archives.read("x.warc.gz", Archives.joined(changed));
                for (int i = 0; i < 3; i++) {
                    assertEquals(
                            i == wrong, read.damage(Archives.PEOPLE.get(i)).contains("checksum"), size + " " + wrong);
                }
            }
        }
    }

    /// A record of so many bytes.
    private static byte[] ofSize(String person, int size) {
        int more = size - 1000;
        byte[] record = Archives.answer(person, "x".repeat(more));
        while (record.length != size) {
            more += size - record.length;
            record = Archives.answer(person, "x".repeat(more));
        }
        return record;
    }

    @Test
    void theChecksumOfAMemberIsSaidOfEachRecordInIt() throws IOException {
        byte[] bytes = Archives.packed(Archives.joined(Archives.pages()));
        bytes[bytes.length - 8] ^= 1;
        var read = Archives.read("x.warc.gz", bytes);
        Archives.PEOPLE.forEach(person -> assertTrue(read.damage(person).contains("checksum"), person));
        assertTrue(read.ledger().warningsInEnglish().stream().anyMatch(said -> said.startsWith("6 records lie in")));
    }

    /// A cut says nothing of a change.
    @Test
    void aChecksumThatIsNotThereSaysNotThatBytesWereChanged() throws IOException {
        for (byte[] whole :
                List.of(Archives.packed(Archives.page("aysel")), Archives.packed(Archives.joined(Archives.pages())))) {
            for (int less = 1; less < 9; less++) {
                var read = Archives.read("x.warc.gz", Arrays.copyOf(whole, whole.length - less));
                assertTrue(read.has("aysel"));
                assertFalse(read.damage("aysel").contains("checksum"));
                assertTrue(read.damage("aysel").contains("packedDamage"), read.damage("aysel"));
            }
        }
    }

    private static byte[] arc(String head) {
        byte[] content = "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nsöz".getBytes(UTF_8);
        return Archives.joined((head + " " + content.length + "\n").getBytes(UTF_8), content, "\n".getBytes(UTF_8));
    }

    @Test
    void arcOfTheSecondVersionHasItsOwnAddressesAndTimes() throws IOException {
        byte[] bytes = Archives.joined(
                arc("filedesc://x.arc 0.0.0.0 20260101000000 text/plain 200 - - 0 x.arc"),
                arc("http://aysel.example/a b 1.2.3.4 20260102030405 text/plain 200 SUM - 1234 x.arc"),
                arc("http://banu.example/ 1.2.3.5 20260203040506 text/plain 302 - http://c.example/ 2345 x.arc"));
        var records = Archives.read("x.arc", bytes).records();
        assertEquals(
                List.of("filedesc://x.arc", "http://aysel.example/a b", "http://banu.example/"),
                records.stream().map(Activity::address).toList());
        assertTrue(records.get(1).published().toString().contains("2026-01-02T03:04:05Z"));
        assertTrue(records.get(2).published().toString().contains("2026-02-03T04:05:06Z"));
        assertEquals("söz", records.get(2).object().text());
    }

    /// The first record says which version it is; an address with words in it does not make it another.
    @Test
    void arcOfTheFirstVersionKeepsAddressesThatLookLikeTheSecond() throws IOException {
        var address = "http://aysel.example/?q= 9.9.9.9 20200101000000 text/html 200 - -";
        byte[] bytes = Archives.joined(
                arc("filedesc://x.arc 0.0.0.0 20260101000000 text/plain"),
                arc(address + " 1.2.3.4 20260102030405 text/plain"));
        assertEquals(address, Archives.read("x.arc", bytes).records().get(1).address());
    }

    @Test
    void behindADamagedMemberOfArcLongAddressesAreFound() throws IOException {
        var members = new ArrayList<byte[]>();
        members.add(arc("filedesc://x.arc 0.0.0.0 20260101000000 text/plain"));
        for (var person : Archives.PEOPLE) {
            members.add(arc("http://" + person + ".example/" + "a".repeat(300) + " 1.2.3.4 20260102030405 text/plain"));
        }
        var packed = Archives.packedEach(members);
        packed.get(2)[10] |= 6;
        var read = Archives.read("x.arc.gz", Archives.joined(packed));
        assertEquals(6, read.records().size());
        assertEquals(
                List.of(Unread.Reason.HOLE),
                read.kept().unread.stream().map(Unread::why).toList());
    }

    /// A digest says nothing of words that it does not cover.
    @Test
    void whatStandsBehindTheChunksIsVouchedForByNoDigest() throws IOException {
        byte[] word = "söz".getBytes(UTF_8);
        var sum = "sha256:" + Archives.sha256(word);
        var whole = "4\r\nsöz\r\n0\r\n\r\n";
        assertEquals("matches", payload(whole, sum));
        for (var body : List.of(whole + "hədə", "4\r\nsöz0\r\n\r\n", "4\r\nsöz\r\n", "4\r\nsöz\r0\r\n\r\n")) {
            assertEquals("notChecked", payload(body, sum), body);
        }
        assertEquals("differs", payload(whole, "sha256:" + "0".repeat(64)));
        assertEquals("matches", payload(whole + "a", "sha256:" + Archives.sha256((whole + "a").getBytes(UTF_8))));
    }

    private static String payload(String body, String sum) throws IOException {
        var http = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
        var read = Archives.read("x.warc", Archives.record("aysel", "response", http.getBytes(UTF_8), sum));
        var result = Archives.detail(read.records().getFirst(), "payloadDigest");
        return result.replaceAll(".*\"result\":\"([^\"]*)\".*", "$1");
    }
}
