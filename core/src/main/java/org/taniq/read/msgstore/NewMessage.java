package org.taniq.read.msgstore;

import java.util.Optional;
import java.util.OptionalLong;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// A row of `message`, which is where messages are since 2021.
final class NewMessage {
    private static final long FORWARDED = 1;

    private final Fields row;
    private final Directory directory;
    private final Draft draft = new Draft();

    private NewMessage(Fields row, Directory directory) {
        this.row = row;
        this.directory = directory;
    }

    static Activity of(InStep.Joined all, Known known, Gaps.Gap before) {
        var message = new NewMessage(all.of(Store.NEW).orElseThrow(), known.directory());
        before.note(message.draft);
        return message.activity(all, new Further(message.draft, known));
    }

    /// The row that WhatsApp puts first, and which is no message.
    static boolean isPlaceholder(Fields row) {
        return row.is("chat_row_id", -1) && row.text("text_data").isEmpty() && row.number("timestamp", 0) <= 0;
    }

    private Activity activity(InStep.Joined all, Further further) {
        further.type(row.number("message_type", 0));
        draft.say(row.text("text_data"));
        row();
        further.of(all);
        var chat = directory.chat(row.number("chat_row_id"));
        if (chat.isEmpty()) {
            draft.note("chatRow", row.number("chat_row_id"));
        }
        var who = new Draft.Who(actor(all), chat.map(Chat::audience).orElse(Actor.UNSTATED));
        return draft.activity(row, row.name("key_id"), who, Moment.of(row.number("timestamp")));
    }

    private void row() {
        draft.ofOwner(row.number("from_me"));
        if ((row.number("origination_flags", 0) & FORWARDED) != 0) {
            draft.mark(Mark.FORWARDED);
        }
        draft.noteSome("status", row.number("status"));
        draft.noteTime("received", row.number("received_timestamp"));
        draft.noteTime("receivedByServer", row.number("receipt_server_timestamp"));
        draft.noteSome("recipients", row.number("recipient_count"));
        draft.noteSome("broadcast", row.number("broadcast"));
        draft.noteSome("starred", row.number("starred"));
        draft.noteSome("origin", row.number("origin"));
        draft.noteSome("originationFlags", row.number("origination_flags"));
    }

    /// In a notice the one who acted, whatever `from_me` says.
    private Actor actor(InStep.Joined all) {
        var named = directory.jid(row.number("sender_jid_row_id"));
        if (row.number("sender_jid_row_id", 0) > 0 && named.isEmpty()) {
            draft.note("senderRow", row.number("sender_jid_row_id"));
        }
        if (draft.has(Mark.SYSTEM)) {
            return new Notice(draft, directory).actor(named);
        }
        var revoked = all.of("message_revoked");
        long administrator =
                revoked.map(row -> row.number("admin_jid_row_id", 0)).orElse(0L);
        return administrator > 0 || Words.isByAdministrator(row.number("message_type", 0))
                ? administrator(administrator)
                : writer();
    }

    private Actor writer() {
        if (row.is("from_me", 1)) {
            return directory.owner();
        }
        var sender = directory.sender(row);
        if (sender.isEmpty()) {
            directory.jid(row.number("sender_jid_row_id")).ifPresent(jid -> draft.note("namedId", jid.raw()));
        }
        return sender.map(Jid::actor).orElse(Actor.UNSTATED);
    }

    /// Who deletes it is not who wrote it.
    private Actor administrator(long jidRow) {
        var writer = writer();
        draft.note("writtenBy", writer.id().isEmpty() ? writer.name() : writer.id());
        Optional<Jid> administrator = directory.jid(OptionalLong.of(jidRow));
        if (administrator.isEmpty()) {
            draft.noteSome("deletedByRow", OptionalLong.of(jidRow));
        }
        draft.note("byAdministrator", Json.of(true));
        return administrator.map(Jid::actor).orElse(Actor.UNSTATED);
    }
}
