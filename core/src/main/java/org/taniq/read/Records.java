package org.taniq.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;
import org.taniq.seal.Pointer;
import org.taniq.seal.Schema;

/// Activities as the sealed rows of `record/2`, and back; of `record/1`, which lacks its last
/// fields, only back.
public final class Records {
    private static final Schema RECORD = Schema.named("record/2");

    private Records() {}

    /// The row that is sealed.
    ///
    /// @param sealed the members of an archive that attachments may name
    public static List<Json> row(Activity activity, Map<Spot.Member, Pointer> sealed) {
        var members = activity.toJson().members();
        var row = new ArrayList<Json>();
        for (var field : RECORD.fields()) {
            var value = members.getOrDefault(field.name(), Json.NULL);
            row.add(
                    switch (field.name()) {
                        case "attachments" -> attachments(activity, sealed);
                        case "details" -> rows(activity.details());
                        default -> value;
                    });
        }
        return row;
    }

    /// None is null, which takes next to nothing.
    private static Json rows(List<Detail> details) {
        return details.isEmpty()
                ? Json.NULL
                : Json.of(details.stream().map(Detail::row).toList());
    }

    private static Json attachments(Activity activity, Map<Spot.Member, Pointer> sealed) {
        return Json.of(activity.object().attachments().stream()
                .map(attachment -> Json.object()
                        .put("item", pointer(attachment, sealed))
                        .put("name", Json.orNull(attachment.name()))
                        .put("state", attachment.state().word())
                        .build())
                .toList());
    }

    private static Json pointer(Attachment attachment, Map<Spot.Member, Pointer> sealed) {
        return attachment.state() instanceof Attachment.Present(Spot.Member member) && sealed.containsKey(member)
                ? sealed.get(member).json()
                : Json.NULL;
    }

    /// A field of a row; null where its schema does not have it yet.
    public static Json value(List<Json> row, String field) {
        int slot = RECORD.slot(field);
        return slot < row.size() ? row.get(slot) : Json.NULL;
    }

    /// The line on which a row begins in its source, from 1; 0 where the source has no lines.
    public static long line(List<Json> row) {
        return number(value(row, "lines"), 0);
    }

    /// The pieces of a row's text, as they were sealed; none where there is no text.
    public static List<String> pieces(List<Json> row) {
        return value(row, "text") instanceof Json.Arr(List<Json> pieces)
                ? pieces.stream().map(Records::text).toList()
                : List.of();
    }

    /// The text that a value is, or nothing.
    public static String text(Json value) {
        return value instanceof Json.Str(String text) ? text : "";
    }

    /// A place without lines: all of a file, which has no text of its own, or some of its bytes.
    private static Spot unlined(List<Json> row) {
        long from = number(value(row, "bytes"), 0);
        long to = number(value(row, "bytes"), 1);
        boolean isWhole = from == 0 && value(row, "text") instanceof Json.Null;
        return isWhole ? new Spot.Whole(to) : new Spot.Range(from, Math.max(from, to));
    }

    /// The activity that a sealed row is, as far as it can be found by.
    public static Activity activity(List<Json> row) {
        var spot = value(row, "lines") instanceof Json.Arr(List<Json> lines)
                ? new Spot.Lines(
                        number(value(row, "bytes"), 0), number(value(row, "bytes"), 1), at(lines, 0), at(lines, 1))
                : unlined(row);
        return new Activity(
                verb(text(value(row, "type"))),
                writer(row),
                actor(text(value(row, "audienceName")), text(value(row, "audienceId"))),
                when(value(row, "published")),
                new Thing.Note(String.join("", pieces(row)), attachments(value(row, "attachments"))),
                marks(value(row, "marks")),
                spot,
                text(value(row, "inReplyTo")),
                text(value(row, "address")),
                counts(value(row, "counts")),
                text(value(row, "id")),
                Place.sealed(value(row, "place")),
                details(row));
    }

    /// What else the source says. What somebody sealed under a name that is none is left out.
    public static List<Detail> details(List<Json> row) {
        return value(row, "details") instanceof Json.Arr(List<Json> items)
                ? items.stream().flatMap(item -> detail(item).stream()).toList()
                : List.of();
    }

    private static Optional<Detail> detail(Json item) {
        try {
            return item instanceof Json.Arr(List<Json> values)
                            && values.size() == 2
                            && values.getFirst() instanceof Json.Str(String name)
                    ? Optional.of(new Detail(name, values.getLast()))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static List<Attachment> attachments(Json sealed) {
        return sealed instanceof Json.Arr(List<Json> items)
                ? items.stream().flatMap(item -> attachment(item).stream()).toList()
                : List.of();
    }

    private static Optional<Attachment> attachment(Json item) {
        return item instanceof Json.Obj object
                ? Optional.of(new Attachment(
                        text(object.members().getOrDefault("name", Json.NULL)),
                        Attachment.State.of(text(object.members().getOrDefault("state", Json.NULL)))))
                : Optional.empty();
    }

    private static Verb verb(String word) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.word().equals(word))
                .findFirst()
                .orElse(Verb.CREATE);
    }

    private static Actor writer(List<Json> row) {
        String name = text(value(row, "actorName"));
        boolean system = marks(value(row, "marks")).contains(Mark.SYSTEM);
        return system ? new Actor.App(name) : actor(name, text(value(row, "actorId")));
    }

    private static Actor actor(String name, String id) {
        return name.isEmpty() && id.isEmpty() ? Actor.UNSTATED : new Actor.Named(name, id);
    }

    /// The time of a row.
    public static When when(Json published) {
        if (!(published instanceof Json.Obj object)) {
            return new When.Unknown("", "");
        }
        var members = object.members();
        String source = text(members.getOrDefault("text", Json.NULL));
        String iso = text(members.getOrDefault("iso", Json.NULL));
        String rule = text(members.getOrDefault("rule", Json.NULL));
        try {
            return when(text(members.getOrDefault("kind", Json.NULL)), source, iso, members);
        } catch (DateTimeException noTime) {
            return new When.Unknown(source, rule);
        }
    }

    private static When when(String kind, String source, String iso, SequencedMap<String, Json> members) {
        String rule = text(members.getOrDefault("rule", Json.NULL));
        return switch (kind) {
            case "exact" -> new When.Exact(source, Instant.parse(iso));
            case "local" ->
                new When.Local(source, LocalDateTime.parse(iso), text(members.getOrDefault("zone", Json.NULL)), rule);
            case "day" -> new When.Day(source, LocalDate.parse(iso), rule);
            default -> new When.Unknown(source, rule);
        };
    }

    private static Set<Mark> marks(Json words) {
        var marks = EnumSet.noneOf(Mark.class);
        if (words instanceof Json.Arr(List<Json> items)) {
            var set = items.stream().map(Records::text).collect(Collectors.toSet());
            Arrays.stream(Mark.values())
                    .filter(mark -> set.contains(mark.word()))
                    .forEach(marks::add);
        }
        return marks;
    }

    private static Map<String, Long> counts(Json value) {
        var counts = new TreeMap<String, Long>();
        if (value instanceof Json.Obj(SequencedMap<String, Json> members)) {
            members.forEach((name, count) -> {
                if (count instanceof Json.Num(long number)) {
                    counts.put(name, number);
                }
            });
        }
        return counts;
    }

    private static long number(Json list, int at) {
        return list instanceof Json.Arr(List<Json> items) ? at(items, at) : 0;
    }

    private static long at(List<Json> items, int at) {
        return items.get(at) instanceof Json.Num(long number) ? number : 0;
    }
}
