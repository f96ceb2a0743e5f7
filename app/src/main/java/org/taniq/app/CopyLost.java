package org.taniq.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;
import org.taniq.seal.Unlocked;

/// The copies at a place were lost, taken or deleted, as somebody sealed.
///
/// @param place as it was stated of them; empty for those of which nobody said where they are
/// @param by the statement that says so
record CopyLost(Instant when, String place, Pointer by) {
    private static final Json WHAT = Json.of("copy-lost");

    /// @param byWhom who says so; may be empty
    static Statement statement(String place, String byWhom, Instant when) {
        return Statement.of("custody/1")
                .with("what", WHAT)
                .with("when", when.toString())
                .with("byWhom", Json.orNull(byWhom))
                .with("detail", Json.object().put("place", Json.orNull(place)).build());
    }

    static Optional<CopyLost> of(Unlocked.Sealed statement) {
        if (!statement.value("what").equals(WHAT)
                || !(statement.value("detail") instanceof Json.Obj(Map<String, Json> detail))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CopyLost(
                    Instant.parse(Records.text(statement.value("when"))),
                    Records.text(detail.getOrDefault("place", Json.NULL)),
                    statement.pointer()));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// Whether the copy is one of them: it was made there before. In one log its order tells that, else the clocks.
    boolean isOf(CopyMade copy, Pointer made) {
        boolean before = made.log().equals(by.log())
                ? made.index() < by.index()
                : !copy.when().isAfter(when);
        return before && copy.place().equals(place);
    }
}
