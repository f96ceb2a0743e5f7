package org.taniq.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable.Moment;
import org.taniq.base.Durable.Op;

class DurableTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "new and longer".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LARGE = new byte[200_000];

    @TempDir
    Path folder;

    @Test
    void theSameBytesMayBeCreatedAgainButOtherBytesNot() throws IOException {
        Path file = folder.resolve("a");
        var durable = new Durable();
        durable.create(file, OLD);
        durable.create(file, OLD);
        assertThrows(IOException.class, () -> durable.create(file, NEW));
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of("a"), names(folder));
    }

    @Test
    void aFileThatAppearedWhileItWasWrittenIsNotOverwritten() throws IOException {
        Path file = folder.resolve("a");
        var durable = new Durable();
        try (var pending = durable.begin(folder)) {
            pending.out().write(NEW);
            Files.write(file, OLD);
            var refused = assertThrows(IOException.class, () -> pending.publish(file));
            assertTrue(String.valueOf(refused.getMessage()).contains("other bytes already there"));
        }
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of("a"), names(folder));
    }

    @Test
    void whatIsNotPublishedLeavesNothingBehind() throws IOException {
        try (var pending = new Durable().begin(folder)) {
            pending.out().write(LARGE);
        }
        assertEquals(List.of(), names(folder));
    }

    @Test
    void aTimelessFileSaysNothingAboutWhenItWasWritten() throws IOException {
        Path file = folder.resolve("a");
        try (var pending = new Durable().begin(folder)) {
            pending.out().write(LARGE);
            pending.publishTimeless(file);
        }
        assertEquals(
                Instant.parse("1980-01-01T00:00:02Z"),
                Files.getLastModifiedTime(file).toInstant());
        assertArrayEquals(LARGE, Files.readAllBytes(file));
    }

    @Test
    void othersOnThisComputerCannotReadWhatIsWritten() throws IOException {
        var durable = new Durable();
        durable.createFolder(folder.resolve("b/c"));
        durable.create(folder.resolve("b/c/a"), OLD);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("b"))));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("b/c/a"))));
    }

    @Test
    void nothingIsMovedOntoSomethingElse() throws IOException {
        var durable = new Durable();
        durable.create(folder.resolve("a"), OLD);
        durable.create(folder.resolve("b"), NEW);
        assertThrows(FileAlreadyExistsException.class, () -> durable.move(folder.resolve("a"), folder.resolve("b")));
        durable.move(folder.resolve("a"), folder.resolve("c"));
        durable.delete(folder.resolve("b"));
        assertEquals(List.of("c"), names(folder));
    }

    @Test
    void aGroupSyncsEachFolderOnceAndBeforeTheFileThatPointsToIt() throws IOException {
        var seen = new ArrayList<String>();
        var durable = new Durable((op, file, moment) -> {
            if (moment == Moment.AFTER && (op == Op.SYNC_FOLDER || op == Op.RENAME)) {
                seen.add(op + " " + folder.relativize(file));
            }
        });
        durable.createFolder(folder.resolve("blob"));
        durable.settle();
        seen.clear();
        durable.create(folder.resolve("blob/1"), OLD);
        durable.create(folder.resolve("blob/2"), NEW);
        durable.replace(folder.resolve("checkpoint"), NEW);
        assertEquals(List.of("SYNC_FOLDER blob", "RENAME checkpoint", "SYNC_FOLDER "), seen);
    }

    @Test
    void leftoversAreSweptAndNothingElse() throws IOException {
        Files.write(folder.resolve(".tmp-1234"), OLD);
        Files.write(folder.resolve("kept"), OLD);
        assertEquals(1, new Durable().sweep(folder));
        assertEquals(0, new Durable().sweep(folder.resolve("absent")));
        assertEquals(List.of("kept"), names(folder));
    }

    /// Each operation fails before and after it persisted, and everything after it fails too (the process
    /// died). Whatever was published is whole, the checkpoint is old or new and never points to what is
    /// missing; doing it all again repairs everything.
    @Test
    void aFailureAtAnyInstantLeavesWholeFilesAndCanBeRepeated() throws IOException {
        int operations = count();
        assertTrue(operations > 30, "too few operations to mean anything: " + operations);
        for (int failing = 0; failing < operations; failing++) {
            Path place = Files.createDirectory(folder.resolve("place" + failing));
            Files.write(place.resolve("checkpoint"), OLD);
            var breaking = new Breaking(failing);
            assertThrows(IOException.class, () -> group(new Durable(breaking), place));
            assertWhole(place);
            var after = new Durable();
            after.sweep(place);
            group(after, place);
            assertArrayEquals(NEW, Files.readAllBytes(place.resolve("checkpoint")));
            assertEquals(List.of("blob", "checkpoint"), names(place));
        }
    }

    private int count() throws IOException {
        var counting = new Breaking(Integer.MAX_VALUE);
        Path place = Files.createDirectory(folder.resolve("count"));
        group(new Durable(counting), place);
        return counting.passed;
    }

    private static void group(Durable durable, Path place) throws IOException {
        durable.createFolder(place.resolve("blob"));
        durable.create(place.resolve("blob/small"), OLD);
        try (var pending = durable.begin(place)) {
            pending.out().write(LARGE, 0, 100_000);
            pending.out().write(LARGE, 100_000, 100_000);
            pending.publishTimeless(place.resolve("blob/large"));
        }
        durable.replace(place.resolve("checkpoint"), NEW);
    }

    private static void assertWhole(Path place) throws IOException {
        Path small = place.resolve("blob/small");
        Path large = place.resolve("blob/large");
        assertTrue(!Files.exists(small) || Files.size(small) == OLD.length);
        assertTrue(!Files.exists(large) || Files.size(large) == LARGE.length);
        byte[] checkpoint = Files.readAllBytes(place.resolve("checkpoint"));
        if (checkpoint.length == OLD.length) {
            assertArrayEquals(OLD, checkpoint);
            return;
        }
        assertArrayEquals(NEW, checkpoint);
        assertTrue(Files.exists(small) && Files.exists(large));
    }

    /// Lets so many moments pass and none after them.
    private static final class Breaking implements Durable.Probe {
        private final int failing;
        private int passed;

        private Breaking(int failing) {
            this.failing = failing;
        }

        @Override
        public void at(Op op, Path file, Moment moment) throws IOException {
            if (passed >= failing) {
                throw new IOException("no more " + op);
            }
            passed++;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        assertFalse(Files.notExists(folder));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
