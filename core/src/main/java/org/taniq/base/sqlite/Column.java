package org.taniq.base.sqlite;

import java.util.stream.Stream;

/// A column of a table, as the schema says.
///
/// @param type as it is written there; empty where it is not
/// @param missing what stands for it in a row that was written before the table got this column
public record Column(String name, String type, Kind kind, Value missing) {

    /// Where its values are.
    public enum Kind {
        /// In the row.
        STORED,
        /// Its value is the number of the row.
        ROW_NUMBER,
        /// Nowhere: it is computed out of others when it is asked for, which is not done here.
        COMPUTED
    }

    /// What SQLite makes of a value that it is given for a column of a type (datatypes of SQLite, 3.1).
    enum Affinity {
        INTEGER,
        TEXT,
        BLOB,
        REAL,
        NUMERIC;

        static Affinity of(String type) {
            var lower = Ascii.lower(type);
            if (lower.contains("int")) {
                return INTEGER;
            }
            if (Stream.of("char", "clob", "text").anyMatch(lower::contains)) {
                return TEXT;
            }
            if (type.isEmpty() || lower.contains("blob")) {
                return BLOB;
            }
            return Stream.of("real", "floa", "doub").anyMatch(lower::contains) ? REAL : NUMERIC;
        }
    }

    /// The value that a stored one stands for: SQLite stores 2.0 as 2.
    Value shown(Value stored) {
        return stored instanceof Value.Int(long number) && Affinity.of(type) == Affinity.REAL
                ? new Value.Real(number)
                : stored;
    }
}
