package org.taniq.app.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.taniq.act.Consent;
import org.taniq.act.Consents;
import org.taniq.app.Casebook;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// What people allowed, refused and took back, as it is printed, and what may be kept no longer.
final class ConsentWords {
    private final Surroundings around;
    private final Casebook casebook;
    private final Unlocked unlocked;
    private final Consents consents;

    ConsentWords(Surroundings around, Casebook casebook) throws IOException {
        this.around = around;
        this.casebook = casebook;
        this.unlocked = casebook.unlocked();
        this.consents = Consents.of(unlocked);
    }

    void list() {
        notUnderstood().forEach(around::warn);
        if (consents.standing().isEmpty()) {
            around.tell(around.say("consent.none"));
        }
        consents.standing().forEach(stated -> around.tell(line(stated)));
        sayUntil();
    }

    /// One for each statement of which this version does not know what it allows.
    List<String> notUnderstood() {
        return consents.notUnderstood().stream()
                .map(pointer -> around.say("consent.not-understood", "statement", pointer.name()))
                .toList();
    }

    /// One for each statement against which it would be to show these items.
    List<String> against(Collection<Pointer> items) {
        return consents.against(items).stream().map(this::line).toList();
    }

    /// One statement, as a person reads it.
    String line(Consents.Stated stated) {
        var consent = stated.consent();
        return around.say(
                "consent.line",
                Map.of(
                        "reference", Reference.to(stated.statement(), casebook.log()),
                        "whose", consent.whose(),
                        "state", state(consent),
                        "what", what(consent),
                        "purpose", consent.purpose().isEmpty() ? around.say("consent.no-purpose") : consent.purpose()));
    }

    private String what(Consent consent) {
        return consent.isWholeCase() ? around.say("consent.whole-case") : references(consent.items());
    }

    private String references(List<Pointer> items) {
        return items.stream().map(item -> Reference.to(item, casebook.log())).collect(Collectors.joining(" "));
    }

    /// Until when things may be kept, and what is overdue. Of what was erased nothing is said.
    void sayUntil() {
        consents.standing().stream()
                .map(Consents.Stated::consent)
                .filter(Consent::hasDay)
                .forEach(this::until);
    }

    private void until(Consent consent) {
        var here = consent.items().stream()
                .filter(item -> unlocked.erased(item).isEmpty())
                .toList();
        if (here.isEmpty() && !consent.isWholeCase()) {
            return;
        }
        long left = ChronoUnit.DAYS.between(today(), consent.keepUntil());
        String day = consent.keepUntil().toString();
        around.tell(
                consent.isWholeCase()
                        ? around.say(
                                left < 0 ? "consent.case-overdue" : "consent.case-until",
                                Map.of("day", day, "n", Math.abs(left)))
                        : around.say(
                                left < 0 ? "consent.items-overdue" : "consent.items-until",
                                Map.of("day", day, "n", Math.abs(left), "items", references(here))));
    }

    private String state(Consent consent) {
        return around.say(
                switch (consent.state()) {
                    case GIVEN -> "consent.given";
                    case REFUSED -> "consent.refused";
                    case WITHDRAWN -> "consent.withdrawn";
                });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(around.clock().instant(), ZoneId.systemDefault());
    }

    Json json() {
        return Json.of(consents.standing().stream().map(this::json).toList());
    }

    private Json json(Consents.Stated stated) {
        var consent = stated.consent();
        return Json.object()
                .put("statement", Reference.to(stated.statement(), casebook.log()))
                .put(
                        "items",
                        Json.strings(consent.items().stream()
                                .map(item -> Reference.to(item, casebook.log()))
                                .toList()))
                .put("whose", Json.orNull(consent.whose()))
                .put("purpose", Json.orNull(consent.purpose()))
                .put("how", Json.orNull(consent.given()))
                .put("state", consent.state().word())
                .put(
                        "keepUntil",
                        Json.orNull(consent.hasDay() ? consent.keepUntil().toString() : ""))
                .put("saidBy", Json.orNull(stated.saidBy()))
                .build();
    }
}
