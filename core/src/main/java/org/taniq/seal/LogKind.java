package org.taniq.seal;

import java.util.Locale;
import java.util.Optional;

/// The two kinds of log that each writer has: what was seen, and what was done about it.
public enum LogKind {
    EVIDENCE,
    CASE;

    /// The word in `log/1`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LogKind> of(String word) {
        return switch (word) {
            case "evidence" -> Optional.of(EVIDENCE);
            case "case" -> Optional.of(CASE);
            default -> Optional.empty();
        };
    }
}
