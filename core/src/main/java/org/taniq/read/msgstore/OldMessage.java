package org.taniq.read.msgstore;

import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// A row of `messages`, where messages were until 2021: it names chat and sender by their addresses.
final class OldMessage {
    /// By which a notice is known; its kind then stands where files have their size.
    static final long NOTICE = 6;

    private static final Set<Long> FILES = Set.of(1L, 2L, 3L, 9L, 13L, 20L, 42L, 43L);

    private final Fields row;
    private final Known known;
    private final Draft draft = new Draft();

    private OldMessage(Fields row, Known known) {
        this.row = row;
        this.known = known;
    }

    /// What is read for it besides its row.
    ///
    /// @param quoted the message that it answers
    record Besides(InStep.Joined all, Optional<Fields> quoted, Gaps.Gap before) {}

    static Activity of(Fields row, Besides besides, Known known) {
        var message = new OldMessage(row, known);
        besides.before().note(message.draft);
        return message.activity(besides, new Further(message.draft, known));
    }

    /// The row that WhatsApp puts first, and which is no message.
    static boolean isPlaceholder(Fields row) {
        return row.text("key_remote_jid").equals("-1") && row.text("data").isEmpty() && row.number("timestamp", 0) <= 0;
    }

    private Activity activity(Besides besides, Further further) {
        long type = row.number("media_wa_type", 0);
        further.type(type);
        draft.say(row.text("data"));
        row();
        if (row.is("status", NOTICE)) {
            new Notice(draft, known.directory()).action(row.number("media_size", 0));
        } else {
            media(type, besides.all(), further);
        }
        further.of(besides.all());
        besides.quoted().ifPresent(this::quoted);
        if (besides.quoted().isEmpty()) {
            draft.noteSome("quotedRow", row.number("quoted_row_id"));
        }
        var chat = known.directory().oldChat(row.text("key_remote_jid"));
        return draft.activity(
                row, row.name("key_id"), new Draft.Who(sender(), chat.audience()), Moment.of(row.number("timestamp")));
    }

    private void row() {
        draft.ofOwner(row.number("key_from_me"));
        if (row.number("forwarded", 0) > 0) {
            draft.mark(Mark.FORWARDED);
            draft.note("forwardScore", row.number("forwarded"));
        }
        draft.noteSome("status", row.number("status"));
        draft.noteTime("received", row.number("received_timestamp"));
        draft.noteTime("receivedByServer", row.number("receipt_server_timestamp"));
        draft.noteSome("recipients", row.number("recipient_count"));
        draft.noteSome("starred", row.number("starred"));
        draft.noteSome("origin", row.number("origin"));
        draft.noteSome("editVersion", row.number("edit_version"));
    }

    /// Where newer tables beside it say it too, these are taken.
    private void media(long type, InStep.Joined all, Further further) {
        boolean isFile = FILES.contains(type) || !row.text("media_hash").isEmpty();
        if (isFile && all.of("message_media").isEmpty()) {
            further.file("", row.name("media_name"));
            draft.note("mimeType", row.text("media_mime_type"));
            draft.noteSome("fileSize", row.number("media_size"));
            draft.note("fileHash", row.text("media_hash"));
            draft.noteSome("seconds", row.number("media_duration"));
            draft.note("mediaUrl", row.text("media_url"));
        }
        if (isText(row)) {
            draft.note("linkTitle", row.text("media_name"));
            draft.note("linkDescription", row.text("media_caption"));
            return;
        }
        if (!isFile) {
            draft.say(row.text("media_name"));
        }
        draft.say(row.text("media_caption"));
        if (draft.has(Mark.LOCATION) && all.of("message_location").isEmpty()) {
            draft.note("latitude", row.text("latitude"));
            draft.note("longitude", row.text("longitude"));
        }
    }

    /// In which the name and caption of a file are those of the page to which a link in it leads: others' words.
    static boolean isText(Fields row) {
        return row.number("media_wa_type", 0) == 0
                && !row.is("status", NOTICE)
                && row.text("media_hash").isEmpty();
    }

    private void quoted(Fields quote) {
        if (quote.isUnnamed()) {
            draft.values(quote);
            return;
        }
        String id = quote.name("key_id");
        draft.answers(id);
        known.answered().note(draft, MessageKey.ofOld(quote));
        var said = Json.object().put("id", quote.text("key_id"));
        by(quote, said);
        if (!quote.text("key_remote_jid").equals(row.text("key_remote_jid"))) {
            said.put("chat", quote.text("key_remote_jid"));
        }
        String text = quote.text("data").isEmpty() ? quote.text("media_caption") : quote.text("data");
        draft.note("quoted", Further.copy(said, quote.number("media_wa_type", 0), text, quote));
    }

    /// Who wrote it, in a detail. A group writes nothing.
    static void by(Fields row, Json.Builder said) {
        if (row.is("key_from_me", 1)) {
            said.put("fromMe", true);
        }
        named(row).ifPresent(jid -> said.put("by", jid.raw()));
    }

    /// The one who is named, else the other one in a chat of two; nobody where the owner sent it, or where that is not
    /// said.
    static Optional<Jid> named(Fields row) {
        if (!row.is("key_from_me", 0)) {
            return Optional.empty();
        }
        String sender = row.text("remote_resource");
        return Optional.of(Jid.of(sender.isEmpty() ? row.text("key_remote_jid") : sender))
                .filter(Jid::isPerson);
    }

    private Actor sender() {
        if (draft.has(Mark.SYSTEM)) {
            String acted = row.text("remote_resource");
            var jid = acted.isEmpty() ? Optional.<Jid>empty() : Optional.of(Jid.of(acted));
            return new Notice(draft, known.directory()).actor(jid);
        }
        if (row.is("key_from_me", 1)) {
            return known.directory().owner();
        }
        var named = named(row);
        if (named.isEmpty()) {
            draft.note("namedId", row.name("remote_resource"));
        }
        return named.map(Jid::actor).orElse(Actor.UNSTATED);
    }
}
