package org.taniq.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [Destination] does.
public abstract class DestinationContract {
    private static final byte[] SALAM = "salam".getBytes(StandardCharsets.UTF_8);
    private static final Destination.Room NONE = () -> {
        throw new AssertionError("no room was needed");
    };

    /// One in which nothing lies; the same one each time.
    protected abstract Destination destination() throws IOException;

    private static boolean create(Destination to, String name, byte[] bytes) throws IOException {
        return to.create(name, Digest.of(bytes).hex(), () -> new ByteArrayInputStream(bytes), () -> {});
    }

    private static List<String> names(Destination to) throws IOException {
        try (var files = Files.walk(to.folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> to.folder().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsCreatedIsReadAlsoByWhoComesLater() throws IOException {
        var to = destination();
        to.prepare();
        assertTrue(create(to, "log/a/vkey", SALAM));
        assertTrue(create(to, "empty", new byte[0]));
        to.settle();
        for (var again : List.of(to, destination())) {
            assertEquals(List.of("empty", "log/a/vkey"), names(again));
            assertArrayEquals(SALAM, Files.readAllBytes(again.folder().resolve("log/a/vkey")));
            assertEquals(5, Files.size(again.folder().resolve("log/a/vkey")));
            assertEquals(0, Files.size(again.folder().resolve("empty")));
        }
    }

    @Test
    void otherBytesThanWerePromisedAreNotWrittenAndNoRoomIsMade() throws IOException {
        var to = destination();
        to.prepare();
        assertFalse(to.create("a", Digest.of(new byte[1]).hex(), () -> new ByteArrayInputStream(SALAM), NONE));
        assertEquals(List.of(), names(to));
    }

    @Test
    void whatHadTheNameIsMovedByWhoMakesRoom() throws IOException {
        var to = destination();
        to.prepare();
        create(to, "a/b", SALAM);
        byte[] other = {1, 2, 3};
        to.create(
                "a/b",
                Digest.of(other).hex(),
                () -> new ByteArrayInputStream(other),
                () -> to.move("a/b", "orphan/copy-1/a/b"));
        to.settle();
        assertEquals(List.of("a/b", "orphan/copy-1/a/b"), names(destination()));
        assertArrayEquals(other, Files.readAllBytes(destination().folder().resolve("a/b")));
        assertArrayEquals(SALAM, Files.readAllBytes(to.folder().resolve("orphan/copy-1/a/b")));
    }

    @Test
    void whatIsReplacedIsReadAnew() throws IOException {
        var to = destination();
        to.prepare();
        to.replace("log/a/checkpoint", SALAM);
        assertArrayEquals(SALAM, Files.readAllBytes(to.folder().resolve("log/a/checkpoint")));
        to.replace("log/a/checkpoint", new byte[] {7});
        assertArrayEquals(new byte[] {7}, Files.readAllBytes(to.folder().resolve("log/a/checkpoint")));
        assertArrayEquals(
                new byte[] {7}, Files.readAllBytes(destination().folder().resolve("log/a/checkpoint")));
    }

    @Test
    void aSourceThatCannotBeReadIsAtFaultAndNothingIsWritten() throws IOException {
        var to = destination();
        to.prepare();
        Destination.Source broken = () -> {
            throw new Destination.Unreadable(new IOException("the disk failed"));
        };
        assertThrows(
                Destination.Unreadable.class,
                () -> to.create("a", Digest.of(SALAM).hex(), broken, NONE));
        assertEquals(List.of(), names(destination()));
    }

    @Test
    void aLargeFileIsReadAsItWasWrittenAndMoved() throws IOException {
        var large = new byte[(11 << 20) + 7];
        new Random(4).nextBytes(large);
        var to = destination();
        to.prepare();
        create(to, "blob/ab/large", large);
        to.move("blob/ab/large", "orphan/large");
        try (var in = Files.newInputStream(destination().folder().resolve("orphan/large"))) {
            assertEquals(Digest.of(large), Digest.of(in.readAllBytes()));
        }
        assertEquals(List.of("orphan/large"), names(to));
    }

    @Test
    void foldersAreListedAndWalked() throws IOException {
        var to = destination();
        to.prepare();
        for (var name : List.of("a", "a-b/c", "b/c/d", "b/c/e", "b/f")) {
            create(to, name, SALAM);
        }
        var found = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(to.folder())) {
            for (Path file : files) {
                found.add(file.getFileName() + (Files.isDirectory(file) ? "/" : ""));
            }
        }
        found.sort(null);
        assertEquals(List.of("a", "a-b/", "b/"), found);
        assertFalse(Files.exists(to.folder().resolve("b/c/x")));
        assertTrue(Files.isDirectory(to.folder().resolve("b/c")));
    }
}
