package org.taniq.read.record;

import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.When;

/// An activity as one JSON object with the members of `record/2`, in that order.
final class ActivityJson {
    private ActivityJson() {}

    static Json.Obj of(Activity activity) {
        var json = Json.object()
                .put("type", activity.verb().word())
                .put("actorName", Json.orNull(activity.actor().name()))
                .put("actorId", Json.orNull(activity.actor().id()))
                .put("audienceName", Json.orNull(activity.audience().name()))
                .put("audienceId", Json.orNull(activity.audience().id()))
                .put("published", published(activity.published()))
                .put("text", text(activity.object()))
                .put("attachments", attachments(activity.object().attachments()))
                .put("inReplyTo", Json.orNull(activity.inReplyTo()))
                .put("address", Json.orNull(activity.address()));
        place(activity.spot(), json);
        media(activity.object(), json);
        return json.put(
                        "marks",
                        Json.strings(activity.marks().stream()
                                .map(Mark::word)
                                .sorted()
                                .toList()))
                .put("counts", activity.counts())
                .put("id", Json.orNull(activity.id()))
                .put("place", activity.place().json())
                .put("details", details(activity.details()))
                .build();
    }

    private static Json.Obj published(When when) {
        return switch (when) {
            case When.Exact(String source, var instant) -> time("exact", source, instant.toString(), "Z", "");
            case When.Local(String source, var local, String zone, String rule) ->
                time("local", source, Times.iso(local), zone, rule);
            case When.Day(String source, var day, String rule) -> time("day", source, day.toString(), "", rule);
            case When.Unknown(String source, String why) -> time("unknown", source, "", "", why);
        };
    }

    private static Json.Obj time(String kind, String source, String iso, String zone, String rule) {
        return Json.object()
                .put("kind", kind)
                .put("text", Json.orNull(source))
                .put("iso", Json.orNull(iso))
                .put("zone", Json.orNull(zone))
                .put("rule", Json.orNull(rule))
                .build();
    }

    /// A file as a whole has no text unless somebody wrote some into it; a message may have an empty one.
    private static Json text(Thing thing) {
        return switch (thing) {
            case Thing.Media media -> Json.orNull(media.text());
            case Thing.Note _, Thing.Profile _, Thing.Group _, Thing.Tombstone _ -> Json.of(thing.text());
        };
    }

    private static Json attachments(List<Attachment> attachments) {
        return Json.of(attachments.stream().map(ActivityJson::attachment).toList());
    }

    private static Json attachment(Attachment attachment) {
        return Json.object()
                .put("name", Json.orNull(attachment.name()))
                .put("state", attachment.state().word())
                .build();
    }

    private static Json details(List<Detail> details) {
        return details.isEmpty()
                ? Json.NULL
                : Json.of(details.stream()
                        .map(detail -> Json.object()
                                .put("name", detail.name())
                                .put("value", detail.value())
                                .build())
                        .toList());
    }

    /// What a whole file says of itself: its own member, which is printed and not sealed, because the item
    /// says it.
    private static void media(Thing thing, Json.Builder json) {
        if (thing instanceof Thing.Media media) {
            var metadata = Json.object();
            media.metadata().forEach(metadata::put);
            json.put(
                    "media",
                    Json.object()
                            .put("mediaType", media.mediaType())
                            .put("size", media.size())
                            .put("sha256", media.sha256())
                            .put("metadata", metadata.build())
                            .build());
        }
    }

    private static Json bytes(Spot spot) {
        return spot instanceof Spot.Beside ? Json.NULL : Json.of(List.of(Json.of(spot.from()), Json.of(spot.to())));
    }

    private static void place(Spot spot, Json.Builder json) {
        var lines = switch (spot) {
            case Spot.Lines place -> Json.of(List.of(Json.of(place.first()), Json.of(place.last())));
            case Spot.Whole _, Spot.Range _, Spot.Beside _, Spot.Member _ -> Json.NULL;
        };
        json.put("lines", lines).put("bytes", bytes(spot));
    }
}
