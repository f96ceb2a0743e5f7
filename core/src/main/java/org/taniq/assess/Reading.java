package org.taniq.assess;

import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.taniq.base.Lang;
import org.taniq.base.Text;

/// One reading of one text: rules that match, less those that a guard or a negation takes away.
final class Reading {
    private static final int MOST_SPANS = 16;

    private final Frames frames;
    private final Tokens tokens;
    private final Text text;
    private final Map<Rule, Set<Finding.Span>> found = new IdentityHashMap<>();
    /// For each guard the words near it; made when first asked for.
    private final Map<Guard, BitSet> guarded = new IdentityHashMap<>();
    private boolean guardsRead;

    Reading(Frames frames, Tokens tokens, Text text) {
        this.frames = frames;
        this.tokens = tokens;
        this.text = text;
    }

    /// The findings of rules of these languages. Where rules of the likeliest language speak of a label,
    /// those of its neighbours add nothing: Azerbaijani and Turkish share many words.
    List<Finding> findings(Set<Lang> languages, Lang likeliest) {
        readRules(languages);
        return found.entrySet().stream()
                .filter(entry -> isOf(likeliest, entry.getKey())
                        || !speaks(likeliest, entry.getKey().label()))
                .map(entry -> finding(entry.getKey(), List.copyOf(entry.getValue())))
                .sorted(Comparator.comparingDouble(Finding::score)
                        .reversed()
                        .thenComparing(finding -> finding.judge().id()))
                .toList();
    }

    private boolean speaks(Lang lang, Label label) {
        return found.keySet().stream()
                .anyMatch(rule -> isOf(lang, rule) && rule.label().equals(label));
    }

    private static boolean isOf(Lang lang, Rule rule) {
        return rule.lang() == lang;
    }

    private void readRules(Set<Lang> languages) {
        for (int token = 0; token < tokens.count(); token++) {
            for (int atom : tokens.atoms(token)) {
                for (var use : frames.rulesAt(atom)) {
                    if (languages.contains(use.owner().lang())) {
                        read(use, token);
                    }
                }
            }
        }
    }

    private static Finding finding(Rule rule, List<Finding.Span> spans) {
        return new Finding(rule.label(), rule.score(), new Judge.Rule(rule.id()), spans, rule.reason());
    }

    private void read(Frames.Use<Rule> use, int token) {
        Rule rule = use.owner();
        if (found.containsKey(rule) && found.get(rule).size() >= MOST_SPANS) {
            return;
        }
        OptionalLong match = use.pattern().match(tokens, token);
        if (match.isEmpty()) {
            return;
        }
        int first = Pattern.first(match.getAsLong());
        int last = Pattern.last(match.getAsLong());
        if (!isNegated(use.pattern(), first, last) && !isGuarded(rule, first, last)) {
            found.computeIfAbsent(rule, _ -> new LinkedHashSet<>()).add(span(first, last));
        }
    }

    private Finding.Span span(int first, int last) {
        return new Finding.Span(text.start(tokens.from(first)), text.end(tokens.to(last) - 1));
    }

    private boolean isNegated(Pattern pattern, int first, int last) {
        if (pattern.negation() == Pattern.Negation.BELONGS) {
            return false;
        }
        int from = first > 0 && !tokens.opensSentence(first) ? first - 1 : first;
        for (int token = from; token <= last; token++) {
            if (frames.isNegator(pattern.lang(), tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGuarded(Rule rule, int first, int last) {
        readGuards();
        for (Guard guard : rule.guards()) {
            BitSet near = guarded.getOrDefault(guard, new BitSet());
            int guardedWord = near.nextSetBit(first);
            boolean close = guardedWord >= 0 && guardedWord <= last;
            if (close && (guard.scope() == Guard.Scope.BESIDE || isQuoted(first, last))) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuoted(int first, int last) {
        return tokens.isQuoted(first) && tokens.isQuoted(last);
    }

    private void readGuards() {
        if (guardsRead) {
            return;
        }
        guardsRead = true;
        for (int token = 0; token < tokens.count(); token++) {
            for (int atom : tokens.atoms(token)) {
                for (var use : frames.guardsAt(atom)) {
                    read(use.owner(), use.pattern().match(tokens, token), token);
                }
            }
        }
    }

    private void read(Guard guard, OptionalLong match, int key) {
        boolean inside = guard.scope() == Guard.Scope.QUOTED && tokens.isQuoted(key);
        if (match.isEmpty() || inside) {
            return;
        }
        int from = Math.max(0, Pattern.first(match.getAsLong()) - Guard.NEAR);
        int to = Pattern.last(match.getAsLong()) + Guard.NEAR + 1;
        guarded.computeIfAbsent(guard, _ -> new BitSet()).set(from, to);
    }
}
