package org.taniq.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.taniq.base.Lang;
import org.taniq.base.Yaml;

/// Runs the rules over the phrases of the shared taxonomy: 8 examples and 4 hard negatives for each label
/// and language.
///
/// The rules were written with these phrases in sight, so the figures show that the rules do what was
/// meant, and say nothing about texts in the wild.
class TaxonomyTest {
    private static final List<Lang> LANGUAGES = List.of(Lang.AZ, Lang.TR, Lang.RU, Lang.EN);
    private static final List<String> LABELS =
            List.of("threat_to_life", "threat_of_violence", "incitement", "doxxing_location");
    private static final RulePack RULES = RulePack.load();

    @Test
    void everyLabelIsOneOfTheTaxonomy() throws IOException {
        var ids = taxonomy().get("categories").members().keySet();
        assertEquals(List.copyOf(ids), Label.all().stream().map(Label::id).toList());
    }

    @Test
    void nineOfTenExamplesAreFoundInEachLanguage() throws IOException {
        Yaml categories = taxonomy().get("categories");
        for (Lang lang : LANGUAGES) {
            int found = 0;
            int all = 0;
            for (String label : LABELS) {
                var texts =
                        categories.get(label).get("examples").get(lang.code()).items();
                all += texts.size();
                found += (int) texts.stream()
                        .filter(it -> finds(label, it.get("text").text()))
                        .count();
            }
            System.out.printf(
                    "%s: %d of %d examples found (rules written with them in sight)%n", lang.code(), found, all);
            assertTrue(found * 10 >= all * 9, lang.code() + " " + found + " of " + all);
        }
    }

    @Test
    void noHardNegativeIsTakenForAnAttack() throws IOException {
        var taken = new ArrayList<String>();
        int all = 0;
        for (Yaml category : taxonomy().get("categories").members().values()) {
            for (Lang lang : LANGUAGES) {
                List<String> texts = category.get("hard_negatives").texts(lang.code());
                all += texts.size();
                texts.stream().filter(text -> RULES.assess(text).attack() > 0).forEach(taken::add);
            }
        }
        System.out.printf("%d of %d hard negatives left alone%n", all - taken.size(), all);
        assertEquals(List.of(), taken);
    }

    @Test
    void theLanguageIsGuessedForThreeOfFourShortTexts() throws IOException {
        int right = 0;
        int all = 0;
        int wrong = 0;
        for (Yaml category : taxonomy().get("categories").members().values()) {
            for (Lang lang : LANGUAGES) {
                for (Yaml example : category.get("examples").get(lang.code()).items()) {
                    Lang guess = RULES.assess(example.get("text").text()).language();
                    all++;
                    right += guess == lang ? 1 : 0;
                    wrong += guess == lang || guess == Lang.UNKNOWN ? 0 : 1;
                }
            }
        }
        System.out.printf("language: %d of %d right, %d wrong, the rest unknown%n", right, all, wrong);
        assertTrue(right * 4 >= all * 3 && wrong * 20 <= all, right + " right, " + wrong + " wrong of " + all);
    }

    private static boolean finds(String label, String text) {
        return RULES.assess(text).findings().stream()
                .anyMatch(it -> it.label().id().equals(label));
    }

    private static Yaml taxonomy() throws IOException {
        String shared = Optional.ofNullable(System.getenv("TANIQ_SHARED")).orElse("../../shared");
        Path file = Path.of(shared, "law", "taxonomy.yaml");
        if (!Files.exists(file)) {
            System.out.println("NOT RUN TaxonomyTest: no law/taxonomy.yaml in $TANIQ_SHARED or ../shared");
        }
        Assumptions.assumeTrue(Files.exists(file));
        return Yaml.parse("taxonomy.yaml", Files.readString(file));
    }
}
