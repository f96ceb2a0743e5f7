package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;
import org.taniq.tell.DetailWords;

/// Keeps what is read, for tests.
public final class Kept implements Sink {
    private static final DetailWords WORDS = DetailWords.of("en");

    public final List<Activity> records = new ArrayList<>();
    public final List<Unread> unread = new ArrayList<>();
    public final List<Spot.Member> together = new ArrayList<>();

    /// Every name that a parser gives has words for people.
    @Override
    public void read(Activity activity) {
        records.add(activity);
        activity.details().forEach(detail -> assertTrue(WORDS.knows(detail.name()), detail::name));
    }

    @Override
    public void unread(Unread place) {
        unread.add(place);
    }

    @Override
    public void together(Spot.Member with) {
        together.add(with);
    }

    public static Kept of(byte[] content) throws IOException {
        var kept = new Kept();
        Reading.of("chat.txt", Bytes.of(content), _ -> kept);
        return kept;
    }

    /// The places of the text that was read, in order, as one list.
    public List<Spot.Lines> places() {
        var places = new ArrayList<Spot.Lines>();
        records.forEach(record -> place(record.spot(), places));
        unread.forEach(skip -> place(skip.spot(), places));
        places.sort(java.util.Comparator.comparingLong(Spot.Lines::from));
        return places;
    }

    /// What a record says under a name, the first time that it does; empty where it does not.
    public static String detail(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value() instanceof Json.Str(String text)
                        ? text
                        : detail.value().canonical())
                .findFirst()
                .orElse("");
    }

    private static void place(Spot spot, List<Spot.Lines> places) {
        if (spot instanceof Spot.Lines lines) {
            places.add(lines);
        }
    }
}
