package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.base.Altered;
import org.taniq.base.Digest;

/// Against the definition of RFC 6962, section 2.1, written down as it stands there.
final class TreeTest {
    private static Digest leaf(int i) {
        return Tree.leaf(Integer.toString(i).getBytes(StandardCharsets.US_ASCII));
    }

    private static Digest defined(List<Digest> leaves) {
        if (leaves.isEmpty()) {
            return Digest.of();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Tree.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
    }

    @Test
    void aTreeThatGrowsAndIsAskedInBetweenHasTheRootThatIsDefined() {
        var tree = new Tree();
        var leaves = new ArrayList<Digest>();
        for (int i = 0; i < 600; i++) {
            assertEquals(defined(leaves), tree.root(), "root of " + i);
            tree.add(leaf(i));
            leaves.add(leaf(i));
        }
    }

    @Test
    void everyBeginningHasTheRootThatItHad() {
        var tree = new Tree();
        var roots = new ArrayList<Digest>();
        for (int i = 0; i < 600; i++) {
            roots.add(tree.root());
            tree.add(leaf(i));
        }
        roots.add(tree.root());
        for (int size = 0; size <= 600; size++) {
            assertEquals(roots.get(size), tree.root(size), "root of " + size);
        }
    }

    @Test
    void everyPathLeadsToTheRootAndToNoOther() throws Altered {
        for (int size = 1; size < 70; size++) {
            var tree = new Tree();
            for (int i = 0; i < size; i++) {
                tree.add(leaf(i));
                tree.root();
            }
            for (int i = 0; i < size; i++) {
                assertEquals(tree.root(), Tree.follow(leaf(i), i, size, tree.path(i)));
            }
        }
    }

    @Test
    void aPathOfAnotherLengthOrAnIndexBeyondTheSizeIsRefused() {
        var tree = new Tree();
        for (int i = 0; i < 5; i++) {
            tree.add(leaf(i));
        }
        var longer = new ArrayList<>(tree.path(2));
        longer.add(leaf(9));
        assertThrows(Altered.class, () -> Tree.follow(leaf(2), 2, 5, longer));
        assertThrows(
                Altered.class, () -> Tree.follow(leaf(2), 2, 5, tree.path(2).subList(0, 2)));
        assertThrows(Altered.class, () -> Tree.follow(leaf(2), 5, 5, tree.path(2)));
    }

    @Test
    void theCompleteNodesOfALevelAreThoseOverFullSubtrees() {
        var tree = new Tree();
        var leaves = new ArrayList<Digest>();
        for (int i = 0; i < 21; i++) {
            tree.add(leaf(i));
            leaves.add(leaf(i));
            tree.root();
        }
        assertEquals(List.of(defined(leaves.subList(0, 8)), defined(leaves.subList(8, 16))), tree.complete(3));
    }
}
