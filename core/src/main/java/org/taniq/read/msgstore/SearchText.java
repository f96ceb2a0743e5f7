package org.taniq.read.msgstore;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words as WhatsApp's index for its own search has them, without capitals and signs. By which number its rows belong
/// to messages is not known for sure, so their words tell.
final class SearchText {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SIGNS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    /// Whether each word of the index stands in what the tables have under the same number.
    static boolean isOf(String index, InStep.Joined all) {
        var there = new HashSet<String>();
        all.rows().values().forEach(row -> row.texts().values().forEach(text -> there.addAll(words(text))));
        all.loose().forEach(row -> row.texts().values().forEach(text -> there.addAll(words(text))));
        return there.containsAll(words(index));
    }

    private static Set<String> words(String text) {
        String plain = SIGNS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('\u0131', 'i'); // which no form takes apart
        var words = new HashSet<>(List.of(BETWEEN.split(plain)));
        words.remove("");
        return words;
    }
}
