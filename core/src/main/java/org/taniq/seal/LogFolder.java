package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// The folder of one log, read without trust: every leaf is hashed again and must lead to the signed root.
/// Files are laid out as C2SP tlog-tiles says; entries are leaves.
public final class LogFolder {
    static final int TILE = 256;
    private static final int LARGEST_FILE = TILE * (2 + 65_535);

    /// `taniq/<id>+<8 hex>+<44 base64>` and a line feed.
    private static final int VKEY = 6 + 32 + 1 + 8 + 1 + 44 + 1;

    private final Path folder;
    private final VerifierKey key;
    private final byte[] note;
    private final Checkpoint checkpoint;
    private final List<Leaf> leaves;
    private final Tree tree;

    private LogFolder(Path folder, VerifierKey key, byte[] note, Entries entries) throws Altered {
        this.folder = folder;
        this.key = key;
        this.note = note;
        this.checkpoint = Checkpoint.verify(note, key);
        this.leaves = List.copyOf(entries.leaves);
        this.tree = entries.tree;
    }

    /// What is read of a log so far.
    private static final class Entries {
        private final List<Leaf> leaves = new ArrayList<>();
        private final Tree tree = new Tree();

        void add(byte[] leaf) throws Altered {
            leaves.add(Leaf.ofLog(RawText.utf8(leaf)));
            tree.add(Tree.leaf(leaf));
        }
    }

    /// Reads the log up to its checkpoint.
    ///
    /// @throws Altered if a file is missing or is not as it was sealed
    static LogFolder read(Path folder) throws IOException {
        var log = readEntries(folder);
        log.checkTiles();
        return log;
    }

    /// As [#read], where tiles of hashes may be damaged or missing: they can be made again from the entries.
    static LogFolder readEntries(Path folder) throws IOException {
        var key = vkey(folder);
        byte[] note = file(folder.resolve("checkpoint"));
        if (CutFile.isCutNote(note)) {
            throw CutFile.of("checkpoint");
        }
        var checkpoint = Checkpoint.verify(note, key);
        if (checkpoint.size() == 0) {
            throw new NotHereYet(Said.of("log {log} has no statement yet", "log", key.id()));
        }
        var entries = new Entries();
        for (long tile = 0; tile * TILE < checkpoint.size(); tile++) {
            read(folder, tile, width(checkpoint.size(), tile), entries);
        }
        var log = new LogFolder(folder, key, note, entries);
        if (!log.tree.root().equals(checkpoint.root())) {
            throw new Altered(Said.of("log {log}: the entries do not lead to the signed root", "log", key.id()));
        }
        return log;
    }

    /// A statement that takes back or forbids what others say has a name that an older program stops at.
    void refuseToGoPast() throws NotThisFormat {
        for (var leaf : leaves) {
            if (!leaf.isKnown() && leaf.schema().startsWith("must")) {
                throw new NotThisFormat(Said.of(
                        "log {log} holds a statement that only a newer version of Taniq may go past: use that version",
                        "log",
                        key.id()));
            }
        }
    }

    static VerifierKey vkey(Path folder) throws IOException {
        byte[] bytes = file(folder.resolve("vkey"));
        if (bytes.length < VKEY) {
            throw CutFile.of("vkey");
        }
        String text = RawText.utf8(bytes);
        if (!text.endsWith("\n")) {
            throw new Altered("vkey does not end in a line feed");
        }
        var key = VerifierKey.parse(text.substring(0, text.length() - 1));
        if (!key.id().equals(folder.getFileName().toString())) {
            throw new Altered(Said.of("log {log} holds the key of another log", "log", folder.getFileName()));
        }
        return key;
    }

    public VerifierKey key() {
        return key;
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// The head that it had when a statement of a schema was last sealed into it; of size 0 where none was.
    Checkpoint headAfterLast(String schema) {
        int size = leaves.size();
        while (size > 0 && !leaves.get(size - 1).schema().equals(schema)) {
            size--;
        }
        return new Checkpoint(checkpoint.origin(), size, tree.root(size));
    }

    /// The checkpoint as it was signed.
    byte[] note() {
        return note.clone();
    }

    Tree tree() {
        return tree;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    Path folder() {
        return folder;
    }

    /// How many entries or hashes the tile has at this size of its level.
    static int width(long size, long tile) {
        return (int) Math.min(TILE, size - tile * TILE);
    }

    static Path entries(Path folder, long tile, int width) {
        return folder.resolve("tile/entries/" + number(tile, width));
    }

    static Path tile(Path folder, int level, long tile, int width) {
        return folder.resolve("tile/" + level + "/" + number(tile, width));
    }

    /// `x001/x234/067`, and `.p/<width>` where the tile is not full.
    private static String number(long tile, int width) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%03d", tile % 1000));
        for (long rest = tile / 1000; rest > 0; rest /= 1000) {
            text.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return width == TILE ? text.toString() : text + ".p/" + width;
    }

    /// The first `width` entries of a bundle. A later commit may have replaced a partial bundle by a longer
    /// one.
    private static void read(Path folder, long tile, int width, Entries into) throws IOException {
        var bytes = ByteBuffer.wrap(file(longest(more -> entries(folder, tile, more), width)));
        for (int entry = 0; entry < width; entry++) {
            if (bytes.remaining() < 2) {
                throw new NotHereYet(Said.of("an entry bundle ends too early"));
            }
            int length = Short.toUnsignedInt(bytes.getShort());
            if (bytes.remaining() < length) {
                throw new NotHereYet(Said.of("an entry bundle ends too early"));
            }
            var leaf = new byte[length];
            bytes.get(leaf);
            into.add(leaf);
        }
        if (bytes.hasRemaining() && Files.exists(entries(folder, tile, width))) {
            throw new Altered("an entry bundle has something after its end");
        }
    }

    private static Path longest(IntFunction<Path> named, int width) {
        return IntStream.rangeClosed(width, TILE)
                .mapToObj(named)
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> named.apply(width));
    }

    private void checkTiles() throws IOException {
        for (int level = 0; checkpoint.size() >> (8 * level) > 0; level++) {
            var nodes = tree.complete(8 * level);
            for (int tile = 0; tile * TILE < nodes.size(); tile++) {
                checkTile(level, tile, nodes);
            }
        }
    }

    private void checkTile(int level, int tile, List<Digest> nodes) throws IOException {
        int width = width(nodes.size(), tile);
        byte[] expected = hashes(nodes.subList(tile * TILE, tile * TILE + width));
        byte[] bytes = file(longest(more -> tile(folder, level, tile, more), width));
        if (bytes.length < expected.length && Arrays.equals(expected, 0, bytes.length, bytes, 0, bytes.length)) {
            throw CutFile.of("tile/" + level + "/" + tile);
        }
        if (bytes.length < expected.length || !Arrays.equals(expected, 0, expected.length, bytes, 0, expected.length)) {
            throw new Altered(Said.of(
                    "log {log}: tile {tile} is not as it was sealed",
                    Map.of("log", key.id(), "tile", level + "/" + tile)));
        }
        if (bytes.length > expected.length && Files.exists(tile(folder, level, tile, width))) {
            throw new Altered(Said.of(
                    "log {log}: tile {tile} is longer than its name says",
                    Map.of("log", key.id(), "tile", level + "/" + tile)));
        }
    }

    static byte[] hashes(List<Digest> nodes) {
        var bytes = ByteBuffer.allocate(nodes.size() * Digest.LENGTH);
        nodes.forEach(node -> bytes.put(node.bytes()));
        return bytes.array();
    }

    static byte[] bundle(List<Leaf> leaves) {
        var out = new ByteArrayOutputStream();
        for (var leaf : leaves) {
            byte[] bytes = leaf.bytes();
            out.write(bytes.length >> 8);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] file(Path path) throws IOException {
        try {
            byte[] bytes = PlainFile.upTo(LARGEST_FILE, path);
            if (bytes.length > LARGEST_FILE) {
                throw new Altered(Said.of("{file} of a log is larger than it can be", "file", path.getFileName()));
            }
            if (CutFile.endsInZeros(bytes)) {
                throw CutFile.of(path.getFileName());
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new NotHereYet(Said.of("a log lacks its file {file}", "file", path.getFileName()));
        }
    }
}
