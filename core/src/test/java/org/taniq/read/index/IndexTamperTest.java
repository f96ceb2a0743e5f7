package org.taniq.read.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.read.index.IndexUnusable.Why;
import org.taniq.read.record.Activity;

/// What somebody who can write to the folder of the index can do, and what is said of it.
final class IndexTamperTest {
    private static final byte[] KEY = new byte[32];
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final String ITEM = "{\"index\":3,\"log\":\"invented\"}";

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void name() {
        folder = parent.resolve("index");
    }

    @Test
    void anOldIndexPutBackIsNoticedByTheCounter() throws IOException {
        build("bir");
        Path kept = Files.createDirectory(parent.resolve("kept"));
        copy(folder, kept);
        try (Indexing indexing = Indexing.append(folder, KEY, 1)) {
            indexing.add(ITEM, 9, note("iki"), Set.of());
            indexing.commit(2);
        }
        assertEquals(2, counter(2));
        clear(folder);
        copy(kept, folder);
        assertEquals(Why.OLDER, whyNot(2));
        assertEquals(Why.OLDER, why(() -> Indexing.append(folder, KEY, 2)));
    }

    @Test
    void whatWasTakenOutIsSaidToStandInTheFilesStill() throws IOException {
        build("bir");
        try (Indexing indexing = Indexing.append(folder, KEY, 1)) {
            indexing.add("taken out", 1, note("iki"), Set.of());
            for (int n = 0; n < 40; n++) {
                indexing.add("kept", n, note("uch"), Set.of());
            }
            indexing.commit(2);
        }
        try (var activities = Activities.open(folder, KEY, 2)) {
            assertFalse(activities.hasTakenOut());
        }
        try (Indexing indexing = Indexing.append(folder, KEY, 2)) {
            indexing.remove("taken out");
            indexing.commit(4);
        }
        try (var activities = Activities.open(folder, KEY, 4)) {
            assertFalse(activities.holds("taken out"));
            assertTrue(activities.hasTakenOut());
        }
    }

    @Test
    void theCounterNeverFalls() throws IOException {
        build("bir");
        try (Indexing indexing = Indexing.append(folder, KEY, 1)) {
            assertThrows(IllegalArgumentException.class, () -> indexing.commit(0));
        }
    }

    @Test
    void anIndexThatIsNotThereIsSaidToBeAbsentAndNoFolderIsMade() throws IOException {
        assertEquals(Why.ABSENT, whyNot(0));
        Path nowhere = folder.resolve("nowhere");
        assertEquals(Why.ABSENT, why(() -> Activities.open(nowhere, KEY, 0)));
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void anIndexWhoseListWasTakenAwayIsNotTakenForAnEmptyOne() throws IOException {
        build("bir");
        for (String name : names()) {
            if (name.startsWith("segments_")) {
                Files.delete(folder.resolve(name));
            }
        }
        assertEquals(Why.ABSENT, whyNot(1));
        assertEquals(Why.ABSENT, why(() -> Indexing.append(folder, KEY, 1)));
    }

    @Test
    void aWrongKeyIsToldFromAnAlteredIndex() throws IOException {
        build("bir");
        byte[] other = new byte[32];
        other[5] = 1;
        assertEquals(Why.WRONG_KEY, why(() -> Activities.open(folder, other, 1)));
        Path check = folder.resolve("key.check");
        byte[] bytes = Files.readAllBytes(check);
        bytes[20] ^= 1;
        Files.write(check, bytes);
        assertEquals(Why.ALTERED, whyNot(1));
        Files.delete(check);
        assertEquals(Why.ALTERED, whyNot(1));
    }

    @Test
    void aSecondWriterIsTurnedAway() throws IOException {
        build("bir");
        try (Indexing indexing = Indexing.append(folder, KEY, 1)) {
            indexing.add(ITEM, 9, note("iki"), Set.of());
            assertEquals(Why.IN_USE, why(() -> Indexing.append(folder, KEY, 1)));
            assertEquals(Why.IN_USE, why(() -> Indexing.rebuild(folder, KEY, BAKU)));
            indexing.commit(2);
        }
        assertEquals(2, counter(2));
    }

    /// Either the change is noticed or it made no difference to any answer, because those bytes were not
    /// read.
    @Test
    void aChangedByteInAnyFileNeverGivesAnotherAnswer() throws IOException {
        build("bir söz", "iki söz", "üç söz", "söz");
        var random = new Random(11);
        int noticed = 0;
        for (String name : names()) {
            byte[] whole = Files.readAllBytes(folder.resolve(name));
            for (int i = 0; i < 40 && whole.length > 0; i++) {
                byte[] changed = whole.clone();
                changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(folder.resolve(name), changed);
                noticed += answers().equals("altered") ? 1 : 0;
            }
            Files.write(folder.resolve(name), whole);
        }
        assertTrue(noticed > 100, "noticed " + noticed);
        assertEquals("[0, 1, 2, 3]", answers());
    }

    private String answers() throws IOException {
        try (Activities activities = Activities.open(folder, KEY, 1)) {
            List<Hits.Hit> found = activities.search(Search.of("söz")).top();
            String answer =
                    found.stream().map(Hits.Hit::record).sorted().toList().toString();
            assertEquals("[0, 1, 2, 3]", answer);
            return answer;
        } catch (IndexUnusable e) {
            assertEquals(Why.ALTERED, e.why());
            return "altered";
        }
    }

    @Test
    void noWordOrNameStandsInTheFilesOrTheirNames() throws IOException {
        build("gizlisoz ".repeat(500));
        for (String name : names()) {
            String bytes = new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("gizlisoz"), name);
            assertFalse(bytes.contains("invented"), name);
        }
    }

    @Test
    void whoeverWritesOnIsToldOfAnAlteredFileToo() throws IOException {
        build("bir söz", "iki söz");
        Path segment = folder.resolve("_0.cfs");
        byte[] changed = Files.readAllBytes(segment);
        changed[changed.length / 2] ^= 1;
        Files.write(segment, changed);
        assertEquals(Why.ALTERED, why(() -> addTo("bir söz")));
    }

    private void addTo(String text) throws IOException {
        try (Indexing indexing = Indexing.append(folder, KEY, 1)) {
            indexing.add(ITEM, 0, note(text), Set.of());
            indexing.commit(2);
        }
    }

    @Test
    void aFileTakenAwayIsNoticed() throws IOException {
        build("bir söz");
        for (String name : names()) {
            if (name.startsWith("_")) {
                byte[] whole = Files.readAllBytes(folder.resolve(name));
                Files.delete(folder.resolve(name));
                assertEquals(Why.ALTERED, whyNot(1), name);
                Files.write(folder.resolve(name), whole);
            }
        }
        assertEquals(1, counter(1));
    }

    @Test
    void aFileOfAnEarlierIndexWithTheSameKeyAndNameIsNoticed() throws IOException {
        build("bir söz", "iki söz");
        Path kept = Files.createDirectory(parent.resolve("kept"));
        copy(folder, kept);
        build("üç söz", "dörd söz");
        for (String name : names()) {
            if (name.startsWith("_")) {
                byte[] whole = Files.readAllBytes(folder.resolve(name));
                Files.copy(kept.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                assertEquals(Why.ALTERED, whyNot(1), name);
                Files.write(folder.resolve(name), whole);
            }
        }
    }

    private void build(String... texts) throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            for (int i = 0; i < texts.length; i++) {
                indexing.add(ITEM, i, note(texts[i]), Set.of());
            }
            indexing.commit(1);
        }
    }

    private static Activity note(String text) {
        return Invented.note("Orxan", Invented.unknown(), text);
    }

    private long counter(long atLeast) throws IOException {
        try (Activities activities = Activities.open(folder, KEY, atLeast)) {
            return activities.counter();
        }
    }

    private Why whyNot(long atLeast) {
        return why(() -> Activities.open(folder, KEY, atLeast));
    }

    private static Why why(Executable opening) {
        return assertThrows(IndexUnusable.class, opening).why();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
