package org.taniq.read.mapped;

import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;

/// Where a thing can stand.
sealed interface Standing {
    /// What stands there; nothing where there is nothing.
    Optional<Json> in(Within within);

    /// As the mapping says it.
    String words();

    /// One record with what is around it.
    ///
    /// @param stars what stood for each `*` on the way to it
    /// @param around the record in which it stands; an empty object where there is none
    record Within(Json.Obj record, List<String> stars, Json.Obj around) {
        private static final Json.Obj NOTHING = Json.object().build();

        /// A record of its own.
        static Within alone(Json.Obj record, List<String> stars) {
            return new Within(record, stars, NOTHING);
        }
    }

    /// In the record itself.
    record Inside(Steps way, String words) implements Standing {
        @Override
        public Optional<Json> in(Within within) {
            return way.in(within.record());
        }
    }

    /// In the record around it.
    record Around(Steps way, String words) implements Standing {
        @Override
        public Optional<Json> in(Within within) {
            return way.in(within.around());
        }
    }

    /// What stood for a `*` on the way to it.
    ///
    /// @param number from 1
    record Star(int number, String words) implements Standing {
        @Override
        public Optional<Json> in(Within within) {
            return within.stars().size() < number
                    ? Optional.empty()
                    : Optional.of(Json.of(within.stars().get(number - 1)));
        }
    }

    /// A text, or a number or a word as it is written; empty for what is none.
    static String written(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text;
            case Json.Num(long number) -> Long.toString(number);
            case Json.Bool(boolean is) -> Boolean.toString(is);
            case Json.Arr _, Json.Obj _, Json.Null _ -> "";
        };
    }
}
