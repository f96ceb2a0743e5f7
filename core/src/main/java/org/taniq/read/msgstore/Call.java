package org.taniq.read.msgstore;

import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// A row of the list of calls, which are no messages; since 2023 WhatsApp also puts a message into the chat for a call.
final class Call {
    private Call() {}

    /// A call for which no message stands.
    static Activity of(Fields row, Directory directory) {
        var draft = new Draft();
        describe(draft, row);
        draft.ofOwner(row.number("from_me"));
        var other = directory.jid(row.number("jid_row_id"));
        if (other.isEmpty()) {
            draft.note("otherRow", row.number("jid_row_id"));
        }
        boolean isOwn = row.is("from_me", 1);
        var group = directory.jid(row.number("group_jid_row_id"));
        var audience = group.or(() -> isOwn ? other : Optional.empty());
        return draft.activity(
                row,
                row.name("call_id"),
                new Draft.Who(
                        actor(row, other, directory), audience.map(Jid::actor).orElse(Actor.UNSTATED)),
                Moment.of(row.number("timestamp")));
    }

    private static Actor actor(Fields row, Optional<Jid> other, Directory directory) {
        if (row.is("from_me", 1)) {
            return directory.owner();
        }
        return other.filter(_ -> row.is("from_me", 0)).map(Jid::actor).orElse(Actor.UNSTATED);
    }

    /// A call for which a message stands: who called and when is said twice then.
    static void ofMessage(Draft draft, Fields row, Directory directory) {
        describe(draft, row);
        var said = Json.object().put("id", row.text("call_id"));
        if (row.is("from_me", 1)) {
            said.put("fromMe", true);
        }
        directory
                .jid(row.number("jid_row_id"))
                .ifPresent(other -> said.put(row.is("from_me", 0) ? "by" : "to", other.raw()));
        if (row.number("timestamp", 0) > 0) {
            said.put("time", Moment.text(row.number("timestamp", 0)));
        }
        draft.note("call", said.build());
    }

    /// How long it was, and what came of it.
    private static void describe(Draft draft, Fields row) {
        draft.mark(Mark.CALL);
        if (row.is("video_call", 1)) {
            draft.note("videoCall", Json.of(true));
        }
        draft.note("seconds", row.number("duration"));
        draft.note("callResult", row.number("call_result"));
        draft.note("howEnded", Words.callResult(row.number("call_result", 0)));
        draft.noteSome("callType", row.number("call_type"));
    }
}
