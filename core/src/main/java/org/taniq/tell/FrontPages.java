package org.taniq.tell;

import java.io.IOException;
import java.util.List;
import org.taniq.tell.Atom.Pen;
import org.taniq.tell.DossierPages.Language;
import org.taniq.tell.DossierPages.Passage;
import org.taniq.tell.DossierPages.Run;

/// The cover, and what has to be read before the exhibits: what the proofs do not show, and how to read the
/// pages.
final class FrontPages {

    private static final Pen TITLE = new Pen(Fonts.Style.BOLD, 27, 0.08f);
    private static final Pen CASE = new Pen(Fonts.Style.REGULAR, 17, 0.2f);
    private static final Pen EDITION = new Pen(Fonts.Style.REGULAR, 12, 0.35f);

    private static final List<Word> LIMITS = List.of(
            Word.LIMIT_AUTHOR,
            Word.LIMIT_TIME,
            Word.LIMIT_LOG,
            Word.LIMIT_SEEN,
            Word.LIMIT_EXPORT,
            Word.LIMIT_MARKS,
            Word.LIMIT_SELECTION,
            Word.LIMIT_LAW);

    private final DossierPages pages;
    private final DossierWords words;
    private final Blocks blocks;

    FrontPages(DossierPages pages, DossierWords words, Blocks blocks) {
        this.pages = pages;
        this.words = words;
        this.blocks = blocks;
    }

    void draw() throws IOException {
        cover();
        limits();
    }

    private void cover() throws IOException {
        var flow = blocks.flow();
        flow.newSheet();
        flow.bookmark(Flow.Rank.PART, words.say(Word.TITLE));
        flow.down(70);
        blocks.paragraph(words.say(Word.EDITION), EDITION);
        flow.down(4);
        blocks.paragraph(words.say(Word.TITLE), TITLE);
        flow.down(6);
        blocks.paragraph(pages.front().caseTitle(), CASE);
        flow.down(18);
        flow.sheet().rule(Sheet.LEFT, flow.y(), Sheet.TEXT_WIDTH, 0.55f);
        flow.down(20);
        facts();
        flow.down(20);
        blocks.paragraph(words.say(Word.COVER_WHAT), Blocks.BODY);
        flow.down(12);
        blocks.paragraph(words.say(Word.NOT_ADVICE), Blocks.SMALL);
        if (pages.front().language() != Language.EN) {
            flow.down(6);
            blocks.paragraph(words.say(Word.NOT_REVIEWED), Blocks.SMALL);
        }
    }

    private void facts() throws IOException {
        var front = pages.front();
        var capturer = front.capturer();
        var log = pages.log();
        blocks.fact(words.say(Word.MADE_AT), words.say(Word.MADE_AT_CLAIM, front.madeAt()), Blocks.BODY);
        blocks.fact(
                words.say(Word.CAPTURED_BY),
                words.say(Word.CAPTURER_LINE, capturer.name(), capturer.role()),
                Blocks.BODY);
        blocks.fact(words.say(Word.DEVICE), capturer.device(), Blocks.BODY);
        blocks.fact(
                words.say(Word.CONTENT),
                words.say(
                        Word.CONTENT_LINE,
                        pages.exhibits().size(),
                        front.counts().messages()),
                Blocks.BODY);
        blocks.fact(words.say(Word.WITHHELD), withheld(), Blocks.BODY);
        blocks.fact(words.say(Word.LOG), words.say(Word.LOG_LINE, log.origin(), log.size()), Blocks.MONO);
        blocks.fact(words.say(Word.ROOT), log.root(), Blocks.MONO);
        blocks.fact(words.say(Word.KEY), capturer.keyFingerprint(), Blocks.MONO);
    }

    private String withheld() {
        var counts = pages.front().counts();
        if (counts.sendersWithheld() + counts.passagesWithheld() + counts.pictureAreasWithheld() == 0) {
            return words.say(Word.WITHHELD_NOTHING);
        }
        return words.say(
                Word.WITHHELD_LINE, counts.sendersWithheld(), counts.passagesWithheld(), counts.pictureAreasWithheld());
    }

    private void limits() throws IOException {
        blocks.part(words.say(Word.LIMITS));
        blocks.paragraph(words.say(Word.LIMITS_LEAD), Blocks.STRONG);
        blocks.flow().down(8);
        for (var limit : LIMITS) {
            blocks.item(words.say(limit));
        }
        blocks.heading(words.say(Word.READING));
        blocks.paragraph(sample(Word.READING_WITHHELD, new Run.Withheld()), Blocks.BODY);
        blocks.flow().down(4);
        blocks.paragraph(words.say(Word.READING_PSEUDONYM), Blocks.BODY);
        blocks.flow().down(4);
        blocks.paragraph(sample(Word.READING_UNSEEN, new Run.Shown("\u202E")), Blocks.BODY);
        blocks.flow().down(4);
        blocks.paragraph(words.say(Word.READING_EMOJI) + " " + words.say(Word.READING_NUMBERS), Blocks.BODY);
    }

    private Passage sample(Word word, Run run) {
        return new Passage(List.of(new Run.Shown(words.say(word) + " "), run));
    }
}
