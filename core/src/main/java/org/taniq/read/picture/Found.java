package org.taniq.read.picture;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Gathered;

/// What a picture says of itself, while it is read: what stands first counts.
final class Found {
    private static final int LARGEST_MANIFEST = 32 << 20;

    /// Of fields, of which many can be the same bytes.
    private static final long MOST_TAKEN = 64L << 20;
    private static final int MOST_FIELDS = 20_000;

    private final Gathered gathered = new Gathered();
    private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();
    private final List<PictureTime> taken = new ArrayList<>();
    private final List<PictureTime> takenByPrograms = new ArrayList<>();
    private final Map<Integer, Long> noted = new TreeMap<>();
    private boolean manifestIsTooLarge;
    private int fields;
    private long taking;
    private long width;
    private long height;

    Gathered gathered() {
        return gathered;
    }

    /// Counts one more field of so many bytes, and says whether it may be read.
    boolean mayTake(long bytes) {
        fields++;
        taking += bytes;
        if (fields > MOST_FIELDS || taking > MOST_TAKEN) {
            gathered.warn(Said.of("the picture notes more than is read: not all of it was read"));
            return false;
        }
        return true;
    }

    void width(long pixels) {
        width = width == 0 ? pixels : width;
    }

    void height(long pixels) {
        height = height == 0 ? pixels : height;
    }

    /// As tables of Exif say it: of what was there before a program changed it, or of a smaller picture.
    void noted(int number, long pixels) {
        noted.putIfAbsent(number, pixels);
    }

    void taken(PictureTime time) {
        taken.add(time);
    }

    /// As a program noted it.
    void takenByProgram(PictureTime time) {
        takenByPrograms.add(time);
    }

    /// As the camera notes it, else as a program does.
    When when() {
        long times = Stream.concat(taken.stream(), takenByPrograms.stream())
                .flatMap(time -> time.local().stream())
                .map(local -> local.truncatedTo(ChronoUnit.SECONDS))
                .distinct()
                .count();
        if (times > 1) {
            gathered.warn(Said.of("the picture notes {n} different times at which it was taken", "n", times));
        }
        return Stream.concat(
                        taken.stream().map(PictureTime::when),
                        takenByPrograms.stream().map(PictureTime::byProgram))
                .findFirst()
                .orElse(new When.Unknown("", "the picture does not say when it was taken"));
    }

    /// More of a manifest of C2PA.
    void manifest(byte[] more) {
        if (manifest.size() + more.length <= LARGEST_MANIFEST) {
            manifest.writeBytes(more);
        } else {
            manifestIsTooLarge = true;
        }
    }

    /// What is said of it. A piece of one says nothing of its end.
    List<Detail> manifest() {
        return manifestIsTooLarge ? List.of(Detail.of("manifest", "found-too-large")) : C2pa.of(manifest.toByteArray());
    }

    SequencedMap<String, String> size() {
        var size = new LinkedHashMap<String, String>();
        width(noted.getOrDefault(Exif.WIDTH, 0L));
        height(noted.getOrDefault(Exif.HEIGHT, 0L));
        if (width > 0 && height > 0) {
            size.put("width", Long.toString(width));
            size.put("height", Long.toString(height));
        }
        return size;
    }
}
