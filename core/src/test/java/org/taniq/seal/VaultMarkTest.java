package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;

/// A synchronisation that puts back an older `taniq.json`, whose number is too low for what is sealed.
final class VaultMarkTest {
    @TempDir
    Path folder;

    private SmallVault small;

    @SuppressWarnings("NullAway.Init")
    VaultMarkTest() {}

    @BeforeEach
    void aVaultWithAReadingOfTheSecondSchemaAndAnOlderMark() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(Statement.of("reading/2").with("records", (Rows) _ -> {}));
        group.commit();
        assertEquals("{\"format\":4}\n", mark(small.vault));
        lower();
    }

    private static String mark(Vault vault) throws IOException {
        return Files.readString(vault.folder().resolve("taniq.json"));
    }

    private void lower() throws IOException {
        Files.write(small.vault.folder().resolve("taniq.json"), VaultFormat.NEW.bytes());
    }

    private static boolean isNamed(Verdict verdict) {
        return verdict.checks().stream()
                .anyMatch(check ->
                        check.name().equals("format") && check.detail().startsWith("taniq.json has a lower number"));
    }

    @Test
    void whoeverSealsNextRaisesIt() throws IOException {
        small.vault.sealer(small.keys, Map.of(), new Durable());
        assertEquals("{\"format\":4}\n", mark(small.vault));
    }

    @Test
    void whatIsRaisedForAnErasureIsRaisedForTheReadingsToo() throws IOException {
        small.vault.sayErased(folder, new Durable());
        small.vault.sealer(small.keys, Map.of(), new Durable());
        assertEquals("{\"format\":5}\n", mark(small.vault));
    }

    @Test
    void theCheckNamesItAndNothingIsAltered() throws IOException {
        var verdict = VaultCheck.check(small.vault, Map.of(), small.identity);
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes(), verdict.failed()::toString);
        assertTrue(isNamed(verdict));
        assertTrue(isNamed(VaultCheck.check(small.vault, Map.of())));
        small.vault.sealer(small.keys, Map.of(), new Durable());
        assertFalse(isNamed(VaultCheck.check(small.vault, Map.of())));
    }

    @Test
    void aCopyHasTheNumberThatItNeeds() throws IOException {
        Path stick = folder.resolve("stick");
        var copy = new VaultCopy(small.vault, Map.of(), new Durable());
        copy.to(stick, VaultCopy.Keys.WITH);
        assertEquals("{\"format\":4}\n", mark(Vault.at(stick)));
        Files.write(stick.resolve("taniq.json"), VaultFormat.NEW.bytes());
        copy.to(stick, VaultCopy.Keys.WITH);
        assertEquals("{\"format\":4}\n", mark(Vault.at(stick)));
    }

    @Test
    void whatOthersSealedCountsWhereTheCaseIsOpened() throws IOException {
        var unlocked = small.vault.unlock(small.identity, Map.of());
        assertTrue(small.vault.isTooLowFor(unlocked));
        small.vault.raiseTo(unlocked, folder, new Durable());
        assertEquals("{\"format\":4}\n", mark(small.vault));
        assertFalse(small.vault.isTooLowFor(unlocked));
    }

    @Test
    void aMarkThatSomebodyWritesIsNeitherJudgedNorCopied() throws IOException {
        Path stick = folder.resolve("stick");
        var copy = new VaultCopy(small.vault, Map.of(), new Durable());
        copy.to(stick, VaultCopy.Keys.WITH);
        Files.writeString(small.vault.folder().resolve("taniq.json"), "");
        assertThrows(NotHereYet.class, () -> copy.to(stick, VaultCopy.Keys.WITH));
        assertEquals("{\"format\":4}\n", mark(Vault.at(stick)));
        var verdict = VaultCheck.check(small.vault, Map.of());
        assertFalse(isNamed(verdict));
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
    }

    @Test
    void aFolderWhoseMarkIsALinkIsAVaultAndNoEvidence() throws IOException {
        Path mark = small.vault.folder().resolve("taniq.json");
        Files.move(mark, folder.resolve("elsewhere"));
        assertFalse(Vault.isOfAnyVersion(small.vault.folder()));
        Files.createSymbolicLink(mark, folder.resolve("elsewhere"));
        assertTrue(Vault.isOfAnyVersion(small.vault.folder()));
    }
}
