package org.taniq.read.telegram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tables;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Twice;

/// One message, or one thing that the application noted (`service`), as a record. Every member that it has is in the
/// record: as what it means, or as a detail.
final class Message {
    /// What is longer is cut: Telegram sends at most 4,096 characters, and 32,768 in long messages.
    static final int MAX_TEXT = 1 << 20;

    private static final Set<String> TYPES = Set.of("message", "service", "unsupported");
    private static final Tables MEMBERS = Known.MEMBERS;

    /// Where a message stands, and what is peculiar about its bytes.
    record Where(Spot spot, Place place, Set<Mark> marks) {}

    private final Fields fields;
    private final boolean isTwice;
    private final Files files;
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private final List<Detail> details = new ArrayList<>();
    private final Wording wording = new Wording();

    private Message(Json.Obj message, Input.Beside beside) {
        fields = Fields.of(message);
        isTwice = Twice.says(message, Message::isUsual);
        files = new Files(beside, details::add);
    }

    /// Telegram itself writes `text` twice into one kind of notice, and the second one is empty.
    private static boolean isUsual(String name, Json again) {
        return name.equals("text") && again.equals(Json.of(""));
    }

    /// Whether it is one; what Telegram could not export is one, too.
    static boolean is(Json value) {
        var fields = Fields.of(value);
        return TYPES.contains(fields.text("type")) || fields.number("id").isPresent();
    }

    /// @param where it stands in the file
    /// @param chat in which it was written
    static Activity of(Json.Obj message, Where where, Chat chat, Input.Beside beside) {
        return new Message(message, beside).activity(where, chat);
    }

    private Activity activity(Where where, Chat chat) {
        marks.addAll(where.marks());
        mark(isTwice, Mark.LOOKALIKE);
        String id = fields.text("id");
        var audience = chat.audience(numbers());
        boolean isNotice = isNotice();
        var actor = actor(isNotice);
        ofChat(chat, Fields.asNumber(id), actor);
        var published = published();
        edited();
        forwarded();
        String reply = reply(audience.id());
        words();
        content();
        var notice = new Notice(further("action", "action"));
        mark(notice.isCall(), Mark.CALL);
        var counts = reactions();
        rest();
        return new Activity(
                        notice.verb(),
                        actor,
                        audience,
                        published,
                        new Thing.Note(text(), files.all()),
                        marks,
                        where.spot(),
                        reply,
                        "",
                        counts,
                        id,
                        where.place(),
                        List.of())
                .with(details);
    }

    private boolean isNotice() {
        String type = fields.text("type");
        if (!type.isEmpty() && !type.equals("message") && !type.equals("service")) {
            details.add(Detail.of("messageType", type));
        }
        mark(type.equals("service"), Mark.SYSTEM);
        return type.equals("service");
    }

    /// Where nobody is named, nothing is said of how.
    private Peer.Numbers numbers() {
        var from = fields.value(fields.has("from_id") ? "from_id" : "actor_id");
        return Peer.isBare(from) ? Peer.Numbers.BARE : Peer.Numbers.WITH_KIND;
    }

    /// Some notices name nobody who acted, and one of who came near to whom.
    private Actor actor(boolean isNotice) {
        var acted = isNotice ? Peer.of(fields, "actor", "actor_id") : Actor.UNSTATED;
        return acted.equals(Actor.UNSTATED) ? Peer.of(fields, "from", "from_id") : acted;
    }

    private void ofChat(Chat chat, OptionalLong number, Actor actor) {
        if (!chat.type().isEmpty()) {
            details.add(Detail.of("chatType", chat.type()));
        }
        long skipped = chat.gaps().before(number, actor.id().isEmpty() ? actor.name() : actor.id());
        if (skipped > 0) {
            details.add(Detail.of("numbersSkipped", skipped));
        }
    }

    /// Since 2022 also as a Unix time; before, the time of a clock of which nobody says where it hung.
    private When published() {
        String local = fields.text("date");
        var unix = fields.number("date_unixtime");
        if (unix.isEmpty()) {
            return Moment.local(local);
        }
        if (!local.isEmpty()) {
            details.add(Detail.of("localTime", local));
        }
        return Moment.exact(unix.getAsLong());
    }

    /// Exports before summer 2020 say of every message that it was edited, and of those that never were, in 1970.
    private void edited() {
        String local = fields.text("edited");
        var unix = fields.number("edited_unixtime");
        if (!Moment.isNever(unix, local)) {
            marks.add(Mark.EDITED);
            details.add(Detail.of(
                    "edited", unix.isPresent() ? Moment.exact(unix.getAsLong()).source() : local));
        }
    }

    private void forwarded() {
        mark(fields.holds("forwarded_from") || fields.holds("forwarded_from_id"), Mark.FORWARDED);
    }

    /// The number of the message that is answered, where it is one of this chat.
    private String reply(String chat) {
        String reply = fields.text("reply_to_message_id");
        String peer = fields.text("reply_to_peer_id");
        boolean isElsewhere = !peer.isEmpty() && !peer.equals(chat);
        MEMBERS.list("references").stream()
                .filter(fields::has)
                .forEach(member -> points("refersTo", fields.text(member), peer));
        if (isElsewhere || reply.isEmpty() && !peer.isEmpty()) {
            points("replyTo", reply, peer);
        }
        return isElsewhere ? "" : reply;
    }

    private void points(String name, String message, String peer) {
        var to = Json.object();
        if (!message.isEmpty()) {
            to.put("message", message);
        }
        if (!peer.isEmpty()) {
            to.put("peer", peer);
        }
        details.add(new Detail(name, to.build()));
    }

    private void words() {
        var words = Words.of(fields.take("text"), fields.take("text_entities"));
        wording.add(words.text());
        wording.add(words.again());
        mark(words.areTwo(), Mark.LOOKALIKE);
        wording.further(words.stretches());
        words.outermost().forEach(files::within);
        details.addAll(words.details());
    }

    private void content() {
        mark(fields.has("poll"), Mark.POLL);
        mark(fields.has("location_information"), Mark.LOCATION);
        mark(fields.has("contact_information") || fields.has("contact_vcard"), Mark.CONTACT);
        wording.member("file_name", fields.value("file_name"));
        files.of(fields);
        if (fields.has("self_destruct_period_seconds") && files.areLeftOut()) {
            marks.add(Mark.VIEW_ONCE);
            files.gone();
        }
    }

    private Map<String, Long> reactions() {
        long count = 0;
        for (var reaction : fields.list("reactions")) {
            long more = Fields.of(reaction).number("count").orElse(0);
            count = Math.min(Json.MAX_INTEGER, count + Math.clamp(more, 0, Json.MAX_INTEGER));
            details.add(Renamed.detail("reaction", reaction));
            files.within(reaction);
        }
        return count > 0 ? Map.of("reactions", count) : Map.of();
    }

    private String further(String member, String name) {
        String text = fields.text(member);
        if (!text.isEmpty()) {
            details.add(Detail.of(name, text));
        }
        return text;
    }

    /// What no line above takes: under our word for it, else as the source has it, under its own name.
    private void rest() {
        fields.left().forEach((name, value) -> {
            if (!(value instanceof Json.Null)) {
                wording.member(Twice.plain(name), value);
                files.member(Twice.plain(name), value);
                details.add(detail(name, value));
            }
        });
    }

    private static Detail detail(String name, Json value) {
        String word = MEMBERS.word("details", Twice.plain(name));
        if (word.isEmpty()) {
            return new Detail(
                    "member",
                    Json.object()
                            .put("name", Json.of(name))
                            .put("value", Json.of(value.inOrder()))
                            .build());
        }
        return Renamed.detail(word, value);
    }

    private String text() {
        String text = wording.text();
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        marks.add(Mark.CUT);
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }

    private void mark(boolean is, Mark mark) {
        if (is) {
            marks.add(mark);
        }
    }
}
