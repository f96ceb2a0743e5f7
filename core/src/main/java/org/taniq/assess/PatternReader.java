package org.taniq.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.taniq.base.Yaml;

/// Reads the notation of patterns. docs/assessment.md describes it for people who write rules.
final class PatternReader {
    private static final int GAP = 3;
    private static final int MOST_ATOMS = 8;

    private final Language language;
    private final Atoms atoms;
    private final Map<String, List<String>> classes = new HashMap<>();

    PatternReader(Language language, Atoms atoms) {
        this.language = language;
        this.atoms = atoms;
        classes.put("number", List.of(Atoms.NUMBER));
        classes.put("phone", List.of(Atoms.PHONE));
    }

    /// A reader that knows the same classes; what it learns stays with it.
    PatternReader inner() {
        var inner = new PatternReader(language, atoms);
        inner.classes.putAll(classes);
        return inner;
    }

    void define(Yaml words) {
        for (var entry : words.members().entrySet()) {
            var members = new ArrayList<String>();
            for (Yaml word : entry.getValue().items()) {
                members.addAll(alternatives(word, word.text()));
            }
            classes.put(entry.getKey(), List.copyOf(members));
        }
    }

    List<Pattern> patterns(Yaml list) {
        var patterns = new ArrayList<Pattern>();
        for (Yaml line : list.items()) {
            String[] halves = line.text().strip().split("\\s+<>\\s+", -1);
            if (halves.length > 2) {
                throw line.wrong("<> may stand once in a pattern");
            }
            patterns.add(pattern(line, line.text().replace("<>", "...")));
            if (halves.length == 2) {
                patterns.add(pattern(line, halves[1] + " ... " + halves[0]));
            }
        }
        return patterns;
    }

    /// The atom of a class of words; empty classes have none.
    int atom(Yaml where, String className) {
        return number(where, alternatives(where, "{" + className + "}"));
    }

    private Pattern pattern(Yaml line, String text) {
        var numbers = new ArrayList<Integer>();
        var gaps = new ArrayList<Integer>();
        var used = new HashSet<String>();
        boolean afterGap = true;
        for (String element : text.strip().split("\\s+")) {
            if (element.startsWith("...")) {
                if (afterGap) {
                    throw line.wrong("a gap stands between two words");
                }
                gaps.set(gaps.size() - 1, gap(line, element));
                afterGap = true;
                continue;
            }
            List<String> alternatives = alternatives(line, element);
            used.addAll(alternatives);
            numbers.add(number(line, alternatives));
            gaps.add(0);
            afterGap = false;
        }
        if (afterGap || numbers.size() > MOST_ATOMS) {
            throw line.wrong("a pattern has 1 to " + MOST_ATOMS + " words and ends with one");
        }
        return new Pattern(language.lang(), numbers, gaps, key(numbers), negation(used));
    }

    private static int gap(Yaml line, String element) {
        String digits = element.substring(3);
        if (digits.isEmpty()) {
            return GAP;
        }
        if (!digits.matches("[1-9]|1[0-2]")) {
            throw line.wrong("a gap is ... or ...1 to ...12");
        }
        return Integer.parseInt(digits);
    }

    private List<String> alternatives(Yaml where, String element) {
        var all = new ArrayList<String>();
        for (String alternative : element.split("/")) {
            if (alternative.startsWith("{") && alternative.endsWith("}")) {
                all.addAll(members(where, alternative.substring(1, alternative.length() - 1)));
            } else {
                all.add(alternative);
            }
        }
        return all;
    }

    private List<String> members(Yaml where, String className) {
        List<String> members = classes.get(className);
        if (members == null) {
            throw where.wrong("no words '" + className + "' are defined above");
        }
        return members;
    }

    private int number(Yaml where, List<String> alternatives) {
        try {
            return atoms.of(language, alternatives);
        } catch (IllegalArgumentException e) {
            throw where.wrong(String.valueOf(e.getMessage()));
        }
    }

    private int key(List<Integer> numbers) {
        return IntStream.range(0, numbers.size())
                .reduce(0, (best, i) -> atoms.length(numbers.get(i)) > atoms.length(numbers.get(best)) ? i : best);
    }

    private Pattern.Negation negation(Set<String> used) {
        boolean belongs =
                classes.getOrDefault(RuleReader.NOT, List.of()).stream().anyMatch(used::contains);
        return belongs ? Pattern.Negation.BELONGS : Pattern.Negation.UNDOES;
    }
}
