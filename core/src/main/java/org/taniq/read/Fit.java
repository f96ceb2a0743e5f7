package org.taniq.read;

import java.util.LinkedHashMap;
import org.taniq.base.Text;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Times;

/// Makes what a parser hands over fit to be sealed, whatever the parser overlooked: a text that was cut through a
/// surrogate pair, or a time in the year 1,000,000,000, must not take away what stands behind it.
final class Fit {
    private Fit() {}

    static Activity of(Activity activity) {
        return new Activity(
                activity.verb(),
                of(activity.actor()),
                of(activity.audience()),
                of(activity.published()),
                of(activity.object()),
                activity.marks(),
                activity.spot(),
                Text.whole(activity.inReplyTo()),
                Text.whole(activity.address()),
                activity.counts(),
                Text.whole(activity.id()),
                activity.place(),
                activity.details());
    }

    private static Actor of(Actor actor) {
        return switch (actor) {
            case Actor.Named named -> new Actor.Named(Text.whole(named.name()), Text.whole(named.id()));
            case Actor.App app -> new Actor.App(Text.whole(app.writtenUnder()));
            case Actor.Unstated unstated -> unstated;
        };
    }

    private static When of(When when) {
        String source = Text.whole(when.source());
        if (!Times.isInReach(when)) {
            return new When.Unknown(source, Times.OUT_OF_REACH);
        }
        return switch (when) {
            case When.Exact exact -> new When.Exact(source, exact.instant());
            case When.Local local ->
                new When.Local(source, local.dateTime(), Text.whole(local.zone()), Text.whole(local.rule()));
            case When.Day day -> new When.Day(source, day.day(), Text.whole(day.rule()));
            case When.Unknown unknown -> new When.Unknown(source, Text.whole(unknown.why()));
        };
    }

    private static Thing of(Thing thing) {
        return switch (thing) {
            case Thing.Note note ->
                new Thing.Note(
                        Text.whole(note.text()),
                        note.attachments().stream().map(Fit::of).toList());
            case Thing.Media media -> of(media);
            case Thing.Profile profile -> new Thing.Profile(Text.whole(profile.name()), Text.whole(profile.text()));
            case Thing.Group group -> new Thing.Group(Text.whole(group.name()), Text.whole(group.text()));
            case Thing.Tombstone tombstone -> new Thing.Tombstone(Text.whole(tombstone.text()));
        };
    }

    private static Thing of(Thing.Media media) {
        var metadata = new LinkedHashMap<String, String>();
        media.metadata().forEach((name, value) -> metadata.put(Text.whole(name), Text.whole(value)));
        return new Thing.Media(
                Text.whole(media.name()),
                media.mediaType(),
                media.size(),
                media.sha256(),
                metadata,
                Text.whole(media.text()));
    }

    private static Attachment of(Attachment attachment) {
        return new Attachment(Text.whole(attachment.name()), attachment.state());
    }
}
