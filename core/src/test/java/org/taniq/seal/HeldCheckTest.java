package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// What a checkpoint shows that somebody else holds, also where there is nothing left to compare it with.
final class HeldCheckTest {
    @TempDir
    Path folder;

    private SmallVault small;
    private HeldCheck held;

    @SuppressWarnings("NullAway.Init")
    HeldCheckTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        held = HeldCheck.of(Files.copy(evidence().resolve("checkpoint"), folder.resolve("held")));
    }

    private Path log(SigningKey key) {
        return small.vault.logFolder(key.verifier().id());
    }

    private Path evidence() {
        return log(small.keys.evidence());
    }

    /// What a machine remembers that wrote the logs and knows of no statement.
    private Map<String, Checkpoint> notBegun() {
        var own = new HashMap<String, Checkpoint>();
        for (var kind : LogKind.values()) {
            var key = small.keys.key(kind).verifier();
            own.put(key.id(), new Checkpoint(key.origin(), 0, new Tree().root()));
        }
        return own;
    }

    /// Whoever hands a receipt out chooses what is in it.
    @Test
    void aCheckpointWithManyLinesOfSignaturesIsRefused() throws IOException {
        String note = Files.readString(evidence().resolve("checkpoint"));
        Path many =
                Files.writeString(folder.resolve("many"), "a receipt\n" + note + "\u2014 other AAAA\n".repeat(50_000));
        assertThrows(Trouble.class, () -> HeldCheck.in(many));
    }

    private Verdict compared(Map<String, Checkpoint> remembered) throws IOException {
        return held.ofVault(VaultCheck.check(small.vault, remembered, small.identity), small.vault, remembered);
    }

    private static void assertFailed(Verdict.Bytes expected, Verdict verdict) {
        assertEquals(expected, verdict.bytes(), () -> verdict.failed() + "");
        assertTrue(verdict.failed().stream().anyMatch(check -> check.name().equals("held")));
    }

    private void empty() throws IOException {
        for (var kind : LogKind.values()) {
            SealRun.delete(log(small.keys.key(kind)));
            Files.createDirectories(log(small.keys.key(kind)));
        }
        SealRun.delete(small.vault.blobFolder());
    }

    @Test
    void aLogThatHoldsWhatIsHeldIsIntact() throws IOException {
        assertEquals(Verdict.Bytes.INTACT, compared(notBegun()).bytes());
    }

    /// An emptied vault looks like one that has not begun, to whoever remembers as little.
    @Test
    void aLogOfOurOwnThatHasNotBegunHasLostWhatIsHeld() throws IOException {
        empty();
        assertEquals(
                Verdict.Bytes.INTACT,
                VaultCheck.check(small.vault, notBegun(), small.identity).bytes());
        assertFailed(Verdict.Bytes.ALTERED, compared(notBegun()));
    }

    @Test
    void aLogOfOurOwnThatIsGoneHasLostWhatIsHeld() throws IOException {
        for (var kind : LogKind.values()) {
            SealRun.delete(log(small.keys.key(kind)));
        }
        assertFailed(Verdict.Bytes.ALTERED, compared(notBegun()));
    }

    /// Its files may be on their way.
    @Test
    void anothersLogThatIsNotHereYetIsUnchecked() throws IOException {
        empty();
        assertFailed(Verdict.Bytes.UNCHECKED, compared(Map.of()));
    }

    @Test
    void whatIsHeldOfALogThatWasNeverHereIsRefused() throws IOException {
        SealRun.delete(evidence());
        assertThrows(Trouble.class, () -> compared(Map.of()));
    }

    @Test
    void aHeadOfNothingIsNoSignOfALoss() throws IOException {
        var key = small.keys.evidence();
        var none = new Checkpoint(key.verifier().origin(), 0, new Tree().root());
        held = HeldCheck.of(Files.write(folder.resolve("held"), none.sign(key)));
        empty();
        assertFailed(Verdict.Bytes.UNCHECKED, compared(notBegun()));
    }

    /// Where the log's key is here, it tells whether it signed what is held.
    @Test
    void whatTheKeyOfALogDidNotSignIsNotHeld() throws IOException {
        var stranger = SigningKey.random(new SecureRandom());
        var head = new Checkpoint(small.keys.evidence().verifier().origin(), 3, new Tree().root());
        String note = new String(head.sign(stranger), StandardCharsets.UTF_8);
        held = HeldCheck.of(Files.writeString(folder.resolve("held"), note));
        byte[] vkey = Files.readAllBytes(evidence().resolve("vkey"));
        empty();
        Files.write(evidence().resolve("vkey"), vkey);
        assertThrows(Trouble.class, () -> compared(notBegun()));
    }

    @Test
    void aStatementThatOnlyANewerProgramKnowsLeavesItUnchecked() throws IOException {
        var key = small.keys.evidence();
        var none = new Checkpoint(key.verifier().origin(), 0, new Tree().root());
        var log = LogWriter.read(log(key), key, none, new Durable());
        log.prepare();
        byte[] opening = Blobs.wrap("{}\n".getBytes(StandardCharsets.UTF_8), small.identity.recipient());
        log.commit(List.of(new Leaf("mustforget/1", List.of(Base64Url.encode(new byte[32])))), opening);
        var verdict = compared(notBegun());
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
        assertEquals(
                new Verdict.Check("held", true, Said.of("the one you hold, grown")),
                verdict.checks().getLast());
    }

    /// Nobody who was told that all is well asked for less.
    @Test
    void aLogThatBrokeSinceItWasCheckedIsNotIntact() throws IOException {
        var verdict = VaultCheck.check(small.vault, notBegun(), small.identity);
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        Files.write(evidence().resolve("tile/0/000.p/5"), new byte[32]);
        assertFailed(Verdict.Bytes.UNCHECKED, held.ofVault(verdict, small.vault, notBegun()));
    }

    /// A link is followed by nobody who checks.
    @Test
    void aLinkInPlaceOfACheckpointOfOurOwnIsALoss() throws IOException {
        var verdict = VaultCheck.check(small.vault, notBegun(), small.identity);
        Path copy = Files.move(evidence().resolve("checkpoint"), folder.resolve("copy"));
        Files.createSymbolicLink(evidence().resolve("checkpoint"), copy);
        assertFailed(Verdict.Bytes.ALTERED, held.ofVault(verdict, small.vault, notBegun()));
    }
}
