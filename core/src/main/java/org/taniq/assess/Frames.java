package org.taniq.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Lang;

/// The patterns of all rules and guards, by the atom that is looked for first.
final class Frames {
    private final Map<Integer, List<Use<Rule>>> ofRules = new HashMap<>();
    private final Map<Integer, List<Use<Guard>>> ofGuards = new HashMap<>();
    private final Map<Lang, Integer> negators;

    /// A pattern and whose it is.
    record Use<T>(Pattern pattern, T owner) {}

    Frames(List<Rule> rules, List<Guard> guards, Map<Lang, Integer> negators) {
        rules.forEach(rule -> rule.patterns().forEach(pattern -> put(pattern, rule, ofRules)));
        guards.forEach(guard -> guard.patterns().forEach(pattern -> put(pattern, guard, ofGuards)));
        this.negators = Map.copyOf(negators);
    }

    private static <T> void put(Pattern pattern, T owner, Map<Integer, List<Use<T>>> uses) {
        uses.computeIfAbsent(pattern.keyAtom(), _ -> new ArrayList<>()).add(new Use<>(pattern, owner));
    }

    List<Use<Rule>> rulesAt(int atom) {
        return ofRules.getOrDefault(atom, List.of());
    }

    List<Use<Guard>> guardsAt(int atom) {
        return ofGuards.getOrDefault(atom, List.of());
    }

    /// Whether the word negates, in the language, what stands beside it.
    boolean isNegator(Lang lang, Tokens tokens, int token) {
        Integer negator = negators.get(lang);
        return negator != null && tokens.has(token, negator);
    }
}
