package org.taniq.read.mapped;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a table or JSON of some program is read; docs/formats.md has the words in which one is written.
///
/// @param name of what it reads
/// @param version of this program's own mappings; 0 for one that a person gave
/// @param digest SHA-256 of the file that it was written in; empty for one of this program's own
/// @param owner whether such a file holds what its own account wrote
/// @param signs by which a file is known; without any it is known by the records that it would give
public record Mapping(
        String name, long version, Form form, String digest, boolean owner, List<Sign> signs, List<Rule> rules) {
    public Mapping {
        signs = List.copyOf(signs);
        rules = List.copyOf(rules);
    }

    /// What a file is.
    sealed interface Form {
        /// One JSON text.
        record Whole() implements Form {}

        /// A JSON text on each line.
        record Lines() implements Form {}

        /// A table whose first row names the columns.
        ///
        /// @param separator what stands between two cells: an ASCII character
        record Table(char separator) implements Form {}
    }

    /// The names with which a record can begin.
    Set<String> begins() {
        return rules.stream().flatMap(rule -> rule.begins().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// The rules, and those for what stands within.
    Stream<Rule> allRules() {
        return all(rules);
    }

    private static Stream<Rule> all(List<Rule> some) {
        return some.stream().flatMap(rule -> Stream.concat(Stream.of(rule), all(rule.inside())));
    }

    boolean ofItsOwner() {
        return owner;
    }

    /// Whether this program brings it along.
    boolean isOurs() {
        return version > 0;
    }

    /// Where it looks: names of columns, or ways.
    public String lookedFor() {
        var places = new TreeSet<String>();
        allRules()
                .flatMap(rule -> rule.parts().values().stream())
                .forEach(source -> source.places().forEach(place -> places.add(place.words())));
        return String.join(", ", places);
    }
}
