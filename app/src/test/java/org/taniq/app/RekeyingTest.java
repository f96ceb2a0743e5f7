package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongPassphrase;
import org.taniq.read.index.Search;
import org.taniq.seal.Copied;
import org.taniq.seal.Vault;
import org.taniq.seal.Verdict;

/// A case that is given a new key goes on in the new folder, and takes nothing any more in the old one.
final class RekeyingTest {
    @TempDir
    private Path folder = Path.of("");

    private Person person = Person.at(Path.of(""));
    private Path fresh = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        person = Person.at(Files.createDirectory(folder.resolve("one"))).begins();
        fresh = person.home().resolve("new");
    }

    private static Copied rekeys(Person who, Path from, Path to) throws IOException {
        try (var desk = who.desk()) {
            return new Rekeying(desk, from, to).rekey(Rekeying.Lacking.REFUSED, "Aytac", (_, _) -> {});
        }
    }

    private Copied rekeys() throws IOException {
        return rekeys(person, person.vault(), fresh);
    }

    private static <T> T in(Person who, Path vault, Person.Doing<T> doing) throws IOException {
        try (var desk = who.desk();
                var casebook = Casebook.open(desk, vault)) {
            return doing.with(casebook);
        }
    }

    private static void adds(Person who, Path vault, String text) throws IOException {
        Path file = Files.writeString(who.home().resolve("later.txt"), "22.11.2026, 09:00 - Tofiq: " + text + "\n");
        in(who, vault, casebook -> {
            var sealed = casebook.seal(
                    casebook.acquire(file, SmallCase.CUSTODY).items().getFirst());
            if (sealed instanceof SealedItem.New added) {
                casebook.read(added);
            }
            return sealed;
        });
        Files.delete(file);
    }

    private static long finds(Person who, Path vault, String words) throws IOException {
        return in(
                who,
                vault,
                casebook -> casebook.search().find(Search.of(words)).total().count());
    }

    private static void assertIntact(Person who, Path vault) throws IOException {
        assertEquals(
                List.of(), in(who, vault, casebook -> casebook.check().verify()).failed());
    }

    @Test
    void thisComputerGoesOnInTheNewFolderAndNotInTheOldOne() throws IOException {
        assertEquals(Verdict.Bytes.INTACT, rekeys().bytes());
        in(person, fresh, casebook -> casebook.search().rebuild());
        assertEquals(1, finds(person, fresh, Person.CANARY));
        adds(person, fresh, "sonra");
        assertEquals(1, finds(person, fresh, "sonra"));
        assertIntact(person, fresh);
        assertEquals(1, person.finds(Person.CANARY), "the old folder opens as before");
        var refused = assertThrows(Trouble.class, () -> adds(person, person.vault(), "by mistake"));
        assertTrue(refused.toString().contains(fresh.toString()), refused.toString());
        assertEquals(
                Optional.of(fresh),
                in(person, person.vault(), casebook -> Status.of(casebook).newFolder()));
        assertEquals(
                Optional.empty(),
                in(person, fresh, casebook -> Status.of(casebook).newFolder()));
        assertThrows(
                Trouble.class,
                () -> in(person, person.vault(), casebook -> {
                    try (var desk = person.desk()) {
                        return new Rekeying(desk, person.vault(), folder.resolve("again")).plan(casebook);
                    }
                }));
    }

    @Test
    void whatIsKnownOfTheCaseGoesAlong() throws IOException {
        var custody = person.does(casebook -> casebook.custody().latest());
        var log = person.does(Casebook::log);
        rekeys();
        assertEquals(custody, in(person, fresh, casebook -> casebook.custody().latest()));
        assertEquals(person.does(Casebook::takes), in(person, fresh, Casebook::takes));
        assertNotEquals(log, in(person, fresh, Casebook::log));
        assertEquals(
                true,
                in(person, fresh, casebook -> casebook.check().remembered().containsKey(log)));
        Path checkpoint = fresh.resolve("log").resolve(log).resolve("checkpoint");
        Files.delete(checkpoint);
        assertEquals(
                Verdict.Bytes.ALTERED,
                in(person, fresh, casebook -> casebook.check().verify()).bytes(),
                "an old log that is set back");
    }

    @Test
    void theNewFolderIsFoundWhereItIsMovedTo() throws IOException {
        rekeys();
        Path moved = folder.resolve("moved");
        Files.move(fresh, moved);
        adds(person, moved, "sonra");
        assertIntact(person, moved);
        assertEquals(Optional.of(moved), person.does(Casebook::newFolder));
    }

    @Test
    void noOldWayInCounts() throws IOException {
        person.paper();
        var friend = Identity.generate(new SecureRandom());
        person.does(casebook -> casebook.keys().add(friend.recipient(), "Nigar"));
        var plan = in(person, person.vault(), casebook -> {
            try (var desk = person.desk()) {
                return new Rekeying(desk, person.vault(), fresh).plan(casebook);
            }
        });
        assertEquals(
                List.of("age-key Nigar", "paper "),
                plan.ways().stream()
                        .map(way -> way.kind() + " " + way.whose())
                        .sorted()
                        .toList());
        rekeys();
        assertEquals(
                List.of("passphrase OWN"),
                in(person, fresh, casebook -> casebook.keys().list()).stream()
                        .map(way -> way.kind() + " " + way.standing())
                        .toList());
        assertTrue(in(person, fresh, casebook -> casebook.keys().locking().waysBack())
                .isEmpty());
        assertEquals(true, in(person, fresh, casebook -> Status.of(casebook).hasOneWayOnly()));
        try (var desk = person.with("words of somebody else").desk()) {
            assertThrows(WrongPassphrase.class, desk::keyring);
        }
    }

    @Test
    void whatIsNotHereIsLeftOnlyByWhoSaysSo() throws IOException {
        String opening = "log/" + person.does(Casebook::log) + "/opening/2-1.age";
        assertTrue(Files.exists(person.vault().resolve(opening)));
        Files.delete(person.vault().resolve(opening));
        assertThrows(Trouble.class, this::rekeys);
        assertFalse(Files.exists(fresh));
        try (var desk = person.desk()) {
            var made = new Rekeying(desk, person.vault(), fresh).rekey(Rekeying.Lacking.LEFT, "", (_, _) -> {});
            assertEquals(Verdict.Bytes.ALTERED, made.bytes());
        }
        assertEquals(
                Verdict.Bytes.ALTERED,
                in(person, fresh, casebook -> casebook.check().verify()).bytes());
    }

    @Test
    void aLockedCaseIsRefused() throws IOException {
        person.paper();
        person.locks();
        assertThrows(Desk.Locked.class, this::rekeys);
        assertFalse(Files.exists(fresh));
    }

    @Test
    @Tag("slow")
    void anotherWriterIsLetInAgainAndGoesOn() throws IOException {
        var friend = Identity.generate(new SecureRandom());
        person.does(casebook -> casebook.keys().add(friend.recipient(), "Murad"));
        var murad = Person.at(Files.createDirectory(folder.resolve("two"))).with("words that are of Murad");
        carries(person.vault(), murad.vault());
        lets(murad, murad.vault(), friend);
        adds(murad, murad.vault(), "his");
        carries(murad.vault(), person.vault());
        rekeys();
        assertIntact(person, fresh);
        Path his = murad.home().resolve("new");
        carries(fresh, his);
        var refused = assertThrows(Trouble.class, () -> adds(murad, his, "too soon"));
        assertTrue(refused.toString().contains("given a new key"), refused.toString());
        assertThrows(Trouble.class, () -> lets(murad, his, friend));
        in(person, fresh, casebook -> casebook.keys().add(friend.recipient(), "Murad"));
        carries(fresh, his);
        lets(murad, his, friend);
        adds(murad, his, "later");
        assertIntact(murad, his);
        assertThrows(Trouble.class, () -> adds(murad, murad.vault(), "by mistake"));
        carries(his, fresh);
        assertIntact(person, fresh);
        in(person, fresh, casebook -> casebook.search().rebuild());
        assertEquals(1, finds(person, fresh, "his"));
        assertEquals(1, finds(person, fresh, "later"));
    }

    /// As a synchronisation does that takes what is newer.
    private static void carries(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else if (!Files.exists(there) || file.endsWith("checkpoint")) {
                    Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void lets(Person who, Path vault, Identity key) throws IOException {
        try (var desk = who.desk()) {
            var back = Readmission.of(desk, vault, WayBack.keys(List.of(key)));
            if (!desk.hasKeys()) {
                back.newWords(Person.passphrase(who.words()));
            }
            back.restore();
        }
    }

    @Test
    @Tag("slow")
    void whereItIsStoppedTheOldCaseGoesOnAndTheNextAttemptIsWhole() throws IOException {
        for (var last : List.of("opening", "taniq.json")) {
            var dying = person.with(new Durable((op, file, moment) -> {
                if (op == Durable.Op.RENAME && file.endsWith(last)
                        || op == Durable.Op.CREATE_FOLDER && file.endsWith(last)) {
                    throw new IOException("the disk failed");
                }
            }));
            assertThrows(IOException.class, () -> rekeys(dying, person.vault(), fresh), last);
            assertFalse(Vault.isVault(fresh), last);
            assertTrue(Files.exists(fresh.resolve("taniq.json.unfinished")), last);
            assertEquals(Optional.empty(), person.does(Casebook::newFolder), last);
            try (var desk = person.desk()) {
                assertEquals(person.vault(), desk.choose(Optional.empty(), person.home()), last);
            }
        }
        adds(person, person.vault(), "meanwhile");
        rekeys();
        try (var desk = person.desk()) {
            assertEquals(fresh, desk.choose(Optional.empty(), person.home()));
        }
        assertIntact(person, fresh);
        assertThrows(Trouble.class, () -> adds(person, person.vault(), "by mistake"));
    }
}
