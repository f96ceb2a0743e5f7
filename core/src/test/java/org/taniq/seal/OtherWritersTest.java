package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;

/// Logs that another machine writes into the same folder, of which files are on their way; logs of strangers;
/// and openings that are damaged. Each takes away what is its own, and nothing else.
final class OtherWritersTest {
    @TempDir
    Path folder;

    private SmallVault small;
    private WriterKeys friend;

    @SuppressWarnings("NullAway.Init")
    OtherWritersTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        friend = writer(small.identity.recipient());
    }

    private static WriterKeys writer(Recipient recipient) {
        var random = new SecureRandom();
        return new WriterKeys(SigningKey.random(random), SigningKey.random(random), recipient);
    }

    private Path log(SigningKey key) {
        return small.vault.logFolder(key.verifier().id());
    }

    /// What this machine remembers: its own logs.
    private Map<String, Checkpoint> own() throws IOException {
        var own = new HashMap<String, Checkpoint>();
        for (var kind : LogKind.values()) {
            var log = LogFolder.read(log(small.keys.key(kind)));
            own.put(log.key().id(), log.checkpoint());
        }
        return own;
    }

    private Verdict check() throws IOException {
        return VaultCheck.check(small.vault, own(), small.identity);
    }

    private Unlocked unlocked() throws IOException {
        return small.vault.unlock(small.identity, own());
    }

    private Sealer friendSeals() throws IOException {
        return small.vault.sealer(friend, Map.of(), new Durable());
    }

    private static Pointer sealLetter(Sealer sealer, String text) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        var pointer = group.add(SmallVault.item(text + ".txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        group.commit();
        return pointer;
    }

    private void assertOnTheWay(String what) throws IOException {
        var verdict = check();
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes(), () -> what + ": " + verdict.failed());
        assertTrue(
                verdict.checks().stream().noneMatch(check -> check.detail().contains("belong to nothing")),
                "leftovers are named, which may belong to what is on its way: " + what);
        assertEquals(
                SmallVault.MESSAGES.size(),
                unlocked()
                        .trees()
                        .leaves(unlocked().statement(small.reading), "records", (_, _) -> {})
                        .size(),
                what);
    }

    @Test
    void aWholeLogIsIntact() throws IOException {
        sealLetter(friendSeals(), "a letter");
        assertEquals(List.of(), check().failed());
    }

    /// A copy service brings the files in any order.
    @Test
    @Tag("slow")
    void aLogOfWhichAFileIsMissingIsNotHereYet() throws IOException {
        for (var late :
                List.of("vkey", "opening/0-1.age", "tile/0/000.p/2", "tile/entries/000.p/2", "opening/1-1.age")) {
            friend = writer(small.identity.recipient());
            sealLetter(friendSeals(), "a letter " + friend.evidence().verifier().id());
            Files.delete(log(friend.evidence()).resolve(late));
            assertOnTheWay(late);
        }
    }

    @Test
    void aMissingBlobIsNotHereYet() throws IOException {
        var before = small.vault.blobs(new Durable()).list();
        sealLetter(friendSeals(), "a letter");
        for (var name : small.vault.blobs(new Durable()).list()) {
            if (!before.contains(name)) {
                Files.delete(small.vault.folder().resolve("blob/" + name.substring(0, 2) + "/" + name + ".age"));
            }
        }
        assertOnTheWay("a blob");
    }

    /// Of our own log nothing can be on its way.
    @Test
    void aMissingBlobOfOurOwnIsAltered() throws IOException {
        var name = unlocked().statement(small.letter).line().blob();
        Files.delete(small.vault.folder().resolve("blob/" + name.substring(0, 2) + "/" + name + ".age"));
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    @Test
    void anOlderCheckpointIsNotHereYet() throws IOException {
        var sealer = friendSeals();
        var checkpoint = log(friend.evidence()).resolve("checkpoint");
        byte[] early = Files.readAllBytes(checkpoint);
        var letter = sealLetter(sealer, "a letter");
        var steps = sealer.group(LogKind.CASE);
        steps.add(SmallVault.sent(letter));
        steps.commit();
        Files.write(checkpoint, early);
        assertOnTheWay("a pointer behind the checkpoint");
    }

    @Test
    void aHeadThatWasKnownLongerIsNotHereYet() throws IOException {
        var sealer = friendSeals();
        var checkpoint = log(friend.evidence()).resolve("checkpoint");
        byte[] early = Files.readAllBytes(checkpoint);
        sealLetter(sealer, "a letter");
        small.vault.sealer(writer(small.identity.recipient()), Map.of(), new Durable());
        Files.write(checkpoint, early);
        assertOnTheWay("a head in continues");
    }

    @Test
    void severalGroupsAndNoOrAnOldCheckpointAreNotHereYet() throws IOException {
        var sealer = friendSeals();
        var checkpoint = log(friend.evidence()).resolve("checkpoint");
        byte[] early = Files.readAllBytes(checkpoint);
        sealLetter(sealer, "a letter");
        sealLetter(sealer, "another");
        Files.write(checkpoint, early);
        assertOnTheWay("an old checkpoint");
        Files.delete(checkpoint);
        assertOnTheWay("no checkpoint");
    }

    @Test
    void aLogWithoutItsFirstCheckpointIsNotHereYet() throws IOException {
        friendSeals();
        Files.delete(log(friend.evidence()).resolve("checkpoint"));
        assertOnTheWay("one group and no checkpoint");
    }

    /// An opening that is missing does not hide that another one is altered.
    @Test
    void anAlteredOpeningIsNamedThoughAnotherIsMissing() throws IOException {
        var sealer = friendSeals();
        sealLetter(sealer, "a letter");
        sealLetter(sealer, "another");
        Files.delete(log(friend.evidence()).resolve("opening/2-1.age"));
        byte[] other = new byte[200];
        Arrays.fill(other, (byte) 7);
        Files.write(log(friend.evidence()).resolve("opening/1-1.age"), other);
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    /// Who may write into the folder, and has no key, puts a log of her own into it.
    @Test
    void aStrangersLogIsMaybeNotOfThisCase() throws IOException {
        friend = writer(Identity.generate(new SecureRandom()).recipient());
        sealLetter(friendSeals(), "a letter");
        assertOnTheWay("a log to which this key opens nothing");
    }

    /// It is whole and signed, and says nothing.
    @Test
    void aLogWithoutAStatementIsNotHereYet() throws IOException {
        var key = friend.evidence();
        var log = Files.createDirectories(log(key));
        Files.writeString(log.resolve("vkey"), key.verifier().text() + "\n");
        Files.write(log.resolve("checkpoint"), new Checkpoint(key.verifier().origin(), 0, new Tree().root()).sign(key));
        assertOnTheWay("an empty log");
    }

    @Test
    void aLogOfWhichOneOpeningIsForAnotherKeyIsAltered() throws IOException {
        sealLetter(friendSeals(), "a letter");
        var opening = log(friend.evidence()).resolve("opening/1-1.age");
        var stranger = Identity.generate(new SecureRandom()).recipient();
        Files.write(opening, Blobs.wrap(Blobs.unwrap(Files.readAllBytes(opening), small.identity, 1 << 20), stranger));
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
        assertEquals(1, unlocked().gaps().size());
    }

    @Test
    void anAlteredLogIsNamedAndStopsNoOther() throws IOException {
        sealLetter(friendSeals(), "a letter");
        var entries = log(friend.evidence()).resolve("tile/entries/000.p/2");
        byte[] bytes = Files.readAllBytes(entries);
        bytes[bytes.length / 2] ^= 1;
        Files.write(entries, bytes);
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
        assertTrue(unlocked().gaps().getFirst() instanceof Gap.Damaged);
        assertEquals(small.letter, unlocked().statement(small.letter).pointer());
    }

    /// One bit on an old disk must not take away the whole case.
    @Test
    void anAlteredOpeningOfOurOwnTakesAwayItsGroupOnly() throws IOException {
        var later = sealLetter(small.sealer, "a later letter");
        var opening = log(small.keys.evidence()).resolve("opening/1-4.age");
        byte[] bytes = Files.readAllBytes(opening);
        bytes[bytes.length / 2] ^= 1;
        Files.write(opening, bytes);
        var unlocked = unlocked();
        assertEquals(later, unlocked.statement(later).pointer());
        assertEquals(1, unlocked.statements("step/1").size());
        var why = assertThrows(Altered.class, () -> unlocked.statement(small.letter));
        assertEquals(unlocked.gaps(), List.of(new Gap.Damaged(small.letter.log(), why.said())));
        TwoVaults.named(check(), opening);
    }

    /// Nobody without a key turns what is altered into a wrong key.
    @Test
    void aForeignOpeningOfOurOwnIsAlteredAndTakesAwayItsGroupOnly() throws IOException {
        var stranger = Identity.generate(new SecureRandom()).recipient();
        var evidence = log(small.keys.evidence()).resolve("opening");
        Files.delete(evidence.resolve("1-4.age"));
        Files.write(evidence.resolve("0-1.age"), Blobs.wrap(new byte[9], stranger));
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
        assertEquals(1, unlocked().statements("step/1").size());
    }

    @Test
    void whatCannotBeReadStopsNoCheck() throws IOException {
        Files.createDirectories(small.vault.folder().resolve("blob/00/" + "0".repeat(64) + ".age"));
        Files.createDirectories(log(small.keys.evidence()).resolve("opening/9-1.age"));
        var verdict = check();
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
        assertTrue(verdict.failed().getFirst().detail().contains("0".repeat(64)), () -> verdict.failed() + "");
    }

    @Test
    void ofAVaultOfAnotherFormatLogsAndNamesOfBlobsAreChecked() throws IOException {
        var remembered = own();
        var mark = small.vault.folder().resolve("taniq.json");
        Files.writeString(mark, "{\"format\":99}\n");
        assertThrows(NotThisFormat.class, () -> Vault.at(small.vault.folder()));
        var another = Vault.toCheck(small.vault.folder());
        assertEquals(
                List.of("format"),
                VaultCheck.check(another, remembered).failed().stream()
                        .map(Verdict.Check::name)
                        .toList());
        Files.write(log(small.keys.evidence()).resolve("tile/entries/000.p/5"), new byte[9]);
        assertEquals(
                Verdict.Bytes.ALTERED, VaultCheck.check(another, remembered).bytes());
    }

    private void sealNewer(String schema) throws IOException {
        var key = small.keys.evidence();
        var none = new Checkpoint(key.verifier().origin(), 0, new Tree().root());
        var log = LogWriter.read(log(key), key, none, new Durable());
        log.prepare();
        byte[] opening = Blobs.wrap("{}\n".getBytes(StandardCharsets.UTF_8), small.identity.recipient());
        log.commit(List.of(new Leaf(schema, List.of(Base64Url.encode(new byte[32])))), opening);
    }

    /// A newer program says with such a name that something was taken back.
    @Test
    void aStatementThatMustBeKnownStopsThisProgram() throws IOException {
        var before = own();
        sealNewer("mustforget/1");
        assertThrows(NotThisFormat.class, () -> small.vault.unlock(small.identity, before));
        assertEquals(
                Verdict.Bytes.UNCHECKED,
                VaultCheck.check(small.vault, before, small.identity).bytes());
    }

    @Test
    void aMissingOpeningOfOurOwnTakesAwayItsGroupOnly() throws IOException {
        var later = sealLetter(small.sealer, "a later letter");
        Files.delete(log(small.keys.evidence()).resolve("opening/1-4.age"));
        var unlocked = unlocked();
        assertEquals(later, unlocked.statement(later).pointer());
        assertThrows(Altered.class, () -> unlocked.statement(small.letter));
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    @Test
    void aLogThatAnotherKnewAndThatIsGoneIsMissingAndNotAltered() throws IOException {
        friendSeals();
        small.vault.sealer(writer(small.identity.recipient()), Map.of(), new Durable());
        for (var kind : LogKind.values()) {
            SealRun.delete(log(friend.key(kind)));
        }
        var verdict = check();
        assertNotEquals(Verdict.Bytes.ALTERED, verdict.bytes());
        assertEquals(2, verdict.missing().size());
    }

    @Test
    void aStatementOfANewerProgramIsNotAltered() throws IOException {
        sealNewer("stamp/1");
        assertNotEquals(
                Verdict.Bytes.ALTERED, VaultCheck.check(small.vault, Map.of()).bytes());
        assertEquals(Verdict.Bytes.UNCHECKED, check().bytes());
        assertEquals(List.of(), unlocked().gaps());
    }
}
