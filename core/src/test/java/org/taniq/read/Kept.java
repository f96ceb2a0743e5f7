package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Bytes;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Keeps what is read, for tests.
public final class Kept implements Sink {
    public final List<Activity> records = new ArrayList<>();
    public final List<Unread> unread = new ArrayList<>();

    @Override
    public void read(Activity activity) {
        records.add(activity);
    }

    @Override
    public void unread(Unread place) {
        unread.add(place);
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

    private static void place(Spot spot, List<Spot.Lines> places) {
        if (spot instanceof Spot.Lines lines) {
            places.add(lines);
        }
    }
}
