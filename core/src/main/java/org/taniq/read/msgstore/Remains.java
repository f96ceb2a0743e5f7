package org.taniq.read.msgstore;

import java.util.OptionalLong;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;

/// What other tables have of a message that is no record: its file, what it answered, who reacted to it.
final class Remains {
    private Remains() {}

    /// Why the message is none.
    enum Why {
        /// Its own row is gone.
        GONE("messageMissing"),
        /// Its own row may be where something could not be read.
        UNREAD("messageUnread"),
        /// Nothing is said of that: it has too many such rows, or the row names no message.
        APART("");

        private final String word;

        Why(String word) {
            this.word = word;
        }

        /// Where the database has no message of its number.
        static Why gone(Doubt doubt) {
            return switch (doubt) {
                case NONE -> GONE;
                case SOME -> UNREAD;
            };
        }

        private void note(Draft draft) {
            if (!word.isEmpty()) {
                draft.note(word, Json.of(true));
            }
        }
    }

    static Activity of(InStep.Joined all, Known known, Why why) {
        var draft = new Draft();
        why.note(draft);
        draft.note("messageRow", all.row());
        new Further(draft, known).of(all);
        return activity(all.any(), draft, Actor.UNSTATED);
    }

    /// A row of which it is not known what else belongs to it.
    static Activity alone(Fields row, Known known) {
        var draft = new Draft();
        draft.noteSome("messageRow", OptionalLong.of(Store.message(row)));
        new Further(draft, known).loose(row);
        return activity(row, draft, Actor.UNSTATED);
    }

    /// A row of which the columns are not known.
    static Activity unnamed(Fields row) {
        return activity(row, new Draft(), Actor.UNSTATED);
    }

    /// A row that says who is who, or what, and of which it is not known under which number.
    static Activity nameless(Fields row) {
        var draft = new Draft();
        if (!row.isUnnamed()) {
            draft.note("values", Json.strings(row.named()));
        }
        return activity(row, draft, Actor.UNSTATED);
    }

    /// Words in the index that WhatsApp makes for its own search. Of which message is not known for sure.
    static Activity ofSearch(Fields row) {
        var draft = new Draft();
        draft.note("searchText", row.text("c0content"));
        return activity(row, draft, Actor.UNSTATED);
    }

    /// A quoted message of the old tables to which no answer leads.
    static Activity ofQuote(Fields row, Known known, Why why) {
        var draft = new Draft();
        why.note(draft);
        var said = Json.object().put("id", row.text("key_id")).put("chat", row.text("key_remote_jid"));
        OldMessage.by(row, said);
        draft.note("quoted", Further.copy(said, row.number("media_wa_type", 0), row.text("data"), row));
        var chat = known.directory().oldChat(row.text("key_remote_jid"));
        return activity(row, draft, chat.audience());
    }

    private static Activity activity(Fields row, Draft draft, Actor audience) {
        return draft.activity(row, "", new Draft.Who(Actor.UNSTATED, audience), Moment.of(OptionalLong.empty()));
    }
}
