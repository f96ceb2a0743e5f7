package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Instants;
import org.taniq.base.age.WrongPassphrase;

/// The person's words are changed.
final class PassphraseChangeTest {
    private static final String NEW = "these are other words now";

    @TempDir
    private Path folder = Path.of("");

    private static List<Path> changes(Person person) throws IOException {
        try (var desk = person.desk()) {
            return PassphraseChange.of(desk, Person.passphrase(NEW));
        }
    }

    @Test
    void theNewWordsOpenEverythingAndTheOldOnesNothing() throws IOException {
        var person = Person.at(folder).begins();
        assertEquals(List.of(), changes(person));
        var later = person.with(NEW);
        assertEquals(1, later.finds(Person.CANARY));
        assertEquals(1, LockingTest.names(person.vault().resolve("keys")).size());
        assertThrows(WrongPassphrase.class, () -> person.finds("salam"));
        later.adds("later.txt", "22.11.2026, 09:00 - Tofiq: sonra\n");
        assertEquals(1, later.finds("sonra"));
        assertEquals(
                List.of(), later.does(casebook -> casebook.check().verify()).failed());
        assertEquals(
                List.of(WayIn.Standing.OWN),
                later.does(casebook -> casebook.keys().list()).stream()
                        .map(WayIn::standing)
                        .toList());
    }

    @Test
    void theSameWordsAgainLoseNothing() throws IOException {
        var person = Person.at(folder).begins();
        changes(person);
        changes(person.with(NEW));
        assertEquals(1, person.with(NEW).finds(Person.CANARY));
    }

    @Test
    void aCaseThatIsNotConnectedKeepsTheOldWordsAndIsNamed() throws IOException {
        var person = Person.at(folder).begins();
        Path away = folder.resolve("away");
        Files.move(person.vault(), away);
        assertEquals(List.of(person.vault()), changes(person));
        Files.move(away, person.vault());
        var later = person.with(NEW);
        assertThrows(WrongPassphrase.class, () -> later.does(Casebook::unlocked));
        try (var desk = later.desk()) {
            Readmission.of(desk, later.vault(), WayBack.passphrase(Person.passphrase(person.words())))
                    .restore();
        }
        assertEquals(1, later.finds(Person.CANARY));
    }

    @Test
    void aFileOfTheOldWordsThatASynchronisationBringsBackIsDeletedAgain() throws IOException {
        var person = Person.at(folder).begins();
        Path keys = person.vault().resolve("keys");
        Path away = folder.resolve("away");
        LockingTest.copy(keys, away);
        changes(person);
        LockingTest.copy(away, keys);
        assertEquals(2, LockingTest.names(keys).size());
        assertEquals(1, person.with(NEW).finds(Person.CANARY));
        assertEquals(1, LockingTest.names(keys).size());
    }

    /// An older keyring in its place knows nothing of the change: the last way in stays.
    @Test
    void withoutTheOtherFileNoneIsDeleted() throws IOException {
        var person = Person.at(folder).begins();
        Path keys = person.vault().resolve("keys");
        changes(person);
        Files.copy(person.configuration().resolve("identity.age"), folder.resolve("kept"));
        var first = person.with(NEW);
        try (var desk = first.desk()) {
            PassphraseChange.of(desk, Person.passphrase(person.words()));
        }
        Files.copy(
                folder.resolve("kept"),
                person.configuration().resolve("identity.age"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThrows(WrongPassphrase.class, () -> first.does(Casebook::unlocked));
        assertEquals(1, LockingTest.names(keys).size());
    }

    /// One case that is older than is remembered does not keep her from changing the words of the others.
    @Test
    void aCaseIntoWhichNothingCanBeSealedKeepsTheOldWordsAndIsNamed() throws IOException {
        var person = Person.at(folder).begins();
        Path before = folder.resolve("before");
        LockingTest.copy(person.vault(), before);
        person.adds("later.txt", "22.11.2026, 09:00 - Tofiq: sonra\n");
        Files.move(person.vault(), folder.resolve("newer"));
        Files.move(before, person.vault());
        assertEquals(List.of(person.vault()), changes(person));
        try (var desk = person.with(NEW).desk()) {
            desk.prove();
        }
    }

    @Test
    @Tag("slow")
    void aKillAtAnyInstantLeavesTheOldWordsOrTheNewOnesToOpenEverything() throws IOException {
        var base = Person.at(Files.createDirectory(folder.resolve("base"))).begins();
        for (int moment = 0; ; moment += Instants.STEP) {
            Path home = folder.resolve("change-" + moment);
            LockingTest.copy(base.home(), home);
            var person = Person.at(home);
            boolean failed = LockingTest.killed(atItsPlace(person), moment, PassphraseChangeTest::changes);
            boolean byOld = opens(person);
            boolean byNew = opens(person.with(NEW));
            assertTrue(byOld || byNew, "at " + moment);
            var keys = LockingTest.names(person.vault().resolve("keys"));
            assertEquals(1, keys.size(), "only the words in force open it, at " + moment);
            if (failed && byOld) {
                changes(person);
            } else if (failed) {
                changes(person.with(NEW));
            }
            assertTrue(opens(person.with(NEW)), "at " + moment);
            if (!failed) {
                assertTrue(moment > 30, "only " + moment);
                return;
            }
        }
    }

    /// The keyring knows where the case is now, as after any command that seals.
    private static Person atItsPlace(Person person) throws IOException {
        person.does(Casebook::writing);
        return person;
    }

    private static boolean opens(Person person) throws IOException {
        try {
            return person.does(Casebook::unlocked).statements("item/1").size() == 1
                    && person.does(casebook -> casebook.check().verify())
                            .failed()
                            .isEmpty();
        } catch (WrongPassphrase closed) {
            return false;
        }
    }
}
