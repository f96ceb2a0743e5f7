package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.acquire.MadeArchive.members;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.taniq.NotRun;
import org.taniq.acquire.ArchiveKind;
import org.taniq.acquire.MadeArchive;
import org.taniq.base.Bytes;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Archives in archives. The people are invented.
final class NestedArchiveTest {
    private static final String CHAT =
            "13/01/2024, 10:00 - Ann Example: hello\n13/01/2024, 10:01 - Bob Example: IMG-1.jpg (file attached)\n";
    private static final String POST =
            "{\"node\":{\"shortcode\":\"Cx1\",\"taken_at_timestamp\":1700000000,\"owner\":{\"username\":\"ann\"},"
                    + "\"edge_media_to_caption\":{\"edges\":[{\"node\":{\"text\":\"salam\"}}]}},"
                    + "\"instaloader\":{\"version\":\"4.10\",\"node_type\":\"Post\"}}";

    private final Kept kept = new Kept();

    private Reading read(String name, byte[] bytes) throws IOException {
        return Reading.of(name, Bytes.of(bytes), _ -> kept);
    }

    /// Each part with its parser, and where it lies.
    private static List<String> parts(Reading reading) {
        return reading.parts().stream()
                .map(Reading.Done::part)
                .map(part ->
                        part.name() + " " + part.parser() + (part.place() instanceof Spot.Member(var path) ? path : ""))
                .toList();
    }

    private static Stream<Arguments> everyKindInEveryKind() {
        return Arrays.stream(ArchiveKind.values())
                .flatMap(outer -> Arrays.stream(ArchiveKind.values()).map(inner -> Arguments.of(outer, inner)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryKind")
    void aChatIsReadOutOfEveryKindInEveryKind(ArchiveKind outer, ArchiveKind inner) throws IOException {
        byte[] deep = MadeArchive.of(inner, members("chat.txt", CHAT));
        var reading = read("x." + outer.word(), MadeArchive.of(outer, members("in", deep)));
        assertEquals(2, kept.records.size());
        assertEquals(List.of(), kept.unread);
        assertEquals("whatsapp-android", reading.ledger().format());
        assertEquals(3, reading.parts().size());
        assertEquals(
                List.of(outer.word() + "/1", inner.word() + "/1", "whatsapp-text/1"),
                reading.parts().stream().map(part -> part.part().parser()).toList());
        assertEquals(
                List.of(new Spot.Member(0), new Spot.Member(0).member(0)),
                reading.parts().stream()
                        .skip(1)
                        .map(part -> part.part().place())
                        .toList());
    }

    @Test
    void eachPartSaysWhereInItsParentItLies() throws IOException {
        byte[] inner = MadeArchive.tar(members("other.bin", "?", "chat.txt", CHAT));
        byte[] outer =
                MadeArchive.zip(members("first.txt", CHAT, "in.tar.gz", MadeArchive.gzip(inner), "last.txt", CHAT));
        var reading = read("x.zip", outer);
        assertEquals(
                List.of(
                        "x.zip zip/1",
                        "first.txt whatsapp-text/1[0]",
                        "in.tar.gz gzip/1[1]",
                        "in.tar tar/1[1, 0]",
                        "chat.txt whatsapp-text/1[1, 0, 1]",
                        "last.txt whatsapp-text/1[2]"),
                parts(reading));
        assertEquals(List.of(new Unread(new Spot.Member(List.of(1, 0, 0)), Unread.Reason.UNNAMED)), kept.unread);
        assertEquals(6, reading.ledger().records());
        assertEquals(1, reading.ledger().skipped());
    }

    @Test
    void aFileIsLookedForBesideTheChatInItsOwnArchiveAlone() throws IOException {
        byte[] with = MadeArchive.zip(members("chat.txt", CHAT, "IMG-1.jpg", "a picture"));
        byte[] without = MadeArchive.zip(members("chat.txt", CHAT));
        read("x.tar", MadeArchive.tar(members("without.zip", without, "with.zip", with, "IMG-1.jpg", "another")));
        assertEquals(
                List.of(Attachment.State.MISSING, new Attachment.Present(new Spot.Member(List.of(1, 1)))),
                kept.records.stream()
                        .flatMap(record -> record.object().attachments().stream())
                        .map(Attachment::state)
                        .toList());
    }

    /// It stands in the place of the packed one.
    @Test
    void aPackedFileFindsTheFilesBesideIt() throws IOException {
        read(
                "x.zip",
                MadeArchive.zip(members("in/chat.txt.gz", MadeArchive.gzip(bytes(CHAT)), "in/IMG-1.jpg", "a picture")));
        assertEquals(
                List.of(new Attachment("IMG-1.jpg", new Attachment.Present(1))),
                kept.records.getLast().object().attachments());
        assertEquals(List.of(), kept.unread);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPostOfInstaloaderIsReadAsItIsPacked() throws IOException {
        var reading = read("2023-11-14_UTC.json.xz", MadeArchive.xz(bytes(POST)));
        assertEquals(
                List.of("salam"),
                kept.records.stream().map(record -> record.object().text()).toList());
        assertEquals(new Actor.Named("", "ann"), kept.records.getFirst().actor());
        assertEquals(List.of("2023-11-14_UTC.json.xz xz/1", "2023-11-14_UTC.json instaloader/1[0]"), parts(reading));
    }

    @Test
    void anArchiveOfWhichNothingIsKnownIsAMemberAsAnyOther() throws IOException {
        byte[] nothing = MadeArchive.zip(members("a.bin", "?", "b.bin", "?"));
        var reading = read("x.zip", MadeArchive.zip(members("chat.txt", CHAT, "in.zip", nothing)));
        assertEquals(List.of("x.zip zip/1", "chat.txt whatsapp-text/1[0]"), parts(reading));
        assertEquals(List.of(new Unread(new Spot.Member(1), Unread.Reason.UNNAMED)), kept.unread);
        kept.unread.clear();
        kept.records.clear();
        assertEquals(List.of("x.zip whole-file/1"), parts(read("x.zip", MadeArchive.zip(members("in.zip", nothing)))));
        assertEquals(1, kept.records.size());
        assertEquals(List.of(), kept.unread);
    }

    @Test
    void archivesAreOpenedToTheFourthAndThenItIsSaid() throws IOException {
        byte[] deep = MadeArchive.zip(members("chat.txt", CHAT));
        for (int i = 0; i < 4; i++) {
            deep = MadeArchive.zip(members("in.zip", deep));
        }
        read("x.zip", deep);
        assertEquals(2, kept.records.size());
        assertEquals(List.of(), kept.unread);
        kept.records.clear();
        var deeper = read("x.zip", MadeArchive.zip(members("in.zip", deep)));
        assertEquals(List.of("x.zip whole-file/1"), parts(deeper));
        assertEquals(List.of(new Unread(new Spot.Member(List.of(0, 0, 0, 0, 0)), Unread.Reason.NESTED)), kept.unread);
        assertEquals(Map.of("member-is-archive", 1L), deeper.ledger().skippedReasons());
    }

    @Test
    void sixtyArchivesInOneAnotherAreReadToTheBound() throws IOException {
        var file = NotRun.unlessShared("suites/hostile-zip").resolve("nested60.zip");
        var reading = Reading.of("nested60.zip", Bytes.of(file), _ -> kept);
        assertEquals(Map.of("member-is-archive", 1L), reading.ledger().skippedReasons());
        assertEquals(1, kept.records.size());
    }

    @Test
    void aBrokenArchiveInTheMiddleStopsNoOther() throws IOException {
        byte[] sound = MadeArchive.zip(members("chat.txt", CHAT));
        for (var kind : ArchiveKind.values()) {
            kept.records.clear();
            kept.unread.clear();
            byte[] whole = MadeArchive.of(kind, members("chat.txt", CHAT.repeat(300)));
            byte[] broken = Arrays.copyOf(whole, whole.length * 2 / 3);
            read("x.zip", MadeArchive.zip(members("a.zip", sound, "b", broken, "c.zip", sound)));
            assertTrue(kept.records.size() >= 4, kind + ": " + kept.records.size());
            assertFalse(kept.unread.isEmpty(), kind.toString());
            assertTrue(
                    kept.unread.stream()
                            .allMatch(unread -> unread.spot() instanceof Spot.Member(var path) && path.getFirst() == 1),
                    kind + ": " + kept.unread);
        }
    }

    @Test
    void ofACutArchiveWhatPrecedesTheDamageIsReadHoweverDeepAndThePlaceIsSaid() throws IOException {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < 6; i++) {
            out.write(MadeArchive.tarMember(i + ".txt", '0', bytes(CHAT)));
        }
        byte[] whole = out.toByteArray();
        for (int cut = 512; cut < whole.length; cut += 50) {
            kept.records.clear();
            kept.unread.clear();
            var reading = read("x.tgz", MadeArchive.gzip(Arrays.copyOf(whole, cut)));
            assertTrue(kept.records.size() >= cut / 1024 * 2, "cut: " + cut);
            assertTrue(
                    reading.ledger().warningsInEnglish().stream().anyMatch(said -> said.contains("at byte"))
                            || reading.ledger().skipped() > 0,
                    "cut: " + cut);
            assertEquals(kept.unread.size(), reading.ledger().skipped(), "cut: " + cut);
        }
    }

    @Test
    void aPackedArchiveThatIsCutSaysAtWhichByteAndGivesWhatPrecedes() throws IOException {
        var out = new ByteArrayOutputStream();
        var random = new java.util.Random(3);
        for (int i = 0; i < 40; i++) {
            out.write(MadeArchive.tarMember(
                    i + ".txt", '0', bytes(CHAT + "13/01/2024, 10:02 - Ann Example: " + random.nextLong() + "\n")));
        }
        byte[] packed = MadeArchive.gzip(out.toByteArray());
        for (int cut = 400; cut < packed.length; cut += 50) {
            kept.records.clear();
            var reading = read("x.tgz", Arrays.copyOf(packed, cut));
            int at = cut;
            assertTrue(
                    reading.ledger().warningsInEnglish().stream()
                            .anyMatch(said -> said.contains("at byte " + at + ":")),
                    "cut: " + cut + reading.ledger().warningsInEnglish());
        }
        assertTrue(kept.records.size() > 100);
    }

    @Test
    void aBombWithinABombIsNotUnfolded() throws IOException {
        byte[] bomb = new byte[60 << 20];
        for (int i = 0; i < 3; i++) {
            bomb = MadeArchive.gzip(bomb);
        }
        byte[] thrice = bomb;
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read("x.gz", thrice));
        assertEquals(
                List.of(Unread.Reason.TOO_BIG),
                kept.unread.stream().map(Unread::why).toList());
        byte[] archive = MadeArchive.zip(members("a.txt", CHAT, "b.gz", thrice, "c.txt", CHAT));
        read("x.zip", archive);
        assertEquals(5, kept.records.size());
    }

    /// Each of them is believable by itself; together they would unfold for hours.
    @Test
    void allArchivesOfOneFileTogetherUnfoldToNoMoreThanIsAllowed() throws IOException {
        byte[] inner = MadeArchive.zip(members("a.bin", new byte[15 << 20]));
        var many = new java.util.LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 120; i++) {
            many.put(i + ".zip", inner);
        }
        many.put("chat.txt", bytes(CHAT));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read("x.zip", MadeArchive.zip(many)));
        assertEquals(2, kept.records.size());
        long refused = kept.unread.stream()
                .filter(unread -> unread.why() == Unread.Reason.TOO_BIG)
                .count();
        assertTrue(refused > 30 && refused < 60, "refused: " + refused);
    }

    @Test
    void aDocumentAProgramAndAnArchiveOfTheWebStayWhatTheyAre() throws IOException {
        byte[] document = MadeArchive.zip(members(
                "[Content_Types].xml", "<Types/>", "_rels/.rels", "x", "word/document.xml", CHAT, "c.txt", CHAT));
        byte[] program = MadeArchive.zip(members("META-INF/MANIFEST.MF", "x", "chat.txt", CHAT));
        byte[] book = MadeArchive.zip(
                members("mimetype", "application/epub+zip", "META-INF/container.xml", "x", "chat.txt", CHAT));
        read("x.zip", MadeArchive.zip(members("a.docx", document, "b.jar", program, "c.epub", book, "d.txt", CHAT)));
        assertEquals(2, kept.records.size());
        assertEquals(
                List.of(Unread.Reason.DOCUMENT, Unread.Reason.DOCUMENT, Unread.Reason.DOCUMENT),
                kept.unread.stream().map(Unread::why).toList());
        String warc = """
                WARC/1.0
                WARC-Type: warcinfo
                WARC-Record-ID: <urn:uuid:1>
                WARC-Date: 2024-01-13T10:00:00Z
                Content-Length: 0


                """.replace("\n", "\r\n");
        byte[] packed = MadeArchive.gzip(bytes(warc));
        assertEquals(List.of("a.warc.gz warc/1"), parts(read("a.warc.gz", packed)));
        assertEquals(
                List.of("x.zip zip/1", "a.warc.gz warc/1[0]"),
                parts(read("x.zip", MadeArchive.zip(members("a.warc.gz", packed)))));
    }

    @Test
    void whatSomebodyTypedIntoAMessageMakesNoArchive() throws IOException {
        String typed = "13/01/2024, 10:00 - Ann Example: PK\u0003\u0004 7z BZh91AY&SY ustar\0000\n";
        assertEquals(List.of("chat.txt whatsapp-text/1"), parts(read("chat.txt", bytes(typed))));
    }

    @Test
    void oneThatIsTooLargeToBeHeldIsSaidAndKeptWhole() throws IOException {
        byte[] big = new byte[300 << 20];
        byte[] header = MadeArchive.tarMember("a.bin", '0', MadeArchive.octal(big.length - 2048), new byte[0]);
        System.arraycopy(header, 0, big, 0, 512);
        for (int i = 1024; i < big.length; i += 97) {
            big[i] = (byte) (i * 31 >>> 3);
        }
        var reading = read("x.zip", MadeArchive.zip(members("chat.txt", CHAT, "big.tar", big)));
        assertEquals(2, kept.records.size());
        assertEquals(List.of(new Unread(new Spot.Member(1), Unread.Reason.TOO_LARGE_TO_UNPACK)), kept.unread);
        assertTrue(reading.ledger().warningsInEnglish().stream().anyMatch(said -> said.contains("too large")));
    }

    @Test
    void membersOfHostileNamesInAnArchiveInAnArchiveAreRefused() throws IOException {
        byte[] slip = MadeArchive.tar(members("../../out.txt", CHAT, "/abs.txt", CHAT, "chat.txt", CHAT));
        read("x.zip", MadeArchive.zip(members("in.tar", slip)));
        assertEquals(2, kept.records.size());
        assertEquals(
                List.of(
                        new Unread(new Spot.Member(List.of(0, 0)), Unread.Reason.HOSTILE_NAME),
                        new Unread(new Spot.Member(List.of(0, 1)), Unread.Reason.HOSTILE_NAME)),
                kept.unread);
    }

    @Test
    void anArchiveThatIsNamedAsItselfIsReadOnce() throws IOException {
        byte[] inner = MadeArchive.zip(members("x.zip", "no archive", "chat.txt", CHAT));
        read("x.zip", MadeArchive.zip(members("x.zip", inner, "in/x.zip", inner)));
        assertEquals(4, kept.records.size());
    }

    @Test
    void aPackageOfTheWebInAnArchiveIsReadAsByItself() throws IOException {
        var alone = NotRun.unlessShared("formats/wacz");
        byte[] wacz = java.nio.file.Files.readAllBytes(smallest(alone));
        var byItself = read("x.wacz", wacz);
        int records = kept.records.size();
        kept.records.clear();
        var within = read("y.tar", MadeArchive.tar(members("x.wacz", wacz)));
        assertTrue(records > 0);
        assertEquals(records, kept.records.size());
        assertEquals(byItself.ledger().skipped(), within.ledger().skipped());
        assertEquals(
                byItself.parts().stream().map(part -> part.part().parser()).toList(),
                within.parts().stream()
                        .skip(1)
                        .map(part -> part.part().parser())
                        .toList());
    }

    private static java.nio.file.Path smallest(java.nio.file.Path folder) throws IOException {
        try (var files = java.nio.file.Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".wacz"))
                    .min(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    @Test
    void noFlippedBitMakesItThrowOrTakesTheOtherArchivesAway() throws IOException {
        byte[] sound = MadeArchive.zip(members("chat.txt", CHAT));
        byte[] tar = MadeArchive.tar(members("a.txt", CHAT, "in.zip", sound, "b.txt.xz", MadeArchive.xz(bytes(CHAT))));
        byte[] packed = MadeArchive.gzip(tar);
        byte[] whole = MadeArchive.zip(members("first.zip", sound, "in.tgz", packed, "last.zip", sound));
        int from = MadeArchive.zip(members("first.zip", sound)).length / 2;
        for (int at = from; at < from + packed.length; at += 11) {
            kept.records.clear();
            kept.unread.clear();
            byte[] bad = whole.clone();
            bad[at] ^= 8;
            var reading = read("x.zip", bad);
            assertTrue(kept.records.size() >= 2, "at " + at);
            assertEquals(kept.unread.size(), reading.ledger().skipped(), "at " + at);
        }
    }

    /// Names in it that go round in a circle lead nowhere: nothing is opened by its name.
    @Test
    void aFileThatIsALinkToItselfIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(MadeArchive.tarMember("x.tar", '2', new byte[0]));
        out.write(MadeArchive.tarMember("x.tar/chat.txt", '0', bytes(CHAT)));
        out.write(MadeArchive.tarMember("chat.txt", '0', bytes(CHAT)));
        out.write(new byte[1024]);
        read("x.tar", out.toByteArray());
        assertEquals(2, kept.records.size());
        assertEquals(
                List.of(Unread.Reason.LINK, Unread.Reason.LINK),
                kept.unread.stream().map(Unread::why).toList());
    }
}
