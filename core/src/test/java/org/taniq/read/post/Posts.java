package org.taniq.read.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;

/// Reads posts for tests. Everybody in them is invented.
final class Posts {
    final Kept kept = new Kept();
    private final Parser parser;
    private final String path;

    Posts(Parser parser, String path) {
        this.parser = parser;
        this.path = path;
    }

    Ledger read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    Ledger read(byte[] bytes) throws IOException {
        kept.records.clear();
        kept.unread.clear();
        return parser.read(Input.alone(path, Bytes.of(bytes)::open), kept);
    }

    boolean knows(String text) throws IOException {
        return parser.knows(Input.alone(path, Bytes.of(text.getBytes(StandardCharsets.UTF_8))::open));
    }

    List<String> texts() {
        return kept.records.stream().map(record -> record.object().text()).toList();
    }

    Activity first() {
        return kept.records.getFirst();
    }

    /// A detail's value as JSON; empty where there is none.
    static String detail(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value().canonical())
                .findFirst()
                .orElse("");
    }

    /// All of a record but where it stands, and that it may have been typed: behind damage no row or path is known.
    static Activity unplaced(Activity record) {
        var marks = new HashSet<>(record.marks());
        marks.remove(Mark.LOOKALIKE);
        return new Activity(
                record.verb(),
                record.actor(),
                record.audience(),
                record.published(),
                record.object(),
                marks,
                new Spot.Whole(0),
                record.inReplyTo(),
                record.address(),
                record.counts(),
                record.id(),
                Place.UNSTATED,
                record.details());
    }

    /// Whether a record that stood there before one byte was put in the place of another is there as it was, or lies in
    /// what is said to be unread.
    boolean isHeardOrUnread(Activity before, long shift) {
        long from = before.spot().from() + shift;
        long to = before.spot().to() + shift;
        return kept.records.stream()
                        .anyMatch(record -> stands(record.spot(), from, to)
                                && unplaced(record).equals(unplaced(before)))
                || isUnread(from, to);
    }

    /// Also where several places together are all of it.
    private boolean isUnread(long from, long to) {
        long at = from;
        for (var each : kept.unread) {
            at = each.spot().from() <= at ? Math.max(at, each.spot().to()) : at;
        }
        return at >= to;
    }

    private static boolean stands(Spot spot, long from, long to) {
        return spot.from() == from && spot.to() == to;
    }

    /// Whether records and unread places stand one behind the other, and none in another.
    boolean isInOrder() {
        long at = 0;
        for (var place : kept.places()) {
            if (place.from() < at) {
                return false;
            }
            at = place.to();
        }
        return true;
    }
}
