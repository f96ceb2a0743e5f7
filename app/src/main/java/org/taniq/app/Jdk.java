package org.taniq.app;

import java.util.Optional;
import org.taniq.base.Said;

/// The Java that runs the program. JDK 25.0.0 to 25.0.2 can corrupt bytes (JDK-8377811), which evidence
/// does not survive, so they are refused like older ones.
record Jdk(Runtime.Version version) {
    private static final Runtime.Version OLDEST = Runtime.Version.parse("25.0.3");

    static Jdk running() {
        return new Jdk(Runtime.version());
    }

    /// What to say instead of running; empty where this Java will do.
    Optional<Said> refusal() {
        if (version.compareToIgnoreOptional(OLDEST) >= 0) {
            return Optional.empty();
        }
        return Optional.of(Said.of(
                "this is Java {version}, which can damage evidence or lacks what is needed; install JDK 25.0.3 or newer,"
                        + " for example Temurin 25 from https://adoptium.net, and run again",
                "version",
                version.feature() + "." + version.interim() + "." + version.update()));
    }
}
