package org.taniq.read.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.taniq.read.record.Utf8;

/// Words that stand inside the stamps of exports: morning and afternoon, eras, joiners. They are data.
final class ClockWords {
    private final Map<String, Meaning> meanings = new HashMap<>();

    /// Which years are counted.
    enum Era {
        NONE,
        BUDDHIST,
        REIWA,
        HEISEI
    }

    /// What a word says.
    enum Meaning {
        AM,
        PM,
        BUDDHIST,
        REIWA,
        HEISEI_OR_HOURS,
        BETWEEN,
        UNKNOWN
    }

    ClockWords(Map<String, List<String>> words) {
        words.forEach((meaning, list) ->
                list.forEach(word -> meanings.put(plain(word), Meaning.valueOf(meaning.toUpperCase(Locale.ROOT)))));
    }

    Meaning meaning(String word) {
        return meanings.getOrDefault(plain(word), Meaning.UNKNOWN);
    }

    private static String plain(String word) {
        var out = new StringBuilder();
        word.codePoints()
                .filter(c -> c != '.' && !Character.isSpaceChar(c) && !Utf8.isBidiMark(c))
                .map(Character::toLowerCase)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
