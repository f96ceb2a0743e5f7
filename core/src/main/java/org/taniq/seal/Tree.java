package org.taniq.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// A Merkle tree as RFC 6962 (section 2.1) builds it. Leaf hashes are added in order; root and inclusion
/// paths can be asked for at any time. Holds 64 bytes a leaf once paths were asked for.
public final class Tree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<Level> levels = new ArrayList<>(List.of(new Level()));

    /// The hash of a leaf's bytes.
    public static Digest leaf(byte[] bytes) {
        return Digest.of(LEAF, bytes);
    }

    static Digest node(Digest left, Digest right) {
        return Digest.of(NODE, left.bytes(), right.bytes());
    }

    void add(Digest leafHash) {
        levels.getFirst().add(leafHash);
    }

    /// A tree over leaf hashes that stand side by side, 32 bytes each.
    static Tree ofLeafHashes(byte[] hashes) {
        var tree = new Tree();
        var leaves = tree.levels.getFirst();
        leaves.bytes = hashes.clone();
        leaves.size = hashes.length / Digest.LENGTH;
        return tree;
    }

    /// The leaf hashes side by side, 32 bytes each.
    byte[] leafHashes() {
        return Arrays.copyOf(levels.getFirst().bytes, Math.toIntExact(size() * Digest.LENGTH));
    }

    long size() {
        return levels.getFirst().size;
    }

    Digest leafHash(long index) {
        return levels.getFirst().get(Math.toIntExact(index));
    }

    /// The root over all leaves; of no leaves, the digest of nothing.
    Digest root() {
        if (size() == 0) {
            return Digest.of();
        }
        build();
        return levels.getLast().get(0);
    }

    /// The root over the first `size` leaves.
    Digest root(long size) {
        if (size == 0) {
            return Digest.of();
        }
        build();
        int height = Long.numberOfTrailingZeros(size);
        var root = complete(height, size);
        for (int above = height + 1; size >> above > 0; above++) {
            if ((size >> above & 1) == 1) {
                root = node(complete(above, size), root);
            }
        }
        return root;
    }

    /// The last node of a level that covers as many of the first `size` leaves as it can.
    private Digest complete(int level, long size) {
        return levels.get(level).get(Math.toIntExact((size >> level) - 1));
    }

    /// The complete nodes of a level: each covers 2^level leaves.
    List<Digest> complete(int level) {
        return completeFrom(level, 0);
    }

    /// Those of them that come from this one on.
    List<Digest> completeFrom(int level, long from) {
        build();
        long nodes = size() >> level;
        var complete = new ArrayList<Digest>();
        for (int i = Math.toIntExact(from); i < nodes; i++) {
            complete.add(levels.get(level).get(i));
        }
        return complete;
    }

    /// The siblings from leaf to root.
    List<Digest> path(long index) {
        build();
        var path = new ArrayList<Digest>();
        int at = Math.toIntExact(index);
        for (var level : levels) {
            int sibling = at ^ 1;
            if (sibling < level.size) {
                path.add(level.get(sibling));
            }
            at >>= 1;
        }
        return path;
    }

    /// The root to which a path leads (RFC 9162, section 2.1.3.2).
    ///
    /// @throws Altered if the index is not below the size, or the path is longer or shorter than it must be
    static Digest follow(Digest leafHash, long index, long size, List<Digest> path) throws Altered {
        if (index < 0 || index >= size) {
            throw new Altered(
                    Said.of("index {index} is not below the size {size}", Map.of("index", index, "size", size)));
        }
        var hash = leafHash;
        long at = index;
        long last = size - 1;
        for (var sibling : path) {
            if (last == 0) {
                throw new Altered("an inclusion path is too long");
            }
            boolean right = (at & 1) == 1 || at == last;
            hash = right ? node(sibling, hash) : node(hash, sibling);
            while (right && (at & 1) == 0 && at != 0) {
                at >>= 1;
                last >>= 1;
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Altered("an inclusion path is too short");
        }
        return hash;
    }

    /// An odd last node moves up unchanged; that gives the tree of RFC 6962.
    private void build() {
        for (int height = 0; levels.get(height).size > 1; height++) {
            if (levels.size() == height + 1) {
                levels.add(new Level());
            }
            levels.get(height + 1).fill(levels.get(height), (int) (size() >> (height + 1)));
        }
    }

    /// Hashes side by side in one array.
    private static final class Level {
        private byte[] bytes = new byte[8 * Digest.LENGTH];
        private int size;
        private int settled;

        void add(Digest hash) {
            if ((size + 1) * Digest.LENGTH > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
            }
            System.arraycopy(hash.bytes(), 0, bytes, size * Digest.LENGTH, Digest.LENGTH);
            size++;
        }

        Digest get(int index) {
            if (index >= size) {
                throw new IndexOutOfBoundsException("no node " + index);
            }
            return Digest.ofBytes(Arrays.copyOfRange(bytes, index * Digest.LENGTH, (index + 1) * Digest.LENGTH));
        }

        /// Brings this level up to date with the one below.
        ///
        /// @param complete how many nodes of this level cover as many leaves as they can, and never change
        ///     again
        void fill(Level below, int complete) {
            size = settled;
            while (2 * size + 1 < below.size) {
                add(node(below.get(2 * size), below.get(2 * size + 1)));
            }
            settled = complete;
            if (below.size % 2 == 1) {
                add(below.get(below.size - 1));
            }
        }
    }
}
