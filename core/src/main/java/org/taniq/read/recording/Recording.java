package org.taniq.read.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.read.file.MediaType;
import org.taniq.read.file.WholeFile;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// A sound or film as one record: what is known of any file, and what it says of itself: when, where and with what it
/// was recorded, titles and comments, and which tracks it has.
///
/// Nobody listens to it or looks at it. Anybody can write anything of this into a file, and take it out.
public final class Recording implements Parser {
    private static final String NAME = "recording/1";
    private static final String KIND = "recording/";

    private final Ffprobe ffprobe;

    public Recording(Ffprobe ffprobe) {
        this.ffprobe = ffprobe;
    }

    /// Another version may tell more.
    @Override
    public String name() {
        return NAME + " " + ffprobe.name();
    }

    /// Whether a parser of this name is this one, of whatever version.
    public static boolean isBy(String parser) {
        return parser.startsWith(KIND);
    }

    /// Whether files of this media type say something of themselves that is asked for.
    public static boolean isOne(String mediaType) {
        return mediaType.startsWith("video/") || mediaType.startsWith("audio/");
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return isOne(mediaType);
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            return isOne(MediaType.of(in));
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var media = WholeFile.media(input);
        return switch (ffprobe.told(input.bytes())) {
            case Ffprobe.Failed(Said why) ->
                throw new Trouble(Said.of("what the recording says of itself was not read: {why}", "why", why));
            case Ffprobe.Nothing _ ->
                Ledger.empty(input.name(), media.mediaType())
                        .warned(Said.of("the recording is damaged, or of a kind that is not known to ffprobe:"
                                + " what it says of itself was not read"));
            case Ffprobe.Told(Json json) -> hand(media, Tags.of(json), input.name(), sink);
        };
    }

    private static Ledger hand(Thing.Media media, Tags tags, String name, Sink sink) throws IOException {
        var details = new ArrayList<Detail>();
        media.metadata().forEach((called, value) -> details.add(Detail.of(called, value)));
        details.addAll(tags.details());
        var thing = media.with(media.metadata(), tags.text());
        var activity = Activity.of(
                        Verb.CREATE, Actor.UNSTATED, tags.when(), thing, Set.of(), new Spot.Whole(media.size()))
                .with(List.copyOf(details));
        var tally = new Tally(name);
        tally.count(activity);
        sink.read(activity);
        return tally.ledger(media.mediaType(), "", tags.warnings());
    }
}
