package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;

/// A vault that is made again under a new key, and who seals into it then.
final class Rekeyed {
    static final Instant WHEN = Instant.parse("2026-11-22T10:00:00Z");

    final Path folder;
    final Identity identity;
    final WriterKeys keys;

    private Rekeyed(Path folder, Identity identity, WriterKeys keys) {
        this.folder = folder;
        this.identity = identity;
        this.keys = keys;
    }

    static Rekeyed to(Path folder) {
        var random = new SecureRandom();
        var identity = Identity.generate(random);
        var keys = new WriterKeys(SigningKey.random(random), SigningKey.random(random), identity.recipient());
        return new Rekeyed(folder, identity, keys);
    }

    Rekeyed at(Path elsewhere) {
        return new Rekeyed(elsewhere, identity, keys);
    }

    /// As the command does it.
    Copied from(Vault vault, Identity old, Durable durable) throws IOException {
        return VaultRekey.of(vault, old, OwnLogs.NONE, Map.of(), durable)
                .to(folder, identity, unfinished -> seal(unfinished, says(unfinished, old), durable));
    }

    Copied from(SmallVault small) throws IOException {
        return from(small.vault, small.identity, new Durable());
    }

    static Statement says(Vault unfinished, Identity old) throws IOException {
        return new NewRecipient(old.recipient(), unfinished.heads()).statement(WHEN, "Aytac Nəbiyeva");
    }

    void seal(Vault vault, Statement statement, Durable durable) throws IOException {
        var group = vault.sealer(keys, Map.of(), durable).group(LogKind.EVIDENCE);
        group.add(statement);
        group.commit();
    }

    void seal(Statement statement) throws IOException {
        seal(Vault.at(folder), statement, new Durable());
    }

    Unlocked unlocked() throws IOException {
        return Vault.at(folder).unlock(identity, Map.of());
    }

    Verdict check() throws IOException {
        return VaultCheck.check(Vault.at(folder), Map.of(), identity);
    }

    /// All that is encrypted in a vault, but for ways in.
    static List<Path> encrypted(Path vault) throws IOException {
        var all = new ArrayList<Path>();
        for (var part : List.of("blob", "log")) {
            try (Stream<Path> files = Files.walk(vault.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".age")).forEach(all::add);
            }
        }
        return all;
    }

    static boolean opens(Identity identity, Path file) throws IOException {
        try {
            Blobs.unwrap(Files.readAllBytes(file), identity, 1 << 24);
            return true;
        } catch (WrongKey | Altered _) {
            return false;
        }
    }

    /// Everything that can be read, in words: what was sealed, to the last record.
    static String contents(Unlocked unlocked, List<String> logs) throws IOException {
        var said = new StringBuilder();
        for (var statement : unlocked.statements()) {
            if (!logs.contains(statement.pointer().log())) {
                continue;
            }
            said.append(statement.pointer().json().canonical())
                    .append(statement.opened().values())
                    .append(statement.opened().salts())
                    .append(statement.line().seeds().keySet());
            if (statement.hasBytes()) {
                said.append(SealRun.whatIsBehind(unlocked, statement.pointer()));
            }
            for (var field : statement.line().trees().keySet()) {
                unlocked.trees()
                        .rows(
                                statement,
                                field,
                                (number, values) -> said.append(number).append(values));
            }
        }
        return said.toString();
    }
}
