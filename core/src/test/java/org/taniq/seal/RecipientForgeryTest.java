package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;

/// A log that pins another recipient than the case's is believed only where a log that is believed says so.
final class RecipientForgeryTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private SmallVault small;
    private Rekeyed rekeyed;
    private final Identity stranger = Identity.generate(RANDOM);

    @SuppressWarnings("NullAway.Init")
    RecipientForgeryTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        rekeyed = Rekeyed.to(folder.resolve("new"));
    }

    /// Logs that say they were begun for the stranger; what is behind them opens with the key of the case.
    private Vault withStrangeLog(Statement... more) throws IOException {
        var keys = new WriterKeys(SigningKey.random(RANDOM), SigningKey.random(RANDOM), stranger.recipient());
        var vault = Vault.at(rekeyed.folder);
        var sealer = vault.sealer(keys, Map.of(), new Durable());
        for (var statement : more) {
            var group = sealer.group(LogKind.EVIDENCE);
            group.add(statement);
            group.commit();
        }
        for (var kind : LogKind.values()) {
            Path log = vault.logFolder(keys.key(kind).verifier().id());
            for (var opening : Openings.files(log)) {
                byte[] plain = Blobs.unwrap(java.nio.file.Files.readAllBytes(opening), stranger, 1 << 20);
                java.nio.file.Files.write(opening, Blobs.wrap(plain, rekeyed.identity.recipient()));
            }
        }
        return vault;
    }

    private void assertAltered(String why) throws IOException {
        var verdict = rekeyed.check();
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
        assertTrue(verdict.failed().toString().contains(why), verdict.failed()::toString);
    }

    @Test
    void withoutAStatementItIsAltered() throws IOException {
        rekeyed.from(small);
        withStrangeLog();
        assertAltered("another recipient");
    }

    @Test
    void aLogThatNobodyBelievesCannotSayItOfItself() throws IOException {
        rekeyed.from(small);
        withStrangeLog(
                new NewRecipient(stranger.recipient(), Vault.at(rekeyed.folder).heads()).statement(Rekeyed.WHEN, ""));
        assertAltered("another recipient");
    }

    @Test
    void aRecipientThatIsNamedBelievesNoLogThatIsNot() throws IOException {
        rekeyed.from(small);
        rekeyed.seal(new NewRecipient(stranger.recipient(), List.of()).statement(Rekeyed.WHEN, ""));
        withStrangeLog();
        assertAltered("another recipient");
    }

    @Test
    void withoutItTheOldLogsAreAltered() throws IOException {
        VaultRekey.of(small.vault, small.identity, OwnLogs.NONE, Map.of(), new Durable())
                .to(
                        rekeyed.folder,
                        rekeyed.identity,
                        unfinished -> rekeyed.seal(
                                unfinished, Statement.of("custody/1").with("what", "restored"), new Durable()));
        assertAltered("another recipient");
    }

    @Test
    void oneOfAnotherFormIsAltered() throws IOException {
        rekeyed.from(small);
        for (var detail : List.of(
                Json.NULL,
                Json.object()
                        .put("from", "age1")
                        .put("logs", Json.of(List.of()))
                        .build(),
                Json.object().put("from", stranger.recipient().text()).build(),
                Json.object()
                        .put("from", stranger.recipient().text())
                        .put("logs", Json.of(List.of(Json.of("all"))))
                        .build())) {
            rekeyed.seal(Statement.of("custody/1").with("what", "new-recipient").with("detail", detail));
            assertAltered("not as that is said");
        }
    }
}
