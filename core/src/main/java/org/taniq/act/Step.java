package org.taniq.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;

/// Something done about what happened, as far as it has come: a complaint and the proofs that it was sent,
/// delivered and answered, or met with silence. A later statement on the same step replaces the earlier
/// one.
///
/// @param id 32 hex digits, the same in all statements on one step
/// @param what what was done, in the person's words: "complaint to the police"
/// @param reference the registration number an authority gave, empty where there is none
public record Step(
        String id,
        String what,
        String toWhom,
        List<String> basis,
        State state,
        String reference,
        List<Proof> proofs,
        List<Date> dates) {
    public Step {
        basis = List.copyOf(basis);
        proofs = List.copyOf(proofs);
        dates = List.copyOf(dates);
        if (!id.matches("[0-9a-f]{32}") || what.isBlank()) {
            throw new IllegalArgumentException("a step has an id of 32 hex digits and says what was done");
        }
    }

    /// How far a step has come.
    public enum State {
        PLANNED,
        SENT,
        DELIVERED,
        ANSWERED,
        REFUSED,
        /// No answer was sealed by the date given.
        SILENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a proof is worth, best first.
    public enum Rank {
        REGISTRATION_NUMBER,
        STAMPED_COPY,
        RETURN_RECEIPT,
        POSTAL_RECEIPT,
        SIGNED_ACKNOWLEDGEMENT,
        ANSWER,
        COPY,
        SCREENSHOT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A sealed item that proves something of the step.
    public record Proof(Pointer item, Rank rank) {}

    /// A date and who says it.
    ///
    /// @param what the state it is the date of
    public record Date(State what, LocalDate date) {}

    /// Why a step cannot take a state.
    public enum Refusal {
        /// What was sent is no longer planned; what was delivered was sent before.
        BACKWARDS,
        /// Only what was sent can meet with silence.
        NOT_SENT,
        /// What was answered did not meet with silence.
        ANSWERED,
        BEFORE_THE_LAST,
        IN_THE_FUTURE
    }

    /// Why this step cannot come to a state on a day, if it cannot. An answer may still come after silence.
    ///
    /// @param today what the computer's clock says
    public Optional<Refusal> refusal(State next, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of(Refusal.IN_THE_FUTURE);
        }
        if (dates.stream().anyMatch(date -> day.isBefore(date.date()))) {
            return Optional.of(Refusal.BEFORE_THE_LAST);
        }
        boolean answered = state == State.ANSWERED || state == State.REFUSED;
        return switch (next) {
            case PLANNED, SENT, DELIVERED ->
                next.compareTo(state) < 0 ? Optional.of(Refusal.BACKWARDS) : Optional.empty();
            case ANSWERED, REFUSED -> Optional.empty();
            case SILENT ->
                state == State.PLANNED
                        ? Optional.of(Refusal.NOT_SENT)
                        : answered ? Optional.of(Refusal.ANSWERED) : Optional.empty();
        };
    }

    /// This step, come to a state on a day, with what proves it beside what was proven before.
    ///
    /// @param number what an authority gave as registration number; empty keeps the one that is known
    public Step reached(Date date, List<Proof> more, String number) {
        var allProofs = new ArrayList<>(proofs);
        more.stream().filter(proof -> !proofs.contains(proof)).forEach(allProofs::add);
        var allDates = new ArrayList<>(dates);
        allDates.add(date);
        return new Step(
                id, what, toWhom, basis, date.what(), number.isEmpty() ? reference : number, allProofs, allDates);
    }

    /// This step without the days that have not come yet, which only another computer's clock can have called past.
    public Step until(LocalDate today) {
        var past = dates.stream().filter(each -> !each.date().isAfter(today)).toList();
        return new Step(id, what, toWhom, basis, state, reference, proofs, past);
    }

    /// This step with what another statement says of it besides: proofs, days in their order, grounds and numbers
    /// of both; where only one can be, that of the other.
    Step with(Step other) {
        return new Step(
                id,
                other.what,
                other.toWhom,
                both(basis, other.basis),
                other.state,
                String.join(", ", both(numbers(reference), numbers(other.reference))),
                both(proofs, other.proofs),
                both(dates, other.dates).stream()
                        .sorted(Comparator.comparing(Date::date))
                        .toList());
    }

    private static List<String> numbers(String reference) {
        return reference.isEmpty() ? List.of() : List.of(reference.split(", "));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /// The statement that is sealed.
    public Statement statement(String saidBy) {
        return Statement.of("step/1")
                .with("step", id)
                .with("what", what)
                .with("toWhom", Json.orNull(toWhom))
                .with("basis", Json.strings(basis))
                .with("state", state.word())
                .with("reference", Json.orNull(reference))
                .with("proofs", Json.of(proofs.stream().map(Step::json).toList()))
                .with("dates", Json.of(dates.stream().map(Step::json).toList()))
                .with("saidBy", Json.orNull(saidBy));
    }

    private static Json json(Proof proof) {
        return Json.object()
                .put("item", proof.item().json())
                .put("rank", proof.rank().word())
                .build();
    }

    private static Json json(Date date) {
        return Json.object()
                .put("date", date.date().toString())
                .put("rule", "as stated by the person")
                .put("what", date.what().word())
                .build();
    }
}
