package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .without(erased.erasing(), small.identity)
                .to(to, VaultCopy.Keys.WITH);
    }

    @Test
    void anOlderCopyDoesNotBringItBackWhereANewerOneSaysThatItWasErased() throws IOException {
        Path older = folder.resolve("older");
        copy(older);
        erased.erase(small.chat);
        Path newer = folder.resolve("newer");
        copy(newer);
        Path again = folder.resolve("again");
        var restored =
                new VaultRestore(List.of(older, newer), small.identity, new Durable()).to(again, Map.of(), _ -> {});
        assertEquals(Verdict.Bytes.INTACT, restored.bytes(), () -> restored.failed() + "");
        assertFalse(erased.plain(again).contains("oldurecem"));
        assertTrue(Vault.at(again).saysErased());
        assertTrue(erased.plain(older).contains("oldurecem"), "the copies are not changed");
        Path old = folder.resolve("old");
        new VaultRestore(List.of(older), small.identity, new Durable()).to(old, Map.of(), _ -> {});
        assertTrue(erased.plain(old).contains("oldurecem"));
        assertFalse(Vault.at(old).saysErased());
    }

    /// Who checks has opened the vault before, and the bytes go meanwhile.
    @Test
    void whatGoesWhileItIsReadIsErasedAndNotMissing() throws IOException {
        erased.say(small.chat);
        var before = erased.unlocked();
        erased.finish();
        assertThrows(IsErased.class, () -> before.bytes(before.statement(small.chat)));
        assertThrows(IsErased.class, () -> before.leaves(before.statement(small.reading), "records", (_, _) -> {}));
        var checked = new Checked();
        new VaultContentsCheck(before, new Remembered(erased.heads()), checked)
                .check(before.logs(), small.identity.recipient());
        assertEquals(Verdict.Bytes.INTACT, checked.bytes(Verdict.Bytes.INTACT), () -> checked.all() + "");
    }
}
