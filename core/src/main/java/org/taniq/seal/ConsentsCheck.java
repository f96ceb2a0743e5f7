package org.taniq.seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Checks that what is sealed of consents has its form: a word that nobody knows could hide a refusal.
final class ConsentsCheck {
    private static final Set<String> STATES = Set.of("given", "refused", "withdrawn");
    private static final List<String> TEXTS = List.of("whose", "purpose", "given", "saidBy");

    private final Unlocked unlocked;
    private final Checked checked;

    ConsentsCheck(Unlocked unlocked, Checked checked) {
        this.unlocked = unlocked;
        this.checked = checked;
    }

    void check() {
        for (var statement : unlocked.statements("mustconsent/1")) {
            checked.step(
                    "consent",
                    Said.of(
                            "statement {statement}",
                            "statement",
                            statement.pointer().name()),
                    () -> checkOne(statement));
        }
    }

    private static void checkOne(Unlocked.Sealed statement) throws Altered {
        boolean texts = TEXTS.stream().map(statement::value).allMatch(ConsentsCheck::isTextOrNull);
        boolean replaces = statement.value("replaces") instanceof Json.Null || isList(statement.value("replaces"));
        if (!texts || !replaces || !isList(statement.value("items")) || !hasStateAndDays(statement)) {
            throw new Altered("it does not say as it must what somebody allowed");
        }
    }

    private static boolean isTextOrNull(Json value) {
        return value instanceof Json.Null || value instanceof Json.Str;
    }

    /// Whether each member is a pointer; where it leads, the check of pointers says.
    private static boolean isList(Json value) {
        return value instanceof Json.Arr(List<Json> items)
                && items.stream().allMatch(item -> item instanceof Json.Obj object && isPointer(object));
    }

    private static boolean isPointer(Json.Obj object) {
        try {
            return Pointer.isIn(object);
        } catch (Altered _) {
            return false;
        }
    }

    private static boolean hasStateAndDays(Unlocked.Sealed statement) {
        try {
            return STATES.contains(text(statement, "state"))
                    && !Instant.parse(text(statement, "when")).equals(Instant.MAX)
                    && (statement.value("keepUntil") instanceof Json.Null || isDay(text(statement, "keepUntil")));
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        return LocalDate.parse(text).toString().equals(text);
    }

    private static String text(Unlocked.Sealed statement, String field) {
        return statement.value(field) instanceof Json.Str(String text) ? text : "";
    }
}
