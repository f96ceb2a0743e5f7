package org.taniq.read.signal;

import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Tables;
import org.taniq.read.record.Verb;

/// What the application noted in a chat: who came and went, what was renamed, who called. It belongs to nobody, and
/// stands under the name of the one who acted.
///
/// @param author who stands for its author, whom only what two people do names rightly
/// @param chat the number of whom the chat is with
record Updates(Source source, Actor author, String chat) {
    private static final String GROUP = "groupChange";
    private static final Tables MEMBERS = Known.MEMBERS;

    /// Each thing that was done, as an object whose one member says what: of a group there may be several.
    static List<Json> each(Json update) {
        var fields = Fields.of(update);
        var change = Fields.of(fields.value(GROUP));
        var all = change.peekList("updates");
        boolean isThatAlone = fields.left().size() == 1 && change.left().size() == 1;
        return isThatAlone && !all.isEmpty() ? all : List.of(update);
    }

    void of(Json update, Entry entry) {
        var fields = Fields.of(update);
        var names = List.copyOf(fields.left().keySet());
        if (names.size() != 1 || !(fields.value(names.getFirst()) instanceof Json.Obj)) {
            unknown(update, entry);
            return;
        }
        String name = names.getFirst();
        var inside = Entry.inside(fields, name);
        if (name.equals("simpleUpdate")) {
            simple(inside, entry);
        } else {
            boolean isOfGroup = name.startsWith("group") && !name.equals("groupCall") || name.startsWith("selfInvited");
            entry.notice(acted(name, inside, isOfGroup ? Actor.UNSTATED : author));
            action(name, entry);
            content(name, inside, entry);
        }
        entry.rest(inside);
    }

    /// Nothing says what was done.
    private void unknown(Json update, Entry entry) {
        entry.notice(Actor.UNSTATED).draft().detail("messageType", "unsupported");
        source.findings().unsupported();
        if (!update.equals(Json.object().build())) {
            entry.rest("update", update);
        }
    }

    private void simple(Fields inside, Entry entry) {
        String type = inside.text("type");
        entry.notice(author);
        action(type.isEmpty() ? "simpleUpdate" : type, entry);
    }

    private static void action(String name, Entry entry) {
        String word = MEMBERS.word("actions", name);
        entry.draft().detail("action", word.isEmpty() ? name : word);
        String verb = MEMBERS.word("verbs", word);
        if (!verb.isEmpty()) {
            entry.draft().verb(Verb.valueOf(verb));
        }
    }

    private Actor acted(String name, Fields inside, Actor otherwise) {
        String himself = MEMBERS.word("actedHimself", name);
        return MEMBERS.list("acted").stream()
                .filter(inside::has)
                .findFirst()
                .or(() -> Optional.of(himself).filter(inside::has))
                .map(member -> account(inside, member))
                .orElse(otherwise);
    }

    private Actor account(Fields inside, String member) {
        boolean isOfNumber = member.endsWith("Pni");
        return source.directory()
                .account(isOfNumber ? ServiceId.takeOfNumber(inside, member) : ServiceId.take(inside, member));
    }

    private void content(String name, Fields inside, Entry entry) {
        concerned(inside, entry);
        entry.each(inside, "invitees", invitee -> {
            concerned(invitee, entry);
            entry.rest(invitee);
        });
        for (var words : List.of("newGroupName", "newDescription", "newName", "question")) {
            entry.draft().words(inside.whole(words));
        }
        var draft = entry.draft();
        draft.detail("oldValue", inside.text("previousName"));
        number(inside, "previousE164", draft);
        number(inside, "e164", draft);
        draft.detail("username", inside.text("username"));
        if (name.equals("expirationTimerChange") || name.equals("groupExpirationTimerUpdate")) {
            String time = inside.has("expiresInMs") ? inside.text("expiresInMs") : "0";
            Listed.seconds(entry, time);
            new Listed(source).disappearing(chat, time);
        }
        refersTo(inside, draft);
        if (name.equals("individualCall") || name.equals("groupCall")) {
            call(inside, entry);
        }
    }

    private void concerned(Fields inside, Entry entry) {
        MEMBERS.list("concerned").stream()
                .filter(inside::has)
                .forEach(member -> entry.person("participant", account(inside, member)));
        if (inside.has("inviterAci")) {
            entry.person("inviter", account(inside, "inviterAci"));
        }
    }

    private static void number(Fields inside, String member, Draft draft) {
        String phone = Recipient.phone(inside.value(member));
        if (!phone.isEmpty()) {
            inside.take(member);
            draft.detail("oldId", phone);
        }
    }

    private static void refersTo(Fields inside, Draft draft) {
        String sent = LocalId.take(inside, "targetSentTimestamp");
        if (!sent.isEmpty()) {
            String message = Item.id(LocalId.take(inside, "authorId"), sent);
            draft.detail("refersTo", Json.object().put("message", message).build());
        }
    }

    private void call(Fields call, Entry entry) {
        var draft = entry.draft().mark(Mark.CALL);
        var type = call.value("type");
        if (type.equals(Json.of("VIDEO_CALL")) || type.equals(Json.of("AUDIO_CALL"))) {
            call.take("type");
            entry.yes("videoCall", Json.of(type.equals(Json.of("VIDEO_CALL"))));
        }
        draft.detail("callDirection", call.text("direction"));
        String state = call.text("state");
        String ended = MEMBERS.word("ended", state);
        draft.detail("howEnded", ended.isEmpty() ? state : ended);
        entry.person("startedBy", source.directory().actor(LocalId.take(call, "startedCallRecipientId")));
        entry.person("rangBy", source.directory().actor(LocalId.take(call, "ringerRecipientId")));
        entry.time("callStarted", call.text("startedCallTimestamp"));
        entry.time("callEnded", call.text("endedCallTimestamp"));
        draft.detail("callId", call.text("callId"));
    }
}
