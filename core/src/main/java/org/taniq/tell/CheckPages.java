package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.tell.Blocks.Cell;
import org.taniq.tell.DossierPages.TimeAnswer;

/// What a check answers, how anybody can check, and the statement that the capturer signs by hand.
final class CheckPages {

    private static final List<Float> COMPLETENESS = List.of(0.6f, 0.4f);
    private static final float SIGNATURE = 230;

    private final DossierPages pages;
    private final DossierWords words;
    private final Blocks blocks;

    CheckPages(DossierPages pages, DossierWords words, Blocks blocks) {
        this.pages = pages;
        this.words = words;
        this.blocks = blocks;
    }

    void draw() throws IOException {
        answers();
        check();
        statement();
    }

    private void answers() throws IOException {
        var capturer = pages.front().capturer();
        blocks.part(words.say(Word.ANSWERS));
        blocks.paragraph(words.say(Word.ANSWERS_LEAD), Blocks.BODY);
        answer(Word.ANSWER_BYTES, words.say(Word.ANSWER_BYTES_TEXT));
        answer(Word.ANSWER_TIME, time(pages.answers().time()));
        blocks.heading(words.say(Word.ANSWER_COMPLETENESS));
        completeness();
        answer(Word.ANSWER_ORIGIN, words.say(Word.ANSWER_ORIGIN_TEXT, capturer.name(), capturer.device()));
    }

    private void answer(Word question, String text) throws IOException {
        blocks.heading(words.say(question));
        blocks.paragraph(text, Blocks.BODY);
    }

    private String time(TimeAnswer time) {
        return switch (time) {
            case TimeAnswer.Unproven(var clock) -> words.say(Word.ANSWER_TIME_UNPROVEN, clock);
            case TimeAnswer.Stamped(var authority, var notBefore, var notAfter, var clock) -> {
                String stamped = words.say(Word.ANSWER_TIME_STAMPED, notAfter, authority, clock);
                yield notBefore.isEmpty() ? stamped : stamped + " " + words.say(Word.ANSWER_TIME_BETWEEN, notBefore);
            }
        };
    }

    private void completeness() throws IOException {
        var sources = pages.answers().completeness();
        if (sources.isEmpty()) {
            blocks.paragraph(words.say(Word.ANSWER_COMPLETENESS_NONE), Blocks.BODY);
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (var source : sources) {
            String line = words.say(Word.ANSWER_COMPLETENESS_LINE, source.shown(), source.all());
            rows.add(List.of(new Cell(source.file(), Blocks.SMALL), Cell.of(line, Blocks.SMALL)));
        }
        blocks.table(List.of(words.say(Word.PLACE), words.say(Word.CONTENT)), COMPLETENESS, rows);
    }

    private void check() throws IOException {
        blocks.part(words.say(Word.CHECK));
        for (var word : List.of(Word.CHECK_JUDGE, Word.CHECK_JUDGE_MORE, Word.CHECK_EXPERT)) {
            blocks.paragraph(words.say(word), Blocks.BODY);
            blocks.flow().down(8);
        }
        for (var command : pages.answers().commands()) {
            blocks.flow().need(60);
            blocks.paragraph(words.say(Word.CHECK_TOOL, command.tool()), Blocks.SMALL_STRONG);
            blocks.flow().down(2);
            blocks.command(command.line());
        }
    }

    private void statement() throws IOException {
        var capturer = pages.front().capturer();
        blocks.part(words.say(Word.STATEMENT));
        var sentences = List.of(
                words.say(Word.STATEMENT_LEAD, capturer.name(), capturer.role()),
                words.say(Word.STATEMENT_CAPTURED, capturer.device()),
                words.say(Word.STATEMENT_UNALTERED),
                words.say(Word.STATEMENT_KNOWLEDGE),
                words.say(Word.STATEMENT_KEY));
        for (var sentence : sentences) {
            blocks.paragraph(sentence, Blocks.BODY);
            blocks.flow().down(9);
        }
        blocks.command(capturer.keyFingerprint());
        sign(Word.STATEMENT_PLACE_DATE);
        sign(Word.STATEMENT_SIGNATURE);
    }

    private void sign(Word under) throws IOException {
        var flow = blocks.flow();
        flow.need(90);
        flow.down(62);
        flow.sheet().rule(Sheet.LEFT, flow.y(), SIGNATURE, 0.3f);
        flow.down(4);
        blocks.paragraph(words.say(under), Blocks.SMALL);
    }
}
