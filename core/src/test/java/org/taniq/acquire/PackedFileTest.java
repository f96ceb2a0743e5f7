package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taniq.base.Bytes;

/// Files packed with gzip, bzip2 and xz.
final class PackedFileTest {
    private static final byte[] TEXT = text(1_000_000);

    private static byte[] text(int length) {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append("13/01/2024, 10:00 - Ann Example: ")
                    .append(random.nextInt())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Archive open(byte[] bytes) throws IOException {
        return Archive.open("in/chat.txt.gz", Bytes.of(bytes), Archive.Limits.USUAL);
    }

    private static Archive.Readable only(Archive archive) {
        return (Archive.Readable) archive.members().getFirst();
    }

    private static byte[] upToDamage(Archive archive) throws IOException {
        var got = new ByteArrayOutputStream();
        try (var in = archive.open(only(archive))) {
            in.transferTo(got);
        } catch (Archive.Damaged said) {
            assertFalse(only(archive).whole());
        }
        return got.toByteArray();
    }

    private static byte[] packed(ArchiveKind kind, byte[] content) throws IOException {
        return MadeArchive.of(kind, Map.of("x", content));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ"})
    void thereIsOneMemberWithTheNameOfThePackedFile(ArchiveKind kind) throws IOException {
        try (var archive = open(packed(kind, TEXT))) {
            assertEquals(kind, archive.kind());
            assertTrue(archive.isComplete());
            assertEquals("chat.txt", only(archive).name());
            assertEquals(TEXT.length, only(archive).size());
            assertArrayEquals(TEXT, archive.open(only(archive)).readAllBytes());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ"})
    void severalInOneAreOneFile(ArchiveKind kind) throws IOException {
        var twice = new ByteArrayOutputStream();
        twice.write(packed(kind, TEXT));
        twice.write(packed(kind, TEXT));
        try (var archive = open(twice.toByteArray())) {
            assertEquals(2L * TEXT.length, only(archive).size());
            assertTrue(only(archive).whole());
        }
    }

    @Test
    void namesLoseWhatSaysThatAFileIsPacked() {
        var names = Map.of("a.json.xz", "a.json", "b.TGZ", "b.tar", "c/d.tar.bz2", "d.tar", "e", "e", "f.doc", "f.doc");
        names.forEach((packed, name) -> assertEquals(name, ArchiveKind.unpacked(packed)));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ"})
    void atEachCutWhatPrecedesItIsGivenAndThePlaceIsSaid(ArchiveKind kind) throws IOException {
        byte[] packed = packed(kind, TEXT);
        int most = 0;
        for (int cut = 40; cut < packed.length; cut += packed.length / 50) {
            try (var archive = open(Arrays.copyOf(packed, cut))) {
                assertFalse(archive.isComplete(), "cut: " + cut);
                assertEquals(cut, archive.stop().orElseThrow().at());
                byte[] got = upToDamage(archive);
                assertEquals(only(archive).size(), got.length);
                assertArrayEquals(Arrays.copyOf(TEXT, got.length), got);
                assertTrue(got.length >= most, "cut: " + cut);
                most = got.length;
            }
        }
        assertTrue(most > TEXT.length / 3, "at most " + most);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ"})
    void aFlippedBitIsDamageAndNothingElse(ArchiveKind kind) throws IOException {
        byte[] small = Arrays.copyOf(TEXT, 3000);
        byte[] packed = packed(kind, small);
        for (int at = 20; at < packed.length; at += 7) {
            byte[] bad = packed.clone();
            bad[at] ^= 16;
            try (var archive = open(bad)) {
                byte[] got = upToDamage(archive);
                assertTrue(only(archive).whole() ? Arrays.equals(small, got) : got.length <= 1 << 20, "at " + at);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ"})
    void aBombIsRefusedBeforeItHasUnfolded(ArchiveKind kind) throws IOException {
        byte[] bomb = packed(kind, new byte[40 << 20]);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try (var archive = open(bomb)) {
                assertEquals(List.of(new Archive.Refused(0, "chat.txt", Archive.Refusal.TOO_BIG)), archive.members());
            }
        });
    }

    @Test
    void bytesBehindTheEndOfGzipAreDamageAndZerosAreNone() throws IOException {
        byte[] packed = packed(ArchiveKind.GZIP, TEXT);
        try (var archive = open(Arrays.copyOf(packed, packed.length + 600))) {
            assertTrue(only(archive).whole());
        }
        byte[] more = Arrays.copyOf(packed, packed.length + 600);
        more[more.length - 1] = 1;
        try (var archive = open(more)) {
            assertFalse(only(archive).whole());
            assertArrayEquals(TEXT, upToDamage(archive));
        }
    }

    /// Nothing of what a header says is held.
    @Test
    void aHeaderWithoutEndIsNotHeld() throws IOException {
        byte[] header = Arrays.copyOf(new byte[] {0x1F, (byte) 0x8B, 8, 16}, 20 << 20);
        Arrays.fill(header, 10, header.length, (byte) 'a');
        try (var archive = open(header)) {
            assertEquals(0, only(archive).size());
            assertFalse(only(archive).whole());
        }
    }

    @Test
    void aNoteThatBeginsWithTheLettersOfBzip2IsText() throws IOException {
        byte[] note = "BZh91AY&SY that is how it begins".getBytes(StandardCharsets.US_ASCII);
        assertFalse(Archive.isArchive(Bytes.of(note)));
    }

    @Test
    void theNameOfAMemberDoesNotClimbOut() throws IOException {
        try (var archive = Archive.open("...gz", Bytes.of(packed(ArchiveKind.GZIP, TEXT)), Archive.Limits.USUAL)) {
            assertEquals("unpacked", only(archive).name());
        }
    }
}
