package org.taniq.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;

/// What somebody allowed with what is kept, refused, or took back. Texts are empty where nothing was said.
///
/// @param items that it is about; none for the whole case
/// @param whose who is shown or named in them
/// @param given how it was said, such as a letter
/// @param keepUntil the last day on which they may be kept; [#NO_DAY] where none was said
public record Consent(
        List<Pointer> items, String whose, String purpose, String given, State state, LocalDate keepUntil) {
    public static final LocalDate NO_DAY = LocalDate.MAX;
    static final String SCHEMA = "mustconsent/1";

    public Consent {
        items = List.copyOf(items);
    }

    /// What was said.
    public enum State {
        GIVEN,
        REFUSED,
        WITHDRAWN;

        /// As it is sealed.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isWholeCase() {
        return items.isEmpty();
    }

    /// Whether showing it is against what was said.
    public boolean forbids() {
        return state != State.GIVEN;
    }

    public boolean hasDay() {
        return !keepUntil.equals(NO_DAY);
    }

    /// @param replaces statements that it takes the place of
    public Statement statement(Instant now, String saidBy, List<Pointer> replaces) {
        return Statement.of(SCHEMA)
                .with("items", pointers(items))
                .with("whose", Json.orNull(whose))
                .with("purpose", Json.orNull(purpose))
                .with("given", Json.orNull(given))
                .with("state", state.word())
                .with("keepUntil", Json.orNull(hasDay() ? keepUntil.toString() : ""))
                .with("when", now.toString())
                .with("saidBy", Json.orNull(saidBy))
                .with("replaces", replaces.isEmpty() ? Json.NULL : pointers(replaces));
    }

    private static Json pointers(List<Pointer> pointers) {
        return Json.of(pointers.stream().map(Pointer::json).toList());
    }
}
