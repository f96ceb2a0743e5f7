package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// What a parser overlooked takes nothing else away.
final class FitTest {
    private static final String HALF = "a\uD800b";
    private static final String WHOLE = "a\uFFFDb";

    private final Kept kept = new Kept();

    /// Hands over what was made of the bytes.
    private record Careless(List<Activity> activities) implements Parser {
        @Override
        public String name() {
            return "careless/1";
        }

        @Override
        public boolean mayKnow(String mediaType) {
            return true;
        }

        @Override
        public boolean knows(Input input) {
            return true;
        }

        @Override
        public Ledger read(Input input, Sink sink) throws IOException {
            var tally = new Tally(input.name());
            for (var activity : activities) {
                tally.count(activity);
                sink.read(activity);
            }
            return tally.ledger("careless", "", List.of());
        }
    }

    private Ledger read(Activity... activities) throws IOException {
        var bytes = Bytes.of("x".getBytes(StandardCharsets.UTF_8));
        var reading = Reading.of("x", bytes, _ -> kept, List.of(new Careless(List.of(activities))));
        kept.records.forEach(record -> record.toJson().canonical());
        return reading.ledger();
    }

    private static Activity at(When when) {
        var note = new Thing.Note(HALF, List.of(new Attachment(HALF, Attachment.State.MISSING)));
        return Activity.of(Verb.CREATE, new Actor.Named(HALF, HALF), when, note, Set.of(), new Spot.Whole(1))
                .called(HALF);
    }

    @Test
    void halfOfACharacterIsNone() throws IOException {
        assertEquals(
                2,
                read(at(new When.Unknown(HALF, "")), at(new When.Unknown("", "")))
                        .records());
        var first = kept.records.getFirst();
        assertEquals(new Actor.Named(WHOLE, WHOLE), first.actor());
        assertEquals(WHOLE, first.object().text());
        assertEquals(WHOLE, first.object().attachments().getFirst().name());
        assertEquals(WHOLE, first.id());
        assertEquals(WHOLE, first.published().source());
    }

    @Test
    void wholeCharactersStayAsTheyAre() throws IOException {
        var note = new Thing.Note("😀 salam", List.of());
        read(Activity.of(Verb.CREATE, Actor.UNSTATED, new When.Unknown("😀", ""), note, Set.of(), new Spot.Whole(1)));
        assertEquals("😀 salam", kept.records.getFirst().object().text());
        assertEquals("😀", kept.records.getFirst().published().source());
    }

    @Test
    void aYearThatNobodyCanReadIsNotKnown() throws IOException {
        var ledger = read(
                at(new When.Exact("e", Instant.MAX)),
                at(new When.Exact("b", Instant.MIN)),
                at(new When.Local("l", LocalDateTime.of(10_000, 1, 1, 0, 0), "", "")),
                at(new When.Day("d", LocalDate.of(0, 12, 31), "")),
                at(new When.Exact("now", Instant.parse("9999-12-31T23:59:59Z"))));
        assertEquals(5, ledger.records());
        assertEquals(
                List.of("e", "b", "l", "d"),
                kept.records.stream()
                        .map(Activity::published)
                        .filter(When.Unknown.class::isInstance)
                        .map(When::source)
                        .toList());
        assertEquals("9999-12-31T23:59:59Z", ledger.first());
    }
}
