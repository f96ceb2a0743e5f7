package org.taniq.seal.stamp;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What an authority said of a time, once its answer was judged: see [StampCheck].
///
/// @param stated the time in the answer
/// @param accuracy how far the authority says that it may be off; zero where it says nothing
/// @param policy under which rules, an object identifier
/// @param serial the number of the stamp, in hex
/// @param root the SHA-256 of the root certificate (DER) that it leads to, in hex
public record Stamp(Instant stated, Duration accuracy, String policy, String serial, String root) {
    /// The name of the authority in the program's own list that has this root, else `root-` and its SHA-256:
    /// whatever other certificates were kept with the answer.
    public String authority() {
        return Authorities.withRoot(root).map(Authority::name).orElse("root-" + root);
    }

    /// The latest time that the answer allows, in whole seconds.
    public Instant notLater() {
        var latest = stated.plus(accuracy);
        var second = latest.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(latest) ? second : second.plusSeconds(1);
    }
}
