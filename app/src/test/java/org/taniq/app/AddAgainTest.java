package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.seal.Gap;

/// Files that were added before are added again: little is opened then, and nothing is overlooked.
final class AddAgainTest {
    @TempDir
    private Path folder = Path.of("");

    private Person person;
    private Path file;

    @SuppressWarnings("NullAway.Init")
    AddAgainTest() {}

    @BeforeEach
    void begun() throws IOException {
        person = Person.at(Files.createDirectory(folder.resolve("home"))).begins();
        file = Files.writeString(folder.resolve("chat.txt"), "21.11.2026, 09:00 - Tofiq: ikinci\n");
    }

    private static List<SealedItem> seal(Casebook casebook, Path file) throws IOException {
        var custody = casebook.custody().latest();
        var sealed = new ArrayList<SealedItem>();
        casebook.seal(casebook.acquire(file, custody).items(), sealed::add);
        return sealed;
    }

    private static List<AfterReading> read(Casebook casebook, List<SealedItem> sealed) throws IOException {
        var read = new ArrayList<AfterReading>();
        casebook.read(sealed, added -> read.addAll(added.read()));
        return read;
    }

    private List<AfterReading> adds() throws IOException {
        return person.does(casebook -> read(casebook, seal(casebook, file)));
    }

    private List<Gap> told() throws IOException {
        return person.does(casebook -> {
            var gaps = new ArrayList<Gap>();
            casebook.tellGapsTo(gaps::add);
            assertInstanceOf(SealedItem.Again.class, seal(casebook, file).getFirst());
            return gaps;
        });
    }

    private Path opening(String name) throws IOException {
        try (Stream<Path> files = Files.walk(person.vault().resolve("log"))) {
            return files.filter(each -> each.endsWith("opening/" + name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void damage(Path opening) throws IOException {
        byte[] bytes = Files.readAllBytes(opening);
        bytes[bytes.length - 1] ^= 1;
        Files.write(opening, bytes);
    }

    @Test
    void whatWasReadIsNotReadAgain() throws IOException {
        assertEquals(1, adds().size());
        assertEquals(List.of(), adds());
        assertEquals(List.of(), adds());
        assertEquals(1, person.finds("ikinci"));
    }

    /// The computer was switched off in between.
    @Test
    void whatWasSealedAndNotReadIsReadOnce() throws IOException {
        person.does(casebook -> seal(casebook, file));
        assertEquals(1, adds().size());
        assertEquals(List.of(), adds());
        assertEquals(1, person.finds("ikinci"));
    }

    /// It was switched off after the records were sealed and before that was remembered.
    @Test
    void whatWasReadAndIsNotRememberedIsNotReadAgain() throws IOException {
        var keys = person.configuration().resolve("vaults.age");
        person.does(casebook -> seal(casebook, file));
        var before = Files.copy(keys, folder.resolve("before"));
        assertEquals(1, adds().size());
        Files.copy(before, keys, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of(), adds());
        assertEquals(List.of(), adds());
        assertEquals(1, person.finds("ikinci"));
    }

    @Test
    void whatIsDamagedIsToldAlsoWhereNothingIsNew() throws IOException {
        adds();
        assertEquals(List.of(), told());
        damage(opening("2-1.age"));
        assertEquals(1, told().size());
        assertInstanceOf(Gap.Damaged.class, told().getFirst());
    }

    @Test
    void whatIsDamagedWhileTheCommandRunsIsTold() throws IOException {
        adds();
        var gaps = person.does(casebook -> {
            var told = new ArrayList<Gap>();
            casebook.tellGapsTo(told::add);
            var sealed = seal(casebook, file);
            assertEquals(List.of(), told);
            damage(opening("2-1.age"));
            assertThrows(Altered.class, () -> read(casebook, sealed));
            return told;
        });
        assertInstanceOf(Gap.Damaged.class, gaps.getFirst());
    }
}
