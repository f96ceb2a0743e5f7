package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.taniq.base.Durable;
import org.taniq.base.Json;

/// Seals into a vault as one writer. Needs the writer's keys and never the vault's identity. Only one
/// process of a writer may have one at a time: the caller holds the lock of the configuration folder.
public final class Sealer {
    private final Vault vault;
    private final WriterKeys keys;
    private final Durable durable;
    private final SecureRandom random = new SecureRandom();
    private final Map<LogKind, LogWriter> logs = new EnumMap<>(LogKind.class);

    private Sealer(Vault vault, WriterKeys keys, Durable durable) {
        this.vault = vault;
        this.keys = keys;
        this.durable = durable;
    }

    /// Opens the writer's two logs, beginning those that are not there yet.
    ///
    /// @param remembered the highest checkpoints that this machine has seen, by log id
    /// @throws Rollback if the vault is older than that
    static Sealer open(Vault vault, WriterKeys keys, Map<String, Checkpoint> remembered, Durable durable)
            throws IOException {
        var sealer = new Sealer(vault, keys, durable);
        for (var kind : LogKind.values()) {
            sealer.logs.put(kind, sealer.readLog(kind, remembered));
        }
        for (var log : sealer.logs.values()) {
            log.prepare(); // only now: of a vault that was rolled back nothing is changed
        }
        if (vault.mark().isHere()) { // it comes last into a folder that is made again
            for (var log : sealer.logs.values()) {
                sealer.raiseMark(log.needed());
            }
        }
        for (var kind : LogKind.values()) {
            if (sealer.log(kind).size() == 0) {
                sealer.begin(kind);
            }
        }
        return sealer;
    }

    /// A synchronisation may have put back an older mark, and most groups need none but the first.
    private void raiseMark(VaultFormat needed) throws IOException {
        if (needed != VaultFormat.NEW) {
            vault.raise(needed, folder(LogKind.EVIDENCE), durable);
        }
    }

    private LogWriter readLog(LogKind kind, Map<String, Checkpoint> remembered) throws IOException {
        var key = keys.key(kind);
        var none = new Checkpoint(key.verifier().origin(), 0, new Tree().root());
        return LogWriter.read(
                folder(kind), key, remembered.getOrDefault(key.verifier().id(), none), durable);
    }

    private Path folder(LogKind kind) {
        return vault.logFolder(keys.key(kind).verifier().id());
    }

    private LogWriter log(LogKind kind) {
        return Objects.requireNonNull(logs.get(kind), "both logs are opened first");
    }

    private void begin(LogKind kind) throws IOException {
        String origin = keys.key(kind).verifier().origin();
        var continues = vault.logs().whole().stream()
                .map(LogFolder::checkpoint)
                .filter(checkpoint -> !checkpoint.origin().equals(origin))
                .map(Checkpoint::json)
                .toList();
        var group = group(kind);
        group.add(Statement.of("log/1")
                .with("kind", kind.word())
                .with("origin", origin)
                .with("key", keys.key(kind).verifier().text())
                .with("recipient", keys.recipient().text())
                .with("continues", Json.of(continues))
                .with("program", Vault.PROGRAM));
        group.commit();
    }

    /// Begins a group in one of the writer's logs. Commit it before the next one is begun.
    public Group group(LogKind kind) {
        var blobs = new Blobs(vault.blobFolder(), folder(LogKind.EVIDENCE), durable);
        var leaves = new KnownLeaves(vault.folder(), durable);
        var store = new Group.Store(blobs, keys.recipient(), leaves, this::raiseMark);
        return new Group(log(kind), store, random);
    }

    /// How many readings the writer's log of evidence holds.
    public long countOfReadings() {
        return log(LogKind.EVIDENCE).countOfReadings();
    }

    /// The heads of the writer's logs, to be remembered outside the vault.
    public List<Checkpoint> heads() {
        return logs.values().stream().map(LogWriter::checkpoint).toList();
    }
}
