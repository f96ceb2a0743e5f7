package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;

/// 7z archives, sound and hostile.
final class SevenZipTest {
    private static final byte[] RANDOM = random(50_000);

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static Archive open(byte[] bytes) throws IOException {
        return Archive.open(Bytes.of(bytes), Archive.Limits.USUAL);
    }

    private static Map<String, byte[]> three() {
        return MadeArchive.members("a.txt", "first", "in/", "", "in/ş.bin", RANDOM, "c.txt", "last");
    }

    @Test
    void everyMemberIsReadAsItWasPut() throws IOException {
        try (var archive = open(MadeArchive.sevenZip(three()))) {
            assertEquals(ArchiveKind.SEVEN_ZIP, archive.kind());
            assertTrue(archive.isComplete());
            assertEquals(List.of("a.txt", "in/", "in/ş.bin", "c.txt"), names(archive));
            for (var member : archive.members()) {
                var file = (Archive.Readable) member;
                assertArrayEquals(three().get(file.name()), archive.open(file).readAllBytes(), file.name());
            }
        }
    }

    private static List<String> names(Archive archive) {
        return archive.members().stream().map(Archive.Member::name).toList();
    }

    @Test
    void oneWithAPasswordIsSaidToBeEncrypted() throws IOException {
        byte[] locked = MadeArchive.sevenZip(three(), "word".toCharArray());
        try (var archive = open(locked)) {
            boolean isEach = archive.members().stream()
                    .filter(member -> !member.name().endsWith("/"))
                    .allMatch(member ->
                            member instanceof Archive.Refused refused && refused.why() == Archive.Refusal.ENCRYPTED);
            boolean isWhole = archive.stop()
                    .filter(stop -> stop.why() == Archive.Stop.Why.ENCRYPTED)
                    .isPresent();
            assertTrue(isWhole || isEach && !archive.members().isEmpty(), archive.members()::toString);
        }
    }

    @Test
    void aDamagedMemberStopsNoOther() throws IOException {
        byte[] whole = MadeArchive.sevenZip(three());
        whole[30_000] ^= 1;
        try (var archive = open(whole)) {
            assertEquals(List.of("a.txt", "in/", "in/ş.bin", "c.txt"), names(archive));
            for (var member : archive.members()) {
                var file = (Archive.Readable) member;
                assertEquals(!file.name().equals("in/ş.bin"), file.whole(), file.name());
                assertArrayEquals(
                        Arrays.copyOf(
                                three().getOrDefault(file.name(), RANDOM),
                                5000 < file.size() ? 5000 : (int) file.size()),
                        Arrays.copyOf(upToDamage(archive, file), 5000 < file.size() ? 5000 : (int) file.size()));
            }
        }
    }

    private static byte[] upToDamage(Archive archive, Archive.Readable file) throws IOException {
        var got = new ByteArrayOutputStream();
        try (var in = archive.open(file)) {
            in.transferTo(got);
        } catch (Archive.Damaged cut) {
            assertFalse(file.whole());
        }
        return got.toByteArray();
    }

    /// The list of its members stands at its end.
    @Test
    void oneThatIsCutSaysThatNothingOfItCanBeRead() throws IOException {
        byte[] whole = MadeArchive.sevenZip(three());
        for (int cut = 6; cut < whole.length; cut += 997) {
            try (var archive = open(Arrays.copyOf(whole, cut))) {
                assertEquals(List.of(), archive.members());
                assertEquals(Archive.Stop.Why.CUT, archive.stop().orElseThrow().why());
            }
        }
    }

    @Test
    void oneThatIsLargerThanWhatIsHeldIsNotUnpacked() throws IOException {
        var bytes = Bytes.of(MadeArchive.sevenZip(three()));
        try (var archive = Archive.open(bytes, new Archive.Limits(10, 1 << 20, 1 << 20, 100, 40_000))) {
            assertEquals(List.of(), archive.members());
            assertEquals(
                    Archive.Stop.Why.TOO_LARGE, archive.stop().orElseThrow().why());
        }
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        byte[] bomb = MadeArchive.sevenZip(MadeArchive.members("zeros", new byte[60 << 20], "a", "x"));
        try (var archive = open(bomb)) {
            assertEquals(
                    new Archive.Refused(0, "zeros", Archive.Refusal.TOO_BIG),
                    archive.members().getFirst());
            assertEquals(2, archive.members().size());
        }
    }

    @Test
    void noDamageMakesItThrowOrTakesLong() throws IOException {
        byte[] whole = MadeArchive.sevenZip(MadeArchive.members("a.txt", "first", "b.txt", "x".repeat(3000)));
        var random = new Random(9);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 1500; i++) {
                byte[] bad = whole.clone();
                for (int k = 0; k <= i % 3; k++) {
                    bad[6 + random.nextInt(bad.length - 6)] ^= (byte) (1 << random.nextInt(8));
                }
                readAll(withChecksums(bad, i % 2));
            }
        });
    }

    private static void readAll(byte[] bad) throws IOException {
        try (var archive = open(bad)) {
            for (var member : archive.members()) {
                if (member instanceof Archive.Readable file) {
                    assertTrue(upToDamage(archive, file).length <= file.size());
                }
            }
        }
    }

    /// Half of them pass the checksums of the list, as those of an attacker would.
    private static byte[] withChecksums(byte[] bad, int which) {
        var buffer = java.nio.ByteBuffer.wrap(bad).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        long from = 32 + buffer.getLong(12);
        long length = buffer.getLong(20);
        if (which == 0 && from >= 32 && length > 0 && from + length > 0 && from + length <= bad.length) {
            var crc = new java.util.zip.CRC32();
            crc.update(bad, (int) from, (int) length);
            buffer.putInt(28, (int) crc.getValue());
        }
        var start = new java.util.zip.CRC32();
        start.update(bad, 12, 20);
        buffer.putInt(8, (int) start.getValue());
        return bad;
    }
}
