package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;

class ArchiveTest {

    @Test
    void everyMemberOfASoundArchiveIsReadAsItWasPut() throws IOException {
        try (var archive = open(zip())) {
            assertTrue(archive.isComplete());
            assertEquals(3, archive.members().size());
            for (var member : archive.members()) {
                var file = (Archive.Readable) member;
                assertArrayEquals(content(file.name()), archive.open(file).readAllBytes());
            }
        }
    }

    @Test
    void anArchiveWithoutItsEndIsReadByItsOwnHeaders() throws IOException {
        byte[] whole = zip();
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        try (var archive = open(Arrays.copyOf(whole, directory + 3))) {
            assertFalse(archive.isComplete());
            assertEquals(3, archive.members().size());
            for (var member : archive.members()) {
                var file = (Archive.Readable) member;
                assertArrayEquals(content(file.name()), archive.open(file).readAllBytes());
            }
        }
    }

    /// Each member alone is let pass; together they would keep a processor busy for minutes.
    @Test
    @Tag("slow")
    void aLostDirectoryIsNotLookedForInMoreThanASoundArchiveHolds() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 60; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                zip.write(new byte[15 << 20]);
            }
        }
        byte[] whole = out.toByteArray();
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        try (var archive = open(Arrays.copyOf(whole, directory))) {
            int found = archive.members().size();
            assertTrue(found > 5 && found < 30, "members found: " + found);
        }
    }

    @Test
    void aMemberThatIsCutOffGivesWhatIsThereAndThenSaysSo() throws IOException {
        byte[] whole = zip();
        int third = new String(whole, StandardCharsets.ISO_8859_1).indexOf("long.txt");
        try (var archive = open(Arrays.copyOf(whole, third + 60))) {
            var last = (Archive.Readable) archive.members().getLast();
            assertFalse(last.whole());
            var got = new ByteArrayOutputStream();
            assertThrows(Archive.Damaged.class, () -> archive.open(last).transferTo(got));
        }
    }

    /// What is left of a long chat is read, however little that is.
    @Test
    void aLongMemberThatIsCutEarlyIsNoBomb() throws IOException {
        byte[] chat = chat(30 << 20);
        byte[] packed = deflated(chat);
        for (int cut : new int[] {packed.length - 1, packed.length / 2, packed.length / 10}) {
            byte[] there = Arrays.copyOf(packed, cut);
            try (var archive = open(local(chat.length, packed.length, there))) {
                var file = (Archive.Readable) archive.members().getFirst();
                assertFalse(file.whole());
                var got = new ByteArrayOutputStream();
                assertThrows(Archive.Damaged.class, () -> archive.open(file).transferTo(got));
                assertTrue(got.size() > 1 << 20, "read: " + got.size());
                assertArrayEquals(Arrays.copyOf(chat, got.size()), got.toByteArray());
            }
        }
    }

    private static byte[] chat(int length) {
        var text = new StringBuilder();
        var random = new Random(1);
        while (text.length() < length) {
            text.append("[12.03.24, 21:").append(random.nextInt(60)).append("] Aysel: ");
            text.append("salam bu gun gelirsen ".repeat(1 + random.nextInt(3))).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// It says that it was cut off, and that it is packed little; what is there unfolds a thousand times.
    @Test
    void aBombThatPassesForACutMemberUnfoldsNoFurtherThanAnyOther() throws IOException {
        byte[] packed = deflated(new byte[100 << 20]);
        for (long stated : new long[] {packed.length + 1L, 1 << 20, 0xFFFF_FFFFL}) {
            try (var archive = open(local(0xFFFF_FFFFL, stated, packed))) {
                assertTrue(unfolded(archive) <= Judge.FREE_OF_RATIO + 200L * packed.length, "stated: " + stated);
            }
        }
    }

    private static long unfolded(Archive archive) {
        if (!(archive.members().getFirst() instanceof Archive.Readable file)) {
            return 0;
        }
        var got = new ByteArrayOutputStream();
        assertThrows(Archive.Damaged.class, () -> archive.open(file).transferTo(got));
        return got.size();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out, new Deflater(6, true))) {
            deflate.write(bytes);
        }
        return out.toByteArray();
    }

    /// A member behind its own header, and nothing else.
    private static byte[] local(long size, long packed, byte[] there) {
        return CraftedZip.little(31 + there.length)
                .putInt(0, Zip.LOCAL)
                .putShort(8, (short) 8)
                .putInt(18, (int) packed)
                .putInt(22, (int) size)
                .putShort(26, (short) 1)
                .put(30, (byte) 'a')
                .put(31, there)
                .array();
    }

    @Test
    void aFlippedBitInPackedBytesIsDamage() throws IOException {
        byte[] whole = zip();
        int third = new String(whole, StandardCharsets.ISO_8859_1).indexOf("long.txt");
        whole[third + 40] ^= 4;
        try (var archive = open(whole)) {
            var file = (Archive.Readable) archive.members().getLast();
            assertThrows(Archive.Damaged.class, () -> archive.open(file).readAllBytes());
        }
    }

    @Test
    void noDamageMakesItThrowAnythingElseOrGiveMoreThanStated() throws IOException {
        byte[] whole = zip();
        var random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            byte[] bad = random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int k = 0; k < i % 6 && bad.length > 0; k++) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            readAll(bad);
        }
    }

    private static void readAll(byte[] bytes) throws IOException {
        try (var archive = open(bytes)) {
            for (var member : archive.members()) {
                if (member instanceof Archive.Readable file) {
                    readOne(archive, file);
                }
            }
        }
    }

    private static void readOne(Archive archive, Archive.Readable file) throws IOException {
        try (var in = archive.open(file)) {
            assertTrue(in.readAllBytes().length <= file.size());
        } catch (Archive.Damaged said) {
            assertFalse(String.valueOf(said.getMessage()).isEmpty());
        }
    }

    @Test
    void hostileArchivesAreJudgedMemberByMember() throws IOException {
        assertEquals(Map.of("HOSTILE_NAME", 5), shared("slip.zip"));
        assertEquals(Map.of("LINK", 2), shared("symlink.zip"));
        assertEquals(Map.of("DUPLICATE", 1, "readable", 2), shared("dup.zip"));
        assertEquals(Map.of("HOSTILE_NAME", 3, "readable", 3), shared("names.zip"));
        assertEquals(Map.of("OVERLAP", 500), shared("overlap_5GB.zip"));
        assertEquals(Map.of("TOO_BIG", 1), shared("flat_1GB.zip"));
        assertEquals(Map.of("readable", 1), shared("nested60.zip"));
        assertEquals(Map.of("readable", 1), shared("truncated.zip"));
    }

    private static Map<String, Integer> shared(String name) throws IOException {
        var file = NotRun.unlessShared("suites/hostile-zip").resolve(name);
        var verdicts = new TreeMap<String, Integer>();
        try (var archive = Archive.open(Bytes.of(file), Archive.Limits.USUAL)) {
            for (var member : archive.members()) {
                String verdict = switch (member) {
                    case Archive.Readable _ -> "readable";
                    case Archive.Refused refused -> refused.why().name();
                };
                verdicts.merge(verdict, 1, Integer::sum);
            }
        }
        return verdicts;
    }

    @Test
    void entriesBeyondTheLimitAreCountedNotListed() throws IOException {
        try (var archive = Archive.open(Bytes.of(zip()), new Archive.Limits(2, 1 << 20, 1 << 20, 100))) {
            assertEquals(2, archive.members().size());
            assertEquals(1, archive.unlisted());
        }
    }

    private static Archive open(byte[] bytes) throws IOException {
        return Archive.open(Bytes.of(bytes), Archive.Limits.USUAL);
    }

    private static byte[] content(String name) {
        return switch (name) {
            case "a.txt" -> "first".getBytes(StandardCharsets.UTF_8);
            case "şəkil.jpg" -> new byte[0];
            case "long.txt" -> random();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] random() {
        var bytes = new byte[50_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : List.of("a.txt", "şəkil.jpg", "long.txt")) {
                var entry = new ZipEntry(name);
                entry.setTimeLocal(java.time.LocalDateTime.of(2024, 1, 1, 0, 0, 2));
                zip.putNextEntry(entry);
                zip.write(content(name));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
