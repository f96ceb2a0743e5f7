package org.taniq.read.signal;

import java.util.LinkedHashSet;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Mark;

/// What an export lists beside messages: whose it is, who is in it, and its chats. Nobody wrote these records; the
/// words
/// in them are names, and what the owner noted of others.
record Listed(Source source) {
    private static final long SECOND = 1000;

    /// The first line.
    Entry header(Fields fields) {
        var entry = notice("export", Actor.UNSTATED);
        entry.draft().detail("program", fields.text("currentAppVersion"));
        entry.time("made", fields.text(FirstLine.TIME));
        entry.rest(fields);
        return entry;
    }

    Entry account(Fields fields) {
        var entry = notice("owner", Actor.UNSTATED);
        String name = Recipient.full(fields, "givenName", "familyName");
        String username = fields.text("username");
        words(entry, List.of(name, username, fields.text("bioText"), fields.text("bioEmoji")));
        entry.draft().detail("profileName", name).detail("username", username);
        fields.text("givenName");
        fields.text("familyName");
        entry.rest(fields);
        return entry;
    }

    Entry recipient(Fields fields) {
        String number = fields.text("id");
        var entry = notice(kind(number), source.directory().actor(number));
        entry.draft().called(number);
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
        String note = Entry.text(contact.take("note"));
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
        draft.detail("account", ServiceId.of(contact.value("aci")));
        draft.detail("numberId", ServiceId.ofNumber(contact.value("pni")));
        entry.yes("blocked", contact.value("blocked"));
        Known.MEMBERS.list("shown").forEach(name -> taken(contact, name));
        entry.rest(contact);
    }

    /// What stands there in another form than Signal writes it stays.
    private static void taken(Fields contact, String name) {
        boolean isAsWritten = switch (contact.value(name)) {
            case Json.Obj _ -> name.equals("nickname");
            case Json.Bool _ -> name.equals("blocked");
            case Json.Str _, Json.Num _ -> !name.equals("nickname") && !name.equals("blocked");
            case Json.Arr _, Json.Null _ -> false;
        };
        if (isAsWritten) {
            contact.take(name);
        }
    }

    /// Each line once, and none that is empty.
    static void words(Entry entry, List<String> texts) {
        new LinkedHashSet<>(texts).forEach(entry.draft()::words);
    }

    Entry chat(Fields fields) {
        String number = fields.text("id");
        var entry = notice("chat", Actor.UNSTATED);
        entry.draft().called(number).to(source.directory().chat(number));
        String recipient = fields.text("recipientId");
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
        var entry = notice("call", Actor.UNSTATED);
        entry.draft()
                .mark(Mark.CALL)
                .at(Moment.of(fields.text("callTimestamp")))
                .to(source.directory().actor(fields.text("recipientId")));
        entry.rest(fields);
        return entry;
    }

    /// Lists of chats, and profiles of when to be disturbed: names that the owner chose.
    Entry other(String kind, Fields fields) {
        var entry = notice(kind, Actor.UNSTATED);
        words(entry, List.of(fields.text("name")));
        entry.rest(fields);
        return entry;
    }

    private Entry notice(String kind, Actor about) {
        var entry = source.entry().notice(about);
        entry.draft().detail("kind", kind);
        return entry;
    }
}
