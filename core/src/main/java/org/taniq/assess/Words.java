package org.taniq.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.taniq.base.Text;

/// The words of all rules in one tree of letters. Looking a word up walks its letters once and gives the
/// numbers of the pattern elements ("atoms") that it satisfies. A masked letter stands for any letter.
final class Words {
    private static final int[] NONE = {};
    private static final int MOST_MASKS = 2;
    private static final int LEAST_LETTERS = 3;

    private final Node root;
    private final int[] ofNumbers;

    private Words(Node root, int[] ofNumbers) {
        this.root = root;
        this.ofNumbers = ofNumbers;
    }

    /// The atoms that any number satisfies.
    int[] ofNumbers() {
        return ofNumbers;
    }

    /// How a written word may go on in the text.
    enum Ending {
        EXACT,
        OPEN
    }

    /// The atoms of the word at `[from, to)`, ascending. The array is shared: it is not to be changed.
    int[] atoms(String text, int from, int to) {
        Node node = root;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                continue;
            }
            if (c == Text.MASK) {
                return masked(text, from, to);
            }
            int at = node.branch(c);
            if (at < 0) {
                return node.whenLonger;
            }
            node = node.children[at];
        }
        return node.whenEnding;
    }

    private int[] masked(String text, int from, int to) {
        long masks =
                text.substring(from, to).chars().filter(c -> c == Text.MASK).count();
        if (masks > MOST_MASKS || to - from - masks < LEAST_LETTERS) {
            return NONE;
        }
        var found = new TreeSet<Integer>();
        List<Node> nodes = List.of(root);
        for (int i = from; i < to; i++) {
            nodes = step(nodes, text.charAt(i), i > from ? found : new TreeSet<>());
        }
        nodes.forEach(node -> addAll(node.whenEnding, found));
        return sorted(found);
    }

    private static List<Node> step(List<Node> nodes, char c, Set<Integer> found) {
        var next = new ArrayList<Node>();
        for (Node node : nodes) {
            if (c == '\'') {
                next.add(node);
            } else if (c == Text.MASK) {
                next.addAll(List.of(node.children));
            } else if (node.branch(c) >= 0) {
                next.add(node.children[node.branch(c)]);
            } else {
                addAll(node.whenLonger, found);
            }
        }
        return next;
    }

    private static void addAll(int[] atoms, Set<Integer> found) {
        for (int atom : atoms) {
            found.add(atom);
        }
    }

    private static int[] sorted(Set<Integer> atoms) {
        return atoms.isEmpty()
                ? NONE
                : atoms.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static final class Node {
        private final char[] letters;
        private final Node[] children;
        private final int[] whenEnding;
        private final int[] whenLonger;

        Node(char[] letters, Node[] children, int[] whenEnding, int[] whenLonger) {
            this.letters = letters;
            this.children = children;
            this.whenEnding = whenEnding;
            this.whenLonger = whenLonger;
        }

        /// Which of the children the letter leads to; negative where there is none.
        int branch(char letter) {
            return Arrays.binarySearch(letters, letter);
        }
    }

    /// Collects words, then makes the tree.
    static final class Builder {
        private final Branch trunk = new Branch();
        private final Map<Integer, Integer> exceptions = new HashMap<>();
        private final Set<Integer> ofNumbers = new TreeSet<>();

        void add(String word, int atom, Ending ending) {
            Branch branch = trunk;
            for (int i = 0; i < word.length(); i++) {
                branch = branch.children.computeIfAbsent(word.charAt(i), _ -> new Branch());
            }
            (ending == Ending.OPEN ? branch.open : branch.exact).add(atom);
        }

        /// A word that has the atom `except` does not have `atom`.
        void except(int atom, int except) {
            exceptions.put(atom, except);
        }

        /// Any number has the atom.
        void addNumber(int atom) {
            ofNumbers.add(atom);
        }

        Words build() {
            return new Words(grown(trunk, Set.of()), sorted(ofNumbers));
        }

        private Node grown(Branch branch, Set<Integer> above) {
            var open = new TreeSet<>(above);
            open.addAll(branch.open);
            var ending = new TreeSet<>(open);
            ending.addAll(branch.exact);
            int size = branch.children.size();
            var letters = new char[size];
            var children = new Node[size];
            int i = 0;
            for (var child : branch.children.entrySet()) {
                letters[i] = child.getKey();
                children[i++] = grown(child.getValue(), open);
            }
            return new Node(letters, children, allowed(ending), allowed(open));
        }

        private int[] allowed(Set<Integer> atoms) {
            IntStream kept = atoms.stream().mapToInt(Integer::intValue).filter(atom -> !isExcepted(atom, atoms));
            int[] array = kept.toArray();
            return array.length == 0 ? NONE : array;
        }

        private boolean isExcepted(int atom, Set<Integer> atoms) {
            return exceptions.containsKey(atom) && atoms.contains(exceptions.get(atom));
        }
    }

    private static final class Branch {
        private final TreeMap<Character, Branch> children = new TreeMap<>();
        private final Set<Integer> open = new TreeSet<>();
        private final Set<Integer> exact = new TreeSet<>();
    }
}
