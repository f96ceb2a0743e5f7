package org.taniq.seal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.Said;

/// Checks what a vault says was erased: only what can be erased, in statements of their form. What is gone for
/// such a reason is named, and is neither altered nor missing.
final class ErasuresCheck {
    private final Unlocked unlocked;
    private final Checked checked;

    ErasuresCheck(Unlocked unlocked, Checked checked) {
        this.unlocked = unlocked;
        this.checked = checked;
    }

    void check() {
        for (var statement : unlocked.statements(Erasure.SCHEMA)) {
            checked.step(
                    Verdict.ERASED,
                    Said.of(
                            "statement {statement}",
                            "statement",
                            statement.pointer().name()),
                    () -> checkOne(statement));
        }
        times(unlocked.erased())
                .forEach((erased, n) -> checked.fine(
                        Verdict.ERASED,
                        Said.of(
                                "erased on {day}, as statement {statement} says (statements: {n})",
                                Map.of(
                                        "day",
                                        erased.day(),
                                        "statement",
                                        erased.by().name(),
                                        "n",
                                        n))));
        times(unlocked.erasedAndHere())
                .forEach((erased, n) -> checked.fine(
                        Verdict.ERASED,
                        Said.of(
                                "still here, and erased on {day}, as statement {statement} says (statements: {n})",
                                Map.of(
                                        "day",
                                        erased.day(),
                                        "statement",
                                        erased.by().name(),
                                        "n",
                                        n))));
    }

    /// Where the log that is pointed into is not here, the check of pointers says so.
    private void checkOne(Unlocked.Sealed statement) throws IOException {
        var logs = new LinkedHashMap<String, LogFolder>();
        unlocked.logs().forEach(log -> logs.put(log.key().id(), log));
        for (var pointer : Erasure.of(statement.opened()).erased()) {
            var schema = Erasures.schema(pointer, logs);
            if (schema.isPresent() && !Erasure.isErasable(schema.get())) {
                throw new Altered(Said.of(
                        "it says that statement {statement} was erased, which cannot be", "statement", pointer.name()));
            }
        }
    }

    /// One for each statement that says so, with how many it names.
    private static Map<ErasedStatement, Integer> times(List<ErasedStatement> erased) {
        var first = new LinkedHashMap<Pointer, ErasedStatement>();
        var times = new LinkedHashMap<ErasedStatement, Integer>();
        for (var each : erased) {
            first.putIfAbsent(each.by(), each);
            times.merge(first.getOrDefault(each.by(), each), 1, Integer::sum);
        }
        return times;
    }
}
