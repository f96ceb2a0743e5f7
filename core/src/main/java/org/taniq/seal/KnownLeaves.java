package org.taniq.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;

/// The leaf hashes of large trees of rows, and which row each blob begins with, kept in `index/leaves/`: one
/// record of a million is proven without making the others again. Derived, and believed only where they lead
/// to the sealed root; without them all rows are made again.
final class KnownLeaves {
    /// A smaller tree is soon made again.
    static final int FEWEST = 1 << 12;

    private final Path folder;
    private final Durable durable;

    KnownLeaves(Path vault, Durable durable) {
        this.folder = vault.resolve("index").resolve("leaves");
        this.durable = durable;
    }

    /// @param firsts the number of the first row in each blob, ascending from 0
    record Known(Tree tree, List<Long> firsts) {
        Known {
            firsts = List.copyOf(firsts);
        }

        boolean isLarge() {
            return tree.size() >= FEWEST;
        }

        /// The number behind the last row of a blob.
        long endOf(int blob) {
            return blob + 1 < firsts.size() ? firsts.get(blob + 1) : tree.size();
        }
    }

    private Path file(String statement) {
        return folder.resolve(statement);
    }

    /// @param statement name of the statement whose tree it is
    void keep(String statement, Known known) throws IOException {
        var firsts = ByteBuffer.allocate(known.firsts().size() * Long.BYTES);
        known.firsts().forEach(firsts::putLong);
        byte[] hashes = known.tree().leafHashes();
        var bytes = ByteBuffer.allocate(Digest.LENGTH + firsts.capacity() + hashes.length)
                .put(Digest.of(firsts.array(), hashes).bytes())
                .put(firsts.array())
                .put(hashes);
        durable.createFolder(folder);
        durable.replace(file(statement), bytes.array());
    }

    /// Those of a tree, where they are kept and lead to its sealed value. Where its rows stand in the blobs leads
    /// to nothing that is sealed: each row must be compared with its leaf.
    ///
    /// @param blobs how many blobs hold the tree's rows
    Optional<Known> of(String statement, int blobs, String leaf, Json sealed) throws IOException {
        var file = file(statement);
        if (!PlainFile.isHere(file) || Files.size(file) != length(blobs, sealed)) {
            return Optional.empty();
        }
        return read(Files.readAllBytes(file), blobs)
                .filter(known -> RowMaker.tree(
                                leaf, known.tree().root(), known.tree().size())
                        .equals(sealed));
    }

    /// -1 where no tree is sealed.
    private static long length(int blobs, Json sealed) {
        return sealed instanceof Json.Obj tree && tree.members().get("size") instanceof Json.Num(long size)
                ? Digest.LENGTH + (long) Long.BYTES * blobs + Digest.LENGTH * size
                : -1;
    }

    private static Optional<Known> read(byte[] bytes, int blobs) {
        int head = Digest.LENGTH + blobs * Long.BYTES;
        if (blobs == 0 || bytes.length < head || !isWhole(bytes)) {
            return Optional.empty();
        }
        var firsts = new ArrayList<Long>();
        for (int i = 0; i < blobs; i++) {
            firsts.add(ByteBuffer.wrap(bytes).getLong(Digest.LENGTH + i * Long.BYTES));
        }
        var known = new Known(Tree.ofLeafHashes(Arrays.copyOfRange(bytes, head, bytes.length)), firsts);
        return areFirsts(known) ? Optional.of(known) : Optional.empty();
    }

    /// The digest in front is against accidents only.
    private static boolean isWhole(byte[] bytes) {
        byte[] digest = Arrays.copyOf(bytes, Digest.LENGTH);
        byte[] rest = Arrays.copyOfRange(bytes, Digest.LENGTH, bytes.length);
        return Arrays.equals(digest, Digest.of(rest).bytes());
    }

    private static boolean areFirsts(Known known) {
        long before = -1;
        for (long first : known.firsts()) {
            if (first <= before || first >= known.tree().size()) {
                return false;
            }
            before = first;
        }
        return known.firsts().getFirst() == 0;
    }
}
