package org.taniq.read.mapped;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where one thing stands: the first of several places at which there is something.
///
/// @param before what is left out where a text begins with it
/// @param behind what is left out where a text ends with it
/// @param except what means that there is nothing
record Source(List<Standing> places, String before, String behind, Set<String> except) {
    Source {
        places = List.copyOf(places);
        except = Set.copyOf(except);
    }

    /// The number of the first place at which there is something.
    Optional<Integer> first(Standing.Within within) {
        for (int number = 0; number < places.size(); number++) {
            if (!text(number, within).isEmpty()) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /// A text, or a number or a word as it is written; empty where there is nothing.
    String text(Standing.Within within) {
        return first(within).map(number -> text(number, within)).orElse("");
    }

    /// The same at one of the places; empty where there is no such place.
    String text(int number, Standing.Within within) {
        if (number >= places.size()) {
            return "";
        }
        String text = places.get(number).in(within).map(Standing::written).orElse("");
        return except.contains(text) ? "" : stripped(text);
    }

    private String stripped(String text) {
        String begun = text.startsWith(before) ? text.substring(before.length()) : text;
        return begun.endsWith(behind) ? begun.substring(0, begun.length() - behind.length()) : begun;
    }
}
