package org.taniq.read.meta;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.ExportFiles;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// One message, post or comment as a record. Every member that it has is in the record: as what it means, or as a
/// detail; and every word in it, at whatever depth, is in its text, unless somebody else wrote it.
final class Saying {
    /// Characters of one text.
    static final int LONGEST = 1 << 20;

    /// Characters of a name of somebody, which is written into every record.
    private static final int LONGEST_NAME = 1 << 12;

    private static final int MOST_FILES = 1000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,40}");
    static final List<String> TIMES =
            List.of("timestamp_ms", "timestamp", "created_at", "creation_timestamp", "taken_at");
    /// What others did to it, which is in details alone, and what says of itself what it is.
    private static final Set<String> NO_WORDS = Set.of("reactions", "likes", "type", "thread_type", "thread_path");

    /// Says by being false what it says of nearly every message.
    private static final Set<String> MOSTLY_FALSE =
            Set.of("is_unsent", "isUnsent", "is_geoblocked_for_viewer", "is_unsent_image_by_messenger_kid_parent");

    private final Members members;
    private final Where where;
    private final Repair repair = new Repair();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private final List<Detail> details = new ArrayList<>();
    private final Gathered gathered = new Gathered(marks);
    private final Optional<When> stated;
    private final Written written;
    private final String type;
    private final String id;

    /// Where it stands.
    record Where(Spot spot, Pointer pointer, Set<Mark> marks, Around around) {
        private Where in(Pointer inner) {
            return new Where(spot, inner, marks, around);
        }
    }

    /// @param conversation in which it was said
    /// @param files those beside the one that is read
    record Around(Conversation conversation, ExportFiles files) {}

    private Saying(Json.Obj value, Where where) {
        this.where = where;
        this.members = Members.of(repair.of(value));
        marks.addAll(where.marks());
        this.stated = stated();
        this.written = Written.of(members);
        this.type = members.text("type");
        this.id = NUMBER.matcher(members.peek("fbid")).matches() ? members.text("fbid") : "";
        members.left().forEach((name, member) -> {
            if (!NO_WORDS.contains(name)) {
                gathered.add(name, member);
            }
        });
    }

    /// The records of a value: what stands within it and was written by others is one each. None where it says
    /// nothing.
    static List<Activity> of(Json value, Where where) {
        var object = value instanceof Json.Obj one ? Optional.of(one) : Comment.of(value);
        var records = new ArrayList<Activity>();
        object.filter(Saying::saysSomething).ifPresent(one -> {
            records.add(new Saying(one, where).activity());
            Inner.of(one, where.pointer())
                    .forEach(inner -> records.addAll(of(inner.value(), where.in(inner.pointer()))));
        });
        return records;
    }

    private static boolean saysSomething(Json.Obj value) {
        return value.members().values().stream().anyMatch(member -> !Members.isNothing(member));
    }

    /// The record of what a file says of a conversation: the platform says it.
    static Activity frame(Json.Obj value, long leftOut, Where where) {
        var frame = new Saying(value, where);
        frame.marks.add(Mark.SYSTEM);
        frame.leftOut(leftOut);
        return frame.activity();
    }

    private Activity activity() {
        details.addAll(where.around().conversation().details());
        boolean isDeleted = members.isTrue("is_unsent") || members.isTrue("isUnsent");
        marks();
        var files = files();
        String text = text();
        membership();
        var counts = reactions();
        further();
        boolean isPlaceholder = text.isEmpty() || type.equals("placeholder");
        boolean isGone = isDeleted && isPlaceholder && files.isEmpty();
        return new Activity(
                        isDeleted ? Verb.DELETE : Verb.CREATE,
                        actor(written.author()),
                        audience(),
                        stated.or(this::inside).orElse(Moment.NONE),
                        isGone ? new Thing.Tombstone(text) : new Thing.Note(text, files),
                        marks,
                        where.spot(),
                        "",
                        "",
                        counts,
                        id,
                        where.pointer().place(),
                        List.of())
                .with(details);
    }

    private void marks() {
        marks.addAll(repair.marks());
        mark(members.isTrue("is_unsent") || members.isTrue("isUnsent"), Mark.DELETED);
        mark(type.equals("Call"), Mark.CALL);
        mark(type.equals("placeholder"), Mark.SYSTEM);
        mark(members.left().keySet().stream().anyMatch(name -> name.endsWith(Written.SECOND)), Mark.LOOKALIKE);
        boolean isShared = members.left().keySet().stream().anyMatch(Saying::isShare);
        mark(members.isTrue("is_forwarded") || isOfAnother("share") || isShared, Mark.FORWARDED);
        mark(written.author().length() > LONGEST_NAME || where.pointer().isTooLong(), Mark.CUT);
    }

    private static boolean isShare(String name) {
        return name.equals("media_owner") || name.endsWith("_share") || name.endsWith("_share_caption");
    }

    /// Whether the words or the owner of what is shared stand in it.
    private boolean isOfAnother(String share) {
        return members.left().get(share) instanceof Json.Obj(var said)
                && (said.containsKey("share_text") || said.containsKey("original_content_owner"));
    }

    /// A time that stands deeper in it, where nothing says that it has one of its own: no message, no frame.
    private Optional<When> inside() {
        boolean isOther = members.left().containsKey("participants")
                || !written.author().isEmpty()
                || TIMES.stream().anyMatch(members.left()::containsKey)
                || !where.around().conversation().equals(Conversation.UNSTATED);
        return isOther ? Optional.empty() : gathered.time();
    }

    private static Actor actor(String name) {
        return name.isEmpty() ? Actor.UNSTATED : new Actor.Named(within(name, LONGEST_NAME), "");
    }

    /// The beginning of a text that is longer; half of a letter is none of it.
    static String within(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private Actor audience() {
        return written.audience().isEmpty()
                ? where.around().conversation().audience(within(written.author(), LONGEST_NAME))
                : actor(written.audience());
    }

    private Optional<When> stated() {
        for (var name : TIMES) {
            var time = Moment.of(members.left().getOrDefault(name, Json.NULL));
            if (time.isPresent() && !members.left().containsKey(name + Written.SECOND)) {
                members.remove(name);
                return time;
            }
        }
        return Optional.empty();
    }

    /// What the source says first, and in lines behind it every other word: of a post that is shared, of who was added.
    /// Where the first ends is a detail then, because what follows may be another's.
    private String text() {
        String main = written.words();
        var lines = new LinkedHashSet<>(List.of(main));
        lines.addAll(gathered.words());
        lines.remove("");
        if (!main.equals(written.author())) {
            lines.remove(written.author());
        }
        if (written.author().length() > LONGEST_NAME) {
            lines.add(written.author());
        }
        if (written.audience().length() > LONGEST_NAME) {
            lines.add(written.audience());
        }
        boolean isSaid = !main.isEmpty() && lines.size() > 1;
        boolean isOnlyShared = main.isEmpty() && !lines.isEmpty() && marks.contains(Mark.FORWARDED);
        if (isSaid || isOnlyShared) {
            details.add(Detail.of("mainWords", main));
        }
        String text = String.join("\n", lines);
        mark(text.length() > LONGEST, Mark.CUT);
        return within(text, LONGEST);
    }

    private List<Attachment> files() {
        var files = new ArrayList<Attachment>();
        gathered.files().stream()
                .limit(MOST_FILES)
                .map(name -> new Attachment(name, where.around().files().state(name)))
                .forEach(files::add);
        gathered.notExported().stream().limit(MOST_FILES).forEach(why -> {
            files.add(new Attachment("", Attachment.State.OMITTED));
            details.add(Detail.of("notExported", why));
        });
        leftOut(Math.max(0, gathered.files().size() - MOST_FILES)
                + Math.max(0, gathered.notExported().size() - MOST_FILES));
        return files;
    }

    private void leftOut(long values) {
        if (values > 0) {
            marks.add(Mark.CUT);
            details.add(Detail.of("valuesLeftOut", values));
        }
    }

    /// Whom somebody let in or put out is in the text, by name alone: nobody is said to have come or gone who may only
    /// bear the name of who wrote.
    private void membership() {
        mark(type.equals("Subscribe") || type.equals("Unsubscribe"), Mark.SYSTEM);
    }

    private Map<String, Long> reactions() {
        var reactions = members.list("reactions");
        if (reactions.isEmpty() || !reactions.stream().allMatch(Saying::isReaction)) {
            return Map.of();
        }
        members.remove("reactions");
        reactions.forEach(this::reaction);
        return Map.of("reactions", (long) reactions.size());
    }

    private static boolean isReaction(Json value) {
        var reaction = Members.of(value);
        return !reaction.text("actor").isEmpty()
                && !reaction.text("reaction").isEmpty()
                && Set.of("timestamp").containsAll(reaction.left().keySet());
    }

    private void reaction(Json value) {
        var reaction = Members.of(value);
        details.add(new Detail(
                "reaction",
                Json.object()
                        .put("actor", reaction.text("actor"))
                        .put("reaction", reaction.text("reaction"))
                        .put("timestamp", reaction.left().getOrDefault("timestamp", Json.NULL))
                        .build()));
    }

    /// What no line above takes: as the source has it, under its own name, which is no word of ours.
    private void further() {
        if (!type.isEmpty() && !type.equals("Generic")) {
            details.add(Detail.of("type", type));
        }
        members.left().forEach((name, member) -> {
            boolean isUsual = MOSTLY_FALSE.contains(name) && member.equals(Json.of(false));
            if (!Members.isNothing(member) && !isUsual) {
                details.add(member(name, member));
            }
        });
        details.addAll(repair.details());
    }

    private static Detail member(String name, Json value) {
        return new Detail(
                "member",
                Json.object().put("name", name).put("value", value.inOrder()).build());
    }

    private void mark(boolean is, Mark mark) {
        if (is) {
            marks.add(mark);
        }
    }
}
