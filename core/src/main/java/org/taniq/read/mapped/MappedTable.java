package org.taniq.read.mapped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.base.csv.Row;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.TableReading;

/// Rows of a table of which each is a record.
final class MappedTable implements TableReading.Reader {
    private final Mapping mapping;
    private final Handed handed;
    private final List<String> columns;

    /// @param header the first row
    MappedTable(Mapping mapping, Handed handed, Row header) {
        this.mapping = mapping;
        this.handed = handed;
        this.columns = columns(header.cells(), named(mapping));
    }

    /// A name for each column, of which no two are alike; one that the mapping writes in other letters, large or small,
    /// is called as there.
    private static List<String> columns(List<String> header, Set<String> named) {
        var columns = new ArrayList<String>();
        for (int at = 0; at < header.size(); at++) {
            String name = spelled(header.get(at).strip(), header, named);
            boolean isNew = !name.isEmpty() && !columns.contains(name);
            columns.add(isNew ? name : name + " [" + (at + 1) + "]");
        }
        return columns;
    }

    private static String spelled(String name, List<String> header, Set<String> named) {
        return named.stream()
                .filter(name::equalsIgnoreCase)
                .filter(other -> !header.contains(other))
                .findFirst()
                .orElse(name);
    }

    private static Set<String> named(Mapping mapping) {
        return mapping.rules().stream()
                .flatMap(rule -> rule.parts().values().stream())
                .flatMap(source -> source.places().stream())
                .map(Standing::words)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a table with this header has what the mapping reads: columns for text and time, or, where it names none,
    /// for anything.
    static boolean isOf(Mapping mapping, Row header) {
        var columns = columns(header.cells(), named(mapping));
        return mapping.rules().stream().anyMatch(rule -> {
            var has = rule.parts().entrySet().stream()
                    .filter(part -> part.getValue().places().stream()
                            .map(Standing::words)
                            .anyMatch(columns::contains))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            return !has.isEmpty()
                    && Set.of(Part.TEXT, Part.TIME).stream()
                            .allMatch(
                                    part -> has.contains(part) || !rule.parts().containsKey(part));
        });
    }

    /// Programs leave out empty cells at the end of a row.
    @Override
    public boolean fits(Row row) {
        return row.shape() == Row.Shape.FINE && row.cells().size() <= columns.size();
    }

    @Override
    public boolean isRecord(Row row) {
        return record(row).isPresent();
    }

    private Optional<MappedRecord> record(Row row) {
        return MappedRecord.of(mapping.rules(), within(row));
    }

    /// A line that somebody typed has a time at the same place hardly ever.
    @Override
    public boolean mayBe(Row row) {
        return record(row)
                .filter(record -> !record.rule().parts().containsKey(Part.TIME)
                        || !(record.rule().time().of(record.rule().text(Part.TIME, record.within()))
                                instanceof When.Unknown))
                .isPresent();
    }

    @Override
    public boolean isSurely(Row row) {
        return false; // any row can be typed into a text
    }

    @Override
    public boolean isWithoutWords(Row row) {
        return false;
    }

    @Override
    public Activity record(Row row, Spot spot, Place place) {
        var record = record(row).orElseThrow(() -> new IllegalStateException("it is no record"));
        var draft = handed.draft(record);
        record.left(draft::column);
        return draft.record(spot, place);
    }

    private Standing.Within within(Row row) {
        var members = new LinkedHashMap<String, Json>();
        for (int at = 0; at < row.cells().size() && at < columns.size(); at++) {
            if (!row.cells().get(at).isEmpty()) {
                members.put(columns.get(at), Json.of(row.cells().get(at)));
            }
        }
        return Standing.Within.alone(new Json.Obj(members), List.of());
    }
}
