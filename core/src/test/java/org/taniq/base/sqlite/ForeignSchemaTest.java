package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;

/// Schemas that are written as nobody writes them, and that SQLite takes, are understood as it understands them:
/// the columns, their types, and what is in them.
final class ForeignSchemaTest {
    private static final int TABLES = switch (System.getProperty("taniq.check", "full")) {
        case "fast" -> 150;
        case "full" -> 3_000;
        default -> 60_000;
    };

    @TempDir
    Path folder;

    @BeforeEach
    void hasSqlite() {
        Sqlite3.unlessMissing("ForeignSchemaTest");
    }

    @Test
    void lettersThatLookAlikeAndUnusualWhiteSpaceAreWhatSqliteTakesThemFor() throws IOException, InterruptedException {
        assertEquals(
                8,
                compare(
                        "letters.db",
                        List.of(
                                "CREATE TABLE \"me\u017F\u017Fages\"(a); CREATE TABLE messages(a)",
                                "CREATE TABLE bom(x TEXT \uFEFFAS (1), y, z); INSERT INTO bom(y, z) VALUES('y', 'z')",
                                "CREATE TABLE \uFEFFbegin(a\uFEFF TEXT, b)",
                                "CREATE TABLE dotless(a \u0131nteger primary key, b); INSERT INTO dotless VALUES(7, 8)",
                                "CREATE TABLE type(a, b); ALTER TABLE type ADD COLUMN c \u0131nt DEFAULT '5.0'",
                                "CREATE TABLE kelvin(chec\u212A TEXT, \u212A, k); INSERT INTO kelvin VALUES(1, 2, 3)",
                                "CREATE TABLE space(a\u2003TEXT, b\u00A0 INTEGER, c \f\t\r\n \u000BREAL)",
                                "CREATE TABLE wide(a TE\uFF38T DEFAULT 1, b) without row\u0131d")));
    }

    @Test
    void schemasOfChanceAreUnderstoodAsSqliteUnderstandsThem() throws IOException, InterruptedException {
        var random = new RandomSchema(new Random(340));
        var scripts = new ArrayList<String>();
        for (int i = 0; i < TABLES; i++) {
            scripts.add(random.script("t" + i));
        }
        int taken = compare("chance.db", scripts);
        assertTrue(taken > TABLES / 10, taken + " tables were taken");
    }

    /// @return how many tables there were
    private int compare(String name, List<String> scripts) throws IOException, InterruptedException {
        var file = folder.resolve(name);
        Sqlite3.tried(file, "PRAGMA page_size=1024;\n" + String.join(";\n", scripts) + ";\n");
        try (var database = Database.open(Bytes.of(file))) {
            assertEquals(List.of(), database.damages());
            assertEquals(
                    Sqlite3.run(file, "SELECT hex(name) FROM sqlite_schema WHERE type='table';\n"),
                    lines(database.tables().stream().map(Table::name).map(ForeignSchemaTest::hex)));
            var all = database.tables().stream().map(Table::name).toList();
            var said = Sqlite3.run(
                    file, all.stream().map(ForeignSchemaTest::columns).collect(Collectors.joining()));
            same(said, lines(database.tables().stream().flatMap(ForeignSchemaTest::said)));
            compareRows(file, database);
            return all.size();
        }
    }

    private static void compareRows(Path file, Database database) throws IOException, InterruptedException {
        var script = new StringBuilder();
        var found = new ArrayList<String>();
        for (var table : database.tables()) {
            script.append(Sqlite3.select(table));
            Sqlite3.rows(database, table.name()).forEach(row -> found.add(table.name() + ": " + row));
            script.append("SELECT '== end';\n");
        }
        var said = new ArrayList<String>();
        int at = 0;
        for (var line : Sqlite3.lines(Sqlite3.run(file, script.toString()))) {
            if (line.equals("== end")) {
                at++;
            } else {
                said.add(database.tables().get(at).name() + ": " + line);
            }
        }
        same(String.join("\n", said), String.join("\n", found));
    }

    private static void same(String wanted, String found) {
        var ours = found.lines().toList();
        var theirs = wanted.lines().toList();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            assertEquals(theirs.get(i), ours.get(i));
        }
        assertEquals(theirs.size(), ours.size());
    }

    private static String columns(String table) {
        return "SELECT '" + hex(table) + "', hex(name), hex(lower(type)), hidden=2 FROM pragma_table_xinfo('" + table
                + "');\n";
    }

    private static java.util.stream.Stream<String> said(Table table) {
        return table.columns().stream()
                .map(column -> String.join(
                        "|",
                        hex(table.name()),
                        hex(column.name()),
                        hex(Ascii.lower(column.type())),
                        column.kind() == Column.Kind.COMPUTED ? "1" : "0"));
    }

    private static String lines(java.util.stream.Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).toUpperCase(Locale.ROOT);
    }
}
