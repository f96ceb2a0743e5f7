package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;

/// What a hostile reader of docs/format.md found: each test fails until format and code say the same and
/// the hole is closed.
final class FormatHolesTest {
    private static final String PERSIAN = "fa";

    @TempDir
    Path folder;

    @Test
    void aDossierIsIntactInEveryLanguage() throws IOException {
        var file = Files.write(folder.resolve("honest.zip"), Forged.honest());
        assertEquals(List.of(), in(PERSIAN, () -> DossierCheck.check(file)).failed());
    }

    @Test
    void aVaultIsTheSameInEveryLanguage() throws IOException {
        var small = in(PERSIAN, () -> SmallVault.in(folder.resolve("case")));
        assertEquals(
                List.of(),
                VaultCheck.check(small.vault, Map.of(), small.identity).failed());
    }

    @FunctionalInterface
    private interface Made<T> {
        T make() throws IOException;
    }

    private static <T> T in(String language, Made<T> made) throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.of(language));
        try {
            return made.make();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static WriterKeys writer(Recipient recipient) {
        var random = new SecureRandom();
        return new WriterKeys(SigningKey.random(random), SigningKey.random(random), recipient);
    }

    private static Path log(SmallVault small, SigningKey key) {
        return small.vault.logFolder(key.verifier().id());
    }

    /// Who may write into the folder, and has no key, puts a log of her own into it.
    @Test
    void aStrangersLogDoesNotCloseTheVault() throws IOException {
        var small = SmallVault.in(folder.resolve("case"));
        small.vault.sealer(writer(Identity.generate(new SecureRandom()).recipient()), Map.of(), new Durable());
        assertDoesNotThrow(small::unlocked);
    }

    /// It is whole and signed, and says nothing.
    @Test
    void aStrangersLogWithoutAStatementIsNotHereYet() throws IOException {
        var small = SmallVault.in(folder.resolve("case"));
        var key = SigningKey.random(new SecureRandom());
        var log = Files.createDirectories(log(small, key));
        Files.writeString(log.resolve("vkey"), key.verifier().text() + "\n");
        Files.write(log.resolve("checkpoint"), new Checkpoint(key.verifier().origin(), 0, new Tree().root()).sign(key));
        assertDoesNotThrow(small::unlocked);
        assertEquals(
                Verdict.Bytes.UNCHECKED,
                VaultCheck.check(small.vault, Map.of(), small.identity).bytes());
    }

    @Test
    void aLogThatAnotherKnewAndThatIsGoneIsMissingAndNotAltered() throws IOException {
        var small = SmallVault.in(folder.resolve("case"));
        var gone = writer(small.identity.recipient());
        small.vault.sealer(gone, Map.of(), new Durable());
        small.vault.sealer(writer(small.identity.recipient()), Map.of(), new Durable());
        for (var kind : LogKind.values()) {
            delete(log(small, gone.key(kind)));
        }
        assertNotEquals(
                Verdict.Bytes.ALTERED,
                VaultCheck.check(small.vault, Map.of(), small.identity).bytes());
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// A copy service brings the files of another writer in any order.
    @Test
    void anotherWritersLogThatIsHalfHereDoesNotCloseTheVault() throws IOException {
        for (var late : Set.of("opening/0-1.age", "tile/0/000.p/1", "tile/entries/000.p/1")) {
            var small = SmallVault.in(folder.resolve(late.replace('/', '-')));
            var other = writer(small.identity.recipient());
            small.vault.sealer(other, Map.of(), new Durable());
            Files.delete(log(small, other.evidence()).resolve(late));
            assertDoesNotThrow(small::unlocked, late);
            assertNotEquals(
                    Verdict.Bytes.ALTERED,
                    VaultCheck.check(small.vault, Map.of(), small.identity).bytes(),
                    late);
        }
    }

    @Test
    void aStatementOfANewerProgramIsNotAltered() throws IOException {
        var small = SmallVault.in(folder.resolve("case"));
        var key = small.keys.evidence();
        var none = new Checkpoint(key.verifier().origin(), 0, new Tree().root());
        var log = LogWriter.read(log(small, key), key, none, new Durable());
        log.prepare();
        byte[] opening = Blobs.wrap("{}\n".getBytes(StandardCharsets.UTF_8), small.identity.recipient());
        log.commit(List.of(new Leaf("stamp/1", List.of(Base64Url.encode(new byte[32])))), opening);
        assertNotEquals(
                Verdict.Bytes.ALTERED, VaultCheck.check(small.vault, Map.of()).bytes());
    }
}
