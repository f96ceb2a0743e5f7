package org.taniq.assess;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.taniq.base.Lang;
import org.taniq.base.Text;
import org.taniq.base.Yaml;
import org.taniq.base.YamlMistake;

/// The rules that people wrote, `rules/<language>/<label>.yaml`, as an assessor.
public final class RulePack implements Assessor {
    private static final List<Lang> LANGUAGES = List.of(Lang.AZ, Lang.TR, Lang.RU, Lang.EN, Lang.KA, Lang.HY);

    private final Words words;
    private final Guesser guesser;
    private final Frames frames;
    private final List<Rule> rules;

    private RulePack(Words words, Guesser guesser, Frames frames, List<Rule> rules) {
        this.words = words;
        this.guesser = guesser;
        this.frames = frames;
        this.rules = rules;
    }

    /// Every rule that the program carries.
    ///
    /// @throws YamlMistake if a file is wrong, with its name and line
    public static RulePack load() {
        var atoms = new Atoms();
        var languages = LANGUAGES.stream()
                .map(lang -> Language.read(Yaml.resource("/lang/" + lang.code() + ".yaml")))
                .toList();
        var guesser = new Guesser(languages, atoms);
        var rules = new ArrayList<Rule>();
        var guards = new ArrayList<Guard>();
        var negators = new EnumMap<Lang, Integer>(Lang.class);
        for (Language language : languages) {
            var reader = new RuleReader(language, atoms);
            rules.addAll(read(language.lang(), reader));
            guards.addAll(reader.guards());
            negators.put(language.lang(), reader.negator());
        }
        return new RulePack(atoms.build(), guesser, new Frames(rules, guards, negators), List.copyOf(rules));
    }

    private static List<Rule> read(Lang lang, RuleReader reader) {
        String folder = "/rules/" + lang.code() + "/";
        var rules = new ArrayList<Rule>();
        Yaml.optionalResource(folder + "words.yaml").ifPresent(reader::shared);
        for (Label label : Label.all()) {
            Yaml.optionalResource(folder + label.id() + ".yaml")
                    .ifPresent(file -> rules.addAll(reader.rules(file, label)));
        }
        return rules;
    }

    /// The rules, for the tests that run their examples.
    List<Rule> rules() {
        return rules;
    }

    @Override
    public Assessment assess(String text) {
        Text loose = Text.loose(text);
        var tokens = new Tokens(loose.folded(), words);
        Guesser.Guess guess = guesser.guess(text, tokens);
        List<Finding> findings = new Reading(frames, tokens, loose).findings(guess.plausible(), guess.likeliest());
        return new Assessment(guess.likeliest(), findings);
    }
}
