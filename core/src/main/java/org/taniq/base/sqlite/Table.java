package org.taniq.base.sqlite;

import java.util.List;
import java.util.OptionalInt;

/// A table, as the schema says.
public final class Table {
    private static final Table SCHEMA = new Table(
            "sqlite_schema",
            new Tree(1, Tree.Kind.TABLE),
            Shape.of(List.of("type", "name", "tbl_name", "rootpage", "sql")));

    private final String name;
    private final Tree tree;
    private final Shape shape;

    Table(String name, Tree tree, Shape shape) {
        this.name = name;
        this.tree = tree;
        this.shape = shape;
    }

    /// The table in which a database keeps what tables it has.
    static Table schema() {
        return SCHEMA;
    }

    public String name() {
        return name;
    }

    boolean isNamed(String other) {
        return Ascii.isSame(name, other);
    }

    /// In the order of the schema; none where it is not understood.
    public List<Column> columns() {
        return shape.columns();
    }

    /// Whether its rows have numbers, by which they are ordered; one that was made `WITHOUT ROWID` has
    /// none.
    public boolean isNumbered() {
        return tree.kind() == Tree.Kind.TABLE;
    }

    Tree tree() {
        return tree;
    }

    Shape shape() {
        return shape;
    }

    /// The place of a column among [#columns], whatever the case of its name.
    OptionalInt find(String column) {
        return shape.find(Ascii.lower(column));
    }
}
