package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Instants;
import org.taniq.NotRun;
import org.taniq.base.Durable;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;

/// A vault that is made again under a new key holds everything, and the old key opens nothing in it.
final class VaultRekeyTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private SmallVault small;
    private Rekeyed rekeyed;

    @SuppressWarnings("NullAway.Init")
    VaultRekeyTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        rekeyed = Rekeyed.to(folder.resolve("new"));
    }

    private static void assertIntact(Copied made) {
        assertEquals(Verdict.Bytes.INTACT, made.bytes(), made.failed()::toString);
    }

    private static void assertIntact(Verdict verdict) {
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes(), verdict.failed()::toString);
    }

    private static void assertNothingOpens(Identity old, Path vault) throws IOException {
        for (var file : Rekeyed.encrypted(vault)) {
            assertFalse(Rekeyed.opens(old, file), file::toString);
        }
    }

    @Test
    void everythingIsThereAndTheOldKeyOpensNothing() throws IOException {
        var logs = small.vault.logNames();
        String before = Rekeyed.contents(small.unlocked(), logs);
        var old = SealRun.snapshot(small.vault.folder());
        assertIntact(rekeyed.from(small));
        assertEquals(old, SealRun.snapshot(small.vault.folder()), "the old folder is not changed");
        assertEquals(before, Rekeyed.contents(rekeyed.unlocked(), logs));
        assertNothingOpens(small.identity, rekeyed.folder);
        var encrypted = Rekeyed.encrypted(rekeyed.folder);
        assertTrue(encrypted.size() > 6, encrypted::toString);
        for (var file : encrypted) {
            assertTrue(Rekeyed.opens(rekeyed.identity, file), file::toString);
        }
        assertEquals("{\"format\":3}\n", Files.readString(rekeyed.folder.resolve("taniq.json")));
        assertIntact(rekeyed.check());
    }

    @Test
    void whatAnybodyCanReadStaysByteForByte() throws IOException {
        rekeyed.from(small);
        for (var log : small.vault.logNames()) {
            Path there = small.vault.logFolder(log);
            try (Stream<Path> files = Files.walk(there)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Path now = rekeyed.folder.resolve("log").resolve(log).resolve(there.relativize(file));
                    boolean superseded = file.toString().contains(".p/") && !Files.exists(now);
                    if (superseded) {
                        continue;
                    }
                    boolean opening = file.toString().contains("/opening/");
                    assertEquals(opening, Files.mismatch(file, now) >= 0, file::toString);
                    assertEquals(
                            Files.getLastModifiedTime(file).toMillis() < 400_000_000_000L,
                            Files.getLastModifiedTime(now).toMillis() < 400_000_000_000L,
                            file::toString);
                }
            }
        }
    }

    @Test
    void whatIsSealedNextIsSealedForTheNewKeyAlone() throws IOException {
        rekeyed.from(small);
        rekeyed.seal(SmallVault.item("later.txt", "text/plain", "later".getBytes(StandardCharsets.UTF_8)));
        assertNothingOpens(small.identity, rekeyed.folder);
        assertIntact(rekeyed.check());
        assertEquals(
                small.unlocked().statements("item/1").size() + 1,
                rekeyed.unlocked().statements("item/1").size());
    }

    @Test
    void byHandTheNewKeyOpensWhatWasSealedAndTheOldOneNothing() throws IOException, InterruptedException {
        NotRun.unless(run("age", "--version") == 0, "a new key by hand", "no age; apt-get install age");
        rekeyed.from(small);
        Path key = Files.writeString(folder.resolve("new.txt"), rekeyed.identity.secret() + "\n");
        Path old = Files.writeString(folder.resolve("old.txt"), small.identity.secret() + "\n");
        for (var file : Rekeyed.encrypted(rekeyed.folder)) {
            assertEquals(0, run("age", "-d", "-i", key.toString(), file.toString()), file::toString);
            assertEquals(1, run("age", "-d", "-i", old.toString(), file.toString()), file::toString);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void whatWasErasedDoesNotComeBack() throws IOException {
        var erased = ErasedVault.of(small);
        erased.erase(small.chat);
        assertIntact(rekeyed.from(small));
        var unlocked = rekeyed.unlocked();
        assertTrue(unlocked.erased(small.chat).isPresent());
        assertTrue(unlocked.erased(small.reading).isPresent());
        for (var file : Rekeyed.encrypted(rekeyed.folder)) {
            var plain = new String(
                    Blobs.unwrap(Files.readAllBytes(file), rekeyed.identity, 1 << 24), StandardCharsets.UTF_8);
            assertFalse(plain.contains("oldurecem"), file::toString);
        }
        assertIntact(rekeyed.check());
    }

    /// It was said, and could not be done.
    @Test
    void whatWasSaidToBeErasedHereDoesNotComeAlong() throws IOException {
        var erased = ErasedVault.of(small);
        erased.say(small.chat);
        rekeyed.from(small);
        assertTrue(rekeyed.unlocked().holds(small.chat, "item/1"), "what somebody else says stays");
        SealRun.delete(rekeyed.folder);
        VaultRekey.of(small.vault, small.identity, erased.own(), erased.heads(), new Durable())
                .to(
                        rekeyed.folder,
                        rekeyed.identity,
                        unfinished ->
                                rekeyed.seal(unfinished, Rekeyed.says(unfinished, small.identity), new Durable()));
        assertTrue(rekeyed.unlocked().erased(small.chat).isPresent());
        assertIntact(rekeyed.check());
    }

    /// Some of these logs are looked at before ours.
    @Test
    void aLineOfAFriendThatLeadsToOurBytesTakesThemFromNobody() throws IOException {
        var erased = ErasedVault.of(small);
        String blob = erased.unlocked().statement(small.letter).line().blob();
        for (int friend = 0; friend < 6; friend++) {
            erased.friendSays("something else " + friend, blob);
        }
        var made = rekeyed.from(small);
        assertEquals(Verdict.Bytes.ALTERED, made.bytes(), "the lines of the friends");
        try (var bytes = rekeyed.unlocked().bytes(rekeyed.unlocked().statement(small.letter))) {
            assertEquals("To the police", new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatBelongsToNothingIsLeftAndCounted() throws IOException {
        var blobs = small.vault.blobs(new Durable());
        blobs.put(out -> out.write(1), small.identity.recipient());
        var made = rekeyed.from(small);
        assertIntact(made);
        assertTrue(made.notes().toString().contains("1 sealed files belong to nothing"), made.notes()::toString);
    }

    @Test
    void twoNewKeysInARowAreFollowedStepByStep() throws IOException {
        rekeyed.from(small);
        rekeyed.seal(SmallVault.item("later.txt", "text/plain", new byte[] {1}));
        var again = Rekeyed.to(folder.resolve("newer"));
        var logs = Vault.at(rekeyed.folder).logNames();
        assertIntact(again.from(Vault.at(rekeyed.folder), rekeyed.identity, new Durable()));
        assertEquals(Rekeyed.contents(rekeyed.unlocked(), logs), Rekeyed.contents(again.unlocked(), logs));
        assertNothingOpens(small.identity, again.folder);
        assertNothingOpens(rekeyed.identity, again.folder);
        assertIntact(again.check());
    }

    @Test
    void anotherWriterGoesOnInLogsOfTheirOwn() throws IOException {
        var random = new SecureRandom();
        var murad = new WriterKeys(SigningKey.random(random), SigningKey.random(random), small.identity.recipient());
        seal(small.vault, murad, "his");
        rekeyed.from(small);
        var now = new WriterKeys(SigningKey.random(random), SigningKey.random(random), rekeyed.identity.recipient());
        seal(Vault.at(rekeyed.folder), now, "his later");
        assertIntact(rekeyed.check());
        assertEquals(
                small.unlocked().statements("item/1").size() + 1,
                rekeyed.unlocked().statements("item/1").size());
        seal(Vault.at(rekeyed.folder), murad, "for the old key");
        var verdict = rekeyed.check();
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
        assertTrue(verdict.failed().toString().contains("longer or shorter than when"), verdict.failed()::toString);
    }

    private static void seal(Vault vault, WriterKeys keys, String text) throws IOException {
        var group = vault.sealer(keys, Map.of(), new Durable()).group(LogKind.EVIDENCE);
        group.add(SmallVault.item("from-murad.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        group.commit();
    }

    @Test
    @Tag("slow")
    void aChangedByteIsNamedAndAllElseIsThere() throws IOException {
        int named = 0;
        var all = Rekeyed.encrypted(small.vault.folder());
        for (int n = 0; n < all.size(); n += Instants.STEP) {
            var file = all.get(n);
            byte[] right = Files.readAllBytes(file);
            byte[] wrong = right.clone();
            wrong[wrong.length / 2] ^= 1;
            Files.write(file, wrong);
            var made = rekeyed.from(small);
            assertNotEquals(Verdict.Bytes.INTACT, made.bytes(), file::toString);
            assertTrue(Vault.isVault(rekeyed.folder));
            assertNothingOpens(small.identity, rekeyed.folder);
            named++;
            SealRun.delete(rekeyed.folder);
            Files.write(file, right);
        }
        assertTrue(named > 1, "named " + named);
    }

    @Test
    void whatIsNotHereIsSaidBeforeAnythingIsWritten() throws IOException {
        var blobs = small.vault.blobs(new Durable());
        blobs.delete(
                java.util.Set.of(small.unlocked().statement(small.letter).line().blob()));
        Path opening = small.vault.logFolder(small.complaint.log()).resolve("opening/1-1.age");
        assertTrue(Files.exists(opening));
        Files.delete(opening);
        var rekey = VaultRekey.of(small.vault, small.identity, OwnLogs.NONE, heads(), new Durable());
        assertEquals(2, rekey.lacking().size(), rekey.lacking()::toString);
        assertFalse(Files.exists(rekeyed.folder));
        var made = rekeyed.from(small);
        assertNotEquals(Verdict.Bytes.INTACT, made.bytes());
        assertFalse(rekeyed.unlocked().holds(small.complaint, "step/1"));
        assertTrue(rekeyed.unlocked().holds(small.chat, "item/1"));
    }

    private Map<String, Checkpoint> heads() throws IOException {
        var heads = new java.util.HashMap<String, Checkpoint>();
        small.vault.heads().forEach(head -> heads.put(head.log(), head));
        return heads;
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws IOException {
        SealRun.copy(small.vault.folder(), folder.resolve("copy"));
        Files.createDirectory(folder.resolve("other"));
        Files.writeString(folder.resolve("other/note.txt"), "mine");
        SealRun.copy(small.vault.folder(), folder.resolve("unfinished"));
        Files.delete(folder.resolve("unfinished/taniq.json"));
        var before = SealRun.snapshot(folder);
        for (var taken : List.of("copy", "other", "unfinished", "case", "case/below", ".")) {
            var refused = Rekeyed.to(folder.resolve(taken).normalize());
            assertThrows(Trouble.class, () -> refused.from(small), taken);
            assertEquals(before, SealRun.snapshot(folder), taken);
        }
    }

    /// What was stopped is cleared away; of a vault that has lost its `taniq.json` nothing is.
    @Test
    void onlyWhatWasStoppedIsClearedAway() throws IOException {
        rekeyed.from(small);
        Files.delete(rekeyed.folder.resolve("taniq.json"));
        var before = SealRun.snapshot(rekeyed.folder);
        assertThrows(Trouble.class, () -> rekeyed.from(small));
        assertEquals(before, SealRun.snapshot(rekeyed.folder));
        Files.writeString(rekeyed.folder.resolve(RekeyAttempt.UNFINISHED), "{\"format\":3}\n");
        Files.writeString(rekeyed.folder.resolve("mine.txt"), "mine");
        assertThrows(Trouble.class, () -> rekeyed.from(small));
        Files.delete(rekeyed.folder.resolve("mine.txt"));
        var other = Rekeyed.to(rekeyed.folder);
        assertIntact(other.from(small));
        assertNothingOpens(rekeyed.identity, rekeyed.folder);
    }

    @Test
    void aRestoredCopyOfItIsOneOfItsKind() throws IOException {
        rekeyed.from(small);
        Path stick = folder.resolve("stick");
        new VaultCopy(Vault.at(rekeyed.folder), Map.of(), new Durable()).to(stick, VaultCopy.Keys.WITH);
        assertTrue(Vault.at(stick).saysNewKey());
        Path again = folder.resolve("again");
        var made = new VaultRestore(List.of(stick), rekeyed.identity, new Durable()).to(again, Map.of(), _ -> {});
        assertIntact(made);
        assertTrue(Vault.at(again).saysNewKey());
        assertTrue(Vault.at(again).saysErased(), "format 3 is format 2 and more");
    }
}
