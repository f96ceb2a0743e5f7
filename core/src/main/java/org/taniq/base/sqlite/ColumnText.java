package org.taniq.base.sqlite;

import java.util.List;

/// What `CREATE TABLE` says of one column.
final class ColumnText {
    private final String name;
    private final TypeText type;
    private final List<Token> rest;
    private boolean isKey;
    private boolean isDescending;
    private Column.Kind kind = Column.Kind.STORED;
    private List<Token> missing = List.of();

    private ColumnText(String name, TypeText type, List<Token> rest) {
        this.name = name;
        this.type = type;
        this.rest = rest;
    }

    /// @param part its pieces of the statement
    static ColumnText of(String sql, List<Token> part) {
        int end = 1;
        while (end < part.size() && !CreateTable.endsType(part.get(end))) {
            end++;
        }
        var type = TypeText.of(written(sql, part, end));
        var column = new ColumnText(part.getFirst().text(), type, part.subList(end, part.size()));
        column.read();
        return column;
    }

    /// The type as it is written; SQLite takes a comment before `GENERATED` for a part of it, unless it stands
    /// behind brackets.
    private static String written(String sql, List<Token> part, int end) {
        if (end == 1) {
            return "";
        }
        boolean isGenerated = end < part.size() && part.get(end).is("generated");
        int to = isGenerated && !part.get(end - 1).isSign(')')
                ? part.get(end).from()
                : part.get(end - 1).to();
        while (Ascii.isSpace(sql.charAt(to - 1))) {
            to--;
        }
        return sql.substring(part.get(1).from(), to);
    }

    private void read() {
        int at = 0;
        while (at < rest.size()) {
            at = constraint(at);
        }
    }

    /// @return where the next one may begin
    private int constraint(int at) {
        var token = rest.get(at);
        if (token.isSign('(')) {
            return close(at) + 1;
        }
        if (token.is("primary")) {
            isKey = true;
            isDescending = is(at + 2, "desc");
        } else if (token.is("as") && at + 1 < rest.size() && rest.get(at + 1).isSign('(')) {
            kind = is(close(at + 1) + 1, "stored") ? Column.Kind.STORED : Column.Kind.COMPUTED;
        } else if (token.is("default")) {
            int to = endOfDefault(at + 1);
            missing = rest.subList(at + 1, to);
            return to;
        }
        return at + 1;
    }

    private boolean is(int at, String word) {
        return at < rest.size() && rest.get(at).is(word);
    }

    private int endOfDefault(int at) {
        if (at >= rest.size()) {
            return at;
        }
        var first = rest.get(at);
        if (first.isSign('(')) {
            return Math.min(rest.size(), close(at) + 1);
        }
        return Math.min(rest.size(), at + (first.isSign('-') || first.isSign('+') ? 2 : 1));
    }

    /// The bracket that closes the one at `at`.
    private int close(int at) {
        int depth = 0;
        for (int i = at; i < rest.size(); i++) {
            depth += rest.get(i).isSign('(') ? 1 : rest.get(i).isSign(')') ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return rest.size();
    }

    String name() {
        return name;
    }

    /// Whether it says itself that it is the primary key.
    boolean isKey() {
        return isKey;
    }

    /// Whether, as the only primary key, it is the number of the row: SQLite wants this very type, and as
    /// an old mistake of its own not this order.
    boolean mayBeNumber() {
        return type.isOneWord() && Ascii.isSame(type.text(), "integer") && !isDescending;
    }

    Column.Kind kind() {
        return kind;
    }

    Column column(Column.Kind as) {
        var held = missing.isEmpty() ? Value.NULL : Literal.of(missing, Column.Affinity.of(type.text()));
        return new Column(name, type.text(), as, held);
    }
}
