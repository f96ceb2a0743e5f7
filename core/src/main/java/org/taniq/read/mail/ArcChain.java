package org.taniq.read.mail;

import java.util.List;
import java.util.Set;

/// What those who passed a mail on signed, as a chain (RFC 8617). It proves who passed it on, and what each
/// says that it found. It does not prove that they say the truth.
public sealed interface ArcChain {
    /// Nobody signed.
    record None() implements ArcChain {}

    /// What the last of them signed of the mail is as it was then, the sender with it, and nobody changed what they
    /// say.
    ///
    /// @param weaknesses why it proves less than others: those of the last signature of the mail and of all seals
    record Passed(List<ArcSet> sets, Set<Weakness> weaknesses) implements ArcChain {
        public Passed {
            sets = List.copyOf(sets);
            weaknesses = Weakness.ordered(weaknesses);
        }

        /// The first who had the mail as it is here: after it nobody changed what it signed, and it signed the whole
        /// body.
        public int unchangedSince() {
            int since = sets.size();
            while (since > 1 && isUnchanged(sets.get(since - 2).message().verdict())) {
                since--;
            }
            return since;
        }

        private static boolean isUnchanged(Verdict message) {
            return message instanceof Verdict.Passed && !message.weak().contains(Weakness.BODY_GOES_ON);
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
