package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.taniq.base.Bytes;

/// The databases beside the tests, which SQLite made (`sqlite/make.sh`).
final class Sample {
    private Sample() {}

    static byte[] bytes(String name) {
        try (var in = Sample.class.getResourceAsStream("/sqlite/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Database open(String name) throws IOException {
        return Database.open(Bytes.of(bytes(name)));
    }

    static List<Damage> strays(Database database) throws IOException {
        var all = new ArrayList<Damage>();
        var strays = database.strays();
        for (var stray = strays.next(); stray.isPresent(); stray = strays.next()) {
            all.add(stray.get());
        }
        assertTrue(strays.next().isEmpty(), "what has ended has ended for ever");
        return all;
    }

    /// The rows of each table, as SQLite printed them.
    static Map<String, List<String>> expected(String name) {
        var tables = new LinkedHashMap<String, List<String>>();
        var rows = new ArrayList<String>();
        for (var line : new String(bytes(name), StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("== ")) {
                rows = new ArrayList<>();
                tables.put(line.substring(3), rows);
            } else {
                rows.add(line);
            }
        }
        return tables;
    }

    /// The rows of all tables, and what is damaged among them.
    static Map<String, List<String>> read(Database database) throws IOException {
        var tables = new LinkedHashMap<String, List<String>>();
        for (var table : database.tables()) {
            tables.put(table.name(), Sqlite3.rows(database, table.name()));
        }
        return tables;
    }
}
