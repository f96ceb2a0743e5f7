package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.Recipient;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;

/// One person's computer: a configuration folder and a vault under one root. [#seal] does what a command
/// does, from whatever is there: makes keys and vault where they are missing, seals a group of evidence and
/// a step, and remembers the heads. What it may promise to the person it notes at that moment in
/// [Promises].
final class SealRun {
    static final List<String> MESSAGES = List.of("Salam, hamıya", "seni oldurecem \uD83D\uDD2A");
    /// Statements of a group of evidence.
    static final int GROUP = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;
    private final Durable durable;
    private final Promises promises;

    SealRun(Path root, Durable durable, Promises promises) {
        this.root = root;
        this.durable = durable;
        this.promises = promises;
    }

    /// What was acknowledged: statements and what is behind them, and to whom the vault is locked.
    static final class Promises {
        final Map<Pointer, String> statements = new LinkedHashMap<>();
        final List<Recipient> recipients = new ArrayList<>();

        Promises copy() {
            var copy = new Promises();
            copy.statements.putAll(statements);
            copy.recipients.addAll(recipients);
            return copy;
        }
    }

    static Path config(Path root) {
        return root.resolve("config");
    }

    static Path vault(Path root) {
        return root.resolve("case");
    }

    static Passphrase words() {
        return Passphrase.of("stone river".toCharArray(), 6);
    }

    /// @param round told apart by what is sealed
    void seal(String round) throws IOException {
        try (var turn = KeyringLock.take(config(root), Duration.ZERO)) {
            var keyring = Keyring.isIn(config(root))
                    ? Keyring.open(config(root), words(), durable)
                    : Keyring.create(config(root), words(), RANDOM, durable);
            if (!Vault.isVault(vault(root))) {
                create(keyring, turn);
            }
            var known = known(keyring, root);
            promises.recipients.add(known.keys().recipient());
            var sealer = Vault.at(vault(root)).sealer(known.keys(), known.remembered(), durable);
            remember(sealer, known);
            keyring.save(turn);
            var letter = evidence(sealer, round);
            remember(sealer, known);
            keyring.save(turn);
            step(sealer, letter);
            remember(sealer, known);
            keyring.save(turn);
        }
    }

    private void create(Keyring keyring, KeyringLock turn) throws IOException {
        var identity = Identity.generate(RANDOM);
        Vault.create(vault(root), durable, unfinished -> {
            new WaysIn(unfinished.folder().resolve("keys"), durable).add(identity, words(), RANDOM);
            keyring.add(Known.generate(vault(root), identity.recipient(), RANDOM));
            keyring.save(turn);
        });
        promises.recipients.add(identity.recipient());
    }

    /// The vault that is in the folder, or the last one that was to be made there.
    static Known known(Keyring keyring, Path root) throws IOException {
        for (var log : Vault.at(vault(root)).logFolders()) {
            var known = keyring.withLog(log.getFileName().toString());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return keyring.vaults().getLast();
    }

    static void remember(Sealer sealer, Known known) {
        for (var head : sealer.heads()) {
            known.remember(head.log(), head);
        }
    }

    private Pointer evidence(Sealer sealer, String round) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        var promised = new LinkedHashMap<Pointer, String>();
        var letter = add(group, promised, "letter " + round);
        var chat = add(group, promised, String.join("\n", MESSAGES));
        promised.put(
                group.add(Statement.of("reading/1")
                        .with("items", Json.of(List.of(chat.json())))
                        .with("records", (Rows) sink -> {
                            for (var message : MESSAGES) {
                                sink.row(row(message));
                            }
                        })),
                "records " + MESSAGES.size());
        var picture = picture();
        byte[] png = Png.write(picture);
        promised.put(
                group.add(Statement.of("item/1").with("pixels", picture).content(out -> out.write(png))),
                Digest.of(png).hex());
        group.commit();
        promises.statements.putAll(promised);
        return letter;
    }

    static Pointer add(Group group, Map<Pointer, String> promised, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var pointer = group.add(Statement.of("item/1").with("name", "a.txt").content(out -> out.write(bytes)));
        promised.put(pointer, Digest.of(bytes).hex());
        return pointer;
    }

    private static List<Json> row(String text) {
        return Schema.named("record/1").fields().stream()
                .map(field -> field.name().equals("text") ? Json.of(text) : Json.NULL)
                .toList();
    }

    static Picture picture() {
        var rgb = new byte[3 * 40 * 33];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7);
        }
        return Picture.of(40, 33, rgb, new byte[0]);
    }

    private void step(Sealer sealer, Pointer letter) throws IOException {
        var group = sealer.group(LogKind.CASE);
        var proof =
                Json.object().put("item", letter.json()).put("rank", "letter").build();
        var step = group.add(Statement.of("step/1").with("state", "sent").with("proofs", Json.of(List.of(proof))));
        group.commit();
        promises.statements.put(step, "sent");
    }

    /// Whether the vault is intact for whoever holds its key and remembers its heads, and keeps what was
    /// promised.
    static void check(Path root, Promises promises) throws IOException {
        if (!Vault.isVault(vault(root))) {
            assertTrue(promises.recipients.isEmpty(), "a vault that was promised is not there");
            return;
        }
        var known = known(Keyring.open(config(root), words(), new Durable()), root);
        var vault = Vault.at(vault(root));
        var identity = new WaysIn(vault.folder().resolve("keys"), new Durable()).open(words());
        assertEquals(identity.recipient(), known.keys().recipient());
        promises.recipients.forEach(recipient -> assertEquals(recipient, identity.recipient()));
        var verdict = VaultCheck.check(vault, known.remembered(), identity);
        assertEquals(List.of(), verdict.failed());
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        var unlocked = vault.unlock(identity, java.util.Map.of());
        for (var promise : promises.statements.entrySet()) {
            assertEquals(promise.getValue(), whatIsBehind(unlocked, promise.getKey()));
        }
        assertEquals(0, unlocked.statements("item/1").size() % 3, "part of a group");
        assertEquals(
                0,
                unlocked.statements().stream()
                                .filter(each -> !each.opened().schema().name().equals("log/1")
                                        && !each.opened().schema().name().equals("step/1"))
                                .count()
                        % GROUP,
                "part of a group");
    }

    static String whatIsBehind(Unlocked unlocked, Pointer pointer) throws IOException {
        var sealed = unlocked.statement(pointer);
        return switch (sealed.opened().schema().name()) {
            case "item/1" -> sha256(unlocked.bytes(sealed));
            case "reading/1" ->
                "records "
                        + unlocked.trees()
                                .leaves(sealed, "records", (_, _) -> {})
                                .size();
            default -> sealed.value("state") instanceof Json.Str(String state) ? state : "";
        };
    }

    private static String sha256(InputStream bytes) throws IOException {
        var sha = Digest.sha256();
        try (bytes) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
        }
        return Digest.ofBytes(sha.digest()).hex();
    }

    /// Every file below a folder with its bytes, and every folder.
    static Map<String, String> snapshot(Path folder) throws IOException {
        var all = new java.util.TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                String name = folder.relativize(file).toString();
                all.put(
                        name,
                        Files.isRegularFile(file)
                                ? Digest.of(Files.readAllBytes(file)).hex()
                                : "");
            }
        }
        return all;
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
