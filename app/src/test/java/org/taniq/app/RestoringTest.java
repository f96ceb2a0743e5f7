package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.FolderDestination;
import org.taniq.base.Json;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.SixWords;
import org.taniq.base.age.WrongKey;
import org.taniq.seal.Copied;
import org.taniq.seal.Known;
import org.taniq.seal.VaultCopy;
import org.taniq.seal.Verdict;

/// A case that is made again on a new computer goes on there.
final class RestoringTest {
    @TempDir
    Path folder;

    private final Passphrase words = words();

    private static Passphrase words() {
        return Passphrase.of(SixWords.generate(new SecureRandom()), 4);
    }

    private Desk desk(String name, Passphrase known) {
        return new Desk(
                folder.resolve(name), () -> known, Optional.empty(), Clock.fixed(SmallCase.NOON, ZoneOffset.UTC));
    }

    /// A case with one letter, and a copy of it.
    private Casebook original(Answer minors, VaultCopy.Keys keys) throws IOException {
        var desk = desk("home", words);
        desk.makeKeys(words);
        var casebook = Casebook.begin(desk, folder.resolve("case"), new Begun(SmallCase.CUSTODY, Answer.NO, minors));
        Path letter = Files.writeString(folder.resolve("letter.txt"), "salam");
        casebook.seal(casebook.acquire(letter, SmallCase.CUSTODY).items().getFirst());
        casebook.copies()
                .made(
                        casebook.copies()
                                .copy(
                                        new FolderDestination(folder.resolve("stick"), new Durable()),
                                        keys,
                                        (_, _) -> {}),
                        new CopySaid("Aytac Nəbiyeva", "with the neighbour", keys, Place.Disk.ANOTHER));
        return casebook;
    }

    private Restoring restoring(Desk desk) {
        return new Restoring(desk, List.of(folder.resolve("stick")), folder.resolve("again"));
    }

    @Test
    void byItsWordsACaseIsWholeOnANewComputerAndGoesOnInNewLogs() throws IOException {
        String log;
        try (var casebook = original(Answer.NO, VaultCopy.Keys.WITH)) {
            log = casebook.log();
        }
        var desk = desk("new", words);
        Copied restored = restoring(desk).restore(restoring(desk).byWords(), "Aytac", (_, _) -> {});
        assertEquals(Verdict.Bytes.INTACT, restored.bytes(), restored.failed()::toString);
        try (var casebook = Casebook.open(desk("new", words), folder.resolve("again"))) {
            assertNotEquals(log, casebook.log());
            var unlocked = casebook.unlocked();
            assertEquals(1, unlocked.statements("item/1").size());
            var said = unlocked.statements("custody/1").stream()
                    .filter(statement -> statement.value("what").equals(Json.of("restored")))
                    .toList();
            assertEquals(1, said.size());
            assertEquals(casebook.log(), said.getFirst().pointer().log());
            assertEquals(Known.Takes.EVERYTHING, casebook.takes());
            Path more = Files.writeString(folder.resolve("more.txt"), "more");
            casebook.seal(casebook.acquire(more, SmallCase.CUSTODY).items().getFirst());
            assertEquals(Verdict.Bytes.INTACT, casebook.check().verify().bytes());
        }
    }

    @Test
    void thatACopyWasMadeIsSealedAndSaysNobodyCaptures() throws IOException {
        try (var casebook = original(Answer.NO, VaultCopy.Keys.WITHOUT)) {
            var said = casebook.unlocked().statements("custody/1").getLast();
            assertEquals(Json.of("copied"), said.value("what"));
            assertTrue(said.value("detail") instanceof Json.Obj detail
                    && detail.members()
                            .keySet()
                            .equals(java.util.Set.of(
                                    "blobs", "bytes", "keys", "logs", "mayHoldErased", "place", "sameDisk")));
            assertEquals(SmallCase.CUSTODY.device(), casebook.custody().latest().device());
        }
    }

    @Test
    void withoutKeysTheKeyOpensItAndIsLockedWithTheNewWords() throws IOException {
        var other = words();
        var desk = desk("new", other);
        try (var casebook = original(Answer.NO, VaultCopy.Keys.WITHOUT)) {
            assertThrows(WrongKey.class, () -> restoring(desk("new", words)).byWords());
            desk.makeKeys(other);
            restoring(desk).restore(casebook.identity(), "", (_, _) -> {});
        }
        try (var casebook = Casebook.open(desk("new", other), folder.resolve("again"))) {
            assertEquals(Verdict.Bytes.INTACT, casebook.check().verify().bytes());
        }
    }

    @Test
    void whatTheCaseTakesDoesNotChange() throws IOException {
        original(Answer.UNSURE, VaultCopy.Keys.WITH).close();
        var desk = desk("new", words);
        restoring(desk).restore(restoring(desk).byWords(), "", (_, _) -> {});
        try (var casebook = Casebook.open(desk, folder.resolve("again"))) {
            assertEquals(Known.Takes.TEXT_ONLY, casebook.takes());
        }
    }

    @Test
    void onTheSameComputerNewLogsAreBegunToo() throws IOException {
        String log;
        try (var casebook = original(Answer.NO, VaultCopy.Keys.WITH)) {
            log = casebook.log();
        }
        var desk = desk("home", words);
        var restored = restoring(desk).restore(restoring(desk).byWords(), "", (_, _) -> {});
        assertEquals(Verdict.Bytes.UNCHECKED, restored.bytes(), "what was sealed after the copy is missing");
        try (var casebook = Casebook.open(desk, folder.resolve("again"))) {
            assertNotEquals(log, casebook.log());
        }
    }

    @Test
    void whatIsLostAgainIsMadeAgainInTheSamePlaceAndWhatNoCopyHoldsIsNamed() throws IOException {
        original(Answer.NO, VaultCopy.Keys.WITH).close();
        var desk = desk("new", words);
        restoring(desk).restore(restoring(desk).byWords(), "", (_, _) -> {});
        Files.move(folder.resolve("again"), folder.resolve("burnt"));
        var restored = restoring(desk).restore(restoring(desk).byWords(), "", (_, _) -> {});
        assertEquals(Verdict.Bytes.UNCHECKED, restored.bytes(), restored.failed()::toString);
        assertTrue(restored.failed().toString().contains("is in none of these copies"), restored.failed()::toString);
        try (var casebook = Casebook.open(desk, folder.resolve("again"))) {
            assertEquals(1, casebook.unlocked().statements("item/1").size());
            assertEquals(Verdict.Bytes.INTACT, casebook.check().verify().bytes());
        }
    }

    @Test
    void aCopyIsNotCalledCutWhereItIsAsItWasCopied() throws IOException {
        original(Answer.NO, VaultCopy.Keys.WITH).close();
        var kept = folder.resolve("by-hand");
        LockingTest.copy(folder.resolve("case"), kept);
        var desk = desk("home", words);
        try (var casebook = Casebook.open(desk, folder.resolve("case"))) {
            Path more = Files.writeString(folder.resolve("more.txt"), "more");
            casebook.seal(casebook.acquire(more, SmallCase.CUSTODY).items().getFirst());
        }
        var copy = Examination.of(desk, folder.resolve("stick"), _ -> {});
        assertEquals(
                Verdict.Bytes.INTACT, copy.verdict().bytes(), copy.verdict().failed()::toString);
        assertEquals(SmallCase.NOON.toString(), copy.copied());
        var older = Examination.of(desk, kept, _ -> {});
        assertEquals(Verdict.Bytes.ALTERED, older.verdict().bytes(), "nobody says that it was so");
        assertEquals("", older.copied());
        assertEquals("", Examination.of(desk, folder.resolve("case"), _ -> {}).copied());
    }

    /// The folder is a case when its mark is in it, which is written last.
    @Test
    void anAttemptThatWasStoppedIsGoneOnFromUnderTheSameKeys() throws IOException {
        original(Answer.NO, VaultCopy.Keys.WITH).close();
        var desk = desk("new", words);
        restoring(desk).restore(restoring(desk).byWords(), "", (_, _) -> {});
        var keys = desk.keyring().vaults().size();
        Files.delete(folder.resolve("again/taniq.json"));
        var restored = restoring(desk).restore(restoring(desk).byWords(), "", (_, _) -> {});
        assertEquals(Verdict.Bytes.INTACT, restored.bytes(), restored.failed()::toString);
        assertEquals(keys, desk.keyring().vaults().size());
        try (var casebook = Casebook.open(desk, folder.resolve("again"))) {
            assertEquals(Verdict.Bytes.INTACT, casebook.check().verify().bytes());
        }
    }
}
