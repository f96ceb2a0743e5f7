package org.taniq.base.sqlite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a database says of its tables (`sqlite_schema`; file format, 2.6).
final class Schema {
    /// More than any program has; so much can be held whatever a file says.
    private static final int MOST_TEXT = 1 << 20;

    /// How much of a name is kept for which there is no room.
    private static final int LONGEST_CUT = 100;

    private static final int MOST_DAMAGES = 1_000;

    /// `CREATE TABLE` and the name.
    private static final int BEFORE_COLUMNS = 3;

    private final Set<String> names = new HashSet<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> virtual = new ArrayList<>();
    private final List<Tree> indexes = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();
    private long text;

    private Schema() {}

    static Schema read(Pages pages) throws IOException {
        var schema = new Schema();
        var rows = new Rows(pages, Table.schema(), Shared.UNKNOWN);
        for (var found = rows.next(); found.isPresent(); found = rows.next()) {
            if (schema.text > MOST_TEXT || schema.damages.size() >= MOST_DAMAGES) {
                schema.damages.add(new Damage(found.get().place(), Damage.Why.SCHEMA_TOO_LARGE));
                return schema;
            }
            switch (found.get()) {
                case Row row -> schema.entry(row);
                case Damage damage -> schema.damages.add(damage);
            }
        }
        return schema;
    }

    List<Table> tables() {
        return tables;
    }

    /// The names of tables that a program makes up of others.
    List<String> virtual() {
        return virtual;
    }

    List<Tree> indexes() {
        return indexes;
    }

    List<Damage> damages() {
        return damages;
    }

    private void entry(Row row) {
        String type = row.text("type").orElse("");
        String sql = row.text("sql").orElse("");
        long root = row.number("rootpage").orElse(0);
        text += 64;
        switch (Ascii.lower(type)) {
            case "table" -> table(row, sql, root);
            case "index" -> {
                indexes.add(new Tree(root, Tree.Kind.INDEX));
                name(row, named(row));
            }
            case "view" -> name(row, named(row));
            case "trigger" -> {}
            default -> damages.add(new Damage(row.place(), Damage.Why.SCHEMA));
        }
    }

    private void table(Row row, String sql, long root) {
        var name = name(row, called(row, sql));
        if (root == 0 && isVirtual(sql)) {
            virtual.add(name);
            return;
        }
        text += sql.length();
        Optional<CreateTable.Read> read = text > MOST_TEXT ? Optional.empty() : CreateTable.of(sql);
        if (read.map(CreateTable.Read::shape).map(Shape::hasTwins).orElse(true)) {
            damages.add(new Damage(row.place(), Damage.Why.SCHEMA));
        }
        tables.add(new Table(
                name,
                new Tree(root, read.map(CreateTable.Read::kind).orElse(Tree.Kind.TABLE)),
                read.map(CreateTable.Read::shape).orElse(Shape.UNKNOWN)));
    }

    private static String named(Row row) {
        return row.text("name").orElse("");
    }

    /// The name of a table stands there three times: where one of them is damaged, the other two are alike.
    private String called(Row row, String sql) {
        String name = named(row);
        String second = row.text("tbl_name").orElse("");
        if (Ascii.isSame(name, second) || !isStated(sql, second)) {
            return name;
        }
        damages.add(new Damage(row.place(), Damage.Why.SCHEMA));
        return second;
    }

    private static boolean isStated(String sql, String name) {
        return Token.first(sql, BEFORE_COLUMNS).stream()
                .anyMatch(token -> token.isName() && Ascii.isSame(token.text(), name));
    }

    private String name(Row row, String name) {
        text += name.length();
        boolean isKept = text <= MOST_TEXT;
        if (!isKept || !names.add(Ascii.lower(name))) {
            damages.add(new Damage(row.place(), Damage.Why.SCHEMA));
        }
        return isKept ? name : name.substring(0, Math.min(name.length(), LONGEST_CUT));
    }

    private static boolean isVirtual(String sql) {
        var tokens = Token.first(sql, 2);
        return tokens.size() == 2 && tokens.get(0).is("create") && tokens.get(1).is("virtual");
    }
}
