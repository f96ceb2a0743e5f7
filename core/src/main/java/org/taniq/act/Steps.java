package org.taniq.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// All steps of a case, folded out of its logs: the state of a step is that of the last statement on it.
public final class Steps {
    private final Map<String, Last> steps = new LinkedHashMap<>();

    /// The last statement on a step, and all statements on it in order.
    public record Last(Step step, List<Pointer> statements) {
        public Last {
            statements = List.copyOf(statements);
        }

        /// Where it was last sealed.
        public Pointer pointer() {
            return statements.getLast();
        }
    }

    private Steps() {}

    public static Steps of(Unlocked vault) {
        var steps = new Steps();
        for (var statement : vault.statements("step/1")) {
            steps.take(statement);
        }
        return steps;
    }

    private void take(Unlocked.Sealed statement) {
        var step = new Step(
                text(statement.value("step")),
                text(statement.value("what")),
                text(statement.value("toWhom")),
                items(statement.value("basis")).stream().map(Steps::text).toList(),
                Step.State.valueOf(enumName(statement.value("state"))),
                text(statement.value("reference")),
                items(statement.value("proofs")).stream().map(Steps::proof).toList(),
                items(statement.value("dates")).stream().map(Steps::date).toList());
        var before = steps.containsKey(step.id()) ? steps.get(step.id()).statements() : List.<Pointer>of();
        var all = new ArrayList<>(before);
        all.add(statement.pointer());
        steps.put(step.id(), new Last(step, all));
    }

    /// Every step as it stands, in the order in which they began.
    public List<Last> all() {
        return List.copyOf(steps.values());
    }

    /// The steps whose id begins so.
    public List<Last> beginning(String id) {
        return all().stream().filter(last -> last.step().id().startsWith(id)).toList();
    }

    private static Step.Proof proof(Json json) {
        return new Step.Proof(Pointer.of(member(json, "item")), Step.Rank.valueOf(enumName(member(json, "rank"))));
    }

    private static Step.Date date(Json json) {
        return new Step.Date(
                Step.State.valueOf(enumName(member(json, "what"))), LocalDate.parse(text(member(json, "date"))));
    }

    private static String enumName(Json word) {
        return text(word).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Json member(Json json, String name) {
        return json instanceof Json.Obj object ? object.members().getOrDefault(name, Json.NULL) : Json.NULL;
    }

    private static List<Json> items(Json json) {
        return json instanceof Json.Arr(List<Json> items) ? items : List.of();
    }

    private static String text(Json json) {
        return json instanceof Json.Str(String text) ? text : "";
    }
}
