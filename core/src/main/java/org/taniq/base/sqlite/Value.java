package org.taniq.base.sqlite;

import org.taniq.base.Bytes;

/// A value as it is stored.
public sealed interface Value {
    /// The value NULL.
    Value NULL = new Null();

    /// Nothing.
    record Null() implements Value {}

    record Int(long number) implements Value {}

    record Real(double number) implements Value {}

    /// A text, every character as it is stored, also the character 0.
    record Text(String text) implements Value {}

    /// A text that is not in the encoding of its database.
    ///
    /// @param shown the text with U+FFFD for what is no character
    /// @param bytes as they are stored
    record Garbled(String shown, Bytes bytes) implements Value {}

    record Blob(Bytes bytes) implements Value {}

    /// A text or blob of which only the beginning is there, or is read.
    ///
    /// @param there the beginning, which may be empty
    /// @param length bytes of the whole
    record Cut(Value there, long length) implements Value {}

    /// The row was written before its table got this column, and the schema says what it stands for in
    /// words that are not computed here.
    record Default(String sql) implements Value {}
}
