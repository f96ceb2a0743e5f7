package org.taniq.app;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.taniq.acquire.Custody;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.Unlocked;

/// What was said on this computer of who captures, and how: another writer's name is not taken for this
/// person's.
record OwnCustody(List<Unlocked.Sealed> said) {
    static final String SCHEMA = "custody/1";

    OwnCustody {
        said = List.copyOf(said);
    }

    /// @param statements those of what was done with the case
    /// @param logs the ids of the logs into which this person seals evidence from this computer, and did before the
    ///     case was given another key
    static OwnCustody of(List<Unlocked.Sealed> statements, Set<String> logs) {
        return new OwnCustody(statements.stream()
                .filter(statement -> logs.contains(statement.pointer().log()))
                .filter(OwnCustody::saysWhoCaptures)
                .sorted(Comparator.comparing(statement -> Records.text(statement.value("when"))))
                .toList());
    }

    /// A copy that was made says nothing of it.
    private static boolean saysWhoCaptures(Unlocked.Sealed statement) {
        return statement.value("detail") instanceof Json.Obj detail
                && detail.members().containsKey("capturer");
    }

    /// As it was last said; unstated where it never was.
    Custody latest() {
        for (var statement : said.reversed()) {
            if (statement.value("detail") instanceof Json.Obj detail) {
                String capturer = Records.text(detail.members().getOrDefault("capturer", Json.NULL));
                String device = Records.text(detail.members().getOrDefault("device", Json.NULL));
                return new Custody(capturer, Records.text(statement.value("byWhom")), device, Custody.Account.UNSTATED);
            }
        }
        return Custody.UNSTATED;
    }

    /// Who began the case; empty where nobody said.
    String begunBy() {
        return said.stream()
                .map(statement -> Records.text(statement.value("byWhom")))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }
}
