package org.taniq.assess;

import java.util.List;
import org.taniq.base.Lang;

/// A rule of a rule file, ready to be matched, with the examples that it carries.
record Rule(
        String id,
        Lang lang,
        Label label,
        double score,
        String reason,
        List<Pattern> patterns,
        List<Guard> guards,
        List<String> yes,
        List<String> no) {}
