package org.taniq.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/// What a parser is given: bytes that can be opened again and again.
///
/// @param name the file name, a hint only
/// @param bytes the content
/// @param beside names of the files that lie beside it in the same archive
public record Input(String name, Content bytes, Set<String> beside) {
    public Input {
        beside = Set.copyOf(beside);
    }

    /// Opens the content from its first byte; each stream is independent of the others.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
