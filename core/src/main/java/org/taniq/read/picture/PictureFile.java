package org.taniq.read.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Said;
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

/// Pictures as one record each: what is known of any file, and what is written in the picture beside what it shows:
/// when it was taken, by which camera, where, titles and comments, and whether a manifest of C2PA is in it.
///
/// What a picture shows is not looked at. Anybody can write anything of this into a picture, and take it out.
public final class PictureFile implements Parser {
    private static final int LARGEST = 128 << 20;
    private static final Set<String> TYPES = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/tiff",
            "image/heic",
            "image/heif",
            "image/avif",
            "image/bmp");

    /// Of those the program has no decoder.
    private static final Set<String> NOT_SHOWN =
            Set.of("image/webp", "image/tiff", "image/heic", "image/heif", "image/avif");

    @Override
    public String name() {
        return "picture/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            return TYPES.contains(MediaType.of(in));
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var whole = WholeFile.media(input);
        var found = new Found();
        var warnings = new ArrayList<Said>();
        if (whole.size() > LARGEST) {
            warnings.add(Said.of(
                    "the picture is larger than {most} bytes: what is written in it was not read", "most", LARGEST));
        } else {
            look(input, whole, found);
        }
        var activity = activity(whole.with(found.size(), found.gathered().text()), found);
        warnings.addAll(found.gathered().warnings());
        if (NOT_SHOWN.contains(whole.mediaType())) {
            warnings.add(Said.of(
                    "pictures of this kind ({type}) are not decoded: what is written in it was read, not what it shows",
                    "type",
                    whole.mediaType()));
        }
        var tally = new Tally(input.name());
        tally.count(activity);
        sink.read(activity);
        return tally.ledger(whole.mediaType(), "", warnings);
    }

    private static void look(Input input, Thing.Media media, Found found) throws IOException {
        var bytes = new byte[(int) media.size()];
        try (var in = input.bytes().open()) {
            in.readNBytes(bytes, 0, bytes.length);
        }
        Insides.read(media.mediaType(), bytes, found);
        found.manifest().forEach(found.gathered()::add);
    }

    private static Activity activity(Thing.Media media, Found found) {
        var details = new ArrayList<Detail>();
        media.metadata().forEach((name, value) -> details.add(Detail.of(name, value)));
        details.addAll(found.gathered().details());
        return Activity.of(Verb.CREATE, Actor.UNSTATED, found.when(), media, Set.of(), new Spot.Whole(media.size()))
                .with(List.copyOf(details));
    }
}
