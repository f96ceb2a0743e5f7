package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Writes one log: the only class that does. A group is there when its checkpoint is; a kill or an error at
/// any instant before leaves a group beyond the checkpoint, which the next [#prepare] sets aside. After a
/// commit that failed it is not known what is on the disk, so the next one is refused. Not for several
/// threads.
final class LogWriter {
    private final Path folder;
    private final SigningKey key;
    private final Durable durable;
    private final Tree tree = new Tree();
    private final List<Leaf> lastBundle = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();
    private Checkpoint sealed;
    private boolean uncertain;

    private LogWriter(Path folder, SigningKey key, Durable durable) {
        this.folder = folder;
        this.key = key;
        this.durable = durable;
        this.sealed = taken();
    }

    /// Reads the log of this key in `folder` (`log/<id>`), which may not be there yet. Changes nothing;
    /// [#prepare] it before the first commit.
    ///
    /// @param remembered the highest checkpoint that this machine has seen of it; size 0 where there is
    ///     none
    /// @throws Rollback if the folder is older than that, or holds more than one group beyond its
    ///     checkpoint
    static LogWriter read(Path folder, SigningKey key, Checkpoint remembered, Durable durable) throws IOException {
        var writer = new LogWriter(folder, key, durable);
        if (Files.exists(folder.resolve("checkpoint"))) {
            writer.load(remembered);
        } else if (remembered.size() > 0) {
            throw new Rollback(Said.of(
                    "the log {log} has lost its checkpoint",
                    "log",
                    key.verifier().id()));
        }
        writer.beyond().isOneGroup();
        return writer;
    }

    /// Makes the folder ready: an earlier process may have left part of a group, and a checkpoint whose
    /// name had not yet reached the disk. Whoever remembers the head that is read here must not be told
    /// later that it never was.
    void prepare() throws IOException {
        durable.createFolder(folder);
        durable.create(folder.resolve("vkey"), (key.verifier().text() + "\n").getBytes(StandardCharsets.US_ASCII));
        durable.settle();
        beyond().setAside(durable);
        durable.settle();
    }

    private Beyond beyond() {
        return new Beyond(folder, size());
    }

    private void load(Checkpoint remembered) throws IOException {
        var log = read(folder);
        if (!log.key().text().equals(key.verifier().text())) {
            throw new Altered(Said.of(
                    "log {log} has another key than this machine's",
                    "log",
                    key.verifier().id()));
        }
        log.refuseToGoPast();
        refuseRollback(log, remembered);
        log.leaves().forEach(this::take);
        sealed = taken();
    }

    private static LogFolder read(Path own) throws IOException {
        try {
            return LogFolder.read(own);
        } catch (NotHereYet missing) {
            throw new Altered(missing.said(), missing);
        }
    }

    /// @throws Rollback if the log is older than what is remembered of it, or has another past
    static void refuseRollback(LogFolder log, Checkpoint remembered) throws Rollback {
        if (log.checkpoint().size() < remembered.size()) {
            throw new Rollback(Said.of(
                    "the vault is older than this machine remembers: {now} statements, and there were {before}",
                    Map.of("now", log.checkpoint().size(), "before", remembered.size())));
        }
        if (remembered.size() > 0 && !log.tree().root(remembered.size()).equals(remembered.root())) {
            throw new Rollback("the vault tells another past than this machine remembers");
        }
    }

    private void take(Leaf leaf) {
        if (lastBundle.size() == LogFolder.TILE) {
            lastBundle.clear();
        }
        lastBundle.add(leaf);
        tree.add(leaf.hash());
        counts.merge(leaf.schema(), 1L, Long::sum);
    }

    /// The lowest format of a folder in which it may stand.
    VaultFormat needed() {
        return VaultMark.needed(counts::containsKey);
    }

    /// How many readings it holds.
    long countOfReadings() {
        return counts.entrySet().stream()
                .filter(count -> Schema.isReading(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long size() {
        return tree.size();
    }

    /// The head that was sealed last: never one that a commit which failed was to bring.
    Checkpoint checkpoint() {
        return sealed;
    }

    private Checkpoint taken() {
        return new Checkpoint(key.verifier().origin(), size(), tree.root());
    }

    Tree tree() {
        return tree;
    }

    /// Commits a group: opening, entries and tiles, checkpoint. Blobs have been published before. When this
    /// returns, the group survives a power cut.
    ///
    /// @param opening what is behind the leaves, already encrypted
    Checkpoint commit(List<Leaf> leaves, byte[] opening) throws IOException {
        if (uncertain) {
            throw new Trouble("cannot seal: the group before could not be sealed; open the vault again");
        }
        uncertain = true;
        sealed = write(leaves, opening);
        uncertain = false;
        return sealed;
    }

    private Checkpoint write(List<Leaf> leaves, byte[] opening) throws IOException {
        long before = size();
        String name = before + "-" + leaves.size() + ".age";
        publish(folder.resolve("opening/" + name), opening);
        durable.settle();
        for (var leaf : leaves) {
            take(leaf);
            if (lastBundle.size() == LogFolder.TILE) {
                writeEntries();
            }
        }
        if (lastBundle.size() < LogFolder.TILE) {
            writeEntries();
        }
        writeTiles(before);
        var checkpoint = taken();
        durable.replace(folder.resolve("checkpoint"), checkpoint.sign(key));
        return checkpoint;
    }

    private void writeEntries() throws IOException {
        long tile = (size() - 1) / LogFolder.TILE;
        publish(LogFolder.entries(folder, tile, lastBundle.size()), LogFolder.bundle(lastBundle));
    }

    private void writeTiles(long before) throws IOException {
        for (int level = 0; size() >> (8 * level) > 0; level++) {
            long unchanged = before >> (8 * level);
            if (size() >> (8 * level) > unchanged) {
                writeLevel(level, unchanged / LogFolder.TILE);
            }
        }
    }

    private void writeLevel(int level, long firstTile) throws IOException {
        var nodes = tree.completeFrom(8 * level, firstTile * LogFolder.TILE);
        for (int from = 0; from < nodes.size(); from += LogFolder.TILE) {
            var hashes = nodes.subList(from, Math.min(from + LogFolder.TILE, nodes.size()));
            var file = LogFolder.tile(folder, level, firstTile + from / LogFolder.TILE, hashes.size());
            publish(file, LogFolder.hashes(hashes));
        }
    }

    private void publish(Path file, byte[] bytes) throws IOException {
        durable.createFolder(file.resolve("..").normalize());
        durable.createLater(file, bytes);
    }
}
