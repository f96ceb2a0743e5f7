package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Bytes;

/// Tar archives, sound and hostile.
final class TarTest {
    private static final byte[] END = new byte[1024];

    private static Archive open(byte[]... parts) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.write(part);
        }
        return Archive.open(Bytes.of(out.toByteArray()), Archive.Limits.USUAL);
    }

    private static byte[] file(String name, String content) throws IOException {
        return MadeArchive.tarMember(name, '0', content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pax(String... keysAndValues) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            lines.append(MadeArchive.paxLine(keysAndValues[i], keysAndValues[i + 1]));
        }
        return MadeArchive.tarMember("pax", 'x', lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Each member with what it holds, or why it is refused.
    private static List<String> read(Archive archive) throws IOException {
        var read = new ArrayList<String>();
        for (var member : archive.members()) {
            read.add(
                    switch (member) {
                        case Archive.Refused refused -> refused.name() + " " + refused.why();
                        case Archive.Readable file when file.isFolder() -> file.name();
                        case Archive.Readable file -> file.name() + "=" + content(archive, file);
                    });
        }
        return read;
    }

    private static String content(Archive archive, Archive.Readable file) throws IOException {
        var got = new ByteArrayOutputStream();
        try (var in = archive.open(file)) {
            in.transferTo(got);
            return got.toString(StandardCharsets.UTF_8);
        } catch (Archive.Damaged cut) {
            return got.toString(StandardCharsets.UTF_8) + "|";
        }
    }

    private static List<String> read(byte[]... parts) throws IOException {
        try (var archive = open(parts)) {
            return read(archive);
        }
    }

    @Test
    void membersAreReadAsTheyWerePutAndTheirPlaceIsWhereTheirBytesBegin() throws IOException {
        try (var archive = open(file("a.txt", "first"), file("b/ş.txt", ""), file("c", "x".repeat(513)), END)) {
            assertEquals(ArchiveKind.TAR, archive.kind());
            assertEquals(List.of("a.txt=first", "b/ş.txt=", "c=" + "x".repeat(513)), read(archive));
            assertTrue(archive.isComplete());
            assertEquals(Optional.empty(), archive.stop());
            assertEquals(
                    List.of(512L, 1536L, 2048L),
                    archive.members().stream()
                            .map(member -> ((Archive.Readable) member).data().from())
                            .toList());
        }
    }

    @Test
    void longNamesOfGnuAndOfPaxAreThoseOfTheNextMemberAlone() throws IOException {
        String name = "d/".repeat(100) + "ə.txt";
        byte[] gnu = MadeArchive.tarMember("././@LongLink", 'L', (name + "\0").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(name + "=x", "b=y"), read(gnu, file("cut", "x"), file("b", "y"), END));
        assertEquals(List.of(name + "=x", "b=y"), read(pax("path", name), file("cut", "x"), file("b", "y"), END));
        assertEquals(
                List.of("last=x"), read(pax("path", "first", "mtime", "1.5", "path", "last"), file("cut", "x"), END));
    }

    @Test
    void theSizeThatPaxStatesGoesBeforeThatOfTheHeader() throws IOException {
        byte[] member = MadeArchive.tarMember("a", '0', "00000000000", "hello".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("a=hello", "b=y"), read(pax("size", "5"), member, file("b", "y"), END));
    }

    @Test
    void theDotThatTarPutsBeforeNamesIsNoFolder() throws IOException {
        byte[] dot = MadeArchive.tarMember("./", '5', new byte[0]);
        byte[] folder = MadeArchive.tarMember("./in", '5', new byte[0]);
        assertEquals(List.of("./", "in/", "in/a=x"), read(dot, folder, file("./in/a", "x"), END));
    }

    @Test
    void whatIsNoPlainFileIsRefusedAndTheOthersAreRead() throws IOException {
        byte[] nothing = new byte[0];
        assertEquals(
                List.of(
                        "link LINK",
                        "hard LINK",
                        "device METHOD",
                        "holes METHOD",
                        "holes-too METHOD",
                        "../up HOSTILE_NAME",
                        "/abs HOSTILE_NAME",
                        "link/in LINK",
                        "a=x",
                        "a DUPLICATE"),
                read(
                        MadeArchive.tarMember("link", '2', nothing),
                        MadeArchive.tarMember("hard", '1', nothing),
                        MadeArchive.tarMember("device", '3', nothing),
                        MadeArchive.tarMember("holes", 'S', nothing),
                        pax("GNU.sparse.major", "1"),
                        file("holes-too", "y"),
                        file("../up", "y"),
                        file("/abs", "y"),
                        file("link/in", "y"),
                        file("a", "x"),
                        file("a", "y"),
                        END));
    }

    /// What is larger than the header of GNU tar has room for, with a file of the other stretches before its bytes.
    @Test
    void whatStandsBehindAFileWithManyHolesIsRead() throws IOException {
        byte[] holes = MadeArchive.tarMember("holes", 'S', new byte[600]);
        holes[482] = 1;
        MadeArchive.sum(holes);
        byte[] map = new byte[2 * 512];
        map[504] = 1;
        byte[] all = new byte[holes.length + map.length];
        System.arraycopy(holes, 0, all, 0, 512);
        System.arraycopy(map, 0, all, 512, map.length);
        System.arraycopy(holes, 512, all, 512 + map.length, holes.length - 512);
        byte[] forged = file("forged", "nobody sees me");
        System.arraycopy(forged, 0, all, all.length - 1024, 512);
        try (var archive = open(all, file("chat.txt", "x"), END)) {
            assertEquals(List.of("holes METHOD", "chat.txt=x"), read(archive));
            assertTrue(archive.isComplete());
        }
        for (int cut = 512; cut < all.length; cut += 50) {
            try (var archive = open(Arrays.copyOf(all, cut))) {
                assertEquals(List.of("holes METHOD"), read(archive), "cut: " + cut);
                assertFalse(archive.isComplete());
            }
        }
    }

    /// Old programs write the size of what a link leads to, and all readers go on behind the header.
    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '5', '6'})
    void aLinkAFolderOrADeviceThatStatesASizeHidesNothing(char type) throws IOException {
        byte[] header = MadeArchive.tarMember("in", type, MadeArchive.octal(1536), new byte[0]);
        var read = read(header, file("a", "x"), file("b", "y"), END);
        assertEquals(List.of("a=x", "b=y"), read.subList(1, read.size()));
        assertEquals(type == '5' ? "in/" : type < '3' ? "in LINK" : "in METHOD", read.getFirst());
    }

    /// Where bytes do follow they are said not to be read, also those of a folder.
    @Test
    void bytesBehindALinkOrAFolderAreSaidNotToBeRead() throws IOException {
        byte[] bytes = "some words".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("hard LINK", "in/ DAMAGED", "a=x"),
                read(
                        MadeArchive.tarMember("hard", '1', bytes),
                        MadeArchive.tarMember("in", '5', bytes),
                        file("a", "x"),
                        END));
    }

    @ParameterizedTest
    @ValueSource(chars = {'g', 'K', 'V', 'x', 'L'})
    void oneThatIsCutInWhatIsSaidOfTheNextMemberSaysWhere(char type) throws IOException {
        byte[] more = MadeArchive.tarMember("x", type, new byte[600]);
        try (var archive = open(file("a", "x"), Arrays.copyOf(more, 700))) {
            assertEquals(List.of("a=x"), read(archive));
            assertEquals(Optional.of(new Archive.Stop(1024, Archive.Stop.Why.CUT)), archive.stop());
        }
    }

    /// Behind a damaged header nobody knows where the next one is.
    @Test
    void aDamagedHeaderEndsItAndThePlaceIsSaid() throws IOException {
        byte[] broken = file("b", "y");
        broken[136] ^= 1;
        try (var archive = open(file("a", "x"), broken, file("c", "z"), END)) {
            assertEquals(List.of("a=x"), read(archive));
            assertFalse(archive.isComplete());
            assertEquals(Optional.of(new Archive.Stop(1024, Archive.Stop.Why.CUT)), archive.stop());
        }
    }

    @Test
    void whatStandsBehindItsEndIsSaid() throws IOException {
        try (var archive = open(file("a", "x"), END, file("b", "y"), END)) {
            assertEquals(List.of("a=x"), read(archive));
            assertEquals(Optional.of(new Archive.Stop(1024, Archive.Stop.Why.BEHIND_END)), archive.stop());
        }
    }

    @Test
    void atEachCutWhatPrecedesItIsReadAndThePlaceIsSaid() throws IOException {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            out.write(file(i + ".txt", ("line " + i + "\n").repeat(100 * i)));
        }
        out.write(END);
        byte[] whole = out.toByteArray();
        for (int cut = 512; cut < whole.length - 1024; cut += 50) {
            try (var archive = open(Arrays.copyOf(whole, cut))) {
                var read = String.join("", read(archive));
                assertFalse(archive.isComplete(), "cut: " + cut);
                assertEquals(Archive.Stop.Why.CUT, archive.stop().orElseThrow().why());
                assertTrue(cut - archive.stop().orElseThrow().at() < 512, "cut: " + cut);
                assertTrue(read.length() >= lettersBefore(whole, cut), "cut: " + cut);
            }
        }
    }

    /// What of the members stands before a place, without headers and without what fills them up.
    private static int lettersBefore(byte[] whole, int to) {
        int letters = 0;
        for (int at = 0; at + 512 <= to; ) {
            int size = Integer.parseInt(new String(whole, at + 124, 11, StandardCharsets.US_ASCII), 8);
            letters += Math.clamp(to - at - 512, 0, size);
            at += 512 + (size + 511) / 512 * 512;
        }
        return letters;
    }

    @Test
    void noDamageMakesItThrowOrGiveMoreThanThereIs() throws IOException {
        byte[] whole;
        try (var made = new ByteArrayOutputStream()) {
            made.write(pax("path", "long/".repeat(40) + "name", "size", "5"));
            made.write(file("a", "hello"));
            made.write(file("b", "x".repeat(700)));
            made.write(END);
            whole = made.toByteArray();
        }
        var random = new Random(5);
        for (int i = 0; i < 4000; i++) {
            byte[] bad = whole.clone();
            for (int k = 0; k <= i % 4; k++) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertTrue(String.join("", read(bad)).length() < 3000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"77777777777", "\uFFFF", "-0000000005", "0x000000005", "99999999999"})
    void aSizeThatLeadsOutOfTheFileTakesNothingAwayThatPrecedesIt(String size) throws IOException {
        byte[] hostile = MadeArchive.tarMember("b", '0', size, new byte[600]);
        try (var archive = open(file("a", "x"), hostile, file("c", "z"), END)) {
            assertEquals("a=x", read(archive).getFirst());
            assertTrue(archive.stop().isPresent());
            assertTrue(archive.members().size() <= 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xFF})
    void aSizeInBinaryIsReadAndOneThatIsNegativeOrTooLargeEndsIt(int first) throws IOException {
        byte[] member = file("b", "hello");
        Arrays.fill(member, 124, 136, (byte) (first == 0xFF ? 0xFF : 0));
        member[124] = (byte) first;
        member[135] = first == 0xFF ? -5 : (byte) 5;
        MadeArchive.sum(Arrays.copyOf(member, 512));
        byte[] header = Arrays.copyOf(member, 512);
        MadeArchive.sum(header);
        System.arraycopy(header, 0, member, 0, 512);
        assertEquals(first == 0xFF ? List.of("a=x") : List.of("a=x", "b=hello"), read(file("a", "x"), member, END));
    }

    @Test
    void aHeaderThatStatesNonsenseInPaxEndsIt() throws IOException {
        for (String lines :
                List.of("9999999999999999999999 path=a\n", "5 a\n", "0 path=a\n", "-5 path=a\n", "12 patha\n  ")) {
            byte[] bad = MadeArchive.tarMember("pax", 'x', lines.getBytes(StandardCharsets.UTF_8));
            try (var archive = open(file("a", "x"), bad, file("b", "y"), END)) {
                assertEquals(List.of("a=x"), read(archive), lines);
                assertEquals(1024, archive.stop().orElseThrow().at());
            }
        }
        for (String size : List.of("-1", "9223372036854775807", "99999999999999999999", "")) {
            try (var archive = open(file("a", "x"), pax("size", size), file("b", "y"), END)) {
                assertEquals("a=x", read(archive).getFirst(), size);
                assertTrue(archive.stop().isPresent());
            }
        }
    }

    @Test
    void namesAndExtendedHeadersWithoutEndAreNotHeld() throws IOException {
        byte[] name = MadeArchive.tarMember("././@LongLink", 'L', new byte[1 << 20]);
        try (var archive = open(file("a", "x"), name, file("b", "y"), END)) {
            assertEquals(List.of("a=x"), read(archive));
            assertEquals(1024, archive.stop().orElseThrow().at());
        }
        byte[] bomb = MadeArchive.tarMember("pax", 'x', "77777777777", new byte[512]);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertEquals(List.of(), read(bomb)));
    }

    @Test
    void membersBeyondTheLimitAreCounted() throws IOException {
        var bytes = Bytes.of(MadeArchive.tar(MadeArchive.members("a", "x", "b", "y", "c", "z")));
        try (var archive = Archive.open(bytes, new Archive.Limits(2, 1 << 20, 1 << 20, 100))) {
            assertEquals(List.of("a=x", "b=y"), read(archive));
            assertEquals(1, archive.unlisted());
        }
    }

    @Test
    void textThatBeginsAsATarIsNone() throws IOException {
        byte[] typed = new byte[600];
        Arrays.fill(typed, (byte) 'a');
        System.arraycopy("ustar  ".getBytes(StandardCharsets.US_ASCII), 0, typed, 257, 7);
        assertFalse(Archive.isArchive(Bytes.of(typed)));
        assertTrue(Archive.isArchive(Bytes.of(file("a", "x"))));
        byte[] flipped = file("a", "x");
        flipped[0] ^= 1;
        assertFalse(Archive.isArchive(Bytes.of(flipped)));
    }

    @Test
    void aMemberOfACutArchiveGivesWhatIsThereAndThenSaysSo() throws IOException {
        byte[] whole = file("a", "x".repeat(2000));
        try (var archive = open(Arrays.copyOf(whole, 1000))) {
            var file = (Archive.Readable) archive.members().getFirst();
            assertFalse(file.whole());
            var got = new ByteArrayOutputStream();
            assertThrows(Archive.Damaged.class, () -> archive.open(file).transferTo(got));
            assertArrayEquals(Arrays.copyOfRange(whole, 512, 1000), got.toByteArray());
        }
    }
}
