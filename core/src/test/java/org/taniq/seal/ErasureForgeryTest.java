package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;

/// Whoever lies about what was erased destroys nothing by it, and hides nothing that is altered.
final class ErasureForgeryTest {
    @TempDir
    Path folder;

    private SmallVault small;
    private ErasedVault erased;
    private Map<String, String> before = Map.of();

    @SuppressWarnings("NullAway.Init")
    ErasureForgeryTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        erased = ErasedVault.of(small);
    }

    private void says(Pointer... pointers) throws IOException {
        erased.seal(small.sealer, ErasedVault.saying(List.of(pointers), List.of()));
        before = contents();
    }

    /// Of all that is evidence: the folder may say that values are gone.
    private Map<String, String> contents() throws IOException {
        var all = SealRun.snapshot(small.vault.folder());
        all.keySet().removeIf(name -> name.equals("taniq.json") || name.startsWith("index"));
        return all;
    }

    private void assertNothingGoes() throws IOException {
        erased.finish();
        assertEquals(before, contents());
        assertEquals(small.letter, erased.unlocked().statement(small.letter).pointer());
        assertEquals(List.of(), erased.unlocked().erased());
    }

    private void assertNothingGoesAndItIsAltered() throws IOException {
        assertNothingGoes();
        assertEquals(Verdict.Bytes.ALTERED, erased.check().bytes());
    }

    private Pointer at(long index) throws IOException {
        return erased.unlocked().statement(small.letter.log(), index).pointer();
    }

    @Test
    void whatSaysWhatWasDoneIsNotErased() throws IOException {
        erased.seal(small.sealer, Statement.of("custody/1").with("what", "asked-again"));
        erased.seal(small.sealer, Statement.of("heads/1"));
        erased.seal(small.sealer, ErasedVault.saying(List.of(small.complaint), List.of()));
        for (var pointer : List.of(at(0), at(5), at(6), at(7), small.complaint)) {
            says(pointer);
            assertNothingGoesAndItIsAltered();
        }
    }

    @Test
    void anotherLeafOrNoneIsNotErased() throws IOException {
        says(new Pointer(small.letter.log(), small.letter.index(), small.chat.leaf()));
        assertNothingGoesAndItIsAltered();
        says(new Pointer(small.letter.log(), 999, small.letter.leaf()));
        assertNothingGoesAndItIsAltered();
        says(new Pointer("a".repeat(32), small.letter.index(), small.letter.leaf()));
        assertNothingGoesAndItIsAltered();
    }

    @Test
    void aStatementThatIsNotOfItsFormErasesNothing() throws IOException {
        for (var statement : List.of(
                ErasedVault.saying(List.of(small.letter), List.of()).with("left", Json.strings(List.of("nothing"))),
                ErasedVault.saying(List.of(small.letter), List.of()).with("when", "yesterday"),
                ErasedVault.saying(List.of(small.letter, small.letter), List.of()),
                ErasedVault.saying(List.of(small.chat, small.letter), List.of()),
                ErasedVault.saying(List.of(), List.of()),
                ErasedVault.saying(List.of(small.letter), List.of("../../keys/x")))) {
            erased.seal(small.sealer, statement);
            before = contents();
            assertNothingGoesAndItIsAltered();
        }
    }

    private Path opening() {
        return small.vault.logFolder(small.letter.log()).resolve("opening/1-4.age");
    }

    @Test
    void valuesThatAreGoneWithoutAWordAreAlteredAndTheRestIsRead() throws IOException {
        erased.rewrite(opening(), "letter.txt", "{\"index\":1}");
        assertEquals(Verdict.Bytes.ALTERED, erased.check().bytes());
        assertEquals(1, erased.unlocked().gaps().size());
        assertTrue(erased.unlocked().gaps().getFirst() instanceof Gap.Damaged);
        assertThrows(Altered.class, () -> erased.unlocked().statement(small.letter));
        assertEquals(small.chat, erased.unlocked().statement(small.chat).pointer());
    }

    @Test
    void aLineThatOnlyLooksErasedIsAltered() throws IOException {
        erased.say(small.letter);
        for (var line : List.of("{\"index\":2}", "{\"index\":1,\"why\":null}", "{\"index\": 1}", "{}", "")) {
            byte[] whole = Files.readAllBytes(opening());
            erased.rewrite(opening(), "letter.txt", line);
            assertEquals(Verdict.Bytes.ALTERED, erased.check().bytes(), line);
            Files.write(opening(), whole);
        }
    }

    @Test
    void aBlobThatSomethingElseNeedsStays() throws IOException {
        String needed = erased.unlocked().statement(small.chat).line().blob();
        erased.seal(small.sealer, ErasedVault.saying(List.of(small.letter), List.of(needed)));
        erased.finish();
        assertEquals(List.of(), erased.check().failed());
        assertThrows(IsErased.class, () -> erased.unlocked().statement(small.letter));
        assertEquals(small.chat, erased.unlocked().statement(small.chat).pointer());
    }

    /// Which blob a line leads to is not sealed, so a friend can write another one into it.
    @Test
    void aLineThatLeadsToTheBytesOfAnotherItemTakesThemNotAlong() throws IOException {
        String needed = erased.unlocked().statement(small.chat).line().blob();
        String own = erased.unlocked().statement(small.letter).line().blob();
        var line = erased.unlocked().statement(small.letter).line().text();
        erased.rewrite(opening(), "letter.txt", line.replace(own, needed));
        var erasure = erased.erase(small.letter);
        assertEquals(List.of(), erasure.blobs());
        assertEquals(small.chat, erased.unlocked().statement(small.chat).pointer());
        assertTrue(small.vault.blobs(new Durable()).has(needed));
    }

    /// Whoever seals into the case names the bytes in a line of his own, so that they are never erased.
    @Test
    void aLineOfAFriendThatLeadsToBytesWhichAreNotItsKeepsNothing() throws IOException {
        String blob = erased.unlocked().statement(small.letter).line().blob();
        erased.friendSays("something else", blob);
        assertEquals(List.of(), erased.plan(small.letter).sharing());
        assertEquals(List.of(blob), erased.erase(small.letter).blobs());
        assertFalse(small.vault.blobs(new Durable()).has(blob));
        assertTrue(erased.erasing().isDone());
    }

    @Test
    void bytesThatAFriendSealedTooStayAndAreNamed() throws IOException {
        String blob = erased.unlocked().statement(small.letter).line().blob();
        var note = erased.friendSays("To the police", blob);
        var plan = erased.plan(small.letter);
        assertEquals(
                List.of(note),
                plan.sharing().stream().map(Unlocked.Sealed::pointer).toList());
        assertEquals(List.of(), erased.erase(small.letter).blobs());
        assertTrue(small.vault.blobs(new Durable()).has(blob));
        assertEquals(List.of(), erased.check().failed());
    }

    /// Of several who say it, our own word is told.
    @Test
    void ourOwnWordComesFirst() throws IOException {
        for (int i = 0; i < 4; i++) {
            var friend = small.vault.sealer(writer(small.identity.recipient()), Map.of(), new Durable());
            erased.seal(friend, ErasedVault.saying(List.of(small.letter), List.of()));
        }
        erased.erase(small.letter);
        assertEquals(
                small.letter.log(),
                erased.unlocked().erased(small.letter).orElseThrow().by().log());
    }

    // --- others

    private static WriterKeys writer(Recipient recipient) {
        var random = new SecureRandom();
        return new WriterKeys(SigningKey.random(random), SigningKey.random(random), recipient);
    }

    @Test
    void whatAFriendErasesStaysHereAndIsNamed() throws IOException {
        var friend = small.vault.sealer(writer(small.identity.recipient()), Map.of(), new Durable());
        var erasure = erased.plan(small.chat).erasure(ErasedVault.STATED, List.of());
        erased.seal(friend, erasure.statement());
        before = contents();
        assertTrue(erased.erasing().isDone());
        assertNothingGoes();
        assertEquals(Verdict.Bytes.INTACT, erased.check().bytes());
        assertEquals(
                List.of(small.chat, small.reading),
                erased.erasing().saidByOthers().stream()
                        .map(ErasedStatement::pointer)
                        .toList());
        assertEquals(small.chat, erased.unlocked().statement(small.chat).pointer());
    }

    @Test
    void whatAFriendErasedFirstIsErasedHereToo() throws IOException {
        var friend = small.vault.sealer(writer(small.identity.recipient()), Map.of(), new Durable());
        erased.seal(friend, ErasedVault.saying(List.of(small.chat, small.reading), List.of()));
        assertEquals(2, erased.erasing().saidByOthers().size());
        erased.erase(small.chat);
        assertTrue(erased.erasing().isDone());
        assertEquals(List.of(), erased.erasing().saidByOthers());
        assertFalse(erased.plain(small.vault.folder()).contains("oldurecem"));
        assertEquals(2, erased.unlocked().erased().size());
        assertEquals(List.of(), erased.check().failed());
    }

    /// The friend's program and a synchronisation have taken the bytes away.
    @Test
    void whatAFriendErasedAndIsGoneHereIsErasedAndNotMissing() throws IOException {
        var friend = small.vault.sealer(writer(small.identity.recipient()), Map.of(), new Durable());
        var erasure = erased.plan(small.chat).erasure(ErasedVault.STATED, List.of());
        for (var blob : erasure.blobs()) {
            Files.delete(small.vault.folder().resolve(VaultFiles.blob(blob)));
        }
        assertEquals(Verdict.Bytes.ALTERED, erased.check().bytes());
        erased.seal(friend, erasure.statement());
        assertEquals(List.of(), erased.check().failed());
        assertThrows(IsErased.class, () -> erased.unlocked().statement(small.reading));
        assertEquals(List.of(), erased.erasing().saidByOthers());
    }

    @Test
    void anOpeningOfAFriendIsRewrittenAndMayComeBack() throws IOException {
        var keys = writer(small.identity.recipient());
        var friend = small.vault.sealer(keys, Map.of(), new Durable());
        var group = friend.group(LogKind.EVIDENCE);
        var note = group.add(SmallVault.item("note.txt", "text/plain", "kanareyka".getBytes(StandardCharsets.UTF_8)));
        var other = group.add(SmallVault.item("other.txt", "text/plain", "stays".getBytes(StandardCharsets.UTF_8)));
        group.commit();
        Path opening = small.vault.logFolder(note.log()).resolve("opening/1-2.age");
        byte[] original = Files.readAllBytes(opening);
        erased.erase(note);
        assertFalse(erased.plain(small.vault.folder()).contains("note.txt"));
        assertEquals(List.of(), erased.check().failed());
        assertEquals(other, erased.unlocked().statement(other).pointer());
        Files.write(opening, original);
        assertEquals(List.of(), erased.check().failed());
        assertFalse(erased.erasing().isDone());
        erased.finish();
        assertFalse(erased.plain(small.vault.folder()).contains("note.txt"));
        assertEquals(List.of(), erased.check().failed());
        // on the friend's computer, where the log of who erased it is not here yet
        Path away = folder.resolve("away");
        Files.move(small.vault.logFolder(small.letter.log()), away);
        var gaps = small.vault.unlock(small.identity, Map.of()).gaps();
        assertTrue(gaps.stream().anyMatch(Gap.NotHere.class::isInstance), () -> gaps + "");
        assertTrue(gaps.stream().noneMatch(Gap.Damaged.class::isInstance), () -> gaps + "");
    }

    @Test
    void aStrangerErasesNothing() throws IOException {
        var stranger = Identity.generate(new SecureRandom());
        var sealer = small.vault.sealer(writer(stranger.recipient()), Map.of(), new Durable());
        erased.seal(sealer, ErasedVault.saying(List.of(small.letter), List.of()));
        before = contents();
        assertNothingGoes();
        assertEquals(Verdict.Bytes.UNCHECKED, erased.check().bytes());
        assertEquals(List.of(), erased.erasing().saidByOthers());
    }

    /// Who knows the vault's recipient, and can write files, makes our log go on under a key of his own.
    @Test
    void ourOwnLogUnderAnotherKeyErasesNothing() throws IOException {
        var own = small.vault.logFolder(small.letter.log());
        var log = LogFolder.read(own);
        var forged = SigningKey.of(log.key().id(), new byte[32]);
        Files.writeString(own.resolve("vkey"), forged.verifier().text() + "\n");
        Files.write(own.resolve("checkpoint"), log.checkpoint().sign(forged));
        var writer = LogWriter.read(own, forged, log.checkpoint(), new Durable());
        var erasure = ErasedVault.saying(List.of(small.letter), List.of());
        var group = new Group(
                writer,
                new Group.Store(
                        small.vault.blobs(new Durable()),
                        small.identity.recipient(),
                        new KnownLeaves(small.vault.folder(), new Durable()),
                        _ -> {}),
                new SecureRandom());
        group.add(erasure);
        group.commit();
        assertTrue(erased.erasing().isNothing());
        before = contents();
        erased.finish();
        assertEquals(before, contents());
        assertEquals(Verdict.Bytes.ALTERED, erased.check().bytes());
    }
}
