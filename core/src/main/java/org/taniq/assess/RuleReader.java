package org.taniq.assess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Lang;
import org.taniq.base.Yaml;

/// Reads the rule files of one language: `words.yaml` (shared words and guards), then one file for each
/// label.
final class RuleReader {
    /// The class of words that negate what follows.
    static final String NOT = "not";

    private static final int LEAST_EXAMPLES = 2;

    private final Language language;
    private final PatternReader shared;
    private final Map<String, Guard> guards = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private int negator = -1;

    RuleReader(Language language, Atoms atoms) {
        this.language = language;
        this.shared = new PatternReader(language, atoms);
    }

    /// Reads the shared file.
    void shared(Yaml file) {
        file.allow("language", "words", "guards");
        checkLanguage(file);
        shared.define(file.get("words"));
        negator = shared.atom(file, NOT);
        for (var entry : file.get("guards").members().entrySet()) {
            guards.put(entry.getKey(), guard(entry.getValue()));
        }
    }

    private Guard guard(Yaml entry) {
        entry.allow("why", "quoted", "any");
        entry.get("why").text();
        boolean quoted = entry.find("quoted").map(Yaml::text).orElse("no").equals("yes");
        Guard.Scope scope = quoted ? Guard.Scope.QUOTED : Guard.Scope.BESIDE;
        return new Guard(scope, shared.patterns(entry.get("any")));
    }

    List<Guard> guards() {
        return List.copyOf(guards.values());
    }

    /// The atom of the words that negate.
    int negator() {
        return negator;
    }

    /// Reads the rules of one label.
    List<Rule> rules(Yaml file, Label label) {
        file.allow("label", "language", "words", "rules");
        checkLanguage(file);
        if (!file.get("label").text().equals(label.id())) {
            throw file.get("label").wrong("the file is named after another label");
        }
        PatternReader patterns = shared.inner();
        file.find("words").ifPresent(patterns::define);
        var rules = new ArrayList<Rule>();
        for (Yaml entry : file.get("rules").items()) {
            rules.add(rule(entry, label, patterns));
        }
        return rules;
    }

    private Rule rule(Yaml entry, Label label, PatternReader patterns) {
        entry.allow("id", "reason", "score", "any", "unless", "yes", "no");
        String id = language.lang().code() + "/" + label.id() + "/"
                + entry.get("id").text();
        if (!ids.add(id)) {
            throw entry.get("id").wrong("this id stands twice");
        }
        return new Rule(
                id,
                language.lang(),
                label,
                entry.get("score").fraction(),
                entry.get("reason").text(),
                patterns.patterns(entry.get("any")),
                entry.find("unless").map(this::named).orElse(List.of()),
                examples(entry.get("yes")),
                examples(entry.get("no")));
    }

    private List<Guard> named(Yaml names) {
        var named = new ArrayList<Guard>();
        for (Yaml name : names.items()) {
            Guard guard = guards.get(name.text());
            if (guard == null) {
                throw name.wrong("no guard '" + name.text() + "' in words.yaml");
            }
            named.add(guard);
        }
        return List.copyOf(named);
    }

    private static List<String> examples(Yaml list) {
        List<String> examples = list.texts();
        if (examples.size() < LEAST_EXAMPLES) {
            throw list.wrong("at least " + LEAST_EXAMPLES + " examples are wanted");
        }
        return examples;
    }

    private void checkLanguage(Yaml file) {
        if (Lang.of(file.get("language").text()) != language.lang()) {
            throw file.get("language").wrong("the file stands in the folder of another language");
        }
    }
}
