package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;

/// The entries and tiles of a log as they are at its checkpoint, made again from its leaves: so a copy of it fits
/// one checkpoint, whatever is sealed meanwhile.
final class LogTiles {
    private static final Path HERE = Path.of("");

    private final LogFolder log;
    private final Each each;

    private LogTiles(LogFolder log, Each each) {
        this.log = log;
        this.each = each;
    }

    /// Takes a file.
    @FunctionalInterface
    interface Each {
        /// @param name in the folder of the log
        void file(String name, byte[] bytes) throws IOException;
    }

    static void of(LogFolder log, Each each) throws IOException {
        var tiles = new LogTiles(log, each);
        tiles.entries();
        tiles.hashes();
    }

    private void entries() throws IOException {
        var leaves = log.leaves();
        for (int from = 0; from < leaves.size(); from += LogFolder.TILE) {
            int tile = from / LogFolder.TILE;
            int width = LogFolder.width(leaves.size(), tile);
            tell(LogFolder.entries(HERE, tile, width), LogFolder.bundle(leaves.subList(from, from + width)));
        }
    }

    private void hashes() throws IOException {
        for (int level = 0; log.checkpoint().size() >> (8 * level) > 0; level++) {
            var nodes = log.tree().complete(8 * level);
            for (int from = 0; from < nodes.size(); from += LogFolder.TILE) {
                int tile = from / LogFolder.TILE;
                int width = LogFolder.width(nodes.size(), tile);
                tell(LogFolder.tile(HERE, level, tile, width), LogFolder.hashes(nodes.subList(from, from + width)));
            }
        }
    }

    private void tell(Path name, byte[] bytes) throws IOException {
        each.file(name.toString().replace('\\', '/'), bytes);
    }
}
