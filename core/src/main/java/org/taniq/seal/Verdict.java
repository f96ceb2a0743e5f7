package org.taniq.seal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// What a check found: four answers, never one word, and every single check behind them.
public record Verdict(Bytes bytes, Time time, Completeness completeness, Origin origin, List<Check> checks) {
    public Verdict {
        checks = List.copyOf(checks);
    }

    /// Whether the bytes are those that were sealed.
    public enum Bytes {
        INTACT,
        ALTERED,
        UNCHECKED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What is known of the time of sealing.
    public sealed interface Time {}

    /// No time-stamp by anybody else.
    ///
    /// @param claimed what the computer's own clock said for the statements shown, the earliest; empty
    ///     where none is
    public record Unproven(String claimed) implements Time {}

    /// What authorities stamped.
    public record Stamped(List<Prefix> prefixes) implements Time {
        public Stamped {
            prefixes = List.copyOf(prefixes);
        }
    }

    /// What authorities stamped as a whole.
    public record Asserted(Whole whole, List<Assertion> assertions) implements Time {
        public Asserted {
            assertions = List.copyOf(assertions);
        }
    }

    /// What was stamped as a whole, as far as it could be looked at.
    public enum Whole {
        DOSSIER,
        /// It stands in the place of a dossier; what it is was not checked.
        FILE;

        private String words() {
            return switch (this) {
                case DOSSIER -> "this dossier as a whole";
                case FILE -> "the file in the place of the dossier, of which nothing was checked,";
            };
        }
    }

    /// It existed not later than a time.
    ///
    /// @param authority its name in the program's list, else `root-` and the SHA-256 of its root certificate
    public record Assertion(Instant notLater, String authority) {
        /// Whether the program's list has it; else nobody but the container says that it is one.
        public boolean isKnown() {
            return !authority.startsWith(Prefix.UNKNOWN);
        }

        private String words(Whole whole) {
            return whole.words() + " existed not later than " + notLater
                    + (isKnown()
                            ? " (authority " + authority + ")"
                            : " (root SHA-256 " + authority.substring(Prefix.UNKNOWN.length())
                                    + ", which is in no list of this program: only the container names it)");
        }
    }

    /// The first statements of a log were sealed not later than a time.
    ///
    /// @param size how many
    /// @param of how many the log has
    /// @param authority its name in the program's list, else `root-` and the SHA-256 of its root certificate
    public record Prefix(String log, long size, long of, Instant notLater, String authority) {
        private static final String UNKNOWN = "root-";

        /// Whether the program's list has it; else nobody but the vault says that it is one.
        public boolean isKnown() {
            return !authority.startsWith(UNKNOWN);
        }

        private String words() {
            return "the first " + size + " of " + of + " statements of " + log + " were sealed not later than "
                    + notLater
                    + (isKnown()
                            ? " (authority " + authority + ")"
                            : " (authority " + authority
                                    + ", which is not in this program's list: only the vault names it)");
        }
    }

    /// How much of what the logs hold is here.
    public sealed interface Completeness {}

    /// So many records of so many, and so many statements.
    public record Counted(long records, long ofRecords, long statements, long ofStatements, Sources sources)
            implements Completeness {
        public Counted(long records, long ofRecords, long statements, long ofStatements) {
            this(records, ofRecords, statements, ofStatements, new Sources(0, 0, 0));
        }
    }

    /// Nothing could be looked at: not a dossier, or one made for a newer check.
    public record Unchecked() implements Time, Completeness {}

    /// What the readings of a dossier were read from: how many passages they skipped, and how many of their
    /// items are not here as files. No items where nothing is said of readings.
    public record Sources(long skipped, long items, long absent) {}

    /// Whose keys these are, as fingerprints in groups of four digits.
    ///
    /// @param signers the keys that signed for the whole
    /// @param others the keys of further logs of which something is shown
    public record Origin(List<String> signers, List<String> others) {
        public Origin {
            signers = List.copyOf(signers);
            others = List.copyOf(others);
        }
    }

    /// One check and how it ended. What is said is what and where, never what the evidence said.
    public record Check(String name, boolean ok, Said said) {
        /// What and where, in English.
        public String detail() {
            return said.toString();
        }
    }

    /// The name of checks that say what is missing without being wrong.
    public static final String MISSING = "missing";

    /// What is named here and is not here; part of the answer on completeness.
    public List<Check> missing() {
        return checks.stream().filter(check -> check.name().equals(MISSING)).toList();
    }

    /// The name of checks that say what was erased.
    public static final String ERASED = "erased";

    /// The name of checks that say that a copy may still hold what was erased.
    static final String HOLDS_ERASED = "holds-erased";

    /// What was erased as a sealed statement says; part of the answer on completeness.
    public List<Check> erased() {
        return checks.stream()
                .filter(check -> check.ok() && check.name().equals(ERASED))
                .toList();
    }

    /// The checks that failed.
    public List<Check> failed() {
        return checks.stream().filter(check -> !check.ok()).toList();
    }

    /// The contract of `taniq verify --json`, in English.
    public Json json() {
        return Json.object()
                .put("bytes", bytes.word())
                .put("time", timeWords())
                .put("completeness", completenessWords())
                .put("origin", originWords())
                .put("checks", Json.of(checks.stream().map(Verdict::json).toList()))
                .build();
    }

    private String timeWords() {
        return switch (time) {
            case Unchecked _ -> "unchecked";
            case Stamped(var prefixes) -> prefixes.stream().map(Prefix::words).collect(Collectors.joining("; "));
            case Asserted(var whole, var assertions) ->
                assertions.stream().map(each -> each.words(whole)).collect(Collectors.joining("; "));
            case Unproven(String claimed) ->
                "unproven: no time-stamp by anybody else"
                        + (claimed.isEmpty() ? "" : "; the computer's own clock said " + claimed);
        };
    }

    private String completenessWords() {
        return switch (completeness) {
            case Unchecked _ -> "unchecked";
            case Counted counted -> words(counted);
        };
    }

    private String words(Counted counted) {
        var sources = counted.sources();
        String here = counted.records() + " of " + counted.ofRecords() + " records and " + counted.statements() + " of "
                + counted.ofStatements() + " statements are here";
        String read = sources.items() == 0
                ? ""
                : "; the readings skipped " + sources.skipped() + " passages, and " + sources.absent() + " of the "
                        + sources.items() + " items they were read from are not here";
        return here + read
                + "; that nothing was cut at the end shows only against a checkpoint that somebody else holds"
                + missing().stream().map(check -> "; " + check.detail()).collect(Collectors.joining());
    }

    private String originWords() {
        String others = origin.others().isEmpty()
                ? ""
                : "; it also shows the log of the key " + String.join(" and of ", origin.others());
        if (origin.signers().isEmpty()) {
            return "unknown: no key was found that signs for this" + others;
        }
        String signed = "signed by the key with fingerprint " + String.join(" and ", origin.signers());
        return switch (completeness) {
            case Unchecked _ -> signed + "; nothing else was checked";
            case Counted _ -> signed + "; whose key that is rests on the statement signed by hand" + others;
        };
    }

    private static Json json(Check check) {
        return Json.object()
                .put("name", check.name())
                .put("ok", check.ok())
                .put("detail", check.detail())
                .build();
    }
}
