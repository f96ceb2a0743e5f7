package org.taniq.app;

import java.time.Instant;
import org.taniq.acquire.Custody;
import org.taniq.base.Json;
import org.taniq.seal.Known;
import org.taniq.seal.Statement;

/// What is asked when a case is made, and kept as a property of the case.
public record Begun(Custody custody, Answer danger, Answer minors) {

    /// Yes and unsure count the same: no media is taken in.
    Known.Takes takes() {
        return switch (minors) {
            case YES, UNSURE -> Known.Takes.TEXT_ONLY;
            case NO, UNASKED -> Known.Takes.EVERYTHING;
        };
    }

    /// @param what on which occasion it was said
    Statement statement(String what, Instant when) {
        return Statement.of("custody/1")
                .with("what", what)
                .with("when", when.toString())
                .with("byWhom", Json.orNull(custody.saidBy()))
                .with(
                        "detail",
                        Json.object()
                                .put("capturer", Json.orNull(custody.capturer()))
                                .put("danger", danger.word())
                                .put("device", Json.orNull(custody.device()))
                                .put("minors", minors.word())
                                .build());
    }
}
