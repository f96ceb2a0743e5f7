package org.taniq.assess;

import java.util.List;

/// Frames that take a rule's meaning away: a report, counter-speech, a film. It counts within [#NEAR] words
/// of the match only, so that a sentence appended somewhere cannot hide a threat in a long text.
record Guard(Scope scope, List<Pattern> patterns) {
    static final int NEAR = 12;

    /// Where the guarded words stand.
    enum Scope {
        /// Anywhere near the guard.
        BESIDE,
        /// In quotation marks, the guard outside of them.
        QUOTED
    }
}
