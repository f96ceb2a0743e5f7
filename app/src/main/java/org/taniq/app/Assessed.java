package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.taniq.assess.Assessment;
import org.taniq.assess.RulePack;
import org.taniq.base.Trouble;
import org.taniq.read.Records;
import org.taniq.read.record.Activity;
import org.taniq.seal.Gap;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// A record in which a rule sees something.
///
/// @param reading where it was read, and `record` its number there
public record Assessed(Pointer reading, long record, Activity activity, Assessment assessment) {

    /// All of them, the most severe first, then the surest.
    ///
    /// @param gaps is told of each reading that is damaged; the others are assessed
    static List<Assessed> of(Unlocked vault, Consumer<Gap> gaps) throws IOException {
        var rules = RulePack.load();
        var found = new ArrayList<Assessed>();
        for (var reading : vault.readings()) {
            try {
                vault.trees().rows(reading, "records", (number, row) -> {
                    var activity = Records.activity(row);
                    var assessment = rules.assess(activity.object().text());
                    if (!assessment.findings().isEmpty()) {
                        found.add(new Assessed(reading.pointer(), number, activity, assessment));
                    }
                });
            } catch (Trouble damaged) {
                gaps.accept(Gap.of(reading.pointer().log(), damaged));
            }
        }
        found.sort(Comparator.comparingInt(Assessed::severity)
                .thenComparingDouble(each -> each.assessment().attack())
                .reversed());
        return found;
    }

    /// The highest severity among the findings, 1 to 5.
    public int severity() {
        return assessment.findings().stream()
                .mapToInt(finding -> finding.label().severity())
                .max()
                .orElse(0);
    }
}
