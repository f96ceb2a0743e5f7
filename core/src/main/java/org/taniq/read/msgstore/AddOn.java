package org.taniq.read.msgstore;

import java.util.Map;
import org.taniq.base.Json;

/// What was added to a message later: a reaction, a vote, and kinds of which only the number is known.
record AddOn(Known known) {
    private static final String VOTE = "vote";

    /// What all tables say of one of them, as one row.
    static Fields whole(InStep.Joined all) {
        var row = all.of("message_add_on").orElseGet(all::any);
        for (var other : all.rows().values()) {
            row = row.and(other);
        }
        boolean isVote = all.of("message_add_on_poll_vote")
                .filter(vote -> !vote.isApart())
                .isPresent();
        if (isVote) {
            row.numbers().put(VOTE, all.row());
        }
        return row;
    }

    Map<String, Json> of(Fields row) {
        var said = Json.object();
        known.directory().by(row, said);
        long time = row.number("sender_timestamp", row.number("timestamp", 0));
        if (time > 0) {
            said.put("time", Moment.text(time));
        }
        if (row.texts().containsKey("reaction")) {
            return Map.of("reaction", said.put("sign", row.text("reaction")).build());
        }
        if (row.numbers().containsKey(VOTE)) {
            return Map.of(
                    "vote",
                    said.put("answers", known.votes().of(row.number(VOTE, 0))).build());
        }
        row.number("message_add_on_type").ifPresent(type -> said.put("addOnType", Draft.number(type)));
        return Map.of("addOn", said.put("id", row.text("key_id")).build());
    }
}
