package org.taniq.act;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// All steps of a case, folded out of its logs: the state of a step is that of the last statement on it
/// that no other statement replaces.
public final class Steps {
    private final Map<String, Last> steps = new LinkedHashMap<>();

    /// What one statement says of a step.
    ///
    /// @param saidBy who says it, as stated; empty where nobody is named
    public record Stated(Pointer statement, Step step, String saidBy) {
        private boolean isProvenIn(Unlocked vault) throws IOException {
            for (var proof : step.proofs()) {
                if (!vault.holds(proof.item(), "item/1")
                        && vault.erased(proof.item()).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    /// A step as it stands, and what was said of it.
    ///
    /// @param step as the last of those says it that stand
    /// @param statements all statements on it, in order
    /// @param stated those of them that no other replaces: at least one, and more where two did not know each other
    public record Last(Step step, List<Pointer> statements, List<Stated> stated) {
        public Last {
            statements = List.copyOf(statements);
            stated = List.copyOf(stated);
        }

        public List<Pointer> standing() {
            return stated.stream().map(Stated::statement).toList();
        }

        /// Whether several statements stand that do not know each other.
        public boolean isContested() {
            return stated.size() > 1;
        }

        /// The statements of which every proof is here; all, where that is so of none. A new statement goes on from
        /// these and leaves the others standing: what it takes over it says itself.
        public Last provenIn(Unlocked vault) throws IOException {
            var proven = new ArrayList<Stated>();
            for (var each : stated) {
                if (each.isProvenIn(vault)) {
                    proven.add(each);
                }
            }
            return new Last(step, statements, proven.isEmpty() ? stated : proven);
        }

        /// The step from which the next statement goes on: of what any of those says that stand, nothing is lost but
        /// days that have not come yet.
        ///
        /// @param log of whoever goes on: where only one can be right, that is what was said there
        public Step joined(String log, LocalDate today) {
            return stated.stream()
                    .sorted(Comparator.comparing(each -> each.statement().log().equals(log)))
                    .map(each -> each.step().until(today))
                    .reduce(Step::with)
                    .orElse(step);
        }
    }

    private final List<Pointer> notUnderstood = new ArrayList<>();

    private Steps() {}

    public static Steps of(Unlocked vault) {
        var steps = new Steps();
        var understood = new LinkedHashMap<Unlocked.Sealed, Step>();
        for (var statement : vault.statements("step/1")) {
            steps.understand(statement).ifPresent(step -> understood.put(statement, step));
        }
        var replaced = new HashSet<Replaced>();
        understood.forEach((statement, step) ->
                items(statement.value("replaces")).forEach(earlier -> replaced.add(new Replaced(step.id(), earlier))));
        understood.forEach((statement, step) -> steps.take(statement, step, replaced));
        return steps;
    }

    /// What a statement on a step replaces. One on another step it replaces as little as one that nobody can read:
    /// else the last word on a step could be taken away without another in its place.
    private record Replaced(String step, Json statement) {}

    private Optional<Step> understand(Unlocked.Sealed statement) {
        try {
            return Optional.of(step(statement));
        } catch (IllegalArgumentException | DateTimeException unknownWord) {
            notUnderstood.add(statement.pointer());
            return Optional.empty();
        }
    }

    private void take(Unlocked.Sealed statement, Step step, Set<Replaced> replaced) {
        var before = steps.getOrDefault(step.id(), new Last(step, List.of(), List.of()));
        boolean stands =
                !replaced.contains(new Replaced(step.id(), statement.pointer().json()));
        steps.put(
                step.id(),
                new Last(
                        stands ? step : before.step(),
                        with(before.statements(), statement.pointer()),
                        stands ? with(before.stated(), stated(statement, step)) : before.stated()));
    }

    private static Stated stated(Unlocked.Sealed statement, Step step) {
        return new Stated(statement.pointer(), step, text(statement.value("saidBy")));
    }

    private static <T> List<T> with(List<T> before, T next) {
        var all = new ArrayList<>(before);
        all.add(next);
        return all;
    }

    private static Step step(Unlocked.Sealed statement) {
        return new Step(
                text(statement.value("step")),
                text(statement.value("what")),
                text(statement.value("toWhom")),
                items(statement.value("basis")).stream().map(Steps::text).toList(),
                Step.State.valueOf(enumName(statement.value("state"))),
                text(statement.value("reference")),
                items(statement.value("proofs")).stream().map(Steps::proof).toList(),
                items(statement.value("dates")).stream().map(Steps::date).toList());
    }

    /// Every step as it stands, in the order in which they began.
    public List<Last> all() {
        return List.copyOf(steps.values());
    }

    /// The statements with a word or day that this program does not know; the others stand.
    public List<Pointer> notUnderstood() {
        return List.copyOf(notUnderstood);
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
