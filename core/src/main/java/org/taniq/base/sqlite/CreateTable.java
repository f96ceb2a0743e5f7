package org.taniq.base.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What `CREATE TABLE` says of the columns of a table, as SQLite keeps it. It is not checked: what SQLite
/// would refuse is never there, and what is damaged is better read in part.
final class CreateTable {
    /// The most columns that SQLite can be built with.
    private static final int MOST = 32_767;

    private static final int MOST_TOKENS = 10 * MOST;

    private static final Set<String> AFTER_TYPE = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "DEFERRABLE",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS");
    private static final Set<String> OF_TABLE = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final List<ColumnText> columns = new ArrayList<>();
    private List<String> key = List.of();
    private boolean isNumbered = true;

    private final String sql;

    private CreateTable(String sql) {
        this.sql = sql;
    }

    /// @param kind of the tree that its rows lie in
    record Read(Tree.Kind kind, Shape shape) {}

    /// Empty if it is no `CREATE TABLE` with columns.
    static Optional<Read> of(String sql) {
        var tokens = Token.first(sql, MOST_TOKENS + 1);
        int from = begin(tokens);
        if (from < 0 || tokens.size() > MOST_TOKENS) {
            return Optional.empty();
        }
        var create = new CreateTable(sql);
        int at = from;
        do {
            int to = part(tokens, at + 1);
            create.part(tokens.subList(at + 1, to));
            at = to;
        } while (at < tokens.size() && tokens.get(at).isSign(','));
        if (create.columns.isEmpty() || create.columns.size() > MOST || at >= tokens.size()) {
            return Optional.empty();
        }
        create.options(tokens.subList(at + 1, tokens.size()));
        return Optional.of(create.read());
    }

    /// Where the columns begin: at the first bracket, before which only names stand.
    private static int begin(List<Token> tokens) {
        int bracket = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).isSign('('))
                .findFirst()
                .orElse(-1);
        boolean isTable = bracket > 2
                && tokens.getFirst().is("create")
                && tokens.subList(1, bracket - 1).stream().anyMatch(token -> token.is("table"));
        return isTable ? bracket : -1;
    }

    /// The place of the comma or bracket after what begins at `at`.
    private static int part(List<Token> tokens, int at) {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (depth == 0 && (token.isSign(',') || token.isSign(')'))) {
                return i;
            }
            depth += token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
        }
        return tokens.size();
    }

    private void part(List<Token> part) {
        if (part.isEmpty()) {
            return;
        }
        if (OF_TABLE.stream().anyMatch(part.getFirst()::is)) {
            ofTable(part);
        } else if (part.getFirst().isName()) {
            columns.add(ColumnText.of(sql, part));
        }
    }

    /// More than one may stand in a part, since SQLite does not ask for the comma between them.
    private void ofTable(List<Token> part) {
        int depth = 0;
        for (int i = 0; i < part.size(); i++) {
            var token = part.get(i);
            if (depth == 0 && i > 1 && token.isSign('(') && isPrimaryKey(part, i)) {
                key = names(part, i + 1);
            }
            depth += token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
        }
    }

    private static boolean isPrimaryKey(List<Token> part, int before) {
        return part.get(before - 2).is("primary") && part.get(before - 1).is("key");
    }

    private static List<String> names(List<Token> part, int from) {
        var names = new ArrayList<String>();
        int at = from;
        while (at < part.size() && !part.get(at - 1).isSign(')')) {
            int end = part(part, at);
            part.subList(at, end).stream().filter(Token::isName).findFirst().ifPresent(name -> names.add(name.text()));
            at = end + 1;
        }
        return names;
    }

    private void options(List<Token> options) {
        for (int i = 0; i + 1 < options.size(); i++) {
            isNumbered &= !(options.get(i).is("without") && options.get(i + 1).is("rowid"));
        }
    }

    private Read read() {
        var keys = keys();
        var read = new ArrayList<Column>();
        for (int i = 0; i < columns.size(); i++) {
            boolean isNumber =
                    isNumbered && keys.equals(List.of(i)) && columns.get(i).mayBeNumber();
            read.add(columns.get(i)
                    .column(isNumber ? Column.Kind.ROW_NUMBER : columns.get(i).kind()));
        }
        return isNumbered
                ? new Read(Tree.Kind.TABLE, new Shape(read, List.of()))
                : new Read(Tree.Kind.INDEX, new Shape(read, keys));
    }

    /// The columns of the primary key.
    private List<Integer> keys() {
        if (key.isEmpty()) {
            return IntStream.range(0, columns.size())
                    .filter(i -> columns.get(i).isKey())
                    .boxed()
                    .toList();
        }
        var byName = new HashMap<String, Integer>();
        for (int i = 0; i < columns.size(); i++) {
            byName.putIfAbsent(Ascii.lower(columns.get(i).name()), i);
        }
        return key.stream()
                .map(Ascii::lower)
                .filter(byName::containsKey)
                .map(byName::get)
                .distinct()
                .toList();
    }

    static boolean endsType(Token token) {
        return token.kind() == Token.Kind.WORD && AFTER_TYPE.stream().anyMatch(token::is);
    }
}
