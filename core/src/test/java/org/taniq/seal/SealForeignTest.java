package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.Recipient;
import org.taniq.base.age.WrongKey;

/// Another version, another key or another recipient in the folder of a vault.
@Tag("slow")
final class SealForeignTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private TwoVaults vaults = TwoVaults.none();

    @BeforeEach
    void seal() throws IOException {
        vaults = TwoVaults.in(folder);
    }

    @Test
    void aNewerFormatIsLeftAlone() throws IOException {
        Files.writeString(TwoVaults.vault(vaults.root()).resolve("taniq.json"), "{\"format\":7}\n");
        var before = SealRun.snapshot(TwoVaults.vault(vaults.root()));
        var said = assertThrows(NotThisFormat.class, () -> Vault.at(TwoVaults.vault(vaults.root())));
        assertTrue(String.valueOf(said.getMessage()).contains("another version"), String.valueOf(said.getMessage()));
        assertThrows(IOException.class, () -> Vault.create(TwoVaults.vault(vaults.root()), new Durable()));
        assertEquals(before, SealRun.snapshot(TwoVaults.vault(vaults.root())));
    }

    @Test
    void aForeignRecipientInTheFolderGetsNothing() throws IOException {
        var foreign = Identity.generate(new java.security.SecureRandom());
        var words = Passphrase.of("other words".toCharArray(), 6);
        new WaysIn(TwoVaults.vault(vaults.root()).resolve("keys"), new Durable())
                .add(foreign, words, new java.security.SecureRandom());
        Files.write(
                TwoVaults.vault(vaults.root()).resolve("keys/0000000000000000.age"),
                Blobs.wrap(new byte[9], foreign.recipient()));
        Files.writeString(
                TwoVaults.vault(vaults.root()).resolve("recipients.txt"),
                foreign.recipient().text());
        var promises = new SealRun.Promises();
        new SealRun(vaults.root(), new Durable(), promises).seal("third");
        SealRun.check(vaults.root(), promises);
        for (var file : TwoVaults.concat(
                TwoVaults.files(TwoVaults.vault(vaults.root()).resolve("blob")), TwoVaults.openings(vaults.root()))) {
            try (var encrypted = Files.newInputStream(file)) {
                assertThrows(WrongKey.class, () -> foreign.decrypt(encrypted));
            }
        }
    }

    @Test
    void anOpeningEncryptedToSomebodyElseIsNamedAndAForeignKeyIsNoAlteration() throws IOException {
        var foreign = Identity.generate(new java.security.SecureRandom());
        assertUnchecked(VaultCheck.check(Vault.at(TwoVaults.vault(vaults.root())), Map.of(), foreign));
        for (var file : TwoVaults.openings(vaults.root())) {
            byte[] before = Files.readAllBytes(file);
            anew(file, foreign.recipient());
            TwoVaults.named(vaults.withKey(), file);
            Files.write(file, before);
        }
        for (var file : TwoVaults.openings(vaults.root())) {
            anew(file, foreign.recipient());
        }
        assertUnchecked(vaults.withKey(Map.of()));
        assertEquals(
                Verdict.Bytes.ALTERED, vaults.withKey().bytes(), "who remembers the logs knows that the key is right");
    }

    private void anew(Path file, Recipient recipient) throws IOException {
        Files.write(file, Blobs.wrap(Blobs.unwrap(Files.readAllBytes(file), vaults.identity(), 1 << 20), recipient));
    }

    private static void assertUnchecked(Verdict verdict) {
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
        assertEquals(
                List.of("key"),
                verdict.failed().stream().map(Verdict.Check::name).toList());
    }
}
