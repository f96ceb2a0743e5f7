package org.taniq.read.signal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Mark;

/// Something in a chat: what somebody wrote, with what it said before it was changed, or what the application noted.
final class Item {
    private static final String AUTHOR = "authorId";
    private static final String SENT = "dateSent";
    private static final String CHAT = "chatId";
    private static final Set<String> WHERE_AND_WHEN = Set.of(CHAT, AUTHOR, SENT);
    private static final String UPDATE = "updateMessage";

    /// Records that come of one line, besides one: of what is more, all that it says is in that one.
    private static final int MOST = 1000;

    private final Source source;
    private final Line line;
    private int room = MOST;

    Item(Source source, Line line) {
        this.source = source;
        this.line = line;
    }

    /// @param fields the members of `chatItem`
    void read(Fields fields) throws IOException {
        var entry = source.entry();
        edited(fields, entry);
        hand(fields, entry);
    }

    /// Each earlier form is a record of its own, before the last one.
    private void edited(Fields fields, Entry last) throws IOException {
        var revisions = fields.list("revisions");
        if (revisions.isEmpty()) {
            return;
        }
        last.draft().mark(Mark.EDITED);
        last.time("edited", LocalId.of(fields, SENT));
        last.draft().detail("originalId", id(Fields.of(revisions.getFirst())));
        for (var revision : revisions) {
            if (revision instanceof Json.Obj && room > 0) {
                room--;
                earlier(Fields.of(revision), fields, last);
            } else {
                last.rest("revisions", revision);
            }
        }
    }

    /// @param last what it became
    private void earlier(Fields revision, Fields last, Entry ofLast) throws IOException {
        var entry = source.entry();
        entry.draft().mark(Mark.EDITED).detail("replacedBy", id(last));
        edited(revision, entry);
        if (!isOfOne(revision, last)) {
            contradicts(entry);
            contradicts(ofLast);
        }
        hand(revision, entry);
    }

    /// Whether both are said to be by one author in one chat.
    private static boolean isOfOne(Fields revision, Fields last) {
        return revision.value(AUTHOR).equals(last.value(AUTHOR))
                && revision.value(CHAT).equals(last.value(CHAT));
    }

    /// A message has no number: Signal names it by its author and the time when it was sent.
    static String id(String author, String sent) {
        return author.isEmpty() || sent.isEmpty() ? sent : author + ":" + sent;
    }

    private static String id(Fields fields) {
        return id(LocalId.of(fields, AUTHOR), LocalId.of(fields, SENT));
    }

    private void hand(Fields fields, Entry entry) throws IOException {
        var kinds = fields.left().entrySet().stream()
                .filter(member -> Known.MEMBERS.has("items", member.getKey()) && member.getValue() instanceof Json.Obj)
                .map(Map.Entry::getKey)
                .toList();
        if (kinds.size() == 1 && kinds.getFirst().equals(UPDATE)) {
            updates(fields, entry);
            return;
        }
        var direction = Direction.of(fields);
        String chat = LocalId.of(fields, CHAT);
        String author = begin(fields, entry);
        if (kinds.size() == 1) {
            written(fields, kinds.getFirst(), author, entry);
            check(author, chat, direction, entry);
        } else {
            unknown(author, entry);
        }
        entry.rest(fields);
        line.hand(entry);
    }

    /// Whether the owner of the account sent it.
    private enum Direction {
        OUT,
        IN,
        NONE,
        BOTH;

        static Direction of(Fields fields) {
            if (fields.has("outgoing")) {
                return fields.has("incoming") ? BOTH : OUT;
            }
            return fields.has("incoming") ? IN : NONE;
        }
    }

    /// What went out the owner wrote, and nothing else; what came in a person wrote, in a chat with one person that
    /// one.
    private void check(String author, String chat, Direction direction, Entry entry) {
        var directory = source.directory();
        var kind = directory.kind(author);
        if (kind == Recipient.Kind.UNKNOWN) {
            if (!author.isEmpty()) {
                source.findings().nameless();
            }
            return;
        }
        boolean isRight = switch (direction) {
            case OUT -> kind == Recipient.Kind.OWNER;
            case IN -> directory.mayWriteIn(chat, author);
            case NONE, BOTH -> false;
        };
        if (!isRight) {
            contradicts(entry);
        }
    }

    /// What was done in a group at one time is a record for each thing.
    private void updates(Fields fields, Entry entry) throws IOException {
        var all = Updates.each(fields.take(UPDATE).orElse(Json.NULL));
        var same = bare(fields.left());
        String chat = source.directory().recipient(LocalId.of(fields, CHAT));
        var updates = new Updates(source, source.directory().actor(begin(fields, entry)), chat);
        entry.rest(fields);
        updates.of(all.getFirst(), entry);
        int own = Math.min(all.size(), 1 + room);
        room -= own - 1;
        all.subList(own, all.size()).forEach(each -> entry.rest("updates", each));
        line.hand(entry);
        for (var each : all.subList(1, own)) {
            var more = source.entry();
            begin(Fields.of(same), more);
            updates.of(each, more);
            line.hand(more);
        }
    }

    /// Where and when alone: all else is said once.
    private static Json bare(Map<String, Json> item) {
        var bare = new LinkedHashMap<>(item);
        bare.keySet().retainAll(WHERE_AND_WHEN);
        return new Json.Obj(bare);
    }

    /// What every item has.
    ///
    /// @return the number of its author
    private String begin(Fields fields, Entry entry) {
        String id = id(fields);
        String author = LocalId.take(fields, AUTHOR);
        String chat = LocalId.take(fields, CHAT);
        var whom = source.directory().chat(chat);
        entry.draft().called(id).at(Moment.of(LocalId.take(fields, SENT))).to(whom);
        if (whom.equals(Actor.UNSTATED)) {
            entry.draft().detail("chat", chat);
        }
        new Sending(entry).of(fields);
        return author;
    }

    private void written(Fields fields, String kind, String author, Entry entry) {
        var actor = source.directory().actor(author);
        entry.draft().by(actor);
        new Content(source, entry, actor).of(kind, Entry.inside(fields, kind));
    }

    /// Of a kind that is not known: whose it is cannot be told either.
    private void unknown(String author, Entry entry) {
        entry.notice(source.directory().actor(author)).draft().detail("messageType", "unsupported");
        source.findings().unsupported();
    }

    private void contradicts(Entry entry) {
        if (!entry.isContradicting()) {
            entry.contradicts();
            source.findings().contradicting();
        }
    }
}
