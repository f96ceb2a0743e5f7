package org.taniq.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the elements of patterns ("atoms") and puts their words into the tree. The same element in the
/// same language has the same number wherever it stands.
final class Atoms {
    /// What stands for the built-in classes `number` and `phone`.
    static final String NUMBER = "#";

    static final String PHONE = "#phone";

    private static final int SHORTEST_OPEN_STEM = 4;
    private static final int LONGEST_WORD = 40;

    private final Words.Builder words = new Words.Builder();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Integer> lengths = new HashMap<>();
    private int next = Tokens.PHONE + 1;

    /// The atom that any of the alternatives satisfies: `word`, `stem~`, `stem+ending`; `-word` is an
    /// exception.
    int of(Language language, List<String> alternatives) {
        if (alternatives.equals(List.of(PHONE))) {
            return Tokens.PHONE;
        }
        String key = language.lang() + " " + String.join("/", alternatives);
        Integer known = numbers.get(key);
        return known != null ? known : added(key, language, alternatives);
    }

    int count() {
        return next;
    }

    Words build() {
        return words.build();
    }

    /// How long the shortest word of the atom is: a guess at how rare it is.
    int length(int atom) {
        return lengths.getOrDefault(atom, 0);
    }

    private int added(String key, Language language, List<String> alternatives) {
        int atom = next++;
        numbers.put(key, atom);
        var exceptions = new ArrayList<String>();
        var speller = new Speller(language);
        for (String alternative : alternatives) {
            if (alternative.startsWith("-")) {
                exceptions.add(alternative.substring(1));
            } else {
                add(alternative, atom, language, speller);
            }
        }
        if (!exceptions.isEmpty()) {
            words.except(atom, of(language, exceptions));
        }
        return atom;
    }

    private void add(String alternative, int atom, Language language, Speller speller) {
        if (alternative.equals(NUMBER)) {
            words.addNumber(atom);
            lengths.put(atom, 0);
            return;
        }
        int plus = alternative.indexOf('+');
        if (plus < 0) {
            add(alternative, atom, speller);
            return;
        }
        String name = alternative.substring(plus + 1);
        List<String> endings = language.endings().get(name);
        if (endings == null) {
            throw new IllegalArgumentException("no endings '" + name + "' in the language file");
        }
        endings.forEach(ending -> add(alternative.substring(0, plus) + ending, atom, speller));
    }

    private void add(String word, int atom, Speller speller) {
        boolean open = word.endsWith("~");
        String written = open ? word.substring(0, word.length() - 1) : word;
        if (written.length() > LONGEST_WORD || !written.matches("[^\\s~+{}#]+")) {
            throw new IllegalArgumentException("'" + word + "' is no word");
        }
        if (open && written.length() < SHORTEST_OPEN_STEM) {
            throw new IllegalArgumentException("'" + word + "' is too short a stem: name its endings");
        }
        lengths.merge(atom, written.length(), Math::min);
        for (String spelling : speller.spellings(written)) {
            words.add(spelling, atom, open ? Words.Ending.OPEN : Words.Ending.EXACT);
        }
    }
}
