package org.taniq.read.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.tests.store.BaseChunkedDirectoryTestCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

final class EncryptedDirectoryTest {
    private static final long CACHE = 1 << 10;
    private static final PageShape SMALL = new PageShape(4);
    private static final int SEALED_PAGE = 32;
    private static final byte[] CONTENT = content(107);

    @TempDir
    Path folder;

    /// They are written for JUnit 4, and so are run from here.
    @Test
    @Tag("slow")
    void lucenesOwnTestsOfADirectoryPass() {
        Result result = JUnitCore.runClasses(OfLucene.class);
        assertEquals(
                List.of(), result.getFailures().stream().map(Object::toString).toList());
        assertTrue(result.getRunCount() >= 70, () -> "ran only " + result.getRunCount());
    }

    public static final class OfLucene extends BaseChunkedDirectoryTestCase {
        @Override
        protected Directory getDirectory(Path path, int largestPage) throws IOException {
            return open(path, 0, new PageShape(31 - Integer.numberOfLeadingZeros(largestPage)));
        }
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        write("a", CONTENT);
        byte[] whole = Files.readAllBytes(folder.resolve("a"));
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(folder.resolve("a"), flipped);
            assertThrows(CorruptIndexException.class, () -> read("a"), "bit " + bit);
        }
        Files.write(folder.resolve("a"), whole);
        assertArrayEquals(CONTENT, read("a"));
    }

    @Test
    void everyLengthButTheRightOneIsNoticed() throws IOException {
        write("a", CONTENT);
        byte[] whole = Files.readAllBytes(folder.resolve("a"));
        for (int length = 0; length < whole.length + 3 * SEALED_PAGE; length++) {
            if (length != whole.length) {
                Files.write(folder.resolve("a"), Arrays.copyOf(whole, length));
                assertThrows(CorruptIndexException.class, () -> read("a"), "length " + length);
            }
        }
    }

    @Test
    void pagesTakenOutAreNoticedEvenIfTheEndStays() throws IOException {
        write("a", CONTENT);
        byte[] whole = Files.readAllBytes(folder.resolve("a"));
        var shorter = ByteBuffer.allocate(whole.length - SEALED_PAGE);
        shorter.put(whole, 0, PageShape.HEAD + SEALED_PAGE);
        int after = PageShape.HEAD + 2 * SEALED_PAGE;
        shorter.put(whole, after, whole.length - after);
        Files.write(folder.resolve("a"), shorter.array());
        assertThrows(CorruptIndexException.class, () -> read("a"));
    }

    @Test
    void everyTwoPagesExchangedAreNoticed() throws IOException {
        write("a", CONTENT);
        byte[] whole = Files.readAllBytes(folder.resolve("a"));
        int full = CONTENT.length / SMALL.page();
        for (int one = 0; one < full; one++) {
            for (int other = one + 1; other < full; other++) {
                Files.write(folder.resolve("a"), withPages(whole, one, other));
                assertThrows(CorruptIndexException.class, () -> read("a"), one + " and " + other);
            }
        }
    }

    private static byte[] withPages(byte[] whole, int one, int other) {
        byte[] exchanged = whole.clone();
        int a = (int) SMALL.place(one);
        int b = (int) SMALL.place(other);
        System.arraycopy(whole, a, exchanged, b, SEALED_PAGE);
        System.arraycopy(whole, b, exchanged, a, SEALED_PAGE);
        return exchanged;
    }

    @Test
    void aFileUnderAnotherNameIsNoticed() throws IOException {
        write("a", CONTENT);
        write("b", content(107));
        Files.copy(folder.resolve("a"), folder.resolve("b"), StandardCopyOption.REPLACE_EXISTING);
        assertThrows(CorruptIndexException.class, () -> read("b"));
    }

    @Test
    void aPageOfAnotherVersionOfTheFileIsNoticed() throws IOException {
        write("a", CONTENT);
        byte[] first = Files.readAllBytes(folder.resolve("a"));
        Files.delete(folder.resolve("a"));
        write("a", CONTENT);
        byte[] second = Files.readAllBytes(folder.resolve("a"));
        int page = (int) SMALL.place(2);
        System.arraycopy(first, page, second, page, SEALED_PAGE);
        Files.write(folder.resolve("a"), second);
        assertThrows(CorruptIndexException.class, () -> read("a"));
    }

    @Test
    void anotherKeyDoesNotOpenAFile() throws IOException {
        write("a", CONTENT);
        try (Directory other = open(folder, 1, SMALL)) {
            assertThrows(CorruptIndexException.class, () -> other.openInput("a", IOContext.DEFAULT));
        }
    }

    @Test
    void aFileCutWhileItIsReadIsNoticed() throws IOException {
        write("a", content(4000));
        try (Directory directory = open(folder, 0, SMALL);
                IndexInput in = directory.openInput("a", IOContext.DEFAULT)) {
            in.readByte();
            try (FileChannel channel = FileChannel.open(folder.resolve("a"), StandardOpenOption.WRITE)) {
                channel.truncate(100);
            }
            in.seek(3000);
            assertThrows(CorruptIndexException.class, in::readByte);
        }
    }

    @Test
    void aFileThatIsBeingWrittenCannotBeOpened() throws IOException {
        try (Directory directory = open(folder, 0, SMALL)) {
            IndexOutput out = directory.createOutput("a", IOContext.DEFAULT);
            out.writeBytes(CONTENT, CONTENT.length);
            assertThrows(AccessDeniedException.class, () -> directory.openInput("a", IOContext.DEFAULT));
            out.close();
        }
        assertArrayEquals(CONTENT, read("a"));
    }

    @Test
    void nothingOfTheContentStandsOnTheDiskTemporaryFilesIncluded() throws IOException {
        String secret = "a word that must not be found on the disk";
        try (Directory directory = open(folder, 0, PageShape.OF_16_KIB)) {
            try (IndexOutput out = directory.createTempOutput("x", "sort", IOContext.DEFAULT)) {
                out.writeString(secret.repeat(1000));
            }
            try (IndexOutput out = directory.createOutput("a", IOContext.DEFAULT)) {
                out.writeString(secret.repeat(1000));
            }
            directory.rename("a", "b");
        }
        for (String name : list(folder)) {
            String bytes = Files.readString(folder.resolve(name), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("must not"), name);
        }
        assertEquals(2, list(folder).size());
    }

    @Test
    void aSmallCacheGivesTheSameBytesAsALargeOne() throws IOException {
        byte[] content = content(200_000);
        write("a", content);
        var random = new Random(7);
        try (Directory directory = open(folder, 0, SMALL);
                IndexInput in = directory.openInput("a", IOContext.DEFAULT)) {
            for (int i = 0; i < 20_000; i++) {
                int place = random.nextInt(content.length);
                in.seek(place);
                assertEquals(content[place], in.readByte());
            }
        }
    }

    private void write(String name, byte[] content) throws IOException {
        try (Directory directory = open(folder, 0, SMALL);
                IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
            out.writeBytes(content, content.length);
        }
    }

    private byte[] read(String name) throws IOException {
        try (Directory directory = open(folder, 0, SMALL);
                IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
            byte[] content = new byte[Math.toIntExact(in.length())];
            in.readBytes(content, 0, content.length);
            return content;
        }
    }

    private static Directory open(Path folder, int keyByte, PageShape shape) throws IOException {
        byte[] key = new byte[IndexKey.SIZE];
        key[0] = (byte) keyByte;
        var indexKey = new IndexKey(key, new SecureRandom());
        return new EncryptedDirectory(folder, indexKey, shape, Math.max(CACHE, shape.page()));
    }

    private static List<String> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
