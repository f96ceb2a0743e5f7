package org.taniq.read.index;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// What to look for in [Activities].
///
/// @param words all of them must be there, in any order; `"in quotes"` in this order; `begin*` begins so.
///     Nothing that is typed is an error: a quote that is not closed runs to the end, signs between words
///     are passed over. Empty asks for everything that the filter lets through. Only the first 400 words
///     count
/// @param top how many hits are wanted, 1 to 10,000
public record Search(String words, Filter filter, Order order, int top) {

    public Search {
        if (top < 1 || top > 10_000) {
            throw new IllegalArgumentException("1 to 10,000 hits can be asked for");
        }
    }

    /// The 20 best for these words.
    public static Search of(String words) {
        return new Search(words, Filter.NONE, Order.RELEVANCE, 20);
    }

    /// The same, where a word that only begins so counts too: in Azerbaijani and Turkish most words have
    /// endings. Nothing where it was typed what begins how, or what stands together.
    public Optional<Search> ofBeginnings() {
        if (words.isBlank() || words.contains("*") || words.contains("\"")) {
            return Optional.empty();
        }
        return Optional.of(new Search(words.strip().replaceAll("\\s+", "* ") + "*", filter, order, top));
    }

    /// What comes first.
    public enum Order {
        /// Words as they were typed before words with other letters (`ölüm` before `olum`), then by rarity
        /// and length.
        RELEVANCE,
        /// Records whose time is unknown come last.
        OLDEST_FIRST,
        /// Records whose time is unknown come last.
        NEWEST_FIRST
    }

    /// What a hit must have besides the words.
    ///
    /// @param actor words of the name or identifier of who did it, in this order; empty for anybody
    /// @param labels one of these; empty for any or none
    public record Filter(String actor, Set<String> labels, Period period) {
        public static final Filter NONE = new Filter("", Set.of(), Period.ALWAYS);

        public Filter {
            labels = Set.copyOf(labels);
        }
    }

    /// A stretch of the wall clock, both ends included. A record that only says the day is in it if part of
    /// the day is.
    public record Period(LocalDateTime from, LocalDateTime to) {
        public static final Period ALWAYS = new Period(LocalDateTime.MIN, LocalDateTime.MAX);

        long first() {
            return from.toEpochSecond(ZoneOffset.UTC);
        }

        long last() {
            return to.toEpochSecond(ZoneOffset.UTC);
        }

        boolean isAlways() {
            return equals(ALWAYS);
        }
    }
}
