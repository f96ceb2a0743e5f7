package org.taniq.read.screen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.png.Picture;
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
import org.taniq.read.record.Verb;

/// The words that pictures show, PNG and JPEG: one record for each bubble of a chat and each paragraph of a page, from
/// the top to the bottom, with its rectangle and that of each word.
///
/// Nobody is named as a sender: on which side a bubble hangs, and what stands above its text, is what a screen shows.
public final class Screenshot implements Parser {
    private static final String NAME = "screenshot/1";

    /// Pictures of these media types are decoded.
    public static final Set<String> TYPES = Set.of("image/png", "image/jpeg");

    private static final String FORMAT = "screenshot";
    private static final int LARGEST = 64 << 20;
    private static final int HEAD = 8;

    private final Tesseract tesseract;

    public Screenshot(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    /// Whoever reads with another version or for other languages may read other words.
    @Override
    public String name() {
        return NAME + " " + tesseract.name();
    }

    /// Whether a parser of this name is this one, of whatever version and languages.
    public static boolean isBy(String parser) {
        return parser.startsWith("screenshot/");
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return TYPES.contains(mediaType);
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            byte[] head = in.readNBytes(HEAD);
            return Shown.isPng(head) || Shown.isJpeg(head);
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var none = Ledger.empty(input.name(), FORMAT);
        byte[] bytes;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            return notRead(none, Said.of("it is larger than {most} bytes", "most", LARGEST));
        }
        Shown shown;
        try {
            shown = Shown.of(bytes);
        } catch (Trouble damaged) {
            return notRead(none, damaged.said());
        }
        return switch (tesseract.words(shown.picture())) {
            case Tesseract.Failed(Said why) ->
                throw new Trouble(Said.of("the words in the picture were not read: {why}", "why", why));
            case Tesseract.Words(var table) -> {
                var screen = new Screen(shown.picture(), new Spot.Whole(bytes.length));
                var ledger = screen.hand(table.words(), input.name(), sink);
                yield damaged(shown, leftOut(table, ledger));
            }
        };
    }

    private static Ledger leftOut(WordTable table, Ledger ledger) {
        return table.leftOut() == 0
                ? ledger
                : ledger.warned(Said.of(
                        "{n} words in the picture were left out: there are too many, or they lie beside it",
                        "n",
                        table.leftOut()));
    }

    private static Ledger damaged(Shown shown, Ledger ledger) {
        return shown.isWhole()
                ? ledger
                : ledger.warned(Said.of("the picture is damaged: words behind the damage were not read"));
    }

    private static Ledger notRead(Ledger none, Said why) {
        return none.warned(Said.of("the words in the picture were not read: {why}", "why", why));
    }

    /// @param spot of the file in itself
    private record Screen(Picture picture, Spot spot) {
        private Ledger hand(List<Word> words, String name, Sink sink) throws IOException {
            var tally = new Tally(name);
            for (var block : Block.of(picture, Row.of(words))) {
                var activity = activity(block);
                tally.count(activity);
                sink.read(activity);
            }
            return tally.ledger(FORMAT, "", warnings(tally));
        }

        private static List<Said> warnings(Tally tally) {
            return tally.records() == 0
                    ? List.of()
                    : List.of(Said.of(
                            "read out of a picture by a program, which may have taken letters for others: {n} texts",
                            "n",
                            tally.records()));
        }

        private Activity activity(Block block) {
            var clock = Clock.of(block);
            return Activity.of(
                            Verb.CREATE,
                            Actor.UNSTATED,
                            clock.published(),
                            new Thing.Note(clock.text(), List.of()),
                            Set.of(Mark.MACHINE_READ),
                            spot)
                    .at(Place.box(block.box().sides()))
                    .with(details(block));
        }

        private List<Detail> details(Block block) {
            var details = new ArrayList<Detail>();
            Side.of(block, picture).ifPresent(side -> details.add(Detail.of("bubbleSide", side.word())));
            details.add(Detail.of("confidence", confidence(block)));
            details.add(new Detail(
                    "wordBoxes", Json.of(block.words().stream().map(Word::json).toList())));
            return details;
        }

        private static long confidence(Block block) {
            return block.words().stream().mapToInt(Word::confidence).min().orElse(0);
        }
    }
}
