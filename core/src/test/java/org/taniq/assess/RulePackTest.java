package org.taniq.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RulePackTest {
    private static final RulePack RULES = RulePack.load();
    /// The time of this thread alone is measured: others may be at work.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long SECOND = 1_000_000_000;

    @Test
    void everyRuleFindsItsYesExamplesAndLeavesItsNoExamplesAlone() {
        var wrong = new ArrayList<String>();
        for (Rule rule : RULES.rules()) {
            rule.yes().stream()
                    .filter(text -> !finds(rule, text))
                    .forEach(text -> wrong.add(rule.id() + " misses: " + text));
            rule.no().stream()
                    .filter(text -> finds(rule, text))
                    .forEach(text -> wrong.add(rule.id() + " finds: " + text));
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void aNoExampleIsLeftAloneByEveryRuleOfItsLabel() {
        var wrong = new ArrayList<String>();
        for (Rule rule : RULES.rules()) {
            for (String text : rule.no()) {
                RULES.assess(text).findings().stream()
                        .filter(finding -> finding.label().equals(rule.label()))
                        .forEach(finding -> wrong.add(finding.judge().id() + " finds: " + text));
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void aFindingNamesTheWordsInTheOriginal() {
        String text = "😂 qaç, S ə n i öldürəəəcəm!";
        Finding finding = RULES.assess(text).findings().getFirst();
        assertEquals("threat_to_life", finding.label().id());
        Finding.Span span = finding.spans().getFirst();
        assertEquals("S ə n i öldürəəəcəm", text.substring(span.from(), span.to()));
    }

    @Test
    void twoLabelsSpeakLouderThanOne() {
        double one = RULES.assess("Səni öldürəcəm").attack();
        double two =
                RULES.assess("Səni öldürəcəm. Nizami küçəsi 5 də yaşayır bu").attack();
        assertTrue(0 < one && one < two && two <= 1, one + " " + two);
        assertEquals(0, RULES.assess("").attack());
    }

    @Test
    void whateverTheTextSpansLieInIt() {
        var random = new Random(5);
        List<String> odd = List.of("\uD800", "\u202E", "''", "\"", "*", "😂", "\n", ".", "050-000-00-00", " ");
        List<String> pieces = new ArrayList<>(odd);
        RULES.rules().forEach(rule -> pieces.addAll(rule.yes()));
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                String piece = pieces.get(random.nextInt(pieces.size()));
                text.append(piece, random.nextInt(3) % (piece.length() + 1), piece.length());
            }
            RULES.assess(text.toString()).findings().stream()
                    .flatMap(finding -> finding.spans().stream())
                    .forEach(span -> assertTrue(span.from() < span.to() && span.to() <= text.length()));
        }
    }

    @Test
    @Tag("slow")
    void aHostileMegabyteIsReadWithinASecond() {
        RULES.assess("səni öldürəcəm ".repeat(2_000));
        for (String unit : List.of(
                "səni öldürəcəm ",
                "öldürəcəm ",
                "səni ",
                "a*b*c ",
                "k*l* ",
                "küçəsi 5 ",
                "🔪 ",
                "\"x\" ",
                "' a",
                "1",
                "a.")) {
            String hostile = unit.repeat((1 << 20) / unit.length());
            long before = THREADS.getCurrentThreadCpuTime();
            RULES.assess(hostile);
            assertTrue(THREADS.getCurrentThreadCpuTime() - before < SECOND, unit);
        }
    }

    @Test
    void aGuardFarAwayDoesNotHideAThreat() {
        String filler = "salam ".repeat(40);
        assertFalse(
                RULES.assess("Səni öldürəcəm. " + filler + "film").findings().isEmpty());
    }

    private static boolean finds(Rule rule, String text) {
        return RULES.assess(text).findings().stream()
                .anyMatch(it -> it.judge().id().equals(rule.id()));
    }
}
