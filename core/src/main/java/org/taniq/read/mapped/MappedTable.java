package org.taniq.read.mapped;

import java.util.LinkedHashMap;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.base.csv.Row;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.TableReading;

/// Rows of a table of which each is a record.
///
/// @param columns what the first row calls them
record MappedTable(Mapping mapping, List<String> columns) implements TableReading.Reader {
    @Override
    public boolean fits(Row row) {
        return row.shape() == Row.Shape.FINE && row.cells().size() == columns.size();
    }

    /// A line that somebody typed has a time at the same place hardly ever.
    @Override
    public boolean mayBe(Row row) {
        var within = within(row);
        return mapping.rules().stream()
                .filter(rule -> rule.fits(within))
                .findFirst()
                .filter(rule -> !rule.parts().containsKey(Part.TIME)
                        || !(rule.time().of(rule.text(Part.TIME, within)) instanceof When.Unknown))
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
        var within = within(row);
        return MappedRecord.of(mapping.rules(), within)
                .map(MappedRecord::draft)
                .orElseGet(() -> unmapped(within.record()))
                .record(spot, place);
    }

    /// A row in which nothing stands that the mapping names.
    private static Draft unmapped(Json.Obj row) {
        var draft = new Draft();
        row.members().forEach(draft::member);
        return draft;
    }

    private Source.Within within(Row row) {
        var members = new LinkedHashMap<String, Json>();
        for (int at = 0; at < row.cells().size(); at++) {
            String name = at < columns.size() ? columns.get(at) : "";
            String free = name;
            for (int again = 2; members.containsKey(free); again++) {
                free = name + "#" + again;
            }
            if (!row.cells().get(at).isEmpty()) {
                members.put(free, Json.of(row.cells().get(at)));
            }
        }
        return new Source.Within(new Json.Obj(members), List.of(), Json.object().build());
    }

    /// Whether a table with these columns has what the mapping reads.
    static boolean isOf(Mapping mapping, List<String> columns) {
        return mapping.rules().stream()
                .anyMatch(rule -> rule.parts().entrySet().stream()
                        .filter(part -> part.getKey() == Part.TEXT || part.getKey() == Part.TIME)
                        .allMatch(part -> part.getValue().places().stream()
                                .map(place -> Steps.of(place).names().getFirst())
                                .anyMatch(columns::contains)));
    }
}
