package org.taniq.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    @ParameterizedTest
    @EnumSource
    void aFailureAtAnyInstantLeavesWholeFilesAndCanBeRepeated(Doing doing) throws IOException {
        int operations = count(doing);
        assertTrue(operations > 50, "too few operations to mean anything: " + operations);
        for (int failing = 0; failing < operations; failing++) {
            Path place = place("died" + failing);
            var breaking = new Breaking(failing, Integer.MAX_VALUE);
            assertThrows(IOException.class, () -> group(doing.durable(breaking), place));
            assertWhole(place);
            doneAgain(place);
        }
    }

    /// One operation fails and those after it go on. Where nothing was said of it before the checkpoint, the checkpoint
    /// is not replaced, however often that is tried, unless all that it points to is there.
    @ParameterizedTest
    @EnumSource
    void whatFailedUnnoticedIsNeverPointedTo(Doing doing) throws IOException {
        int operations = count(doing);
        int unnoticed = 0;
        for (int failing = 0; failing < operations; failing++) {
            Path place = place("failed" + failing);
            var durable = doing.durable(new Breaking(failing, 1));
            if (saysNothing(() -> files(durable, place))) {
                unnoticed++;
                saysNothing(() -> durable.replace(place.resolve("checkpoint"), NEW));
                assertWhole(place);
                saysNothing(() -> durable.replace(place.resolve("checkpoint"), NEW));
            }
            assertWhole(place);
            doneAgain(place);
        }
        assertTrue(unnoticed > 20, "only " + unnoticed);
    }

    private static boolean saysNothing(Probed.Act act) {
        try {
            act.run();
            return true;
        } catch (IOException said) {
            return false;
        }
    }

    @Test
    void aFileThatWasToComeLaterAndCouldNotFailsWhateverIsSettledAfterIt() throws IOException {
        var durable = new Durable((op, file, moment) -> {
            if (op == Op.SYNC && moment == Moment.BEFORE) {
                throw new IOException("no sync");
            }
        });
        durable.createLater(folder.resolve("a"), OLD);
        for (int time = 0; time < 3; time++) {
            assertEquals(
                    "no sync", assertThrows(IOException.class, durable::settle).getMessage());
        }
        assertEquals(List.of(), names(folder));
    }

    /// Whoever takes an error for something of his own and goes on does not come to a checkpoint.
    @ParameterizedTest
    @EnumSource
    void anErrorOnTheWayIsToldToWhoeverSettles(Doing doing) throws IOException {
        var left = new AtomicInteger(1);
        var durable = doing.durable((op, file, moment) -> {
            if (op == Op.SYNC && left.getAndDecrement() > 0) {
                throw new OutOfMemoryError("no more");
            }
        });
        for (int i = 0; i < 200; i++) {
            String name = "" + i;
            try {
                durable.createLater(folder.resolve(name), NEW);
            } catch (OutOfMemoryError swallowed) {
                assertEquals("no more", swallowed.getMessage());
            }
        }
        for (int time = 0; time < 2; time++) {
            assertThrows(OutOfMemoryError.class, () -> durable.replace(folder.resolve("checkpoint"), NEW));
        }
        assertFalse(Files.exists(folder.resolve("checkpoint")));
        durable.rest();
    }

    @Test
    void aFolderWhoseSyncEndedInAnErrorIsSyncedAgain() throws IOException {
        var synced = new ArrayList<Path>();
        var durable = new Durable((op, file, moment) -> {
            if (op == Op.SYNC_FOLDER && moment == Moment.BEFORE) {
                synced.add(file);
                if (synced.size() == 1) {
                    throw new OutOfMemoryError("no more");
                }
            }
        });
        durable.create(folder.resolve("a"), OLD);
        assertThrows(OutOfMemoryError.class, durable::settle);
        durable.settle();
        assertEquals(List.of(folder, folder), synced);
    }

    @ParameterizedTest
    @EnumSource
    void atRestNothingIsWrittenAnyMore(Doing doing) throws IOException {
        var durable = doing.durable((op, file, moment) -> {});
        for (int i = 0; i < 50; i++) {
            durable.createLater(folder.resolve("" + i), NEW);
        }
        durable.rest();
        assertEquals(50, names(folder).size());
    }

    @ParameterizedTest
    @EnumSource
    void manyFilesThatComeLaterAreThereWhenTheyAreSettled(Doing doing) throws IOException {
        var durable = doing.durable((op, file, moment) -> {});
        for (int i = 100; i < 400; i++) {
            durable.createLater(folder.resolve("" + i), NEW);
        }
        durable.settle();
        assertEquals(300, names(folder).size());
        assertArrayEquals(NEW, Files.readAllBytes(folder.resolve("399")));
        durable.createLater(folder.resolve("399"), NEW);
        assertThrows(IOException.class, () -> durable.createLater(folder.resolve("399"), OLD));
    }

    /// Who does what comes later.
    enum Doing {
        ONE_THREAD {
            @Override
            Durable durable(Durable.Probe probe) {
                return new Durable(probe);
            }
        },
        SEVERAL_THREADS {
            @Override
            Durable durable(Durable.Probe probe) {
                return Durable.onThreads(probe);
            }
        };

        abstract Durable durable(Durable.Probe probe);
    }

    private Path place(String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Files.write(place.resolve("checkpoint"), OLD);
        return place;
    }

    private static void doneAgain(Path place) throws IOException {
        var after = new Durable();
        after.sweep(place);
        group(after, place);
        assertArrayEquals(NEW, checkpoint(place));
        assertEquals(List.of("blob", "checkpoint"), names(place));
    }

    private int count(Doing doing) throws IOException {
        var counting = new Breaking(Integer.MAX_VALUE, 0);
        group(doing.durable(counting), place("count"));
        return counting.passed;
    }

    private static void group(Durable durable, Path place) throws IOException {
        files(durable, place);
        durable.replace(place.resolve("checkpoint"), NEW);
    }

    private static void files(Durable durable, Path place) throws IOException {
        durable.createFolder(place.resolve("blob"));
        durable.create(place.resolve("blob/small"), OLD);
        durable.createLater(place.resolve("blob/later"), OLD);
        try (var pending = durable.begin(place)) {
            pending.out().write(LARGE, 0, 100_000);
            pending.out().write(LARGE, 100_000, 100_000);
            pending.publishLater(place.resolve("blob/large"));
        }
    }

    private static void assertWhole(Path place) throws IOException {
        boolean isNew = Arrays.equals(NEW, checkpoint(place));
        assertTrue(isNew || Arrays.equals(OLD, checkpoint(place)));
        for (var file : Map.of("small", OLD, "later", OLD, "large", LARGE).entrySet()) {
            Path blob = place.resolve("blob").resolve(file.getKey());
            assertTrue(Files.exists(blob) || !isNew, file.getKey());
            assertTrue(!Files.exists(blob) || Files.size(blob) == file.getValue().length, file.getKey());
        }
    }

    private static byte[] checkpoint(Path place) {
        try {
            return Files.readAllBytes(place.resolve("checkpoint"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Lets so many moments pass, and so many after them not.
    private static final class Breaking implements Durable.Probe {
        private final int failing;
        private final int times;
        private int passed;
        private int failed;

        private Breaking(int failing, int times) {
            this.failing = failing;
            this.times = times;
        }

        @Override
        public synchronized void at(Op op, Path file, Moment moment) throws IOException {
            if (passed >= failing && failed < times) {
                failed++;
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
