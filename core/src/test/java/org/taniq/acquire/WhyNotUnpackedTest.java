package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.taniq.acquire.MadeSevenZip.Coder;
import org.taniq.base.Bytes;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// What another program opens is not said to be damaged, and what nobody wants to wait for is not unpacked.
final class WhyNotUnpackedTest {
    private static final byte[] TWO = "firstsecond".getBytes(StandardCharsets.UTF_8);

    private static Archive open(byte[] bytes) throws IOException {
        return Archive.open("x", Bytes.of(bytes), Archive.Limits.USUAL);
    }

    /// What each member holds, or why it is refused.
    private static List<String> read(byte[] bytes) throws IOException {
        try (var archive = open(bytes)) {
            assertEquals(Optional.empty(), archive.stop());
            var read = new java.util.ArrayList<String>();
            for (var member : archive.members()) {
                read.add(
                        switch (member) {
                            case Archive.Refused refused -> refused.why().name();
                            case Archive.Readable file ->
                                file.whole()
                                        ? new String(archive.open(file).readAllBytes(), StandardCharsets.UTF_8)
                                        : "damaged";
                        });
            }
            return read;
        }
    }

    @Test
    void membersThatArePackedAsOneAreEachRead() throws IOException {
        var solid = new MadeSevenZip().block(TWO, List.of(Coder.COPY), 5, 6);
        assertEquals(List.of("first", "second"), read(solid.made()));
    }

    /// So 7-Zip packs what has a password, if it is not told otherwise. The library knows it of the first of them
    /// alone.
    @Test
    void eachOfThoseThatArePackedAsOneWithAPasswordIsSaidToBeEncrypted() throws IOException {
        for (var above : List.of(Coder.COPY, Coder.LZMA, Coder.lzma2(16))) {
            var locked = new MadeSevenZip()
                    .block(new byte[32], List.of(Coder.AES, above), 5, 6, 7)
                    .block(TWO, List.of(Coder.COPY), 5, 6);
            assertEquals(List.of("ENCRYPTED", "ENCRYPTED", "ENCRYPTED", "first", "second"), read(locked.made()));
        }
    }

    @Test
    void whatIsPackedInAWayThatIsNotKnownIsNotDamaged() throws IOException {
        for (var unknown : List.of(Coder.PPMD, Coder.BCJ2)) {
            var other = new MadeSevenZip()
                    .block(new byte[32], List.of(unknown), 5, 6)
                    .block(TWO, List.of(Coder.COPY), 5, 6);
            assertEquals(List.of("METHOD", "METHOD", "first", "second"), read(other.made()));
        }
    }

    @Test
    void aBlockThatAsksForMoreMemoryThanIsGivenIsTooBigAndNotDamaged() throws IOException {
        var large = new MadeSevenZip()
                .block(new byte[1], List.of(Coder.lzma2(32)), 5, 6)
                .block(TWO, List.of(Coder.COPY), 5, 6);
        assertEquals(List.of("TOO_BIG", "TOO_BIG", "first", "second"), read(large.made()));
    }

    @Test
    void aDamagedBlockIsDamaged() throws IOException {
        var bad = new MadeSevenZip()
                .block(new byte[] {(byte) 0x7F, 1, 1}, List.of(Coder.lzma2(16)), 5, 6)
                .block(TWO, List.of(Coder.COPY), 5, 6);
        assertEquals(List.of("damaged", "damaged", "first", "second"), read(bad.made()));
    }

    /// `xz --lzma2=dict=256MiB` packs so; any xz unpacks it.
    @Test
    void anXzFileThatWantsMoreMemoryThanIsGivenIsTooLargeAndNotDamaged() throws IOException {
        try (var archive = open(asking(32))) {
            assertEquals(List.of(), archive.members());
            assertEquals(Optional.of(new Archive.Stop(0, Archive.Stop.Why.TOO_LARGE)), archive.stop());
        }
    }

    /// It asks for 4 GiB, which no array of Java has.
    @Test
    void anXzFileThatCannotBeUnpackedHereIsNotDamaged() throws IOException {
        assertEquals(List.of("METHOD"), read(asking(40)));
    }

    private static byte[] asking(int dictionary) throws IOException {
        byte[] packed = MadeArchive.xz(TWO);
        packed[16] = (byte) dictionary;
        var crc = new CRC32();
        crc.update(packed, 12, 8);
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(20, (int) crc.getValue());
        return packed;
    }

    /// A block that says that it needs 64 MiB, and holds nothing.
    private static byte[] nothing() {
        var block = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        block.put(new byte[] {2, 0, 0x21, 1, 28, 0, 0, 0});
        var crc = new CRC32();
        crc.update(block.array(), 0, 8);
        return block.putInt((int) crc.getValue()).array();
    }

    private static byte[] xzOf(byte[] block, int count) throws IOException {
        var out = new ByteArrayOutputStream();
        var head = new ByteArrayOutputStream();
        new XZOutputStream(head, new LZMA2Options(1), org.tukaani.xz.XZ.CHECK_NONE).close();
        out.write(head.toByteArray(), 0, 12);
        for (int i = 0; i < count; i++) {
            out.write(block);
        }
        return out.toByteArray();
    }

    @Test
    void aMillionBlocksOfXzThatHoldNothingAreNotWaitedFor() throws IOException {
        byte[] bomb = xzOf(nothing(), 1 << 20);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try (var archive = open(bomb)) {
                assertEquals(List.of(new Archive.Refused(0, "x", Archive.Refusal.TOO_BIG)), archive.members());
            }
        });
    }

    @Test
    void aFewBlocksThatHoldNothingTakeNothingAway() throws IOException {
        byte[] some = Arrays.copyOf(xzOf(nothing(), 1000), 12 + 16 * 1000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try (var archive = open(some)) {
                assertEquals(Archive.Stop.Why.CUT, archive.stop().orElseThrow().why());
            }
        });
    }

    @Test
    void manyBlocksOfSevenZipThatEachAskForMuchMemoryAreNotWaitedFor() throws IOException {
        var many = new MadeSevenZip();
        for (int i = 0; i < 20_000; i++) {
            many.block(new byte[] {1, 0, 0, 'x', 0}, List.of(Coder.lzma2(29)), 1);
        }
        byte[] bomb = many.made();
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try (var archive = open(bomb)) {
                assertEquals(20_000, archive.members().size());
                assertArrayEquals(
                        new byte[] {'x'},
                        archive.open((Archive.Readable) archive.members().getLast())
                                .readAllBytes());
            }
        });
    }
}
