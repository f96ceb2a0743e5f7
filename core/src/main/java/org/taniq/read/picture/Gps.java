package org.taniq.read.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.taniq.base.Json;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.TiffField;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Gathered;

/// Where the camera was when it took the picture, as it notes it (Exif 2.32, 4.6.6).
final class Gps {
    private static final int RATIONAL = 5;
    private static final int SIGNED_RATIONAL = 10;
    private static final int MOST = 3;
    private static final int LONGEST = 4096;
    private static final double FIRST_PART = 60;
    private static final double SECOND_PART = 3600;

    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, List<Double>> numbers = new TreeMap<>();
    private boolean belowSea;

    void take(Octets block, TiffField field) {
        if (field.type() == RATIONAL || field.type() == SIGNED_RATIONAL) {
            var values = new ArrayList<Double>();
            for (int i = 0; i < Math.min(field.count(), MOST); i++) {
                long at = field.from() + 8L * i;
                double above = field.type() == RATIONAL ? block.u32(at) : (int) block.u32(at);
                double below = field.type() == RATIONAL ? block.u32(at + 4) : (int) block.u32(at + 4);
                values.add(above / below);
            }
            numbers.putIfAbsent(field.tag(), values);
        } else if (field.tag() == 5) {
            belowSea = block.u8(field.from()) == 1;
        } else if (field.isBytes()) {
            byte[] text = block.part(field.from(), field.from() + Math.min(field.length(), LONGEST));
            texts.putIfAbsent(
                    field.tag(), text(field.tag(), text).replace('\0', ' ').strip());
        }
    }

    /// How the place was found, and its name, have eight bytes before them that say in which encoding.
    private static String text(int tag, byte[] bytes) {
        boolean marked = tag == 27 || tag == 28;
        boolean wide = marked && Octets.big(bytes).stands("UNICODE\0", 0);
        byte[] text = marked ? Octets.big(bytes).part(8, bytes.length) : bytes;
        return wide ? new String(text, StandardCharsets.UTF_16BE) : Encoded.text(text);
    }

    void tell(Gathered gathered) {
        var place = new LinkedHashMap<String, Json>();
        angle(2, 1, Side.LATITUDE, place);
        angle(4, 3, Side.LONGITUDE, place);
        angle(20, 19, Side.DESTINATION_LATITUDE, place);
        angle(22, 21, Side.DESTINATION_LONGITUDE, place);
        number(6).ifPresent(metres -> place.put("altitudeMetres", Json.of((belowSea ? "-" : "") + metres)));
        number(17).ifPresent(degrees -> place.put("directionDegrees", Json.of(degrees)));
        number(31).ifPresent(metres -> place.put("accuracyMetres", Json.of(metres)));
        time().ifPresent(time -> place.put("time", Json.of(time)));
        word(27, "method", place);
        word(28, "placeName", place);
        if (!place.isEmpty()) {
            gathered.add(new Detail("takenAt", new Json.Obj(place)));
        }
    }

    private void word(int tag, String name, Map<String, Json> place) {
        String text = texts.getOrDefault(tag, "");
        if (!text.isEmpty()) {
            place.put(name, Json.of(text));
        }
    }

    /// What an angle is called, and what where nothing says to which side of zero it lies.
    private enum Side {
        LATITUDE("latitude", "degreesNorthOrSouth", "N", "S", 90),
        LONGITUDE("longitude", "degreesEastOrWest", "E", "W", 180),
        DESTINATION_LATITUDE("latitudeOfWhatItShows", "degreesNorthOrSouthOfWhatItShows", "N", "S", 90),
        DESTINATION_LONGITUDE("longitudeOfWhatItShows", "degreesEastOrWestOfWhatItShows", "E", "W", 180);

        private final String name;
        private final String unsure;
        private final String positive;
        private final String negative;
        private final int most;

        Side(String name, String unsure, String positive, String negative, int most) {
            this.name = name;
            this.unsure = unsure;
            this.positive = positive;
            this.negative = negative;
            this.most = most;
        }
    }

    /// Degrees, minutes and seconds as degrees.
    private void angle(int tag, int sideTag, Side side, Map<String, Json> place) {
        var parts = numbers.getOrDefault(tag, List.of());
        if (parts.isEmpty()) {
            return;
        }
        double degrees = parts.get(0)
                + (parts.size() > 1 ? parts.get(1) / FIRST_PART : 0)
                + (parts.size() > 2 ? parts.get(2) / SECOND_PART : 0);
        if (!(Math.abs(degrees) <= side.most)) {
            String as = parts.stream().map(String::valueOf).collect(Collectors.joining(" "));
            place.put(side.unsure, Json.of(as));
            return;
        }
        String written = texts.getOrDefault(sideTag, "").toUpperCase(Locale.ROOT);
        boolean isSure = degrees >= 0 && (written.equals(side.positive) || written.equals(side.negative));
        place.put(
                isSure ? side.name : side.unsure,
                Json.of(written("%.7f", isSure && written.equals(side.negative) ? -degrees : degrees)));
    }

    private Optional<String> number(int tag) {
        return numbers.getOrDefault(tag, List.of()).stream()
                .findFirst()
                .filter(Double::isFinite)
                .map(number -> written("%.1f", number));
    }

    private static String written(String form, double number) {
        return String.format(Locale.ROOT, form, number);
    }

    /// Day and time of the satellites, in UTC.
    private Optional<String> time() {
        String day = texts.getOrDefault(29, "").replace(':', '-');
        var clock = numbers.getOrDefault(7, List.of());
        boolean whole = clock.size() == MOST && clock.stream().allMatch(part -> part >= 0 && part < FIRST_PART + 1);
        if (!whole) {
            return day.isEmpty() ? Optional.empty() : Optional.of(day);
        }
        String time = String.format(
                Locale.ROOT,
                "%02d:%02d:%02dZ",
                clock.get(0).intValue(),
                clock.get(1).intValue(),
                clock.get(2).intValue());
        return Optional.of(day.isEmpty() ? time : day + "T" + time);
    }
}
