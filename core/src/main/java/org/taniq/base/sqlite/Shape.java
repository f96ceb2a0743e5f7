package org.taniq.base.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Which column of a table is where in a row.
final class Shape {
    /// Of a table whose schema is not understood.
    static final Shape UNKNOWN = new Shape(List.of(), List.of());

    private final List<Column> columns;
    private final Map<String, Integer> byName = new HashMap<>();
    private final int[] places;
    private final int stored;
    private boolean hasTwins;

    /// @param first the columns that stand first in a row, by their numbers
    Shape(List<Column> columns, List<Integer> first) {
        this.columns = List.copyOf(columns);
        this.places = new int[columns.size()];
        var order = new LinkedHashSet<>(first);
        for (int i = 0; i < columns.size(); i++) {
            hasTwins |= byName.putIfAbsent(Ascii.lower(columns.get(i).name()), i) != null;
            order.add(i);
        }
        int next = 0;
        for (int column : order) {
            places[column] = columns.get(column).kind() == Column.Kind.COMPUTED ? -1 : next++;
        }
        this.stored = next;
    }

    static Shape of(List<String> names) {
        var columns = new ArrayList<Column>();
        names.forEach(name -> columns.add(new Column(name, "", Column.Kind.STORED, Value.NULL)));
        return new Shape(columns, List.of());
    }

    List<Column> columns() {
        return columns;
    }

    /// Whether two columns have one name, which SQLite does not allow.
    boolean hasTwins() {
        return hasTwins;
    }

    /// How many values a row has.
    int stored() {
        return stored;
    }

    /// Which value of a row is that of a column; -1 if none.
    int place(int column) {
        return places[column];
    }

    OptionalInt find(String lowerCaseName) {
        var found = byName.get(lowerCaseName);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
