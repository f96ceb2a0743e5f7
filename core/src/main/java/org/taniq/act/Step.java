package org.taniq.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;

/// Something done about what happened, as far as it has come: a complaint and the proofs that it was sent, delivered
/// and answered, or met with silence. A later statement on the same step replaces the earlier one.
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
