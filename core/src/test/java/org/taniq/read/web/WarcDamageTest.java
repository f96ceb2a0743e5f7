package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;

/// Whatever happens to one record, the others are read, each with its own address and words.
final class WarcDamageTest {
    private static final Random RANDOM = new Random(11);

    @Test
    void aChangedByteTakesNoOtherRecordAway() throws IOException {
        var plain = Archives.pages();
        eachChange("x.warc", plain);
        eachChange("x.warc.gz", Archives.packedEach(plain));
    }

    private static void eachChange(String name, List<byte[]> records) throws IOException {
        byte[] whole = Archives.joined(records);
        var before = Archives.read(name, whole);
        for (int at = 0; at < whole.length; at += at < 600 ? 1 : 11) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << RANDOM.nextInt(8));
            var read = Archives.read(name, changed);
            int from = 0;
            for (int i = 0; i < records.size(); i++) {
                int to = from + records.get(i).length;
                boolean isTouched = at >= from && at < to;
                var person = Archives.PEOPLE.get(i);
                assertTrue(isTouched || isSame(before.of(person), read.of(person)), name + " " + at + " " + person);
                from = to;
            }
            noWordsOfAnother(read, name + " " + at);
        }
    }

    /// The same but for where it stands in what is unpacked. Of an archive that is not packed what lies behind damage
    /// may be marked: nothing vouches for it there.
    private static boolean isSame(Activity one, Activity other) {
        return one.published().equals(other.published())
                && one.address().equals(other.address())
                && one.object().equals(other.object())
                && one.spot().equals(other.spot())
                && marks(one).equals(marks(other))
                && details(one).equals(details(other));
    }

    private static boolean isPacked(Activity record) {
        return !Archives.detail(record, "unpackedAt").isEmpty();
    }

    private static List<Mark> marks(Activity record) {
        return record.marks().stream()
                .filter(mark -> isPacked(record) || mark != Mark.LOOKALIKE)
                .toList();
    }

    private static List<Detail> details(Activity record) {
        return record.details().stream()
                .filter(detail -> !detail.name().endsWith("At") || detail.name().equals("textAt"))
                .filter(detail -> isPacked(record) || !detail.name().equals("damage"))
                .toList();
    }

    /// No record has words of somebody else's page, and only the changed byte itself may stand in a name.
    private static void noWordsOfAnother(Archives.Read read, String what) {
        for (var record : read.records()) {
            var owners = Archives.PEOPLE.stream()
                    .filter(person -> record.object().text().contains(person + " yaz"))
                    .toList();
            assertTrue(owners.size() <= 1, what + " " + owners);
            for (var owner : owners) {
                boolean isHers = record.id().equals("urn:uuid:" + owner)
                        || record.address().equals(Archives.address(owner));
                boolean isAnothers = Archives.PEOPLE.stream()
                        .filter(person -> !person.equals(owner))
                        .anyMatch(person -> record.id().equals("urn:uuid:" + person)
                                || record.address().equals(Archives.address(person)));
                boolean isSaid = !Archives.detail(record, "damage").isEmpty();
                assertTrue((isHers || isSaid) && !isAnothers, what + " " + record.id() + " " + record.address());
            }
        }
    }

    @Test
    void aChangedByteOfAWordIsToldByItsDigest() throws IOException {
        var text = new String(Archives.joined(Archives.pages()), UTF_8).replace("BANU", "BABU");
        var read = Archives.read("x.warc", text.getBytes(UTF_8));
        var changed = read.records().get(1);
        assertTrue(Archives.detail(changed, "blockDigest").contains("differs"));
        assertTrue(Archives.detail(changed, "payloadDigest").contains("differs"));
        assertTrue(Archives.detail(read.records().get(2), "payloadDigest").contains("matches"));
        assertTrue(read.ledger().warningsInEnglish().getFirst().startsWith("1 records of the archive are not what"));
    }

    @Test
    void anArchiveThatIsCutHasItsRecordsUpToThere() throws IOException {
        var plain = Archives.pages();
        cuts("x.warc", plain, Archives.joined(plain));
        var packed = Archives.packedEach(plain);
        cuts("x.warc.gz", packed, Archives.joined(packed));
    }

    private static void cuts(String name, List<byte[]> records, byte[] whole) throws IOException {
        for (int cut = 1; cut < whole.length; cut += 7) {
            var read = Archives.read(name, Arrays.copyOf(whole, cut));
            int to = 0;
            for (int i = 0; i < records.size(); i++) {
                int from = to;
                to += records.get(i).length;
                assertTrue(to > cut || read.has(Archives.PEOPLE.get(i)), name + " " + cut);
                boolean isInside = cut > from + 10 && cut < to - 20;
                assertTrue(!isInside || read.names(from, cut), name + " " + cut + ": nothing is said of the cut");
            }
            noWordsOfAnother(read, name + " " + cut);
        }
    }

    @Test
    void oneMemberOfGzipThatIsCutHasItsRecordsUpToThere() throws IOException {
        byte[] whole = Archives.packed(Archives.joined(Archives.pages()));
        long most = 0;
        for (int cut = 20; cut < whole.length; cut += 3) {
            var read = Archives.read("x.warc.gz", Arrays.copyOf(whole, cut));
            assertTrue(cut < 30 || read.names(0, cut), "cut at " + cut);
            most = Math.max(most, read.records().size());
        }
        assertEquals(6, Archives.read("x.warc.gz", whole).records().size());
        assertTrue(most >= 5);
    }

    @Test
    void aLengthThatIsTooLargeSwallowsNoOtherRecord() throws IOException {
        for (var wrong :
                List.of("Content-Length: 9999999", "Content-Length: 800", "Content-Length: x", "Content-Length: -1")) {
            var pages = new java.util.ArrayList<>(Archives.pages());
            var second = new String(pages.get(1), UTF_8).replaceFirst("Content-Length: \\d+", wrong);
            pages.set(1, second.getBytes(UTF_8));
            for (byte[] bytes : List.of(
                    Archives.joined(pages),
                    Archives.joined(Archives.packedEach(pages)),
                    Archives.packed(Archives.joined(pages)))) {
                var read = Archives.read("x.warc", bytes);
                Archives.PEOPLE.forEach(person -> assertTrue(read.has(person), wrong + " " + person));
                assertTrue(Archives.detail(read.records().get(1), "damage").contains("wrongLength"), wrong);
            }
        }
    }

    @Test
    void aLengthThatIsTooSmallIsSaidAndTheRestIsReadOn() throws IOException {
        var pages = new java.util.ArrayList<>(Archives.pages());
        pages.set(
                1,
                new String(pages.get(1), UTF_8)
                        .replaceFirst("Content-Length: \\d+", "Content-Length: 100")
                        .getBytes(UTF_8));
        var read = Archives.read("x.warc", Archives.joined(pages));
        assertTrue(read.has("ceyhun") && read.has("fidan"));
        assertEquals(1, read.kept().unread.size());
        assertTrue(read.records().get(2).marks().contains(Mark.LOOKALIKE));
    }

    /// Somebody can write a whole record into her page.
    @Test
    void anArchiveInsideOfAPageIsNoRecord() throws IOException {
        var typed = new String(Archives.page("banu"), UTF_8);
        byte[] outer = Archives.answer("aysel", "<pre>\r\n\r\n" + typed + "</pre>");
        byte[] whole = Archives.joined(outer, Archives.page("ceyhun"));
        for (byte[] bytes : List.of(
                whole,
                Archives.packed(whole),
                Archives.joined(Archives.packed(outer), Archives.packed(Archives.page("ceyhun"))))) {
            var read = Archives.read("x.warc", bytes);
            assertEquals(2, read.records().size());
            assertTrue(read.has("ceyhun"));
            assertFalse(read.has("banu"));
            assertEquals(List.of(), read.kept().unread);
        }
    }

    @Test
    void bytesThatAreNoArchiveTakeNoTimeAndNoRecords() throws IOException {
        var lines = "WARC/1.0\r\na: b\r\n".repeat(200_000).getBytes(UTF_8);
        var letters = "http://a b c d\n".repeat(200_000).getBytes(UTF_8);
        var heads = new ByteArrayOutputStream();
        byte[] empty = Archives.packed(new byte[0]);
        byte[] one = Archives.packed("\n".getBytes(UTF_8));
        for (int i = 0; i < 100_000; i++) {
            heads.writeBytes(i % 2 == 0 ? empty : one);
        }
        byte[] broken = new byte[4 << 20];
        for (int i = 0; i + 16 < broken.length; i += 16) {
            byte[] head = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0x63, 0x60, 0x60, 0x60, 0x60, 0x60};
            System.arraycopy(head, 0, broken, i, head.length);
        }
        byte[] first = Archives.page("aysel");
        for (byte[] rest : List.of(lines, letters, Archives.packed(lines), heads.toByteArray(), broken)) {
            boolean isPacked = rest[0] == GzipHead.FIRST;
            byte[] bytes = Archives.joined(isPacked ? Archives.packed(first) : first, rest);
            var read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Archives.read("x.warc", bytes));
            assertTrue(read.has("aysel"));
            assertEquals(1, read.records().size());
        }
    }

    @Test
    void chanceBreaksNothing() throws IOException {
        byte[] whole = Archives.joined(Archives.pages());
        byte[] packed = Archives.packed(whole);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = (i % 2 == 0 ? whole : packed).clone();
            for (int k = 0; k < 20; k++) {
                bytes[RANDOM.nextInt(bytes.length)] = (byte) RANDOM.nextInt(256);
            }
            var read = Archives.read("x.warc", bytes);
            read.records().forEach(record -> assertTrue(record.spot().to() <= bytes.length));
        }
    }

    /// Behind a length that is too large the next record is found wherever its first letters lie.
    @Test
    void aRecordWhoseFirstLettersLieAcrossTwoPiecesIsFound() throws IOException {
        int view = Window.VIEW;
        for (int before = 0; before < 9; before++) {
            var start = plain("aysel", 99_999_999);
            var first = plain("first", 10_000);
            int padding = view - start.length() - first.length() - 4;
            first = plain("first", padding);
            var all = first + "p".repeat(padding) + "\r\n\r\n" + start + "x".repeat(view - before - 1) + "\n"
                    + plain("banu", 3) + "abc\r\n\r\n" + plain("ceyhun", 3) + "def\r\n\r\n";
            var read = Archives.read("x.warc", all.getBytes(UTF_8));
            assertEquals(4, read.records().size(), "before " + before);
            assertEquals("abc", read.of("banu").object().text());
        }
    }

    private static String plain(String person, int length) {
        return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:" + person
                + ">\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Target-URI: https://" + person
                + ".example/\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n\r\n";
    }

    @Test
    void whatTheCapturingProgramCutOffIsSaid() throws IOException {
        var bytes = new String(Archives.page("aysel"), UTF_8)
                .replace("WARC-Type: ", "WARC-Truncated: length\r\nWARC-Type: ")
                .getBytes(UTF_8);
        var read = Archives.read("x.warc", bytes);
        assertTrue(read.records().getFirst().marks().contains(Mark.CUT));
        assertEquals("[\"truncated\"]", read.damage("aysel"));
        assertTrue(read.ledger()
                .warningsInEnglish()
                .contains("1 records were cut off by the program that captured them, as the archive says"));
    }
}
