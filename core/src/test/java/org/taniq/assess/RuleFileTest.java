package org.taniq.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taniq.base.Yaml;
import org.taniq.base.YamlMistake;

class RuleFileTest {
    private static final Language AZERBAIJANI = Language.read(Yaml.resource("/lang/az.yaml"));

    private static final String GOOD = """
            label: incitement
            language: az
            rules:
              - id: one
                reason: a reason
                score: 0.5
                any: [bir ... iki]
                unless: []
                yes: [bir iki, bir və iki]
                no: [iki, üç]
            """;

    @Test
    void aGoodFileIsRead() {
        assertEquals(
                List.of("az/incitement/one"), read(GOOD).stream().map(Rule::id).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "score: 0.5 | scor: 0.5 | rules.yaml:4: unknown key 'scor'",
                "score: 0.5 | score: 7 | rules.yaml:6: a number from 0 to 1",
                "language: az | language: tr | rules.yaml:2: the file stands in the folder of another language",
                "label: incitement | label: insult | rules.yaml:1: the file is named after another label",
                "[bir ... iki] | [... iki] | rules.yaml:7: a gap stands between two words",
                "[bir ... iki] | [bir ...] | rules.yaml:7: a pattern has 1 to 8 words",
                "[bir ... iki] | [bir <> iki <> üç] | rules.yaml:7: <> may stand once",
                "[bir ... iki] | [bir ...99 iki] | rules.yaml:7: a gap is",
                "[bir ... iki] | ['{nobody}'] | rules.yaml:7: no words 'nobody'",
                "[bir ... iki] | [öl~] | rules.yaml:7: 'öl~' is too short a stem",
                "[bir ... iki] | [öl+nothing] | rules.yaml:7: no endings 'nothing'",
                "unless: [] | unless: [nobody] | rules.yaml:8: no guard 'nobody'",
                "[iki, üç] | [iki] | rules.yaml:10: at least 2 examples",
                "reason: a reason | reason: '' | rules.yaml:5: a text is expected",
                "score: 0.5 | reason: twice | rules.yaml:6: 'reason' stands twice",
            })
    void aMistakeIsNamedWithFileAndLine(String good, String bad, String message) {
        var wrong = assertThrows(YamlMistake.class, () -> read(GOOD.replace(good, bad)));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(message), String.valueOf(wrong.getMessage()));
    }

    @Test
    void aWordIsSpelledAsInChats() {
        Set<String> spellings = new Speller(AZERBAIJANI).spellings("başını");
        assertTrue(spellings.containsAll(Set.of("basini", "bawini", "bashini")), spellings.toString());
    }

    @Test
    void russianIsSpelledInLatinToo() {
        var russian = Language.read(Yaml.resource("/lang/ru.yaml"));
        Set<String> spellings = new Speller(russian).spellings("изобьём");
        assertTrue(spellings.containsAll(Set.of("изобьем", "izobyom", "izobem")), spellings.toString());
    }

    private static List<Rule> read(String content) {
        var reader = new RuleReader(AZERBAIJANI, new Atoms());
        return reader.rules(
                Yaml.parse("rules.yaml", content), Label.of("incitement").orElseThrow());
    }
}
