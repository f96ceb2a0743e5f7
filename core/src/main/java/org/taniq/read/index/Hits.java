package org.taniq.read.index;

import java.util.List;
import java.util.Set;

/// What a [Search] found.
///
/// @param top the first of them, in the order asked for
/// @param total how many there are
/// @param withoutTime how many have the words, actor and label but no known time, and so are not among
///     those of a period
public record Hits(List<Hit> top, Total total, long withoutTime) {

    public Hits {
        top = List.copyOf(top);
    }

    /// A number of hits.
    public record Total(long count, Certainty certainty) {}

    /// Whether all were counted.
    public enum Certainty {
        EXACTLY,
        /// Counting on would have taken longer than finding.
        AT_LEAST
    }

    /// One record that was found.
    ///
    /// @param item the item it was read from, as it was handed to the index
    /// @param record its number in that reading
    /// @param actor the name, or else the identifier, as the source wrote it
    /// @param text as the source wrote it
    /// @param published the time as the source wrote it
    /// @param matched the places in the text that match, in order, none inside another
    public record Hit(
            String item,
            long record,
            String actor,
            String text,
            String published,
            IndexedTime time,
            Set<String> labels,
            List<Span> matched) {
        public Hit {
            labels = Set.copyOf(labels);
            matched = List.copyOf(matched);
        }

        /// The part of the text to show: from so many characters before the first match to as many after
        /// its end; the beginning where nothing matched. No character is cut in two.
        public Span snippet(int around) {
            Span first = matched.isEmpty() ? new Span(0, 0) : matched.getFirst();
            int from = Math.max(0, first.from() - around);
            int to = (int) Math.min(text.length(), (long) first.to() + around);
            return new Span(wholeCharacter(from), wholeCharacter(to));
        }

        private int wholeCharacter(int place) {
            boolean inside = place > 0
                    && place < text.length()
                    && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
            return inside ? place - 1 : place;
        }
    }

    /// A place in a text: UTF-16 units from `from` to before `to`.
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("not a place in a text: " + from + "-" + to);
            }
        }
    }
}
