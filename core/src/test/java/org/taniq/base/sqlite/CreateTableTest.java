package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.sqlite.Column.Kind;

/// The columns are those that the schema names, however it is written.
final class CreateTableTest {

    private static List<Column> columns(String sql) {
        return CreateTable.of(sql).orElseThrow().shape().columns();
    }

    private static String names(String sql) {
        return columns(sql).stream().map(Column::name).collect(Collectors.joining(","));
    }

    @Test
    void namesMayStandInAnyQuotesAndBetweenComments() {
        assertEquals(
                "a,b c,d]e,f\"g,h,key",
                names("CREATE TABLE /* ( */ \"x(\" ( a -- , not b\n, [b c], `d]e`, \"f\"\"g\", 'h' TEXT, key)"));
    }

    @Test
    void constraintsAreNoColumns() {
        assertEquals(
                "a,b",
                names("CREATE TABLE main.t(a INT CHECK (a IN (1, 2)), b DECIMAL(10, 2) NOT NULL DEFAULT ('x,y'),"
                        + " CONSTRAINT c UNIQUE (a, b) ON CONFLICT REPLACE PRIMARY KEY(a) CHECK (a > b),"
                        + " FOREIGN KEY (a) REFERENCES u(a, b) ON DELETE CASCADE)"));
    }

    /// Also a comment inside: SQLite looks for `INT` in it.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "FOO/*INT*/REAL; FOO/*INT*/REAL",
                "decimal ( 10,2 ) /* x */; decimal ( 10,2 )",
                "\"INTEGER\"; INTEGER",
                "[IN T](5); IN T](5",
                "\"a\"\"b\" 'c'; a\"b"
            })
    void aTypeIsWhatIsWritten(String written, String type) {
        assertEquals(
                type,
                columns("CREATE TABLE t(a " + written + " NOT NULL)").getFirst().type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t(a INTEGER PRIMARY KEY, b)",
                "create temp table if not exists t(a integer constraint k primary key autoincrement, b)",
                "CREATE TABLE t(a \"INTEGER\" PRIMARY KEY ASC, b)",
                "CREATE TABLE t(a INTEGER DEFERRABLE PRIMARY KEY, b)",
                "CREATE TABLE t(a INTEGER NOT NULL, b, PRIMARY KEY(a DESC))",
                "CREATE TABLE t(a INTEGER, b, UNIQUE(b) PRIMARY KEY('A' COLLATE NOCASE))",
                "CREATE TABLE t(a INTEGER, b, PRIMARY KEY((a))) STRICT"
            })
    void oneWholeNumberAsTheKeyIsTheNumberOfTheRow(String sql) {
        assertEquals(Kind.ROW_NUMBER, columns(sql).getFirst().kind());
        assertEquals(Kind.STORED, columns(sql).getLast().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t(a INT PRIMARY KEY, b)",
                "CREATE TABLE t(a INTEGER PRIMARY KEY DESC, b)",
                "CREATE TABLE t(a INTEGER, b, PRIMARY KEY(a, b))",
                "CREATE TABLE t(a INTEGER DEFAULT (PRIMARY KEY), b)",
                "CREATE TABLE t(a INTEGER(5) PRIMARY KEY, b)",
                "CREATE TABLE t(a \"INTEGER\" \"\" PRIMARY KEY, b)",
                "CREATE TABLE t(a INTEGER PRIMARY KEY, b) WITHOUT ROWID"
            })
    void anotherKeyIsAColumnAsOthersAre(String sql) {
        assertTrue(columns(sql).stream().allMatch(column -> column.kind() == Kind.STORED));
    }

    @Test
    void whatIsComputedIsNotInTheRow() {
        var shape = CreateTable.of(
                        "CREATE TABLE t(a, b AS (a), c GENERATED ALWAYS AS (a) STORED, d INT AS (a) VIRTUAL, e)")
                .orElseThrow()
                .shape();
        assertEquals(
                List.of(Kind.STORED, Kind.COMPUTED, Kind.STORED, Kind.COMPUTED, Kind.STORED),
                shape.columns().stream().map(Column::kind).toList());
        assertEquals(
                List.of(0, -1, 1, -1, 2),
                List.of(shape.place(0), shape.place(1), shape.place(2), shape.place(3), shape.place(4)));
    }

    @Test
    void withoutRowNumbersTheKeyStandsFirst() {
        var read = CreateTable.of("CREATE TABLE t(a, b, c, PRIMARY KEY(c DESC, [b], c)) STRICT, WITHOUT ROWID")
                .orElseThrow();
        assertEquals(Tree.Kind.INDEX, read.kind());
        assertEquals(
                List.of(2, 1, 0),
                List.of(
                        read.shape().place(0),
                        read.shape().place(1),
                        read.shape().place(2)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "INTEGER DEFAULT '5', Int[number=5]",
                "INTEGER DEFAULT -9223372036854775808, Int[number=-9223372036854775808]",
                "INTEGER DEFAULT 9223372036854775808, Real[number=9.223372036854776E18]",
                "INTEGER DEFAULT 1e18, Int[number=1000000000000000000]",
                "TEXT DEFAULT 1.50, Text[text=1.50]",
                "TEXT DEFAULT 0x10, Text[text=16]",
                "REAL DEFAULT 2, Real[number=2.0]",
                "BLOB DEFAULT ((2.0)), Int[number=2]",
                "DEFAULT 'it''s' NOT NULL, Text[text=it's]",
                "DEFAULT NULL, Null[]",
                "NOT NULL, Null[]",
                "BOOLEAN DEFAULT true, Int[number=1]",
                "TEXT DEFAULT TRUE, Default[sql=TRUE]",
                "DEFAULT CURRENT_TIMESTAMP, Default[sql=CURRENT_TIMESTAMP]",
                "DEFAULT (1 + 2), Default[sql=( 1 + 2 )]"
            })
    void whatStandsForAMissingValueIsAsTheColumnHoldsIt(String column, String missing) {
        assertEquals(
                missing,
                columns("CREATE TABLE t(a " + column + ")").getFirst().missing().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CREATE",
                "CREATE TABLE",
                "CREATE TABLE t",
                "CREATE TABLE t(",
                "CREATE TABLE t()",
                "CREATE TABLE t(a",
                "CREATE VIEW t(a) AS SELECT 1",
                "CREATE TABLE t(PRIMARY KEY(a))",
                "(a)",
                "CREATE TABLE t(a 'b)"
            })
    void whatIsNoTableHasNoColumns(String sql) {
        assertEquals(Optional.empty(), CreateTable.of(sql));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aMillionLettersMadeToTakeLongDoNot() {
        for (var part : List.of(
                "(", "'", "\"", "[", "/*", "--", "a,", "a(", "),", "a default(", "x'", "primary key(", "..e+")) {
            CreateTable.of("CREATE TABLE t(a " + part.repeat((1 << 20) / part.length()));
            CreateTable.of("CREATE TABLE t(a " + part.repeat(30_000) + ")".repeat(30_000));
            CreateTable.of("CREATE TABLE t(a, CHECK(" + part.repeat(80_000) + ")".repeat(80_001) + ")");
        }
        var many = "a" + ", a".repeat(32_000);
        CreateTable.of("CREATE TABLE t(" + many + ", PRIMARY KEY(" + many + "))");
    }
}
