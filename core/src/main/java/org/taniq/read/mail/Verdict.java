package org.taniq.read.mail;

import java.time.Instant;
import java.util.Set;

/// What was found of one signature.
public sealed interface Verdict {
    /// The holder of the key signed what [Coverage] and [SignedBody] tell.
    record Passed(UsedKey key, Set<Weakness> weaknesses) implements Verdict {
        public Passed {
            weaknesses = Weakness.ordered(weaknesses);
        }
    }

    /// As [Passed], but the mail arrived after the time at which the signature ended.
    record Expired(Instant end, Instant arrival, UsedKey key, Set<Weakness> weaknesses) implements Verdict {
        public Expired {
            weaknesses = Weakness.ordered(weaknesses);
        }
    }

    /// What is here is not what was signed.
    record Failed(Fault fault) implements Verdict {}

    /// It is not known.
    record NotChecked(Hindrance why) implements Verdict {}

    /// The key that fits.
    ///
    /// @param bits how long it is
    record UsedKey(KeyText record, Algorithm.Kind kind, int bits) {}

    /// What is weak in it; of one that is not right nothing is told.
    default Set<Weakness> weak() {
        return switch (this) {
            case Passed passed -> passed.weaknesses();
            case Expired expired -> expired.weaknesses();
            case Failed _, NotChecked _ -> Set.of();
        };
    }
}
