package org.taniq.read.signal;

import java.util.LinkedHashSet;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Mark;

/// What an export lists beside messages: whose it is, who is in it, and its chats. Nobody wrote these records, and they
/// stand under nobody's name: the words in them are names, and what the owner noted of others.
record Listed(Source source) {
    private static final long SECOND = 1000;

    /// The first line.
    Entry header(Fields fields) {
        var entry = notice("export");
        entry.draft().detail("program", fields.text("currentAppVersion"));
        entry.time("made", fields.text(FirstLine.TIME));
        entry.rest(fields);
        return entry;
    }

    Entry account(Fields fields) {
        var entry = notice("owner");
        String name = Recipient.full(fields, "givenName", "familyName");
        String username = fields.text("username");
        words(entry, List.of(name, username, fields.whole("bioText"), fields.whole("bioEmoji")));
        entry.draft().detail("profileName", name).detail("username", username);
        taken(fields, "givenName");
        taken(fields, "familyName");
        entry.rest(fields);
        return entry;
    }

    Entry recipient(Fields fields) {
        String number = LocalId.take(fields, "id");
        var entry = notice(kind(number));
        entry.draft()
                .called(number)
                .detail("actedId", source.directory().actor(number).id());
        var contact = fields.value("contact");
        var group = fields.value("group");
        if (contact instanceof Json.Obj) {
            fields.take("contact");
            contact(Fields.of(contact), entry);
        } else if (group instanceof Json.Obj) {
            fields.take("group");
            new Group(entry).of(Fields.of(group));
            disappearing(number, Group.timer(Fields.of(group)));
        }
        words(entry, List.of(source.directory().actor(number).name()));
        entry.rest(fields);
        return entry;
    }

    private String kind(String number) {
        return switch (source.directory().kind(number)) {
            case CONTACT -> "person";
            case GROUP -> "group";
            case OWNER -> "owner";
            case LIST -> "list";
            case NEWS -> "news";
            case CALL_LINK -> "call-link";
            case UNKNOWN -> "not-certain";
        };
    }

    private static void contact(Fields contact, Entry entry) {
        String phone = Recipient.phone(contact.value("e164"));
        String note = contact.whole("note");
        var names = Recipient.shown(contact);
        words(entry, names);
        words(entry, List.of(phone, note));
        var draft = entry.draft();
        draft.detail("nickname", names.getFirst());
        draft.detail("phoneBookName", names.get(1));
        draft.detail("phoneBookName", names.get(2));
        draft.detail("profileName", names.get(3));
        draft.detail("username", names.getLast());
        draft.detail("phone", phone);
        entry.whole("contactNote", note);
        draft.detail("account", ServiceId.take(contact, "aci"));
        draft.detail("numberId", ServiceId.takeOfNumber(contact, "pni"));
        if (!phone.isEmpty()) {
            contact.take("e164");
        }
        entry.yes("blocked", contact.value("blocked"));
        Known.MEMBERS.list("shown").forEach(name -> taken(contact, name));
        nickname(contact, entry);
        entry.rest(contact);
    }

    /// What stands there in another form than Signal writes it stays.
    private static void taken(Fields fields, String name) {
        boolean isAsWritten = switch (fields.value(name)) {
            case Json.Str(String text) -> text.length() <= Detail.LONGEST;
            case Json.Num _ -> true;
            case Json.Bool _, Json.Obj _, Json.Arr _, Json.Null _ -> false;
        };
        if (isAsWritten) {
            fields.take(name);
        }
    }

    private static void nickname(Fields contact, Entry entry) {
        var nickname = Entry.inside(contact, "nickname");
        taken(nickname, "given");
        taken(nickname, "family");
        entry.rest(nickname);
        if (contact.value("blocked") instanceof Json.Bool) {
            contact.take("blocked");
        }
    }

    /// Each line once, and none that is empty.
    static void words(Entry entry, List<String> texts) {
        new LinkedHashSet<>(texts).forEach(entry.draft()::words);
    }

    Entry chat(Fields fields) {
        String number = LocalId.take(fields, "id");
        var entry = notice("chat");
        entry.draft().called(number).to(source.directory().chat(number));
        String recipient = LocalId.take(fields, "recipientId");
        String timer = fields.text("expirationTimerMs");
        seconds(entry, timer);
        disappearing(recipient, timer);
        entry.rest(fields);
        return entry;
    }

    /// That the messages to somebody disappear after this time.
    void disappearing(String recipient, String time) {
        if (Fields.asNumber(time).orElse(0) > 0) {
            source.findings().disappearing(recipient);
        }
    }

    /// A time after which messages disappear; none is 0.
    static void seconds(Entry entry, String milliseconds) {
        long time = Fields.asNumber(milliseconds).orElse(-1);
        if (time >= 0 && time % SECOND == 0) {
            entry.draft().detail("disappearsAfter", Json.of(time / SECOND));
        } else if (!milliseconds.isEmpty()) {
            entry.rest("expiresInMs", Json.of(milliseconds));
        }
    }

    /// A call by a link, which is in no chat.
    Entry call(Fields fields) {
        var entry = notice("call");
        entry.draft()
                .mark(Mark.CALL)
                .at(Moment.of(fields.text("callTimestamp")))
                .to(source.directory().actor(LocalId.take(fields, "recipientId")));
        entry.rest(fields);
        return entry;
    }

    /// Lists of chats, and profiles of when to be disturbed: names that the owner chose.
    Entry other(String kind, Fields fields) {
        var entry = notice(kind);
        words(entry, List.of(fields.whole("name")));
        entry.rest(fields);
        return entry;
    }

    private Entry notice(String kind) {
        var entry = source.entry().notice(Actor.UNSTATED);
        entry.draft().detail("kind", kind);
        return entry;
    }
}
