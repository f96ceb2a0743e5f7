package org.taniq.read.msgstore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// What the tables beside that of the messages say of one of them.
final class Further {
    /// In which WhatsApp keeps the files of messages.
    private static final String MEDIA = "Media/";

    private final Draft draft;
    private final Known known;
    private final Directory directory;

    Further(Draft draft, Known known) {
        this.draft = draft;
        this.known = known;
        this.directory = known.directory();
    }

    void of(InStep.Joined all) {
        all.of("message_media").ifPresent(this::media);
        all.of("message_location").ifPresent(this::location);
        all.of("message_text").ifPresent(this::link);
        all.of("message_poll").ifPresent(this::poll);
        all.of("message_quoted").ifPresent(this::quoted);
        all.of("message_quoted_media").ifPresent(this::quotedMedia);
        all.of("message_forwarded").ifPresent(this::forwarded);
        all.of("message_edit_info").ifPresent(this::edited);
        all.of("message_ephemeral").ifPresent(this::vanishing);
        all.of("message_view_once_media").ifPresent(this::viewOnce);
        all.of("message_group_invite").ifPresent(this::invitation);
        all.of("message_album").ifPresent(this::album);
        all.of("message_call_log").ifPresent(this::call);
        new Notice(draft, directory).of(all);
        all.loose().forEach(this::loose);
        all.of("message_revoked").ifPresent(this::revoked);
        all.rows().values().forEach(row -> draft.marks(row.marks()));
    }

    void media(Fields row) {
        String path = row.name("file_path");
        file(path, row.name("media_name"));
        draft.say(row.text("media_caption"));
        draft.note("filePath", path);
        draft.note("mediaName", row.text("media_name"));
        draft.note("mimeType", row.text("mime_type"));
        draft.noteSome(
                "fileSize", row.number("file_size", 0) > 0 ? row.number("file_size") : row.number("file_length"));
        draft.note("fileHash", row.text("file_hash"));
        draft.note("originalFileHash", row.text("original_file_hash"));
        draft.note("encryptedFileHash", row.text("enc_file_hash"));
        draft.noteSome("seconds", row.number("media_duration"));
        draft.noteSome("width", row.number("width"));
        draft.noteSome("height", row.number("height"));
        draft.noteSome("pages", row.number("page_count"));
        draft.note("mediaUrl", row.text("message_url"));
    }

    /// A file that a message names by a path on the phone. Only by its whole path below WhatsApp's folder is it the
    /// one:
    /// names of files come again, and one of a document was chosen by whoever sent it.
    void file(String path, String name) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        draft.attach(new Attachment(last.isEmpty() ? name : last, below(path)));
    }

    private Attachment.State below(String path) {
        int media = path.startsWith(MEDIA) ? 0 : path.indexOf("/" + MEDIA) + 1;
        boolean isBelow = media > 0 || path.startsWith(MEDIA);
        return isBelow ? known.beside().below(path.substring(media)) : Attachment.State.MISSING;
    }

    private void location(Fields row) {
        draft.mark(Mark.LOCATION);
        draft.say(row.text("place_name"));
        draft.say(row.text("place_address"));
        draft.note("latitude", row.text("latitude"));
        draft.note("longitude", row.text("longitude"));
        draft.note("placeUrl", row.text("url"));
        draft.noteSome("liveSeconds", row.number("live_location_share_duration"));
        draft.note("lastLatitude", row.text("live_location_final_latitude"));
        draft.note("lastLongitude", row.text("live_location_final_longitude"));
        draft.noteTime("lastSeenThere", row.number("live_location_final_timestamp"));
    }

    private void link(Fields row) {
        draft.note("linkTitle", row.text("page_title"));
        draft.note("linkDescription", row.text("description"));
        draft.note("linkUrl", row.text("url"));
    }

    private void poll(Fields row) {
        draft.mark(Mark.POLL);
        draft.noteSome("answersAllowed", row.number("selectable_options_count"));
        if (row.number("end_time", 0) > Moment.LEAST) {
            draft.noteTime("pollEnds", row.number("end_time"));
        } else {
            draft.noteSome("pollEnds", row.number("end_time"));
        }
    }

    private void quoted(Fields row) {
        String id = row.name("key_id");
        var chat = directory.chat(row.number("chat_row_id")).flatMap(Chat::jid);
        draft.answers(id);
        known.answered().note(draft, MessageKey.of(row, id, directory));
        var said = Json.object().put("id", row.text("key_id"));
        directory.by(row, said);
        boolean isElsewhere = row.number("parent_message_chat_row_id", 0) != row.number("chat_row_id", 0);
        if (isElsewhere) {
            chat.ifPresent(jid -> said.put("chat", jid.raw()));
        }
        draft.note("quoted", copy(said, row.number("message_type", 0), row.text("text_data"), row));
    }

    /// The copy of an earlier message inside an answer to it. It is a detail and not text of the record: whoever
    /// answered
    /// did not write it, and would be found, and judged, as if he had.
    static Json copy(Json.Builder said, long type, String text, Fields row) {
        if (row.number("timestamp", 0) > 0) {
            said.put("time", Moment.text(row.number("timestamp", 0)));
        }
        if (type != 0) {
            said.put("messageType", Draft.number(type));
        }
        return said.put("text", text).build();
    }

    private void quotedMedia(Fields row) {
        draft.note(
                "quotedMedia",
                Json.object()
                        .put("mimeType", row.text("mime_type"))
                        .put("mediaName", row.text("media_name"))
                        .put("caption", row.text("media_caption"))
                        .put("filePath", row.text("file_path"))
                        .build());
    }

    private void forwarded(Fields row) {
        draft.mark(Mark.FORWARDED);
        draft.note("forwardScore", row.number("forward_score"));
    }

    private void edited(Fields row) {
        draft.mark(Mark.EDITED);
        draft.noteTime("edited", row.number("edited_timestamp"));
        draft.noteTime("editSent", row.number("sender_timestamp"));
        draft.note("originalId", row.text("original_key_id"));
    }

    private void vanishing(Fields row) {
        draft.noteSome("disappearsAfter", row.number("duration"));
        draft.noteTime("disappearsAt", row.number("expire_timestamp"));
    }

    private void viewOnce(Fields row) {
        draft.mark(Mark.VIEW_ONCE);
        draft.note("viewOnceState", row.number("state"));
    }

    private void invitation(Fields row) {
        draft.note("invitedTo", row.text("group_name"));
        directory.jid(row.number("group_jid_row_id")).ifPresent(jid -> draft.note("invitedToId", jid.raw()));
        draft.noteSome("invitationEnds", row.number("expiration"));
    }

    private void album(Fields row) {
        draft.noteSome("pictures", row.number("image_count"));
        draft.noteSome("videos", row.number("video_count"));
    }

    private void call(Fields row) {
        draft.mark(Mark.CALL);
        draft.note("callRow", row.number("call_log_row_id"));
    }

    private void yes(String name) {
        draft.note(name, Json.of(true));
    }

    private void revoked(Fields row) {
        draft.mark(Mark.DELETED);
        draft.done(Verb.DELETE);
        draft.note("revokedId", row.text("revoked_key_id"));
        draft.noteTime("deleted", row.number("revoke_timestamp"));
    }

    /// A row of any of the tables.
    void loose(Fields row) {
        switch (row.table()) {
            case "message_vcard", "messages_vcards" -> card(row.text("vcard"));
            case "message_system_chat_participant" -> person("participant", row, "user_jid_row_id");
            case "message_mentions" -> person("mentioned", row, "jid_row_id");
            case "message_poll_option" -> option(row);
            case "missed_call_logs" -> missedCall(row);
            case "message_add_on", "message_add_on_reaction", "message_add_on_poll_vote" ->
                new AddOn(known).of(row).forEach(draft::note);
            case "call_log" -> Call.ofMessage(draft, row, directory);
            default -> of(new InStep.Joined(row.row(), Map.of(row.table(), row), List.of()));
        }
        draft.marks(row.marks());
    }

    void card(String vcard) {
        draft.mark(Mark.CONTACT);
        draft.say(vcard);
    }

    private void person(String name, Fields row, String column) {
        var jid = directory.jid(row.number(column));
        if (jid.isPresent()) {
            draft.note(name, jid.get().raw());
        } else {
            row.number(column).ifPresent(number -> draft.note(name + "Row", number));
        }
    }

    private void option(Fields row) {
        draft.mark(Mark.POLL);
        draft.say(row.text("option_name"));
        draft.note(
                "answer",
                Json.object()
                        .put("text", row.text("option_name"))
                        .put("votes", Draft.number(row.number("vote_total", 0)))
                        .build());
    }

    private void missedCall(Fields row) {
        draft.mark(Mark.CALL);
        yes("missed");
        if (row.is("video_call", 1)) {
            yes("videoCall");
        }
    }

    /// Types of messages that say by themselves what is peculiar.
    void type(long type) {
        var mark = Words.mark(type);
        mark.ifPresent(draft::mark);
        if (mark.equals(Optional.of(Mark.DELETED))) {
            draft.done(Verb.DELETE);
        }
        if (type != 0) {
            draft.note("messageType", type);
            draft.note("kind", Words.type(type));
        }
    }
}
