package org.taniq.assess;

import java.util.List;
import org.taniq.base.Lang;

/// What was found in one text. `language` is a guess.
public record Assessment(Lang language, List<Finding> findings) {

    public Assessment {
        findings = List.copyOf(findings);
    }

    /// How strongly the findings together speak for an attack, 0 (nothing found) to 1. It orders the
    /// reading; it is no probability. Of each label the strongest finding counts, and labels add up as
    /// independent hints would.
    public double attack() {
        double left = 1;
        for (Label label : findings.stream().map(Finding::label).distinct().toList()) {
            left *= 1 - strongest(label);
        }
        return 1 - left;
    }

    private double strongest(Label label) {
        return findings.stream()
                .filter(finding -> finding.label().equals(label))
                .mapToDouble(Finding::score)
                .max()
                .orElse(0);
    }
}
