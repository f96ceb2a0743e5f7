package org.taniq.assess;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Text;

/// All ways in which a word of a rule may stand in a loosened text: folded, in chat spelling (w for ş), in
/// the other script of the language, and with a doubled letter written once, because a stretched letter is
/// loosened to one.
final class Speller {
    private static final int MOST = 20_000;

    private final Language language;

    Speller(Language language) {
        this.language = language;
    }

    Set<String> spellings(String word) {
        String lower = word.toLowerCase(language.lang().locale()).toLowerCase(Locale.ROOT);
        var found = new LinkedHashSet<String>();
        spell(lower, language.spellings(), Rest.FOLDED, "", found);
        if (!language.otherScript().isEmpty()) {
            spell(lower, language.otherScript(), Rest.NOTHING, "", found);
        }
        for (String spelling : List.copyOf(found)) {
            found.add(once(spelling));
        }
        return found;
    }

    /// Whether a letter may also be written as usual.
    private enum Rest {
        FOLDED,
        NOTHING
    }

    private static void spell(String word, Map<String, List<String>> ways, Rest rest, String done, Set<String> found) {
        if (found.size() > MOST) {
            throw new IllegalArgumentException("a word with more than " + MOST + " spellings: write it shorter");
        }
        if (word.isEmpty()) {
            found.add(done);
            return;
        }
        int first = word.offsetByCodePoints(0, 1);
        String letter = word.substring(0, first);
        List<String> others = ways.getOrDefault(letter, List.of());
        if (rest == Rest.FOLDED || others.isEmpty()) {
            spell(word.substring(first), ways, rest, done + folded(letter), found);
        }
        for (String other : others) {
            spell(word.substring(first), ways, rest, done + (other.equals("-") ? "" : other), found);
        }
    }

    /// The apostrophe is left away, as it is by [Tokens].
    private static String folded(String letter) {
        String folded = Text.fold(letter).folded();
        return folded.equals("'") ? "" : folded;
    }

    private static String once(String word) {
        var out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                out.append(word.charAt(i));
            }
        }
        return out.toString();
    }
}
