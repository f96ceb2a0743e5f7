package org.taniq.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.Unlocked;

/// Somebody else who seals into a case, or this person on another computer.
///
/// @param who as they say in what they sealed; empty where nobody does
/// @param day `YYYY-MM-DD` of the last thing that has one, by the clock of their computer; empty where none has
/// @param log the id of the log into which they seal evidence
public record OtherWriter(String who, String day, String log) {
    private static final int DAY = 10;

    /// All of whom something can be read, in the order of their logs.
    static List<OtherWriter> of(Unlocked unlocked, Known known) {
        var others = new ArrayList<OtherWriter>();
        for (var first : unlocked.statements("log/1")) {
            String log = first.pointer().log();
            boolean evidence = first.value("kind").equals(Json.of(LogKind.EVIDENCE.word()));
            if (evidence && !known.begun().contains(log)) {
                others.add(new OtherWriter(unlocked.whose(log), day(unlocked, log), log));
            }
        }
        return others;
    }

    private static String day(Unlocked unlocked, String log) {
        var said = unlocked.statements("custody/1").stream()
                .filter(statement -> statement.pointer().log().equals(log))
                .map(statement -> Records.text(statement.value("when")));
        var added = unlocked.statements("item/1").stream()
                .filter(statement -> statement.pointer().log().equals(log))
                .map(statement -> claimed(statement.value("claimed")));
        return Stream.concat(said, added)
                .filter(time -> time.length() > DAY)
                .map(time -> time.substring(0, DAY))
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private static String claimed(Json value) {
        return value instanceof Json.Obj claimed
                ? Records.text(claimed.members().getOrDefault("time", Json.NULL))
                : "";
    }
}
