package org.taniq.tell;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.taniq.tell.Blocks.Cell;
import org.taniq.tell.DossierPages.Custody;
import org.taniq.tell.DossierPages.Step;

/// What was done: the steps with their events and proofs, and the chain of custody.
final class StepPages {

    private static final List<Float> EVENTS = List.of(0.20f, 0.17f, 0.15f, 0.48f);
    private static final List<Float> PROOFS = List.of(0.20f, 0.42f, 0.38f);
    private static final List<Float> CUSTODY = List.of(0.17f, 0.39f, 0.22f, 0.22f);

    private final DossierPages pages;
    private final DossierWords words;
    private final Blocks blocks;

    StepPages(DossierPages pages, DossierWords words, Blocks blocks) {
        this.pages = pages;
        this.words = words;
        this.blocks = blocks;
    }

    void draw() throws IOException {
        begin(Word.STEPS, Word.STEPS_LEAD);
        if (pages.steps().isEmpty()) {
            blocks.paragraph(words.say(Word.STEPS_NONE), Blocks.BODY);
        }
        for (var step : pages.steps()) {
            draw(step);
        }
        begin(Word.CUSTODY, Word.CUSTODY_LEAD);
        if (pages.custody().isEmpty()) {
            blocks.paragraph(words.say(Word.CUSTODY_NONE), Blocks.BODY);
            return;
        }
        var head = List.of(
                words.say(Word.CUSTODY_WHEN),
                words.say(Word.CUSTODY_WHAT),
                words.say(Word.CUSTODY_WHO),
                words.say(Word.CUSTODY_ENTRY));
        blocks.table(
                head, CUSTODY, pages.custody().stream().map(StepPages::cells).toList());
    }

    private void begin(Word title, Word lead) throws IOException {
        blocks.part(words.say(title));
        blocks.paragraph(words.say(lead), Blocks.BODY);
        blocks.flow().down(12);
    }

    private static List<Cell> cells(Custody row) {
        return List.of(
                Cell.of(row.when(), Blocks.SMALL),
                Cell.of(row.what(), Blocks.SMALL),
                Cell.of(row.who() + "\n" + row.device(), Blocks.SMALL),
                Cell.of(row.logIndex() + "\n" + row.leafHash(), Blocks.MONO));
    }

    private void draw(Step step) throws IOException {
        blocks.heading(step.what());
        if (!step.others().isEmpty()) {
            blocks.paragraph(step.others(), Blocks.BODY);
        }
        blocks.fact(words.say(Word.STEP_TO), step.toWhom(), Blocks.BODY);
        blocks.fact(words.say(Word.STEP_BASIS), step.basis(), Blocks.BODY);
        blocks.fact(words.say(Word.STEP_STATE), words.say("STATE_", step.state()), Blocks.STRONG);
        blocks.flow().down(6);
        if (!step.events().isEmpty()) {
            blocks.table(eventHead(), EVENTS, events(step));
        }
        if (step.proofs().isEmpty()) {
            blocks.paragraph(words.say(Word.STEP_PROOFS_NONE), Blocks.BODY);
            return;
        }
        blocks.table(proofHead(), PROOFS, proofs(step));
    }

    private List<String> eventHead() {
        return List.of(
                words.say(Word.STEP_EVENT),
                words.say(Word.STEP_DAY),
                words.say(Word.STEP_DAYS),
                words.say(Word.STEP_RULE));
    }

    private List<String> proofHead() {
        return List.of(words.say(Word.STEP_RANK), words.say(Word.STEP_PROOFS), words.say(Word.STEP_WHERE));
    }

    private List<List<Cell>> events(Step step) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < step.events().size(); i++) {
            var event = step.events().get(i);
            String days = i == 0
                    ? "–"
                    : String.valueOf(
                            ChronoUnit.DAYS.between(step.events().get(i - 1).day(), event.day()));
            rows.add(List.of(
                    Cell.of(words.say("STATE_", event.state()), Blocks.SMALL_STRONG),
                    Cell.of(event.day().toString(), Blocks.SMALL),
                    Cell.of(days, Blocks.SMALL),
                    Cell.of(event.rule(), Blocks.SMALL)));
        }
        return rows;
    }

    private static List<List<Cell>> proofs(Step step) {
        List<List<Cell>> rows = new ArrayList<>();
        for (var proof : step.proofs()) {
            rows.add(List.of(
                    Cell.of(proof.rank(), Blocks.SMALL),
                    Cell.of(proof.what(), Blocks.SMALL),
                    Cell.of(proof.where(), Blocks.MONO)));
        }
        return rows;
    }
}
