package org.taniq.act;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// What stands of all that people allowed, refused and took back in a case: what no later statement replaces.
public final class Consents {
    private final List<Stated> standing = new ArrayList<>();
    private final List<Pointer> notUnderstood = new ArrayList<>();

    /// A statement that stands.
    public record Stated(Pointer statement, Consent consent, String saidBy) {}

    private Consents() {}

    public static Consents of(Unlocked vault) {
        var consents = new Consents();
        var statements = vault.statements(Consent.SCHEMA);
        var replaced = new HashSet<Json>();
        statements.forEach(statement -> replaced.addAll(items(statement.value("replaces"))));
        statements.stream()
                .filter(statement -> !replaced.contains(statement.pointer().json()))
                .forEach(consents::take);
        return consents;
    }

    private void take(Unlocked.Sealed statement) {
        try {
            standing.add(new Stated(statement.pointer(), consent(statement), text(statement.value("saidBy"))));
        } catch (IllegalArgumentException | DateTimeException unknownWord) {
            notUnderstood.add(statement.pointer());
        }
    }

    private static Consent consent(Unlocked.Sealed statement) {
        String day = text(statement.value("keepUntil"));
        return new Consent(
                items(statement.value("items")).stream().map(Pointer::of).toList(),
                text(statement.value("whose")),
                text(statement.value("purpose")),
                text(statement.value("given")),
                Consent.State.valueOf(text(statement.value("state")).toUpperCase(Locale.ROOT)),
                day.isEmpty() ? Consent.NO_DAY : LocalDate.parse(day));
    }

    /// In the order of their logs.
    public List<Stated> standing() {
        return List.copyOf(standing);
    }

    /// The statements with a word or day that this program does not know.
    public List<Pointer> notUnderstood() {
        return List.copyOf(notUnderstood);
    }

    /// Those that a new statement takes the place of: of the same person, about the same.
    public List<Pointer> replacedBy(Consent next) {
        return standing.stream()
                .filter(each -> each.consent().whose().equals(next.whose())
                        && new HashSet<>(each.consent().items()).equals(new HashSet<>(next.items())))
                .map(Stated::statement)
                .toList();
    }

    /// Those against which it would be to show these items.
    public List<Stated> against(Collection<Pointer> shown) {
        return standing.stream()
                .filter(each -> each.consent().forbids())
                .filter(each -> each.consent().isWholeCase()
                        || each.consent().items().stream().anyMatch(shown::contains))
                .toList();
    }

    private static List<Json> items(Json json) {
        return json instanceof Json.Arr(List<Json> items) ? items : List.of();
    }

    private static String text(Json json) {
        return json instanceof Json.Str(String text) ? text : "";
    }
}
