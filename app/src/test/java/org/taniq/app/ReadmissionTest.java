package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Instants;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.PaperKey;
import org.taniq.base.age.WrongKey;
import org.taniq.base.age.WrongPassphrase;
import org.taniq.seal.Known;
import org.taniq.seal.Vault;

/// A case whose words are forgotten, or that comes to another computer.
final class ReadmissionTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder = Path.of("");

    private static void restores(Person person, WayBack back, boolean newWords) throws IOException {
        try (var desk = person.desk()) {
            var restoring = Readmission.of(desk, person.vault(), back);
            if (newWords) {
                restoring.newWords(Person.passphrase(person.words()));
            }
            restoring.restore();
        }
    }

    private static WayBack paper(Person person) throws IOException {
        return WayBack.keys(List.of(PaperKey.read(person.paper())));
    }

    private static void worksOn(Person person) throws IOException {
        person.does(casebook -> casebook.search().rebuild());
        assertEquals(1, person.finds(Person.CANARY));
        person.adds("later.txt", "22.11.2026, 09:00 - Tofiq: sonra\n");
        assertEquals(1, person.finds("sonra"));
        assertEquals(
                List.of(), person.does(casebook -> casebook.check().verify()).failed());
    }

    @Test
    @Tag("slow")
    void forgottenWordsAreReplacedByThePaperKey() throws IOException {
        var person = Person.at(folder).begins();
        var back = paper(person);
        var later = person.with("these are other words now");
        assertThrows(WrongPassphrase.class, () -> later.finds("salam"));
        restores(later, back, true);
        worksOn(later);
        assertThrows(WrongPassphrase.class, () -> person.finds("salam"));
        assertTrue(Files.exists(person.configuration().resolve("old-1/identity.age")));
        assertTrue(Files.exists(person.configuration().resolve("old-1/vaults.age")));
    }

    @Test
    void onAnotherComputerThePaperKeyOpensACopy() throws IOException {
        var person = Person.at(Files.createDirectory(folder.resolve("one"))).begins();
        var back = paper(person);
        var other = elsewhere(person, "two");
        restores(other, back, true);
        worksOn(other);
        worksOn(person);
    }

    @Test
    @Tag("slow")
    void onAnotherComputerAFriendOpensACopyWithHerAgeKey() throws IOException {
        var person = Person.at(Files.createDirectory(folder.resolve("one"))).begins();
        var friend = Identity.generate(RANDOM);
        person.does(casebook -> casebook.keys().add(friend.recipient(), "Nigar"));
        var other = elsewhere(person, "two");
        restores(other, WayBack.keys(List.of(friend)), true);
        worksOn(other);
        var ways = other.does(casebook -> casebook.keys().list());
        assertEquals(
                List.of("age-key ADDED Nigar", "passphrase FIRST ", "passphrase OWN "),
                ways.stream()
                        .map(way -> way.kind() + " " + way.standing() + " " + way.whose())
                        .sorted()
                        .toList());
    }

    @Test
    @Tag("slow")
    void anotherPassphraseOpensACopyToo() throws IOException {
        var person = Person.at(Files.createDirectory(folder.resolve("one"))).begins();
        person.does(casebook -> casebook.keys().add(Person.passphrase("words for my lawyer"), "Lawyer"));
        var other = elsewhere(person, "two");
        assertThrows(
                WrongPassphrase.class,
                () -> restores(other, WayBack.passphrase(Person.passphrase("words for nobody")), true));
        restores(other, WayBack.passphrase(Person.passphrase("words for my lawyer")), true);
        worksOn(other);
    }

    @Test
    void aCaseThatTakesNoPicturesTakesNoneOnAnotherComputer() throws IOException {
        var person = Person.at(Files.createDirectory(folder.resolve("one"))).begins();
        person.does(casebook -> {
            casebook.custody().answered(new Begun(SmallCase.CUSTODY, Answer.UNASKED, Answer.UNSURE));
            return true;
        });
        var other = elsewhere(person, "two");
        restores(other, paper(person), true);
        assertEquals(Known.Takes.TEXT_ONLY, other.does(Casebook::takes));
    }

    @Test
    void theKeyOfAnotherCaseChangesNothing() throws IOException {
        var person = Person.at(Files.createDirectory(folder.resolve("one"))).begins();
        var stranger = Person.at(Files.createDirectory(folder.resolve("three"))).begins();
        var back = paper(stranger);
        var later = person.with("these are other words now");
        assertThrows(Trouble.class, () -> restores(later, back, true));
        assertEquals(1, person.finds(Person.CANARY));
    }

    /// Who stores a copy knows an age key that was sent by mail, and no more: what is sealed next is not sealed
    /// for him.
    @Test
    @Tag("slow")
    void aLogAndAKeyThatSomebodyPutIntoTheCopyAreNotTakenForTheCase() throws IOException {
        var person = Person.at(Files.createDirectory(folder.resolve("one"))).begins();
        var friend = Identity.generate(RANDOM);
        person.does(casebook -> casebook.keys().add(friend.recipient(), "Nigar"));
        var other = elsewhere(person, "two");
        var opponent = Person.at(Files.createDirectory(folder.resolve("three"))).begins();
        LockingTest.copy(opponent.vault().resolve("log"), other.vault().resolve("log"));
        var his = opponent.does(Casebook::identity);
        try (var desk = other.desk()) {
            desk.ways(Vault.at(other.vault())).add("0000000000000000", his, friend.recipient());
        }
        var back = WayBack.keys(List.of(friend));
        assertThrows(Trouble.class, () -> restores(other, back, true));
        assertFalse(Files.exists(other.configuration()));
        person.locks();
        LockingTest.copy(opponent.vault().resolve("log"), person.vault().resolve("log"));
        person.unlocks(back);
        assertEquals(1, person.finds(Person.CANARY));
    }

    /// She knows the new words, which were typed back before anything was changed; where they do not open her
    /// keys yet, she begins again.
    @Test
    @Tag("slow")
    void aKillAtAnyInstantIsMadeGoodByDoingItAgain() throws IOException {
        var person = Person.at(Files.createDirectory(folder.resolve("one"))).begins();
        var back = paper(person);
        for (int moment = 0; ; moment += Instants.STEP) {
            Path home = folder.resolve("again-" + moment);
            LockingTest.copy(person.home(), home);
            var later = Person.at(home).with("these are other words now");
            boolean failed = LockingTest.killed(later, moment, dying -> restores(dying, back, true));
            if (failed) {
                restores(later, back, !opens(later));
            }
            assertEquals(1, later.does(Casebook::unlocked).statements("item/1").size(), "at " + moment);
            assertEquals(
                    List.of(), later.does(casebook -> casebook.check().verify()).failed(), "at " + moment);
            if (!failed) {
                assertTrue(moment > 50, "only " + moment);
                return;
            }
        }
    }

    private static boolean opens(Person person) throws IOException {
        try (var desk = person.desk()) {
            var _ = desk.keyring();
            return true;
        } catch (WrongKey wrong) {
            return false;
        }
    }

    private Person elsewhere(Person person, String name) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        LockingTest.copy(person.vault(), home.resolve("case"));
        return Person.at(home).with("words of another computer");
    }
}
