package org.taniq.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What an authority said of a time, once its answer was judged: see [StampCheck].
///
/// @param stated the time in the answer
/// @param accuracy how far the authority says that it may be off; zero where it says nothing
/// @param policy under which rules, an object identifier
/// @param serial the number of the stamp, in hex
public record Stamp(Instant stated, Duration accuracy, String policy, String serial) {
    /// The latest time that the answer allows, in whole seconds.
    public Instant notLater() {
        var latest = stated.plus(accuracy);
        var second = latest.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(latest) ? second : second.plusSeconds(1);
    }
}
