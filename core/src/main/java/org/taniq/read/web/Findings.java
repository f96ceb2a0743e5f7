package org.taniq.read.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Said;
import org.taniq.read.record.Unread;
import org.taniq.read.web.Capture.Flaw;
import org.taniq.read.web.StatedDigest.Result;

/// What a person should know before she relies on an archive: its ledger's warnings.
final class Findings {
    private final Map<Flaw, Long> flaws = new EnumMap<>(Flaw.class);
    private final WordFindings words = new WordFindings();
    private final Map<Unread.Reason, Long> holes = new EnumMap<>(Unread.Reason.class);
    private long differing;
    private long uncompared;

    void read(Capture.Read read, Set<Flaw> damage) {
        damage.forEach(flaw -> flaws.merge(flaw, 1L, Long::sum));
        var results = Set.copyOf(List.of(read.block(), read.payload()));
        differing += results.contains(Result.DIFFERS) ? 1 : 0;
        uncompared += Collections.disjoint(results, Set.of(Result.DIFFERS, Result.MATCHES)) ? 1 : 0;
        words.read(read.words());
    }

    void hole(Unread.Reason why) {
        holes.merge(why, 1L, Long::sum);
    }

    List<Said> warnings() {
        var warnings = new ArrayList<Said>();
        aboutDamage(warnings);
        aboutRecords(warnings);
        words.warn(warnings);
        return warnings;
    }

    private void aboutDamage(List<Said> warnings) {
        warn(
                Said.of(
                        "{n} records of the archive are not what their own digests say: they were changed or damaged, or the"
                                + " program that made the archive counted otherwise",
                        "n",
                        differing),
                warnings);
        warn(
                Said.of(
                        "{n} places of the archive are damaged and were not read; what follows them was",
                        "n",
                        of(Unread.Reason.HOLE)),
                warnings);
        if (of(Unread.Reason.BROKEN) > 0) {
            warnings.add(Said.of("the archive is damaged at its end, or cut off: what was behind it is not in it"));
        }
        if (of(Unread.Reason.TOO_LARGE) > 0) {
            warnings.add(
                    Said.of("the archive unfolds to far more than any web archive does: the rest of it was not read"));
        }
        warn(
                Said.of(
                        "{n} records were found by searching behind damage: each may be text inside of another one",
                        "n",
                        of(Flaw.FOUND)),
                warnings);
    }

    private void aboutRecords(List<Said> warnings) {
        warn(Said.of("{n} records of the archive are cut off", "n", of(Flaw.CUT_OFF)), warnings);
        warn(
                Said.of(
                        "{n} records were cut off by the program that captured them, as the archive says",
                        "n",
                        of(Flaw.TRUNCATED)),
                warnings);
        warn(Said.of("{n} records of the archive are not as long as they say", "n", of(Flaw.WRONG_LENGTH)), warnings);
        warn(
                Said.of(
                        "of {n} records of the archive it could not be checked where they end",
                        "n",
                        of(Flaw.LENGTH_UNSURE)),
                warnings);
        warn(
                Said.of(
                        "{n} records lie in packed bytes whose checksum says that they were changed",
                        "n",
                        of(Flaw.CHANGED)),
                warnings);
        warn(
                Said.of(
                        "{n} records lie in packed bytes that are damaged further on: no checksum vouches for them",
                        "n",
                        of(Flaw.PACKED_DAMAGE)),
                warnings);
        warn(
                Said.of(
                        "of {n} records no digest could be compared: whether they were changed cannot be seen in the archive",
                        "n",
                        uncompared),
                warnings);
    }

    private long of(Flaw flaw) {
        return flaws.getOrDefault(flaw, 0L);
    }

    private long of(Unread.Reason why) {
        return holes.getOrDefault(why, 0L);
    }

    /// Adds what is said of a number of records, unless it is of none.
    static void warn(Said said, List<Said> warnings) {
        if (!said.values().containsValue(0L)) {
            warnings.add(said);
        }
    }
}
