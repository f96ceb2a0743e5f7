package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Instants;
import org.taniq.base.Durable;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.PaperKey;
import org.taniq.base.age.WrongKey;
import org.taniq.base.age.WrongPassphrase;
import org.taniq.read.index.Activities;
import org.taniq.read.index.IndexUnusable;
import org.taniq.seal.Keyring;
import org.taniq.seal.Verdict;

/// A locked case: sealed into, not opened, and opened again.
final class LockingTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder = Path.of("");

    private Person person() throws IOException {
        return Person.at(folder).begins();
    }

    @Test
    void sealingGoesOnInALockedCaseAndIsReadWhenSheIsBack() throws IOException {
        var person = person();
        var paper = person.paper();
        person.locks();
        assertInstanceOf(
                SealedItem.New.class,
                person.adds("second.txt", "21.11.2026, 09:00 - Tofiq: ikinci\n").getFirst());
        assertInstanceOf(
                SealedItem.Again.class,
                person.adds("second.txt", "21.11.2026, 09:00 - Tofiq: ikinci\n").getFirst());
        person.unlocks(WayBack.keys(List.of(PaperKey.read(paper))));
        int left = person.does(casebook -> casebook.readLeft(_ -> {}));
        assertEquals(1, left);
        assertEquals(1, person.finds(Person.CANARY));
        assertEquals(1, person.finds("ikinci"));
        assertEquals(
                List.of(), person.does(casebook -> casebook.check().verify()).failed());
    }

    @Test
    void whateverNeedsOpeningSaysThatItIsLocked() throws IOException {
        var person = person();
        person.paper();
        person.locks();
        assertThrows(Desk.Locked.class, () -> person.does(Casebook::unlocked));
        assertThrows(Desk.Locked.class, () -> person.finds("salam"));
        assertThrows(
                Desk.Locked.class,
                () -> person.does(casebook -> casebook.search().rebuild()));
        assertThrows(Desk.Locked.class, () -> person.does(Casebook::assess));
        assertThrows(
                Desk.Locked.class, () -> person.does(casebook -> casebook.keys().paper()));
        assertEquals(
                Verdict.Bytes.UNCHECKED,
                person.does(casebook -> casebook.check().verify()).bytes());
        assertEquals(
                List.of(), person.does(casebook -> casebook.check().verify()).failed());
    }

    @Test
    void sheComesBackByAnAgeKeyAndByAnotherCopy() throws IOException {
        var person = person();
        var friend = Identity.generate(RANDOM);
        person.does(casebook -> casebook.keys().add(friend.recipient(), "Nigar"));
        Path copy = folder.resolve("copy");
        copy(person.vault(), copy);
        person.locks();
        var stranger = Identity.generate(RANDOM);
        assertThrows(Trouble.class, () -> person.unlocks(WayBack.keys(List.of(stranger))));
        assertThrows(Desk.Locked.class, () -> person.does(Casebook::unlocked));
        person.unlocks(WayBack.keys(List.of(stranger, friend)));
        assertEquals(1, person.finds(Person.CANARY));
        person.locks();
        try (var desk = person.desk()) {
            person.unlocks(WayBack.copy(copy, desk));
        }
        assertEquals(1, person.finds(Person.CANARY));
    }

    /// Somebody who puts a file of his own into `keys/` does not choose what is unlocked.
    @Test
    void theKeyOfAnotherCaseUnlocksNothing() throws IOException {
        var person = person();
        person.paper();
        person.locks();
        var friend = Identity.generate(RANDOM);
        var foreign = Identity.generate(RANDOM);
        try (var desk = person.desk()) {
            desk.ways(org.taniq.seal.Vault.at(person.vault())).add("0123456789abcdef", foreign, friend.recipient());
        }
        assertThrows(Trouble.class, () -> person.unlocks(WayBack.keys(List.of(friend))));
        assertThrows(Desk.Locked.class, () -> person.does(Casebook::unlocked));
    }

    @Test
    void whatASynchronisationBringsBackIsDeletedAgain() throws IOException {
        var person = person();
        person.paper();
        Path copy = folder.resolve("copy");
        copy(person.vault(), copy);
        person.locks();
        boolean again = person.does(casebook -> casebook.keys().lockAgain());
        assertFalse(again);
        Path own = copy.resolve("keys").resolve(names(copy.resolve("keys")).getFirst());
        for (var name : List.of(own.getFileName().toString(), "0000000000000000.age", "a (conflict).age")) {
            Files.copy(own, person.vault().resolve("keys").resolve(name));
        }
        copy(copy.resolve("index"), person.vault().resolve("index"));
        try (var desk = person.desk();
                var casebook = Casebook.open(desk, person.vault())) {
            assertTrue(casebook.keys().lockAgain());
            assertFalse(casebook.keys().lockAgain());
        }
        assertEquals(List.of(), names(person.vault().resolve("keys")));
        assertFalse(Files.exists(person.vault().resolve("index")));
    }

    /// One that was killed while it added a way in left it under a name that nobody looks for.
    @Test
    void aWayInThatWasNeverFinishedIsTakenAwayToo() throws IOException {
        var person = person();
        person.paper();
        byte[] secret = person.does(Casebook::identity).secret().getBytes(StandardCharsets.US_ASCII);
        Path keys = person.vault().resolve("keys");
        Files.write(
                keys.resolve(".tmp-0123456789abcdef"),
                Person.passphrase(person.words()).lock(secret));
        person.locks();
        try (var left = Files.list(keys)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /// The laptop is taken, and the passphrase is forced out of the person: what is left opens nothing.
    @Test
    void aLockedLaptopAndThePassphraseOpenNothing() throws IOException {
        var person = person();
        var paper = person.paper();
        byte[] formerIndexKey = indexKey(person);
        person.locks();
        person.adds("second.txt", "21.11.2026, 09:00 - Tofiq: " + Person.CANARY + " yene\n");

        byte[] key = indexKey(person);
        assertFalse(java.util.Arrays.equals(formerIndexKey, key));
        assertFalse(Files.exists(person.vault().resolve("index")));
        assertThrows(
                IndexUnusable.class,
                () -> Activities.open(person.vault().resolve("index"), key, 0).close());
        var words = Person.passphrase(person.words());
        byte[] identity = words.unlock(Files.readAllBytes(person.configuration().resolve("identity.age")), 1000);
        var own = Identity.parse(new String(identity, StandardCharsets.US_ASCII));
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertSilent(file, bytes, paper);
                if (file.toString().endsWith(".age") && !file.startsWith(person.configuration())) {
                    assertThrows(WrongPassphrase.class, () -> words.unlock(bytes, 1 << 20), file.toString());
                    assertThrows(WrongKey.class, () -> own.decrypt(new ByteArrayInputStream(bytes)), file.toString());
                }
            }
        }
        byte[] vaults = own.decrypt(new ByteArrayInputStream(
                        Files.readAllBytes(person.configuration().resolve("vaults.age"))))
                .readAllBytes();
        assertSilent(person.configuration(), vaults, paper);
    }

    private static void assertSilent(Path file, byte[] bytes, List<String> paper) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (var secret : List.of(
                Person.CANARY,
                "Tofiq",
                "Aytac",
                "first.txt",
                "second.txt",
                PaperKey.read(paper).secret())) {
            assertFalse(text.contains(secret), file + " holds " + secret);
        }
        for (var line : paper) {
            assertFalse(text.contains(line.replace(" ", "").substring(0, 10)), file + " holds the paper key");
        }
    }

    private static byte[] indexKey(Person person) throws IOException {
        return Keyring.open(person.configuration(), Person.passphrase(person.words()), new Durable())
                .vaults()
                .getFirst()
                .indexKey();
    }

    /// Whatever a kill leaves: either the case opens as before, or it says that it is locked, and the next
    /// command leaves nothing that opens. With the paper key she always comes back.
    @Test
    @Tag("slow")
    void aKillAtAnyInstantOfLockingIsMadeGoodByTheNextCommand() throws IOException {
        var base = Person.at(folder.resolve("base"));
        base.begins();
        var paper = base.paper();
        for (int moment = 0; ; moment += Instants.STEP) {
            var person = movedTo(base, "lock-" + moment);
            boolean failed = killed(person, moment, Person::locks);
            if (person.does(Casebook::isLocked)) {
                assertEquals(List.of(), names(person.vault().resolve("keys")), "at " + moment);
                assertFalse(Files.exists(person.vault().resolve("index")), "at " + moment);
                person.unlocks(WayBack.keys(List.of(PaperKey.read(paper))));
            }
            assertEquals(1, person.finds(Person.CANARY), "at " + moment);
            if (!failed) {
                assertTrue(moment > 20, "only " + moment);
                return;
            }
        }
    }

    @Test
    @Tag("slow")
    void aKillAtAnyInstantOfUnlockingIsMadeGoodByUnlockingAgain() throws IOException {
        var base = Person.at(folder.resolve("base"));
        base.begins();
        var back = WayBack.keys(List.of(PaperKey.read(base.paper())));
        base.locks();
        for (int moment = 0; ; moment += Instants.STEP) {
            var person = movedTo(base, "unlock-" + moment);
            boolean failed = killed(
                    person,
                    moment,
                    one -> one.does(casebook -> {
                        casebook.keys().locking().unlock(back);
                        return true;
                    }));
            if (person.does(Casebook::isLocked)) {
                assertEquals(List.of(), names(person.vault().resolve("keys")), "at " + moment);
            }
            person.unlocks(back);
            assertEquals(1, person.finds(Person.CANARY), "at " + moment);
            if (!failed) {
                assertTrue(moment > 10, "only " + moment);
                return;
            }
        }
    }

    @FunctionalInterface
    interface Deed {
        void by(Person person) throws IOException;
    }

    static boolean killed(Person person, int moment, Deed deed) {
        var dying = person.with(new Durable(new Killed(moment)));
        try {
            deed.by(dying);
            return false;
        } catch (IOException failed) {
            assertEquals("killed", failed.getMessage());
            return true;
        }
    }

    /// Nothing is done to the disk from one moment on.
    static final class Killed implements Durable.Probe {
        private final int moment;
        private int passed;

        Killed(int moment) {
            this.moment = moment;
        }

        @Override
        public void at(Durable.Op op, Path file, Durable.Moment when) throws IOException {
            if (passed++ >= moment) {
                throw new IOException("killed");
            }
        }
    }

    /// The same computer once more.
    Person movedTo(Person base, String name) throws IOException {
        Path home = folder.resolve(name);
        copy(base.home(), home);
        return Person.at(home).with(base.words());
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".tmp-"))
                    .sorted()
                    .toList();
        }
    }
}
