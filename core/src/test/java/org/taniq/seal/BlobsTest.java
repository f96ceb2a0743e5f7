package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;
import org.taniq.base.age.WrongKey;

class BlobsTest {
    private static final int STEP = "fast".equals(System.getProperty("taniq.check")) ? 7 : 1;

    private static final Identity IDENTITY = Identity.generate(new SecureRandom());

    @TempDir
    Path folder;

    private final Durable durable = new Durable();
    private Blobs blobs;

    @BeforeEach
    void begin() {
        blobs = new Blobs(folder.resolve("blob"), durable);
    }

    @Test
    void whatIsSealedComesBackAndIsNamedByItsEncryptedBytes() throws IOException {
        for (int size : new int[] {0, 1, 7, 8, 100, 65_535, 65_536, 1_000_003}) {
            byte[] plain = noise(size);
            var stored = put(new ByteArrayInputStream(plain), IDENTITY.recipient());
            assertEquals(Digest.of(plain).hex(), stored.sha256());
            assertEquals(size, stored.size());
            assertEquals(
                    stored.name(), Digest.of(Files.readAllBytes(file(stored))).hex());
            assertTrue(blobs.intact(stored.name()));
            try (InputStream in = blobs.open(stored, IDENTITY)) {
                assertArrayEquals(plain, in.readAllBytes());
                assertEquals(-1, in.read());
            }
        }
        assertEquals(8, blobs.list().size());
    }

    @Test
    void aBlobTellsNeitherWhenItWasSealedNorItsExactLength() throws IOException {
        var one = put(new ByteArrayInputStream(noise(100_000)), IDENTITY.recipient());
        var other = put(new ByteArrayInputStream(noise(100_100)), IDENTITY.recipient());
        assertEquals(Files.size(file(one)), Files.size(file(other)));
        assertEquals(
                Instant.parse("1980-01-01T00:00:02Z"),
                Files.getLastModifiedTime(file(one)).toInstant());
    }

    @Test
    void whoFlushesWhileWritingLeavesNoTraceInTheLength() throws IOException {
        byte[] plain = new byte[10_000];
        var once = put(new ByteArrayInputStream(plain), IDENTITY.recipient());
        var flushed = put(
                out -> {
                    for (byte b : plain) {
                        out.write(b);
                        out.flush();
                    }
                },
                IDENTITY.recipient());
        assertEquals(once.sha256(), flushed.sha256());
        assertEquals(Files.size(file(once)), Files.size(file(flushed)));
    }

    @Test
    void aFailureWhileReadingTheSourceLeavesNothing() throws IOException {
        var source = new IOException("the stick was pulled out");
        var seen = assertThrows(
                IOException.class,
                () -> put(
                        out -> {
                            out.write(noise(300_000));
                            throw source;
                        },
                        IDENTITY.recipient()));
        assertEquals(source, seen);
        assertEquals(List.of(), blobs.list());
        try (var files = Files.list(folder.resolve("blob"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void everyFlippedByteIsNoticedWithTheKeyAndWithout() throws IOException {
        byte[] plain = noise(500);
        var stored = put(new ByteArrayInputStream(plain), IDENTITY.recipient());
        byte[] whole = Files.readAllBytes(file(stored));
        for (int at = 0; at < whole.length; at += STEP) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(file(stored), altered);
            assertFalse(blobs.intact(stored.name()), "byte " + at);
            assertThrows(IOException.class, () -> readAll(stored), "byte " + at);
        }
    }

    @Test
    @Tag("slow")
    void everyTruncationIsNoticed() throws IOException {
        var stored = put(new ByteArrayInputStream(noise(500)), IDENTITY.recipient());
        byte[] whole = Files.readAllBytes(file(stored));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(stored), Arrays.copyOf(whole, length));
            assertThrows(IOException.class, () -> readAll(stored), "length " + length);
        }
    }

    @Test
    void aBlobOfSomebodyElseIsRefused() throws IOException {
        var stranger = Identity.generate(new SecureRandom());
        var stored = put(new ByteArrayInputStream(noise(10)), stranger.recipient());
        assertThrows(WrongKey.class, () -> readAll(stored));
    }

    @Test
    void aBlobThatHoldsOtherBytesThanStatedIsRefused() throws IOException {
        var stored = put(new ByteArrayInputStream(noise(1000)), IDENTITY.recipient());
        var shorter = new Blobs.Stored(stored.name(), stored.sha256(), 999);
        var longer = new Blobs.Stored(stored.name(), stored.sha256(), 1001);
        var other = new Blobs.Stored(stored.name(), stored.name(), 1000);
        assertThrows(Altered.class, () -> readAll(shorter));
        assertThrows(Altered.class, () -> readAll(longer));
        assertThrows(Altered.class, () -> readAll(other));
    }

    @Test
    void aBombUnfoldsNoFurtherThanStated() throws IOException {
        var bomb = packed(Zstd.compress(new byte[200_000_000], 3), new byte[0]);
        assertThrows(Altered.class, () -> Blobs.unwrap(bomb, IDENTITY, 1000));
    }

    @Test
    void afterTheOneFrameOnlyPaddingMayCome() throws IOException {
        byte[] frame = Zstd.compress(noise(100), 3);
        assertArrayEquals(noise(100), Blobs.unwrap(packed(frame, new byte[0]), IDENTITY, 1000));
        assertArrayEquals(noise(100), Blobs.unwrap(packed(frame, skippable(5, 5)), IDENTITY, 1000));
        assertRefused(frame, frame);
        assertRefused(frame, new byte[] {0});
        assertRefused(frame, skippable(5, 4));
        assertRefused(frame, skippable(5, 6));
        assertRefused(frame, Arrays.copyOf(skippable(0, 0), 7));
        assertRefused(skippable(5, 5), frame);
        assertRefused(new byte[0], new byte[0]);
    }

    @Test
    void wrappedBytesAreUnwrapped() throws IOException {
        byte[] wrapped = Blobs.wrap(noise(5000), IDENTITY.recipient());
        assertArrayEquals(noise(5000), Blobs.unwrap(wrapped, IDENTITY, 5000));
        assertThrows(Altered.class, () -> Blobs.unwrap(wrapped, IDENTITY, 4999));
    }

    /// The sizes of the paper's definition, computed with floating point as it is written there.
    @Test
    void padmeIsThatOfThePaper() {
        IntStream.rangeClosed(2, 100_000).forEach(length -> {
            int e = (int) Math.floor(Math.log(length) / Math.log(2) + 1e-12);
            int s = (int) Math.floor(Math.log(e) / Math.log(2) + 1e-12) + 1;
            long unit = 1L << (e - (e == 0 ? 0 : s));
            long expected = (length + unit - 1) / unit * unit;
            assertEquals(expected, Padding.padme(length), "length " + length);
        });
        assertEquals(10_240, Padding.padme(10_000));
    }

    @Test
    void theTotalIsThePadmeSizeThatLeavesRoomForTheHead() throws IOException {
        for (int frame = 9; frame < 5000; frame++) {
            var padding = new ByteArrayOutputStream();
            Padding.write(padding, frame);
            assertEquals(Padding.padme(frame + 8L), frame + padding.size());
            var head = ByteBuffer.wrap(padding.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(0x184D2A50, head.getInt());
            assertEquals(padding.size() - 8, head.getInt());
        }
        assertThrows(IOException.class, () -> Padding.write(new ByteArrayOutputStream(), (1L << 37) + 1));
    }

    private static void assertRefused(byte[] first, byte[] second) throws IOException {
        byte[] packed = packed(first, second);
        assertThrows(Altered.class, () -> Blobs.unwrap(packed, IDENTITY, 1000));
    }

    private static byte[] packed(byte[] first, byte[] second) throws IOException {
        var age = new ByteArrayOutputStream();
        try (var out = IDENTITY.recipient().encrypt(age)) {
            out.write(first);
            out.write(second);
        }
        return age.toByteArray();
    }

    private static byte[] skippable(int stated, int given) {
        return ByteBuffer.allocate(8 + given)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x184D2A50)
                .putInt(stated)
                .array();
    }

    private void readAll(Blobs.Stored stored) throws IOException {
        try (InputStream in = blobs.open(stored, IDENTITY)) {
            in.readAllBytes();
        }
    }

    private Path file(Blobs.Stored stored) {
        return folder.resolve("blob/" + stored.name().substring(0, 2) + "/" + stored.name() + ".age");
    }

    private Blobs.Stored put(InputStream content, Recipient recipient) throws IOException {
        return put(content::transferTo, recipient);
    }

    private Blobs.Stored put(Blobs.Writer writer, Recipient recipient) throws IOException {
        var stored = blobs.put(writer, recipient);
        durable.settle();
        return stored;
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
