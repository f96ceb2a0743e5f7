package org.taniq.tell;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.taniq.base.Text;

/// Names without a letter or digit, as people give themselves: 🌹. One of pictures is looked for inside
/// words too; one of mere punctuation stands in most texts, so it is looked for as a word by itself.
final class Signs {
    private final Set<String> pictures = new HashSet<>();
    private final Set<String> marks = new HashSet<>();

    /// Whether there is a picture, such as an emoji, in a name.
    static boolean isPicture(String name) {
        return name.codePoints().anyMatch(point -> Character.getType(point) == Character.OTHER_SYMBOL);
    }

    /// Each word of a name is looked for by itself.
    void add(String name) {
        for (var word : words(name)) {
            if (!word.isEmpty()) {
                (isPicture(word) ? pictures : marks).add(word);
            }
        }
    }

    boolean isEmpty() {
        return pictures.isEmpty() && marks.isEmpty();
    }

    boolean standIn(String text) {
        return !isEmpty() && Arrays.stream(words(text)).anyMatch(this::standInWord);
    }

    /// Whether one of pictures stands in a text.
    boolean areShownIn(String text) {
        return !pictures.isEmpty()
                && Arrays.stream(words(text)).anyMatch(word -> pictures.stream().anyMatch(word::contains));
    }

    /// In an exported chat a colon follows the sender's name.
    private boolean standInWord(String word) {
        return marks.contains(word)
                || word.endsWith(":") && marks.contains(word.substring(0, word.length() - 1))
                || pictures.stream().anyMatch(word::contains);
    }

    private static String[] words(String text) {
        return Text.fold(text).folded().split("\\s+");
    }
}
