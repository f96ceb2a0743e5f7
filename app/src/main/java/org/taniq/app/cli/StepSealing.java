package org.taniq.app.cli;

import java.io.IOException;
import java.util.List;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.app.Casebook;
import org.taniq.app.Surroundings;

/// Seals that a step came to a state, and prints the step.
record StepSealing(Surroundings around, StepOptions said, CaseOptions options) {

    /// @param step of which nothing is sealed yet
    int begin(Casebook casebook, Step step, Step.State state) throws IOException {
        var date = date(List.of(step), state);
        var proofs = said.proofs(around, casebook);
        casebook.act(step.reached(date, proofs, said.reference()), said.saidBy(casebook));
        return sealed(casebook, step);
    }

    /// @param before the step as the person saw it; where several statements stand, it must be possible after one
    int goOn(Casebook casebook, Steps.Last before, Step.State state) throws IOException {
        var known = before.provenIn(casebook.unlocked());
        var today = StepOptions.today(around);
        var date = date(
                known.stated().stream().map(each -> each.step().until(today)).toList(), state);
        var proofs = said.proofs(around, casebook);
        var next = known.joined(casebook.log(), today).reached(date, proofs, said.reference());
        casebook.act(known, next, said.saidBy(casebook));
        return sealed(casebook, next);
    }

    private Step.Date date(List<Step> steps, Step.State state) throws IOException {
        var date = new Step.Date(state, said.day(around));
        said.refuse(around, steps, date);
        return date;
    }

    private int sealed(Casebook casebook, Step step) throws IOException {
        var words = new StepWords(around, casebook);
        words.sealed(words.one(step.id()), options.json());
        return Exit.DONE;
    }
}
