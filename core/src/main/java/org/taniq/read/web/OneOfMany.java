package org.taniq.read.web;

import java.io.IOException;
import java.util.Optional;

/// One of many that are read from hostile bytes: where the program breaks down over it, the others are read all the
/// same.
final class OneOfMany {
    private OneOfMany() {}

    /// Reads one.
    @FunctionalInterface
    interface Reader<T> {
        T read() throws IOException;
    }

    /// @return nothing where the program broke down
    static <T> Optional<T> read(Reader<T> reader) throws IOException {
        try {
            return Optional.of(reader.read());
        } catch (RuntimeException | StackOverflowError fault) {
            return Optional.empty();
        }
    }
}
