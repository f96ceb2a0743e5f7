package org.taniq.read.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Words that stand side by side, from the left to the right.
record Row(List<Word> words, Box box) {
    /// Words farther from each other than so many times their height belong to different things.
    private static final int FAR = 4;

    Row {
        words = List.copyOf(words);
    }

    private Row(List<Word> words) {
        this(words, words.stream().map(Word::box).reduce(Box::with).orElseThrow());
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /// All words in rows, from the top to the bottom and from the left to the right.
    static List<Row> of(List<Word> words) {
        var lines = new ArrayList<List<Word>>();
        words.stream().sorted(Comparator.comparingInt(Row::middle)).forEach(word -> add(word, lines));
        return lines.stream()
                .flatMap(line -> parts(line).stream())
                .sorted(Comparator.comparingInt((Row row) -> row.box.top()).thenComparingInt(row -> row.box.left()))
                .toList();
    }

    private static int middle(Word word) {
        return word.box().top() + word.box().height() / 2;
    }

    /// To the line before, where the middle of each lies beside the other.
    private static void add(Word word, List<List<Word>> lines) {
        if (!lines.isEmpty() && isBeside(lines.getLast().getLast(), word)) {
            lines.getLast().add(word);
        } else {
            lines.add(new ArrayList<>(List.of(word)));
        }
    }

    private static boolean isBeside(Word one, Word other) {
        return 2 * one.box().linesWith(other.box())
                > Math.min(one.box().height(), other.box().height());
    }

    private static List<Row> parts(List<Word> line) {
        var parts = new ArrayList<Row>();
        var part = new ArrayList<Word>();
        line.sort(Comparator.comparingInt(word -> word.box().left()));
        for (var word : line) {
            if (!part.isEmpty() && isFar(part.getLast().box(), word.box())) {
                parts.add(new Row(part));
                part.clear();
            }
            part.add(word);
        }
        parts.add(new Row(part));
        return parts;
    }

    private static boolean isFar(Box left, Box right) {
        return right.left() - left.right() > FAR * Math.max(left.height(), right.height());
    }
}
