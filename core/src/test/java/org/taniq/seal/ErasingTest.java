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
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Trouble;

/// Erasing: what goes, what stays, and what every reader says of it then.
final class ErasingTest {
    @TempDir
    Path folder;

    private SmallVault small;
    private ErasedVault erased;

    @SuppressWarnings("NullAway.Init")
    ErasingTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        erased = ErasedVault.of(small);
    }

    @Test
    void whatIsErasedIsInNoFileAnyMore() throws IOException {
        assertTrue(erased.plain(small.vault.folder()).contains("oldurecem"));
        erased.erase(small.chat);
        String left = erased.plain(small.vault.folder());
        for (var word : List.of("oldurecem", "Söyüd", "chat.txt", "Kamran")) {
            assertFalse(left.contains(word), word);
        }
        assertTrue(left.contains("To the police"));
        assertTrue(left.contains("added by mistake"));
    }

    @Test
    void nothingIsAlteredOrMissingForIt() throws IOException {
        erased.erase(small.chat, small.letter);
        var verdict = erased.check();
        assertEquals(List.of(), verdict.failed());
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        assertTrue(
                verdict.erased().stream().anyMatch(check -> check.detail().contains("erased on 2026-11-22")),
                () -> verdict.erased() + "");
        var unlocked = erased.unlocked();
        assertEquals(List.of(), unlocked.gaps());
        assertThrows(IsErased.class, () -> unlocked.statement(small.reading));
        assertEquals(1, unlocked.statements("item/1").size());
        assertEquals(
                List.of(small.letter, small.chat, small.reading),
                unlocked.erased().stream().map(ErasedStatement::pointer).toList());
        var public_ = VaultCheck.check(small.vault, erased.heads());
        assertEquals(List.of(), public_.failed());
        assertEquals(1, public_.erased().size());
    }

    @Test
    void aDossierOfWhatIsLeftHolds() throws IOException {
        erased.erase(small.letter);
        var proof = new ProofMaker(erased.unlocked())
                .statement(erased.unlocked().statement(small.complaint), Set.of("proofs"));
        var proofs = Proof.parse(proof, small.complaint.log()).value("proofs").orElseThrow();
        assertTrue(proofs.canonical().contains(small.letter.leaf().hex()), "the step still points to it");
        assertEquals(
                3,
                erased.unlocked()
                        .trees()
                        .leaves(erased.unlocked().statement(small.reading), "records", (_, _) -> {})
                        .size());
    }

    @Test
    void sealingGoesOnAndTheFolderSaysThatValuesMayBeGone() throws IOException {
        assertFalse(small.vault.saysErased());
        erased.erase(small.chat);
        assertTrue(Vault.at(small.vault.folder()).saysErased());
        var sealer = small.vault.sealer(small.keys, erased.heads(), new Durable());
        erased.seal(sealer, SmallVault.item("later.txt", "text/plain", "later".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), erased.check().failed());
    }

    @Test
    void itIsDoneOnceAndAgainWhereSomethingCameBack() throws IOException {
        Path older = folder.resolve("older");
        ErasedVault.copy(small.vault.folder(), older);
        erased.erase(small.chat);
        assertTrue(erased.erasing().isDone());
        erased.bringBack(older);
        assertFalse(erased.erasing().isDone());
        assertEquals(Verdict.Bytes.INTACT, erased.check().bytes());
        assertTrue(erased.plain(small.vault.folder()).contains("oldurecem"));
        erased.finish();
        assertTrue(erased.erasing().isDone());
        assertFalse(erased.plain(small.vault.folder()).contains("oldurecem"));
    }

    @Test
    void anOlderMarkThatCameBackIsRaisedAgainAndHarmsNothing() throws IOException {
        byte[] mark = Files.readAllBytes(small.vault.folder().resolve("taniq.json"));
        erased.erase(small.chat);
        Files.write(small.vault.folder().resolve("taniq.json"), mark);
        assertEquals(Verdict.Bytes.INTACT, erased.check().bytes());
        assertFalse(erased.erasing().isDone());
        erased.finish();
        assertTrue(small.vault.saysErased());
    }

    @Test
    void copiesThatAnotherProgramPutBesideAreErasedToo() throws IOException {
        String blob = erased.unlocked().statement(small.chat).line().blob();
        Path file = small.vault.folder().resolve(VaultFiles.blob(blob));
        Files.copy(file, file.resolveSibling(blob + ".sync-conflict-20261120-1.age"));
        Path opening = small.vault.logFolder(small.chat.log()).resolve("opening/1-4.age");
        Files.copy(opening, opening.resolveSibling("1-4.sync-conflict-20261120-1.age"));
        Path aside = Files.createDirectories(small.vault.folder().resolve("orphan/x/opening"));
        Files.copy(opening, aside.resolve("1-4.age"));
        erased.erase(small.chat);
        String left = erased.plain(small.vault.folder());
        assertFalse(left.contains("oldurecem"));
        assertFalse(left.contains("chat.txt"));
    }

    @Test
    void copiesThatComeLaterAreSeenAndErasedToo() throws IOException {
        String blob = erased.unlocked().statement(small.chat).line().blob();
        Path file = small.vault.folder().resolve(VaultFiles.blob(blob));
        byte[] bytes = Files.readAllBytes(file);
        Path opening = small.vault.logFolder(small.chat.log()).resolve("opening/1-4.age");
        byte[] values = Files.readAllBytes(opening);
        erased.erase(small.chat);
        var late = List.of(
                Map.entry(file.resolveSibling(blob + ".sync-conflict-20261120-1.age"), bytes),
                Map.entry(opening.resolveSibling("1-4.sync-conflict-20261120-1.age"), values));
        for (var one : late) {
            assertTrue(erased.erasing().isDone());
            Files.write(one.getKey(), one.getValue());
            assertFalse(erased.erasing().isDone());
            erased.finish();
        }
        assertFalse(erased.plain(small.vault.folder()).contains("oldurecem"));
        assertFalse(erased.plain(small.vault.folder()).contains("chat.txt"));
    }

    @Test
    void theSearchIndexThatHoldsNothingOfItStays() throws IOException {
        Path own = Files.createDirectories(small.vault.folder().resolve("index").resolve(small.letter.log()));
        Path others =
                Files.createDirectories(small.vault.folder().resolve("index").resolve("ab".repeat(16)));
        erased.say(small.chat);
        erased.erasing().finish(Erasing.Index.STAYS, small.identity, new Durable());
        assertTrue(Files.exists(own));
        assertFalse(Files.exists(others), "what is in it nobody here can tell");
        erased.erasing().finish(Erasing.Index.GOES, small.identity, new Durable());
        assertFalse(Files.exists(own));
    }

    @Test
    void theSameFileCanBeAddedAgain() throws IOException {
        byte[] bytes = "To the police".getBytes(StandardCharsets.UTF_8);
        var digest = Digest.of(bytes);
        erased.known.saw(digest, bytes.length, small.letter.index());
        erased.erase(small.letter);
        assertEquals(OptionalLong.empty(), erased.known.seen(digest, bytes.length));
    }

    @Test
    void onlyItemsAreErased() throws IOException {
        assertThrows(Trouble.class, () -> erased.plan(small.reading));
        assertThrows(Trouble.class, () -> erased.plan(small.complaint));
    }

    @Test
    void aMemberGoesWithItsPictureAndItsArchiveStays() throws IOException {
        var group = small.sealer.group(LogKind.EVIDENCE);
        var archive = group.add(SmallVault.item("a.zip", "application/zip", new byte[] {'P', 'K'}));
        var member = group.add(Statement.of("item/1").with("name", "b.png").with("derivedFrom", of(archive)));
        var picture = group.add(Statement.of("item/1").with("derivedFrom", of(member)));
        group.commit();
        erased.remember();
        var plan = erased.plan(member);
        assertEquals(2, plan.items().size());
        assertTrue(plan.holds(picture));
        assertEquals(archive, plan.origins().getFirst().pointer());
        assertEquals(3, erased.plan(archive).items().size());
        assertEquals(List.of(), erased.plan(archive).origins());
    }

    private static Json of(Pointer origin) {
        return Json.of(List.of(Json.object()
                .put("item", origin.json())
                .put("place", Json.object().build())
                .build()));
    }

    @Test
    void itemsWithTheSameBytesAreNamed() throws IOException {
        erased.seal(
                small.sealer,
                SmallVault.item("again.txt", "text/plain", "To the police".getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, erased.plan(small.letter).twins().size());
        assertEquals(0, erased.plan(small.chat).twins().size());
    }

    @Test
    void aCopyThatIsBroughtUpToDateLosesItToo() throws IOException {
        Path stick = folder.resolve("stick");
        copy(stick);
        erased.erase(small.chat);
        var copied = copy(stick);
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), () -> copied.failed() + "");
        assertTrue(copied.notes().stream().anyMatch(check -> check.name().equals(Verdict.ERASED)));
        String left = erased.plain(stick);
        assertFalse(left.contains("oldurecem"), "also of orphan/");
        assertFalse(left.contains("chat.txt"));
        assertTrue(left.contains("To the police"));
        assertTrue(Vault.at(stick).saysErased());
        assertEquals(
                Verdict.Bytes.INTACT,
                VaultCheck.check(Vault.at(stick), Map.of(), small.identity).bytes());
    }

    private Copied copy(Path to) throws IOException {
        return new VaultCopy(small.vault, erased.heads(), new Durable())
                .openedBy(() -> small.identity)
                .without(erased.erasing(), small.identity)
                .to(to, VaultCopy.Keys.WITH);
    }

    /// A synchronisation has carried what a friend's program did to the files here.
    private void erasedByAFriend(Pointer item) throws IOException {
        var friend = new Known(small.vault.folder(), writer(), new byte[32], new byte[32]);
        var sealer = small.vault.sealer(friend.keys(), friend.remembered(), new Durable());
        small.vault.sayErased(small.vault.folder(), new Durable());
        erased.seal(
                sealer, erased.plan(item).erasure(ErasedVault.STATED, List.of()).statement());
        var own = OwnLogs.of(small.identity.recipient(), List.of(friend));
        Erasing.of(small.vault, erased.unlocked(), friend, own)
                .finish(Erasing.Index.GOES, small.identity, new Durable());
        assertFalse(erased.plain(small.vault.folder()).contains("oldurecem"));
    }

    @Test
    void whatOthersErasedHereStaysInACopyThatHoldsIt() throws IOException {
        Path stick = folder.resolve("stick");
        copy(stick);
        erasedByAFriend(small.chat);
        var copied = copy(stick);
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), () -> copied.failed() + "");
        assertTrue(
                copied.notes().stream().anyMatch(check -> check.detail().contains("values that are gone here")),
                () -> copied.notes() + "");
        assertTrue(Vault.at(stick).unlock(small.identity, Map.of()).erased().isEmpty());
        Path again = folder.resolve("again");
        restored(List.of(stick), erased.own(), again);
        assertEquals(
                small.chat,
                Vault.at(again)
                        .unlock(small.identity, Map.of())
                        .statement(small.chat)
                        .pointer());
        var third = copy(stick);
        assertEquals(List.of(), third.changes().mended());
    }

    @Test
    void ofTwoOpeningsThatLackOneValueEachACopyHasBoth() throws IOException {
        Path stick = folder.resolve("stick");
        copy(stick);
        erasedByAFriend(small.chat);
        erased.erase(small.letter);
        Path opening = Path.of("log", small.chat.log(), "opening/1-4.age");
        copy(stick);
        Path older = folder.resolve("older");
        ErasedVault.copy(stick, older);
        var log = LogFolder.read(small.vault.logFolder(small.chat.log()));
        var lines = new GroupFile(log, stick.resolve(opening), 1).lines(small.identity, Openings.LARGEST);
        assertEquals(Set.of(small.letter.index()), lines.blank(), "mine is gone, the friend's is there");
    }

    @Test
    void aLockedCaseLeavesAnOpeningInTheCopyThatItCannotCompare() throws IOException {
        Path stick = folder.resolve("stick");
        copy(stick);
        erasedByAFriend(small.chat);
        var copied = new VaultCopy(small.vault, erased.heads(), new Durable()).to(stick, VaultCopy.Keys.WITH);
        assertEquals(Verdict.Bytes.UNCHECKED, copied.bytes(), () -> copied.failed() + "");
        assertTrue(Vault.at(stick).unlock(small.identity, Map.of()).erased().isEmpty());
    }

    @Test
    void anOlderCopyDoesNotBringBackWhatThisPersonErased() throws IOException {
        Path older = folder.resolve("older");
        copy(older);
        erased.erase(small.chat);
        Path newer = folder.resolve("newer");
        copy(newer);
        erased.seal(small.sealer, Statement.of("custody/1").with("what", "copied"));
        Path again = folder.resolve("again");
        var restored = restored(List.of(older, newer), erased.own(), again);
        assertEquals(Verdict.Bytes.INTACT, restored.bytes(), () -> restored.failed() + "");
        assertFalse(erased.plain(again).contains("oldurecem"));
        assertTrue(Vault.at(again).saysErased());
        assertTrue(erased.plain(older).contains("oldurecem"), "the copies are not changed");
        Path old = folder.resolve("old");
        restored(List.of(older), erased.own(), old);
        assertTrue(erased.plain(old).contains("oldurecem"));
        assertFalse(Vault.at(old).saysErased());
    }

    /// Somebody who seals into the case says that evidence was erased which she never chose to erase.
    @Test
    void whatOthersSayTheyErasedIsRestoredAndNamed() throws IOException {
        Path older = folder.resolve("older");
        copy(older);
        erased.erase(small.chat);
        Path newer = folder.resolve("newer");
        copy(newer);
        Path again = folder.resolve("again");
        var restored = restored(List.of(newer, older), OwnLogs.NONE, again);
        assertEquals(Verdict.Bytes.INTACT, restored.bytes(), () -> restored.failed() + "");
        assertTrue(erased.plain(again).contains("oldurecem"));
        assertTrue(Vault.at(again).saysErased());
        var named = restored.notes().stream()
                .filter(check ->
                        check.name().equals(Verdict.ERASED) && check.detail().contains("it was restored"))
                .toList();
        assertEquals(1, named.size(), () -> restored.notes() + "");
        assertTrue(named.getFirst().detail().contains("(statements: 2)"), () -> named + "");
    }

    private Copied restored(List<Path> copies, OwnLogs own, Path to) throws IOException {
        return new VaultRestore(copies, small.identity, new Durable())
                .ofWriter(own)
                .to(to, Map.of(), _ -> {});
    }

    /// The case was made again on this computer, and goes on in new logs.
    @Test
    void whatThisPersonErasedBeforeSheMadeTheCaseAgainStaysErased() throws IOException {
        Path older = folder.resolve("older");
        ErasedVault.copy(small.vault.folder(), older);
        erased.erase(small.chat);
        var later = new Known(small.vault.folder(), writer(), new byte[32], new byte[32]);
        SealRun.remember(small.vault.sealer(later.keys(), later.remembered(), new Durable()), later);
        erased.bringBack(older);
        var both = OwnLogs.of(small.identity.recipient(), List.of(erased.known, later));
        var erasing = Erasing.of(small.vault, erased.unlocked(), later, both);
        assertFalse(erasing.isDone());
        erasing.finish(Erasing.Index.GOES, small.identity, new Durable());
        assertFalse(erased.plain(small.vault.folder()).contains("oldurecem"));
        var alone = OwnLogs.of(small.identity.recipient(), List.of(later));
        assertTrue(Erasing.of(small.vault, erased.unlocked(), later, alone).isNothing());
    }

    private WriterKeys writer() {
        var random = new SecureRandom();
        return new WriterKeys(SigningKey.random(random), SigningKey.random(random), small.identity.recipient());
    }

    /// Who checks has opened the vault before, and the bytes go meanwhile.
    @Test
    void whatGoesWhileItIsReadIsErasedAndNotMissing() throws IOException {
        erased.say(small.chat);
        var before = erased.unlocked();
        erased.finish();
        assertThrows(IsErased.class, () -> before.bytes(before.statement(small.chat)));
        assertThrows(
                IsErased.class, () -> before.trees().leaves(before.statement(small.reading), "records", (_, _) -> {}));
        var checked = new Checked();
        new VaultContentsCheck(before, new Remembered(erased.heads()), checked)
                .check(before.logs(), small.identity.recipient());
        assertEquals(Verdict.Bytes.INTACT, checked.bytes(Verdict.Bytes.INTACT), () -> checked.all() + "");
    }
}
