package org.taniq.read.signal;

import java.util.List;
import java.util.Locale;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Fields;

/// A group as it was when the export was made: what it is called, and who is in it, was invited to it, or was put out.
record Group(Entry entry) {
    private static final String TIMER = "disappearingMessagesTimer";
    private static final String SECONDS = "disappearingMessagesDuration";

    void of(Fields group) {
        entry.yes("blocked", group.take("blocked").orElse(Json.NULL));
        var snapshot = Entry.inside(group, "snapshot");
        Listed.words(
                entry, List.of(text(snapshot, "title", "title"), text(snapshot, "description", "descriptionText")));
        var timer = Entry.inside(snapshot, TIMER);
        timer.number(SECONDS).ifPresent(seconds -> entry.draft().detail("disappearsAfter", Json.of(seconds)));
        entry.rest(timer);
        Known.MEMBERS.list("lists").forEach(name -> members(snapshot, name));
        entry.rest(snapshot);
        entry.rest(group);
    }

    /// Seconds after which its messages disappear.
    static String timer(Fields group) {
        var snapshot = Fields.of(group.value("snapshot"));
        return Fields.of(snapshot.value(TIMER)).text(SECONDS);
    }

    private void members(Fields snapshot, String list) {
        entry.each(snapshot, list, member -> member(Known.MEMBERS.word("status", list), member));
    }

    private static String text(Fields snapshot, String name, String within) {
        var blob = Fields.of(snapshot.value(name));
        String text = blob.whole(within);
        if (!text.isEmpty() && blob.left().isEmpty()) {
            snapshot.take(name);
        }
        return text;
    }

    /// Somebody in the group, with the label that she gave herself there.
    private void member(String status, Fields said) {
        var member = said.value("member") instanceof Json.Obj ? Entry.inside(said, "member") : said;
        var all = Json.object().put("status", status);
        Fields.of(Directory.said(account(member, "userId", "user_id"))).left().forEach(all::put);
        put(all, "role", member.text("role").toLowerCase(Locale.ROOT));
        put(all, "label", either(member, "labelString", "label_string"));
        put(all, "labelEmoji", either(member, "labelEmoji", "label_emoji"));
        put(all, "time", Moment.text(said.text("timestamp")));
        var by = account(said, "addedByUserId", "added_by_user_id");
        if (!by.equals(Actor.UNSTATED)) {
            all.put("by", Directory.said(by));
        }
        entry.draft().detail("groupMember", all.build());
        entry.rest(said);
        if (member != said) {
            entry.rest(member);
        }
    }

    private Actor account(Fields fields, String name, String other) {
        return entry.directory().account(ServiceId.take(fields, fields.has(name) ? name : other));
    }

    private static String either(Fields fields, String name, String other) {
        return fields.text(fields.has(name) ? name : other);
    }

    private static void put(Json.Builder all, String name, String text) {
        if (!text.isEmpty()) {
            all.put(name, text);
        }
    }
}
