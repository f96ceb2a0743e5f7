package org.taniq.base.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A row of a table.
public final class Row implements Found {
    private final Table table;
    private final long key;
    private final List<Value> stored;
    private final Place place;

    Row(Table table, Cell cell, List<Value> stored) {
        this.table = table;
        this.key = cell.key();
        this.stored = stored;
        this.place = cell.place();
    }

    @Override
    public Place place() {
        return place;
    }

    /// Its number (`rowid`); none in a table `WITHOUT ROWID`.
    public OptionalLong number() {
        return table.isNumbered() ? OptionalLong.of(key) : OptionalLong.empty();
    }

    /// All values as they lie in the row, also those for which no column is known: another order than
    /// that of the columns where the table has no row numbers, and NULL for a column that is the row
    /// number.
    public List<Value> stored() {
        return stored;
    }

    /// The value of a column, by its name in any case; empty if the table has no such column, or it is
    /// computed.
    public Optional<Value> value(String column) {
        var found = table.find(column);
        return found.isPresent() ? value(found.getAsInt()) : Optional.empty();
    }

    /// The value of a column, by its place among those of the table.
    Optional<Value> value(int number) {
        var column = table.columns().get(number);
        int at = table.shape().place(number);
        return switch (column.kind()) {
            case ROW_NUMBER -> Optional.of(new Value.Int(key));
            case COMPUTED -> Optional.empty();
            case STORED -> Optional.of(at < stored.size() ? column.shown(stored.get(at)) : column.missing());
        };
    }

    /// The text of a column; also where it is damaged or cut, as far as it is there. Empty if it is none.
    public Optional<String> text(String column) {
        return value(column).flatMap(Row::text);
    }

    private static Optional<String> text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> Optional.of(text);
            case Value.Garbled garbled -> Optional.of(garbled.shown());
            case Value.Cut cut -> cut.there() instanceof Value.Cut ? Optional.empty() : text(cut.there());
            case Value.Null _, Value.Int _, Value.Real _, Value.Blob _, Value.Default _ -> Optional.empty();
        };
    }

    /// The whole number of a column; empty if it is none.
    public OptionalLong number(String column) {
        return value(column).orElse(Value.NULL) instanceof Value.Int(long number)
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }
}
