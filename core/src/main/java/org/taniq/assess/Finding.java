package org.taniq.assess;

import java.util.List;

/// One suggestion about a text: what it may be, who says so, why, and which words.
///
/// `score` is between 0 and 1 and orders findings; the scores of rules were set by hand and are not
/// probabilities. `reason` is a sentence for people, without words of the text.
public record Finding(Label label, double score, Judge judge, List<Span> spans, String reason) {

    public Finding {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is between 0 and 1");
        }
        spans = List.copyOf(spans);
    }

    /// A place in the original text: UTF-16 units, half open.
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("a span ends after it begins");
            }
        }
    }
}
