package org.taniq.act;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        var understood = new ArrayList<Stated>();
        var replaced = new HashSet<Replaced>();
        for (var statement : vault.statements(Consent.SCHEMA)) {
            try {
                var consent = consent(statement);
                understood.add(new Stated(statement.pointer(), consent, text(statement.value("saidBy"))));
                items(statement.value("replaces")).forEach(earlier -> replaced.add(Replaced.by(consent, earlier)));
            } catch (IllegalArgumentException | DateTimeException unknownWord) {
                consents.notUnderstood.add(statement.pointer());
            }
        }
        understood.stream()
                .filter(each -> !replaced.contains(
                        Replaced.by(each.consent(), each.statement().json())))
                .forEach(consents.standing::add);
        return consents;
    }

    /// What a statement replaces: one of the same person about the same. Else what somebody refused could be taken
    /// away by a statement on something else.
    private record Replaced(String whose, Set<Pointer> items, Json statement) {
        private static Replaced by(Consent consent, Json statement) {
            return new Replaced(consent.whose(), Set.copyOf(consent.items()), statement);
        }
    }

    /// A consent as it is sealed in the place of those: the day until which something may be kept is not lost by
    /// taking back the rest.
    public Consent takingOver(Consent next) {
        var days = standing.stream()
                .filter(each -> replacedBy(next).contains(each.statement()))
                .map(each -> each.consent().keepUntil())
                .filter(day -> !day.equals(Consent.NO_DAY))
                .toList();
        return next.keepUntil().equals(Consent.NO_DAY) && next.forbids() && !days.isEmpty()
                ? new Consent(
                        next.items(), next.whose(), next.purpose(), next.given(), next.state(), Collections.min(days))
                : next;
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
