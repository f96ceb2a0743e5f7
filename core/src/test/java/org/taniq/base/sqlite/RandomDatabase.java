package org.taniq.base.sqlite;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// A script that makes a database of every kind for SQLite's own command: sizes of pages, encodings,
/// types, keys, what overflows, what was deleted, added and dropped later, and the log.
final class RandomDatabase {
    private static final List<String> TYPES = List.of(
            "",
            " INTEGER",
            " INT",
            " TEXT",
            " REAL",
            " BLOB",
            " NUMERIC",
            " VARCHAR(20)",
            " DOUBLE PRECISION",
            " DECIMAL(10, 2)",
            " FLOATING POINT",
            " STRING",
            " \"INTEGER\"",
            " BOOLEAN NOT NULL DEFAULT 1");
    private static final List<String> DEFAULTS = List.of(
            "",
            " DEFAULT 7",
            " DEFAULT -3",
            " DEFAULT '12'",
            " DEFAULT 'x''y'",
            " DEFAULT 1.5",
            " DEFAULT NULL",
            " DEFAULT x'00FF'",
            " DEFAULT (5)",
            " DEFAULT 0x10",
            " DEFAULT \"word\"",
            " DEFAULT +2e3");

    private final Random random;
    private final StringBuilder script = new StringBuilder();
    private final List<Made> tables = new ArrayList<>();
    private final boolean hasLog;

    /// A table that was made.
    ///
    /// @param order by which SQLite is to print its rows
    record Made(String name, List<String> columns, String order) {}

    RandomDatabase(long seed) {
        this.random = new Random(seed);
        this.hasLog = random.nextInt(3) == 0;
        begin();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            table("t" + i);
        }
        if (hasLog) {
            script.append("PRAGMA wal_checkpoint;\n");
        }
        tables.forEach(this::change);
        if (!hasLog && random.nextInt(4) == 0) {
            script.append("VACUUM;\n");
        }
    }

    boolean hasLog() {
        return hasLog;
    }

    List<Made> tables() {
        return tables;
    }

    String script() {
        return script.toString();
    }

    private void begin() {
        int reserved = random.nextInt(4) == 0 ? random.nextInt(33) : 0;
        if (reserved > 0) {
            script.append(".filectrl reserve_bytes ").append(reserved).append('\n');
        }
        script.append("PRAGMA page_size=").append(512 << random.nextInt(8)).append(";\n");
        script.append("PRAGMA encoding='")
                .append(pick(List.of("UTF-8", "UTF-8", "UTF-16le", "UTF-16be")))
                .append("';\n");
        script.append("PRAGMA auto_vacuum=").append(random.nextInt(3)).append(";\n");
        if (hasLog) {
            script.append(".dbconfig no_ckpt_on_close on\nPRAGMA journal_mode=WAL;\nPRAGMA wal_autocheckpoint=0;\n");
        }
    }

    private void table(String name) {
        var columns = new ArrayList<String>();
        var sql = new StringBuilder("CREATE TABLE " + name + "(");
        boolean isNumbered = random.nextInt(4) > 0;
        int count = 1 + random.nextInt(random.nextInt(5) == 0 ? 60 : 6);
        for (int i = 0; i < count; i++) {
            columns.add("c" + i);
            boolean isKey = i == 0 && isNumbered && random.nextBoolean();
            sql.append(i == 0 ? "" : ", ").append(quoted("c" + i));
            sql.append(
                    isKey
                            ? pick(List.of(
                                    " INTEGER PRIMARY KEY",
                                    " INTEGER PRIMARY KEY DESC",
                                    " INT PRIMARY KEY",
                                    " \"INTEGER\" PRIMARY KEY",
                                    " integer constraint k primary key autoincrement",
                                    " INTEGER /* x */ CONSTRAINT \"a(\" PRIMARY KEY ASC"))
                            : pick(TYPES));
        }
        if (random.nextInt(3) == 0) {
            sql.append(", g AS (1+1)").append(pick(List.of("", " STORED", " VIRTUAL")));
            boolean isStored = sql.toString().endsWith("STORED");
            if (isStored) {
                columns.add("g");
            }
            sql.append(", after");
            columns.add("after");
        }
        sql.append(isNumbered ? ")" : ", PRIMARY KEY(" + keys(count) + ")) WITHOUT ROWID");
        script.append(sql).append(";\n");
        tables.add(new Made(name, columns, isNumbered ? "rowid" : ""));
        if (random.nextInt(3) == 0) {
            script.append("CREATE INDEX i")
                    .append(name)
                    .append(" ON ")
                    .append(name)
                    .append("(c0);\n");
        }
        insert(tables.getLast());
    }

    /// A unique number in the first column makes the key unique.
    private String keys(int count) {
        return count > 2 && random.nextBoolean() ? "c1 DESC, c0, C1" : "c0";
    }

    private String quoted(String name) {
        return pick(List.of(name, "\"" + name + "\"", "[" + name + "]", "`" + name + "`", "'" + name + "'"));
    }

    private void insert(Made table) {
        int rows = random.nextInt(random.nextInt(4) == 0 ? 1500 : 60);
        var columns =
                table.columns().stream().filter(column -> !column.equals("g")).toList();
        script.append("BEGIN;\n");
        for (int i = 0; i < rows; i++) {
            script.append("INSERT OR IGNORE INTO ").append(table.name()).append('(');
            script.append(String.join(",", columns)).append(") VALUES(");
            for (int c = 0; c < columns.size(); c++) {
                script.append(c == 0 ? "" + key(i) : "," + value(rows));
            }
            script.append(");\n");
        }
        script.append("COMMIT;\n");
    }

    private long key(int i) {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextLong() >> random.nextInt(60);
            case 1 -> -i;
            default -> i;
        };
    }

    private String value(int rows) {
        return switch (random.nextInt(10)) {
            case 0 -> "NULL";
            case 1 -> "" + (random.nextLong() >> random.nextInt(64));
            case 2 -> "" + random.nextInt(-1, 3);
            case 3 -> "" + random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20));
            case 4 -> random.nextInt(100) + ".0";
            case 5 -> "'" + random.nextInt(1000) + "'";
            case 6 -> "x'" + HexFormat.of().formatHex(bytes(length(rows))) + "'";
            case 7 -> "CAST(x'" + HexFormat.of().formatHex(bytes(random.nextInt(8))) + "' AS TEXT)";
            default -> "'" + text(length(rows)) + "'";
        };
    }

    private int length(int rows) {
        return switch (random.nextInt(rows > 100 ? 40 : 8)) {
            case 0 -> random.nextInt(5_000);
            case 1 -> random.nextInt(600);
            case 2 -> rows < 20 ? random.nextInt(200_000) : 0;
            default -> random.nextInt(20);
        };
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.appendCodePoint(
                    random.nextInt(20) == 0
                            ? 0x1F600 + random.nextInt(50)
                            : "abc əşığğ чат \n|".charAt(random.nextInt(16)));
        }
        return text.toString();
    }

    private void change(Made table) {
        if (random.nextBoolean()) {
            script.append("DELETE FROM ").append(table.name()).append(some(table, 3));
        }
        if (random.nextInt(3) == 0) {
            script.append("ALTER TABLE ")
                    .append(table.name())
                    .append(" ADD COLUMN added")
                    .append(pick(TYPES.subList(0, 11)));
            script.append(pick(DEFAULTS)).append(";\n");
            table.columns().add("added");
            insert(table);
        }
        if (table.columns().contains("after") && random.nextInt(3) == 0) {
            script.append("ALTER TABLE ").append(table.name()).append(" DROP COLUMN after;\n");
            table.columns().remove("after");
        }
        if (random.nextInt(3) == 0) {
            script.append("ALTER TABLE ").append(table.name()).append(" RENAME COLUMN c0 TO \"first \"\"one\";\n");
            table.columns().set(0, "first \"\"one");
        }
        if (random.nextInt(3) == 0) {
            script.append("UPDATE ")
                    .append(table.name())
                    .append(" SET ")
                    .append('"')
                    .append(table.columns().get(0));
            script.append("\"=\"").append(table.columns().get(0)).append("\"" + some(table, 5));
        }
    }

    /// About one row of so many.
    private static String some(Made table, int of) {
        var hex = "hex(\"" + table.columns().getFirst() + "\")";
        return " WHERE (length(" + hex + ") + unicode(substr(" + hex + ", -1))) % " + of + " = 0;\n";
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
