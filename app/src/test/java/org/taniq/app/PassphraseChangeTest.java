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
        assertEquals(List.of(), later.does(Casebook::verify).failed());
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
                    && person.does(Casebook::verify).failed().isEmpty();
        } catch (WrongPassphrase closed) {
            return false;
        }
    }
}
