package org.taniq.read.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Unread;
import org.taniq.read.record.Verb;

/// The pages of a WACZ, `pages/*.jsonl`: a line for each page that somebody opened, with the words that the capturing
/// program saw in it. The first line says what the file is.
public final class WaczPages implements Parser {
    private static final int LONGEST = 16 << 20;
    private static final Set<String> TOLD = Set.of("url", "ts", "id", "text");

    @Override
    public String name() {
        return "wacz-pages/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.equals("text/plain");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        if (!input.name().endsWith(".jsonl")) {
            return false;
        }
        try (var bytes = input.bytes().open()) {
            var head = new String(bytes.readNBytes(1 << 12), StandardCharsets.UTF_8);
            return head.split("\n", 2)[0].contains("json-pages-1.");
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var tally = new Tally(input.name());
        try (var bytes = new BufferedInputStream(input.bytes().open(), 1 << 16)) {
            long at = 0;
            for (long line = 1; ; line++) {
                var kept = new Kept(LONGEST);
                int end = line(bytes, kept);
                if (kept.seen() > 0) {
                    var spot = new Spot.Lines(at, at + kept.seen(), line, line);
                    read(kept, spot, new To(sink, tally));
                }
                at += kept.seen();
                if (end < 0) {
                    return tally.ledger("wacz-pages", "", List.of());
                }
            }
        }
    }

    private record To(Sink sink, Tally tally) {
        void unread(Spot spot, Unread.Reason why) throws IOException {
            tally.skip(why);
            sink.unread(new Unread(spot, why));
        }
    }

    /// @return -1 at the end
    private static int line(InputStream in, Kept kept) throws IOException {
        var one = new byte[1];
        for (int next = in.read(); next >= 0; next = in.read()) {
            one[0] = (byte) next;
            kept.take(one, 0, 1);
            if (next == '\n') {
                return next;
            }
        }
        return -1;
    }

    private static void read(Kept line, Spot.Lines spot, To to) throws IOException {
        if (!line.isWhole()) {
            to.unread(spot, Unread.Reason.TOO_LARGE);
        } else if (new String(line.bytes(), StandardCharsets.UTF_8).isBlank()) {
            to.unread(spot, Unread.Reason.BLANK);
        } else {
            page(line.bytes(), spot, to);
        }
    }

    /// What stands behind a page in its line is no part of it.
    private static void page(byte[] line, Spot.Lines spot, To to) throws IOException {
        var first = JsonValues.first(line);
        if (!(first.value() instanceof Json.Obj page)) {
            to.unread(spot, Unread.Reason.HOLE);
            return;
        }
        var own = new Spot.Lines(spot.from(), spot.from() + first.to(), spot.first(), spot.last());
        if (page.get("url").isEmpty()) {
            to.unread(own, page.get("format").isPresent() ? Unread.Reason.SECTION : Unread.Reason.NO_MESSAGE);
        } else {
            var activity = page(page, own);
            to.tally().count(activity);
            to.sink().read(activity);
        }
        if (own.to() < spot.to()) {
            to.unread(new Spot.Lines(own.to(), spot.to(), spot.first(), spot.last()), Unread.Reason.HOLE);
        }
    }

    private static Activity page(Json.Obj page, Spot.Lines spot) {
        var text = SignedPackage.text(page, "text");
        boolean isLong = text.length() > WordsOf.MOST;
        var details = new ArrayList<Detail>(List.of(Detail.of("archiveRecord", "page")));
        page.members().forEach((name, value) -> {
            if (name.equals("title") && value instanceof Json.Str(String title)) {
                details.add(Detail.of("title", title));
            } else if (!(TOLD.contains(name) && value instanceof Json.Str)) {
                details.add(PackageRecord.member(name, value));
            }
        });
        return new Activity(
                        Verb.CREATE,
                        Actor.UNSTATED,
                        Actor.UNSTATED,
                        CaptureTime.of(SignedPackage.text(page, "ts")),
                        new Thing.Note(isLong ? WordsOf.cut(text) : text, List.of()),
                        isLong ? Set.of(Mark.CUT) : Set.of(),
                        spot,
                        "",
                        SignedPackage.text(page, "url"),
                        Map.of(),
                        SignedPackage.text(page, "id"),
                        Place.UNSTATED,
                        List.of())
                .with(details);
    }
}
