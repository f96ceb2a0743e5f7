package org.taniq.assess;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.taniq.base.Lang;

/// Guesses the language of a text from letters that only some languages have, and from frequent words and
/// endings. Chat texts are short, mixed and lose their diacritics, so it may say "unknown", and it says
/// which languages are plausible beside the likeliest.
final class Guesser {
    private static final int LETTER = 2;
    private static final int WORD = 3;
    private static final int TAIL = 2;
    private static final int MOST_LETTERS = 5;
    private static final int SURE = 9;
    private static final int LETTER_TABLE = 0x1100;

    private final List<Language> languages;
    /// For each letter a bit for each language that has it.
    private final byte[] letters = new byte[LETTER_TABLE];
    private final int[] points;
    private final int[] owners;

    /// Gives each language's words to the tree; [#guess] counts their atoms.
    Guesser(List<Language> languages, Atoms atoms) {
        this.languages = List.copyOf(languages);
        var wordAtoms = languages.stream().map(it -> atoms.of(it, it.words())).toList();
        var tailAtoms = languages.stream().map(it -> tails(it, atoms)).toList();
        points = new int[atoms.count()];
        owners = new int[atoms.count()];
        for (int i = 0; i < languages.size(); i++) {
            own(wordAtoms.get(i), i, WORD);
            own(tailAtoms.get(i), i, TAIL);
            for (char letter : languages.get(i).letters().toCharArray()) {
                letters[letter] |= (byte) (1 << i);
            }
        }
    }

    private static int tails(Language language, Atoms atoms) {
        return language.tails().isEmpty() ? Tokens.PHONE : atoms.of(language, language.tails());
    }

    private void own(int atom, int language, int value) {
        if (atom > Tokens.PHONE) {
            owners[atom] = language;
            points[atom] = value;
        }
    }

    /// The likeliest language, or unknown, and every one that may not be ruled out.
    record Guess(Lang likeliest, Set<Lang> plausible) {}

    Guess guess(String original, Tokens tokens) {
        var scores = new int[languages.size()];
        countLetters(original, scores);
        for (int token = 0; token < tokens.count(); token++) {
            for (int atom : tokens.atoms(token)) {
                if (atom < points.length && points[atom] > 0) {
                    scores[owners[atom]] += points[atom];
                }
            }
        }
        return judged(scores);
    }

    private void countLetters(String original, int[] scores) {
        var counts = new int[scores.length];
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            int having = c < LETTER_TABLE ? letters[c] : 0;
            for (int language = 0; having != 0; having >>>= 1, language++) {
                counts[language] += having & 1;
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] += LETTER * Math.min(counts[i], MOST_LETTERS);
        }
    }

    private Guess judged(int[] scores) {
        int best = 0;
        int second = -1;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                second = best;
                best = i;
            } else if (second < 0 || scores[i] > scores[second]) {
                second = i;
            }
        }
        boolean tie = scores[best] == 0 || second >= 0 && scores[second] == scores[best];
        Lang likeliest = tie ? Lang.UNKNOWN : languages.get(best).lang();
        return new Guess(likeliest, plausible(scores, scores[best]));
    }

    private Set<Lang> plausible(int[] scores, int best) {
        var plausible = EnumSet.noneOf(Lang.class);
        for (int i = 0; i < scores.length; i++) {
            if (best < SURE || scores[i] >= WORD || scores[i] * 4 >= best) {
                plausible.add(languages.get(i).lang());
            }
        }
        return plausible;
    }
}
