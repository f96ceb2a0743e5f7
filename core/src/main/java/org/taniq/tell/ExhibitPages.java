package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taniq.tell.DossierPages.Exhibit;
import org.taniq.tell.DossierPages.Moment;
import org.taniq.tell.DossierPages.Passage;
import org.taniq.tell.DossierPages.Place;
import org.taniq.tell.DossierPages.Run;
import org.taniq.tell.DossierPages.Sender;

/// The exhibits, one after the other: number and kind, who, when, where, what has to be known, the words,
/// the pictures, the proof.
final class ExhibitPages {

    private static final int HASH_SHOWN = 16;
    private static final float BEGINNING = 170;
    private static final float BELOW_PICTURE = 40;
    private static final float NEARLY = 0.7f;

    private final DossierPages pages;
    private final DossierWords words;
    private final Blocks blocks;
    private final Pictures pictures;

    ExhibitPages(DossierPages pages, DossierWords words, Blocks blocks, Pictures pictures) {
        this.pages = pages;
        this.words = words;
        this.blocks = blocks;
        this.pictures = pictures;
    }

    void draw() throws IOException {
        blocks.part(words.say(Word.EXHIBITS));
        if (pages.exhibits().isEmpty()) {
            blocks.paragraph(words.say(Word.EXHIBITS_NONE), Blocks.BODY);
        }
        for (var exhibit : pages.exhibits()) {
            draw(exhibit);
        }
    }

    /// The number of an exhibit as it is printed.
    static String name(Exhibit exhibit) {
        return String.format(Locale.ROOT, "E%03d", exhibit.number());
    }

    static String sender(Sender sender, DossierWords words) {
        return switch (sender) {
            case Sender.Named(var name, var _) -> name;
            case Sender.Pseudonym(var name) -> words.say(Word.SENDER_WITHHELD, name);
            case Sender.Nobody() -> words.say(Word.SENDER_NOBODY);
        };
    }

    /// A picture ready to be drawn; without parts it cannot be.
    private record Print(Passage caption, List<Pictures.Part> parts) {}

    private void draw(Exhibit exhibit) throws IOException {
        List<Print> prints = new ArrayList<>();
        for (var picture : exhibit.pictures()) {
            prints.add(new Print(picture.caption(), pictures.parts(picture.bytes())));
        }
        blocks.flow().need(BEGINNING + firstHeight(prints));
        head(exhibit);
        var flow = blocks.flow();
        flow.carry(() -> blocks.paragraph(words.say(Word.CONTINUED, name(exhibit)), Blocks.SMALL_STRONG));
        facts(exhibit);
        flow.down(5);
        if (!exhibit.text().isEmpty()) {
            blocks.quote(exhibit.text(), Blocks.QUOTE);
        } else if (prints.isEmpty() && exhibit.context().isEmpty()) {
            blocks.quote(Passage.of(words.say(Word.TEXT_EMPTY)), Blocks.SMALL);
        }
        for (var print : prints) {
            draw(print);
        }
        if (!exhibit.context().isEmpty()) {
            boolean said = exhibit.kind() == DossierPages.Kind.MESSAGE || exhibit.kind() == DossierPages.Kind.NOTICE;
            blocks.fact(words.say(said ? Word.CONTEXT : Word.NOTE), exhibit.context(), Blocks.SMALL);
        }
        flow.carryNothing();
        flow.gap(20);
    }

    /// The height that the first picture needs on the sheet where its exhibit begins.
    private static float firstHeight(List<Print> prints) {
        boolean drawn = !prints.isEmpty() && !prints.getFirst().parts().isEmpty();
        return drawn ? NEARLY * prints.getFirst().parts().getFirst().height() : 0;
    }

    private void head(Exhibit exhibit) throws IOException {
        var flow = blocks.flow();
        flow.bookmark(Flow.Rank.EXHIBIT, name(exhibit) + "  " + words.say("KIND_", exhibit.kind()));
        float height = Blocks.leading(Blocks.HEADING) + 6;
        flow.sheet().fill(Sheet.LEFT, flow.y() - height, Sheet.TEXT_WIDTH, height, 0.91f);
        float base = flow.y() - height * 0.68f;
        var number =
                blocks.lines(name(exhibit), Blocks.HEADING, Sheet.TEXT_WIDTH).getFirst();
        var kind = blocks.lines(words.say("KIND_", exhibit.kind()), Blocks.BODY, Sheet.TEXT_WIDTH)
                .getFirst();
        flow.sheet().line(number, Sheet.LEFT + 8, base, number.width());
        flow.sheet().line(kind, Sheet.LEFT + Sheet.TEXT_WIDTH - 8 - kind.width(), base, kind.width());
        flow.down(height + 7);
    }

    private void facts(Exhibit exhibit) throws IOException {
        blocks.fact(words.say(Word.SENDER), sender(exhibit.sender(), words), Blocks.STRONG);
        if (exhibit.sender() instanceof Sender.Named(var _, String account) && !account.isEmpty()) {
            blocks.fact("", words.say(Word.SENDER_ACCOUNT, account), Blocks.SMALL);
        }
        blocks.fact(words.say(Word.TIME), exhibit.moment().text(), Blocks.BODY);
        blocks.fact("", certainty(exhibit.moment()), Blocks.SMALL);
        if (!exhibit.moment().rule().isEmpty()) {
            blocks.fact("", words.say(Word.TIME_ORDER_DECIDED, exhibit.moment().rule()), Blocks.SMALL);
        }
        blocks.fact(words.say(Word.PLACE), place(exhibit.place()), Blocks.SMALL);
        for (var mark : exhibit.marks()) {
            blocks.fact(words.say(Word.NOTE), words.say("MARK_", mark), Blocks.SMALL);
        }
        var proof = exhibit.proof();
        String hash = proof.leafHash()
                .substring(0, Math.min(HASH_SHOWN, proof.leafHash().length()));
        blocks.fact(
                words.say(Word.PROOF), words.say(Word.PROOF_LINE, proof.file(), proof.leafIndex(), hash), Blocks.SMALL);
    }

    private String certainty(Moment moment) {
        return switch (moment.certainty()) {
            case EXACT -> words.say(Word.CERTAINTY_EXACT);
            case ZONE_STATED -> words.say(Word.CERTAINTY_ZONE_STATED, moment.detail());
            case ZONE_MISSING -> words.say(Word.CERTAINTY_ZONE_MISSING);
            case DAY_ONLY -> words.say(Word.CERTAINTY_DAY_ONLY);
            case TAKEN_OVER -> words.say(Word.CERTAINTY_TAKEN_OVER, moment.detail());
            case UNKNOWN -> words.say(Word.CERTAINTY_UNKNOWN, moment.detail());
            case NONE -> words.say(Word.CERTAINTY_NONE);
            case WITHHELD -> words.say(Word.CERTAINTY_WITHHELD);
        };
    }

    private static Passage place(Place place) {
        if (place.where().isEmpty()) {
            return place.file();
        }
        List<Run> runs = new ArrayList<>(place.file().runs());
        runs.add(new Run.Shown(", " + place.where()));
        return new Passage(runs);
    }

    private void draw(Print print) throws IOException {
        var parts = print.parts();
        if (parts.isEmpty()) {
            blocks.quote(Passage.of(words.say(Word.PICTURE_NOT_DRAWN)), Blocks.SMALL);
        }
        for (int i = 0; i < parts.size(); i++) {
            draw(parts.get(i));
            if (parts.size() > 1) {
                blocks.paragraph(words.say(Word.PICTURE_PART, i + 1, parts.size()), Blocks.SMALL);
            }
        }
        if (!print.caption().isEmpty()) {
            blocks.paragraph(print.caption(), Blocks.SMALL);
        }
        blocks.flow().down(6);
    }

    /// A part that nearly fits on the sheet is drawn a little smaller, so that it stays beside what is said
    /// about it.
    private void draw(Pictures.Part part) throws IOException {
        var flow = blocks.flow();
        float left = flow.y() - Sheet.BOTTOM - BELOW_PICTURE;
        float scale = left < part.height() && left > NEARLY * part.height() ? left / part.height() : 1;
        var drawn = part.scaled(scale);
        flow.need(drawn.height() + BELOW_PICTURE);
        flow.sheet().picture(drawn, Sheet.LEFT, flow.y());
        flow.down(drawn.height() + 4);
    }
}
