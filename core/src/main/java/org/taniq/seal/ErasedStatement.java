package org.taniq.seal;

/// A statement whose values were erased, as another one says.
///
/// @param schema of the statement that was erased: `item/1`, or that of a reading
/// @param by the statement that says so
public record ErasedStatement(Pointer pointer, String schema, Pointer by, Erasure erasure) {
    public boolean isItem() {
        return schema.equals("item/1");
    }

    public boolean isReading() {
        return Schema.isReading(schema);
    }

    /// The day on which it was, as whoever erased it says: `YYYY-MM-DD`.
    public String day() {
        return erasure.stated().day();
    }
}
