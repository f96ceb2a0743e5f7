package org.taniq.read.recording;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Gathered;
import org.taniq.read.record.Tables;

/// What ffprobe told of a recording, in words of ours.
final class Tags {
    private static final Tables KNOWN = Tables.read("/read/recording/tags.yaml");
    private static final int MOST_TRACKS = 100;
    /// Of such tracks somebody may have written every word.
    private static final Set<String> WITH_WORDS = Set.of("subtitle", "data", "attachment");

    /// A language behind the name of a tag, as in `location-eng`.
    private static final Pattern IN_A_LANGUAGE = Pattern.compile("-[a-z]{3}$");

    /// ISO 6709, Annex H, in degrees: latitude, longitude, altitude in metres.
    private static final Pattern PLACE = Pattern.compile(
            "([+-]\\d{2}(?:\\.\\d{1,12})?)([+-]\\d{3}(?:\\.\\d{1,12})?)([+-]\\d{1,9}(?:\\.\\d{1,12})?)?(?:CRS[A-Z0-9_]{0,40})?/?");

    private final Gathered gathered = new Gathered();
    private final Map<Integer, List<When>> times = new TreeMap<>();

    private Tags() {}

    /// @param told as `ffprobe -print_format json` has it
    static Tags of(Json told) {
        var tags = new Tags();
        var all = Fields.of(told);
        var format = Fields.of(all.value("format"));
        tags.gathered.add("fileFormat", format.text("format_name"));
        tags.gathered.add("durationSeconds", format.text("duration"));
        tags.take(Fields.of(format.value("tags")));
        all.list("chapters")
                .forEach(chapter -> tags.take(Fields.of(Fields.of(chapter).value("tags"))));
        tags.tracks(all.list("streams"));
        return tags;
    }

    private void tracks(List<Json> streams) {
        streams.stream().limit(MOST_TRACKS).map(Fields::of).forEach(this::track);
        if (streams.size() > MOST_TRACKS) {
            gathered.warn(Said.of("the recording has {n} tracks: not all of them are listed", "n", streams.size()));
        }
        long unread = streams.stream()
                .filter(stream ->
                        WITH_WORDS.contains(Fields.text(Fields.of(stream).value("codec_type"))))
                .count();
        if (unread > 0) {
            gathered.warn(Said.of(
                    "{n} tracks of the recording hold words or other things beside sound and picture: they were not read",
                    "n",
                    unread));
        }
    }

    private void track(Fields stream) {
        var track = Json.object();
        var tags = Fields.of(stream.value("tags"));
        put(track, "kind", stream.text("codec_type"));
        put(track, "codec", first(stream.text("codec_name"), stream.text("codec_tag_string")));
        put(track, "width", stream.number("width"));
        put(track, "height", stream.number("height"));
        put(track, "sampleRate", stream.number("sample_rate"));
        put(track, "channels", stream.number("channels"));
        put(track, "frameRate", rate(stream.text("avg_frame_rate")));
        put(track, "durationSeconds", stream.text("duration"));
        put(track, "language", tags.text("language"));
        stream.list("side_data_list")
                .forEach(side ->
                        put(track, "turnedDegrees", Fields.text(Fields.of(side).value("rotation"))));
        gathered.add(new Detail("track", track.build()));
        take(tags);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /// 0/0 where nothing is said of it.
    private static String rate(String rate) {
        return rate.startsWith("0/") ? "" : rate;
    }

    private static void put(Json.Builder said, String name, String text) {
        if (!text.isEmpty()) {
            said.put(name, text);
        }
    }

    private static void put(Json.Builder said, String name, OptionalLong number) {
        if (number.orElse(0) > 0) {
            said.put(name, number.getAsLong());
        }
    }

    private void take(Fields tags) {
        tags.left().forEach((called, value) -> tag(called, text(value)));
    }

    private static String text(Json value) {
        return value instanceof Json.Str(String text) ? text : Fields.text(value);
    }

    private void tag(String called, String value) {
        String name = IN_A_LANGUAGE.matcher(called.toLowerCase(Locale.ROOT)).replaceFirst("");
        String words = KNOWN.word("words", name);
        String camera = KNOWN.word("camera", name);
        int time = List.copyOf(KNOWN.list("times")).indexOf(name);
        if (!words.isEmpty()) {
            gathered.add(words, value);
        } else if (!camera.isEmpty()) {
            gathered.part("camera", camera, value);
        } else if (time >= 0) {
            times.computeIfAbsent(time, _ -> new ArrayList<>()).add(Moment.of(value));
        } else if (KNOWN.has("places", name)) {
            place(called, value);
        } else if (KNOWN.has("programs", name)) {
            gathered.add("madeWith", value);
        } else if (!KNOWN.has("silent", name)) {
            gathered.noted(called, value);
        }
    }

    private void place(String called, String value) {
        var place = PLACE.matcher(value);
        if (!place.matches()) {
            gathered.noted(called, value);
            return;
        }
        var taken = Json.object().put("latitude", number(place.group(1))).put("longitude", number(place.group(2)));
        if (place.group(3) != null) {
            taken.put("altitudeMetres", number(place.group(3)));
        }
        gathered.add(new Detail("takenAt", taken.build()));
    }

    private static String number(String signed) {
        return new BigDecimal(signed).toPlainString();
    }

    /// As the device noted it, the first of the names under which it does so.
    When when() {
        var all = times.values().stream().flatMap(List::stream).toList();
        long different = all.stream()
                .flatMap(when -> when instanceof When.Exact(String _, Instant instant)
                        ? Stream.of(instant.truncatedTo(ChronoUnit.SECONDS))
                        : Stream.empty())
                .distinct()
                .count();
        if (different > 1) {
            gathered.warn(Said.of("the recording notes {n} different times", "n", different));
        }
        return all.stream().findFirst().orElse(new When.Unknown("", "the recording does not say when it was made"));
    }

    String text() {
        return gathered.text();
    }

    List<Detail> details() {
        return gathered.details();
    }

    List<Said> warnings() {
        return gathered.warnings();
    }
}
