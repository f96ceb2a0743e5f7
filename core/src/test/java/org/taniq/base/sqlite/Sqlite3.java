package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taniq.NotRun;
import org.taniq.base.Bytes;

/// What SQLite itself says, by its own command, and the same said of what our reader found: each value as
/// its type and its bytes.
final class Sqlite3 {
    private static final Path PROGRAM = Path.of("/usr/bin/sqlite3");

    private Sqlite3() {}

    static void unlessMissing(String what) {
        NotRun.unless(Files.isExecutable(PROGRAM), what, "no sqlite3 here: apt-get install sqlite3");
    }

    /// Runs a script over a database, and gives what it prints.
    static String run(Path database, String script) throws IOException, InterruptedException {
        return run(database, script, List.of("-batch", "-bail"));
    }

    /// As [#run], but what SQLite refuses is left out.
    static String tried(Path database, String script) throws IOException, InterruptedException {
        return run(database, script, List.of("-batch"));
    }

    /// All tables are read as SQLite reads them.
    static void compare(Path file, Database database, String which) throws IOException, InterruptedException {
        for (var table : database.tables()) {
            var said = lines(run(file, select(table)));
            var found = rows(database, table.name());
            for (int i = 0; i < Math.min(said.size(), found.size()); i++) {
                assertEquals(said.get(i), found.get(i), which + " " + table.name());
            }
            assertEquals(said.size(), found.size(), which + " " + table.name());
        }
    }

    private static String run(Path database, String script, List<String> options)
            throws IOException, InterruptedException {
        boolean mayFail = !options.contains("-bail");
        var input = Files.writeString(Files.createTempFile(database.getParent(), "script", ".sql"), script);
        var output = Files.createTempFile(database.getParent(), "said", ".txt");
        var words = new ArrayList<>(List.of(PROGRAM.toString()));
        words.addAll(options);
        words.add(database.toString());
        var process = new ProcessBuilder(words)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(mayFail ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.INHERIT)
                .start();
        int exit = process.waitFor();
        if (exit != 0 && !mayFail) {
            throw new IOException("sqlite3 ended with " + exit + " over " + Files.readString(input));
        }
        return Files.readString(output);
    }

    /// A statement that prints each row of a table as [#said] does.
    static String select(String table, List<String> columns, String order) {
        var values = columns.stream().map(Sqlite3::printed).collect(Collectors.joining("||' '||"));
        return "SELECT " + (order.equals("rowid") ? "rowid||'| '||" : "'| '||") + values + " FROM \"" + table + "\""
                + (order.isEmpty() ? "" : " ORDER BY " + order) + ";\n";
    }

    /// The same of all columns of a table that are stored.
    static String select(Table table) {
        var columns = table.columns().stream()
                .filter(column -> column.kind() != Column.Kind.COMPUTED)
                .map(column -> column.name().replace("\"", "\"\""))
                .toList();
        return select(table.name(), columns, table.isNumbered() ? "rowid" : "");
    }

    private static String printed(String column) {
        return """
            CASE typeof("%1$s") WHEN 'null' THEN 'null' WHEN 'integer' THEN 'integer:'||"%1$s"
             WHEN 'real' THEN 'real:'||hex(ieee754_to_blob("%1$s"))
             ELSE typeof("%1$s")||':'||hex(CAST("%1$s" AS BLOB)) END""".formatted(column);
    }

    /// All rows of a table, as the reader finds them, and nothing but rows.
    static List<String> rows(Database database, String table) throws IOException {
        var lines = new ArrayList<String>();
        var of = database.table(table).orElseThrow();
        var rows = database.rows(of);
        for (var found = rows.next(); found.isPresent(); found = rows.next()) {
            lines.add(
                    switch (found.get()) {
                        case Damage damage -> damage.toString();
                        case Row row -> said(row, of, database.header().encoding());
                    });
        }
        return lines;
    }

    static String said(Row row, Table table, Charset encoding) {
        var line = new StringBuilder(row.number().isPresent() ? row.number().getAsLong() + "|" : "|");
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<Value> value = row.value(i);
            value.ifPresent(found -> line.append(' ').append(said(found, encoding)));
        }
        return line.toString();
    }

    private static String said(Value value, Charset encoding) {
        return switch (value) {
            case Value.Null _ -> "null";
            case Value.Int(long number) -> "integer:" + number;
            case Value.Real(double number) ->
                "real:" + HexFormat.of().withUpperCase().toHexDigits(Double.doubleToRawLongBits(number));
            case Value.Text(String text) -> "text:" + hex(text.getBytes(encoding));
            case Value.Garbled(String _, Bytes bytes) -> "text:" + hex(all(bytes));
            case Value.Blob(Bytes bytes) -> "blob:" + hex(all(bytes));
            case Value.Cut(Value there, long length) -> "cut " + length + " " + said(there, encoding);
            case Value.Default(String sql) -> "default " + sql;
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }

    static byte[] all(Bytes bytes) {
        try (var in = bytes.open()) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.strip().split("\n"));
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
