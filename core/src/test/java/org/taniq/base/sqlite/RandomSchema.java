package org.taniq.base.sqlite;

import java.util.List;
import java.util.Random;

/// Statements that make a table and a row, put together by chance out of what SQL has and of what looks like it; much
/// of it SQLite refuses.
final class RandomSchema {
    private static final List<String> SPACES = List.of(
            " ", " ", " ", " ", "\t", "\n", "\r\f", " \u000B", "\uFEFF", " \uFEFF ", "/**/", " /* , ( */ ", " -- )\n");
    private static final List<String> ODD = List.of("\u2003", "\u00A0", "\u212A", "\u017F", "\u0131", "");
    private static final List<String> NAMES =
            List.of("a", "b", "\"c\"\"\"", "[d e]", "`f`", "'g'", "chec\u212A", "\u212Aey", "h\uFEFF", "key", "\u0130");
    private static final List<String> TYPES = List.of(
            "",
            "",
            "INTEGER",
            "integer",
            "\"INTEGER\"",
            "\u0131nteger",
            "INT",
            "TEXT",
            "REAL",
            "BLOB",
            "ANY",
            "FLOATING POINT",
            "DECIMAL(10, 2)",
            "VARCHAR ( 5 )",
            "te\u017Ft",
            "doub\u2003le");
    private static final List<String> CONSTRAINTS = List.of(
            "",
            "",
            "",
            "PRIMARY KEY",
            "PRIMARY KEY ASC",
            "PRIMARY KEY DESC",
            "NOT NULL DEFAULT 3",
            "DEFAULT '5.0'",
            "DEFAULT \"5\"",
            "DEFAULT (1)",
            "UNIQUE",
            "CHECK (1 OR (2))",
            "COLLATE NOCASE",
            "AS (1)",
            "GENERATED ALWAYS AS (2) STORED",
            "AS ((3)) VIRTUAL",
            "CONSTRAINT n NULL",
            "DEFERRABLE PRIMARY KEY",
            "DEFAULT 1e18",
            "DEFAULT '-1e18'",
            "DEFAULT 9.3e18",
            "REFERENCES x(y) ON DELETE CASCADE");
    private static final List<String> OF_TABLE = List.of(
            "",
            "",
            "",
            ", PRIMARY KEY(a)",
            ", PRIMARY KEY(a, b)",
            ", PRIMARY KEY(b DESC, a, B)",
            ", CONSTRAINT n UNIQUE(a) PRIMARY KEY(b)",
            ", CHECK(a IS NULL OR b IS NOT NULL OR (1))");
    private static final List<String> OPTIONS =
            List.of("", "", "", "WITHOUT ROWID", "without\trowid", "STRICT", "STRICT, WITHOUT ROWID");

    private final Random random;

    RandomSchema(Random random) {
        this.random = random;
    }

    String script(String table) {
        var sql = new StringBuilder("CREATE TABLE" + " ")
                .append(table)
                .append(space())
                .append('(');
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            sql.append(i == 0 ? "" : "," + space())
                    .append(pick(NAMES.subList(i < 2 ? i : 2, i < 2 ? i + 1 : NAMES.size())));
            sql.append(space())
                    .append(pick(TYPES))
                    .append(space())
                    .append(pick(CONSTRAINTS))
                    .append(space());
            sql.append(pick(CONSTRAINTS));
        }
        sql.append(count > 1 ? pick(OF_TABLE) : "")
                .append(space())
                .append(')')
                .append(space())
                .append(pick(OPTIONS));
        sql.append(";\nINSERT OR IGNORE INTO ")
                .append(table)
                .append("(a) VALUES(")
                .append(pick(VALUES))
                .append(')');
        sql.append(";\nINSERT OR IGNORE INTO ").append(table).append("(a, b) VALUES(1.0, '2.0')");
        sql.append(";\nALTER TABLE ")
                .append(table)
                .append(" ADD COLUMN z")
                .append(space())
                .append(pick(TYPES));
        return sql.append(space()).append(pick(CONSTRAINTS)).toString();
    }

    private static final List<String> VALUES = List.of("1", "2.0", "'text'", "'5'", "NULL", "x'00'", "1e300");

    private String space() {
        return random.nextInt(40) == 0 ? pick(ODD) + " " : pick(SPACES);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
