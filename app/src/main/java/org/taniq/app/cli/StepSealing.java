package org.taniq.app.cli;

import java.io.IOException;
import org.taniq.act.Step;
import org.taniq.app.Casebook;
import org.taniq.app.Surroundings;

/// Seals that a step came to a state, and prints the step.
record StepSealing(Surroundings around, StepOptions said, CaseOptions options) {

    int seal(Casebook casebook, Step step, Step.State state) throws IOException {
        var date = new Step.Date(state, said.day(around));
        said.refuse(around, step, date);
        var proofs = said.proofs(around, casebook);
        casebook.act(step.reached(date, proofs, said.reference()), said.saidBy(casebook));
        var words = new StepWords(around, casebook.log());
        words.sealed(words.one(casebook, step.id()), options.json());
        return Exit.DONE;
    }
}
