package org.taniq.read.mail;

import java.util.List;

/// What those who passed a mail on signed, as a chain (RFC 8617). It proves who passed it on, and what each
/// says that it found. It does not prove that they say the truth.
public sealed interface ArcChain {
    /// Nobody signed.
    record None() implements ArcChain {}

    /// The mail is as the last of them had it, and nobody changed what they say.
    record Passed(List<ArcSet> sets) implements ArcChain {
        public Passed {
            sets = List.copyOf(sets);
        }

        /// The first who had the mail as it is here: after it nobody changed what it signed.
        public int unchangedSince() {
            int since = sets.size();
            while (since > 1 && sets.get(since - 2).message().verdict() instanceof Verdict.Passed) {
                since--;
            }
            return since;
        }
    }

    /// The chain is not right.
    ///
    /// @param instance where, 0 if it is the chain as a whole
    /// @param sets as far as they could be read
    record Failed(ArcFault fault, int instance, List<ArcSet> sets) implements ArcChain {
        public Failed {
            sets = List.copyOf(sets);
        }
    }

    /// It is not known, as the signature with that number could not be checked.
    record NotChecked(Hindrance why, int instance, List<ArcSet> sets) implements ArcChain {
        public NotChecked {
            sets = List.copyOf(sets);
        }
    }
}
