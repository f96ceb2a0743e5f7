package org.taniq.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The patterns of all rules and guards, by the atom that is looked for first.
final class Frames {
    private final Map<Integer, List<Use<Rule>>> ofRules = new HashMap<>();
    private final Map<Integer, List<Use<Guard>>> ofGuards = new HashMap<>();
    private final Set<Integer> negators;

    /// A pattern and whose it is.
    record Use<T>(Pattern pattern, T owner) {}

    Frames(List<Rule> rules, List<Guard> guards, List<Integer> negators) {
        rules.forEach(rule -> rule.patterns().forEach(pattern -> put(pattern, rule, ofRules)));
        guards.forEach(guard -> guard.patterns().forEach(pattern -> put(pattern, guard, ofGuards)));
        this.negators = Set.copyOf(negators);
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

    /// Whether the word negates what stands beside it.
    boolean isNegator(Tokens tokens, int token) {
        for (int atom : tokens.atoms(token)) {
            if (negators.contains(atom)) {
                return true;
            }
        }
        return false;
    }
}
