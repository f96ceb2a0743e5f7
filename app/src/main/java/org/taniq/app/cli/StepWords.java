package org.taniq.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.app.Casebook;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.seal.ErasedStatement;

/// Steps as they are printed.
final class StepWords {
    private static final int SHORT = 8;

    private final Surroundings around;
    private final PrintWriter out;
    private final Casebook casebook;
    private final String own;

    StepWords(Surroundings around, Casebook casebook) {
        this.around = around;
        this.out = around.out();
        this.casebook = casebook;
        this.own = casebook.log();
    }

    /// The step that is meant.
    ///
    /// @param id how its id begins
    Steps.Last one(String id) throws IOException {
        List<Steps.Last> found =
                id.matches("[0-9a-f]{1,32}") ? Steps.of(casebook.unlocked()).beginning(id) : List.of();
        if (found.size() != 1) {
            throw new IOException(around.say("step.which", "id", id));
        }
        return found.getFirst();
    }

    /// What is printed after a step was sealed.
    void sealed(Steps.Last last, boolean json) throws IOException {
        if (json) {
            out.println(JsonLines.visible(json(last)));
        } else {
            out.println(around.say("step.sealed", "id", shortId(last.step())));
            whole(last);
            if (last.step().proofs().isEmpty() && last.step().state() != Step.State.PLANNED) {
                out.println(around.say("step.no-proof", "id", shortId(last.step())));
            }
        }
        out.flush();
    }

    private static String shortId(Step step) {
        return step.id().substring(0, SHORT);
    }

    /// One line, or one for each of several statements that do not know each other.
    void line(Steps.Last last) {
        for (var stated : last.stated()) {
            line(stated.step());
            saidBy(last, stated);
        }
        contested(last);
    }

    private void saidBy(Steps.Last last, Steps.Stated stated) {
        if (last.isContested()) {
            String who = stated.saidBy().isEmpty() ? around.say("step.nobody-named") : stated.saidBy();
            String where = Reference.to(stated.statement(), "");
            out.println(around.say("step.stated", Map.of("who", who, "where", where)));
        }
    }

    private void contested(Steps.Last last) {
        if (last.isContested()) {
            out.println(around.say("step.contested", Map.of("n", last.stated().size(), "id", shortId(last.step()))));
        }
    }

    private void line(Step step) {
        out.println(around.say(
                "step.line",
                Map.of("id", shortId(step), "state", state(step.state()), "what", step.what(), "to", step.toWhom())));
    }

    void whole(Steps.Last last) throws IOException {
        for (var stated : last.stated()) {
            line(stated.step());
            saidBy(last, stated);
            said(stated.step());
        }
        contested(last);
    }

    private void said(Step step) throws IOException {
        step.basis().forEach(ground -> out.println(around.say("step.basis", "ground", ground)));
        if (!step.reference().isEmpty()) {
            out.println(around.say("step.number", "number", step.reference()));
        }
        for (int i = 0; i < step.dates().size(); i++) {
            date(step.dates(), i);
        }
        var unlocked = casebook.unlocked();
        for (var proof : step.proofs()) {
            String rank = around.messages().word("rank", proof.rank().word());
            var values = Map.of("rank", rank, "item", Reference.to(proof.item(), own));
            out.println(around.say("step.proof", values));
            unlocked.erased(proof.item()).ifPresent(this::erased);
        }
    }

    private void erased(ErasedStatement erased) {
        out.println(around.say("step.proof-erased", "day", erased.day()));
    }

    private void date(List<Step.Date> dates, int at) {
        var date = dates.get(at);
        if (date.what() == Step.State.SILENT) {
            out.println(around.say("step.silent-day", "date", date.date().toString()));
        } else {
            out.println(around.say("step.day", Map.of("date", date.date().toString(), "state", state(date.what()))));
        }
        if (at > 0) {
            long days = ChronoUnit.DAYS.between(dates.get(at - 1).date(), date.date());
            out.println(around.say("step.days", "n", days));
        }
    }

    private String state(Step.State state) {
        return around.messages().word("state", state.word());
    }

    /// Each of the statements that stand is named where there are several; what stands beside `state` is the last.
    Json json(Steps.Last last) {
        boolean contested = last.isContested(); // then several hold, and none is the later one
        var json = json(last.step(), contested ? "" : last.step().state().word());
        if (contested) {
            json.put("stated", Json.of(last.stated().stream().map(this::json).toList()));
        }
        return json.build();
    }

    private Json json(Steps.Stated stated) {
        return json(stated.step(), stated.step().state().word())
                .put("saidBy", stated.saidBy())
                .put("statement", stated.statement().name())
                .build();
    }

    private Json.Builder json(Step step, String state) {
        return Json.object()
                .put("id", step.id())
                .put("what", step.what())
                .put("to", step.toWhom())
                .put("state", Json.orNull(state))
                .put("basis", Json.strings(step.basis()))
                .put("reference", step.reference())
                .put("dates", Json.of(step.dates().stream().map(StepWords::json).toList()))
                .put("proofs", Json.of(step.proofs().stream().map(this::json).toList()));
    }

    private static Json json(Step.Date date) {
        return Json.object()
                .put("state", date.what().word())
                .put("date", date.date().toString())
                .build();
    }

    private Json json(Step.Proof proof) {
        return Json.object()
                .put("item", Reference.to(proof.item(), own))
                .put("rank", proof.rank().word())
                .build();
    }
}
