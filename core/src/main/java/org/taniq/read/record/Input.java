package org.taniq.read.record;

import java.io.IOException;
import java.io.InputStream;

/// What a parser is given: bytes that can be opened again and again.
///
/// @param name the file name, a hint only
/// @param bytes the content
/// @param beside the files that lie beside it in the same archive
public record Input(String name, Content bytes, Beside beside) {

    /// A file by itself.
    public static Input alone(String name, Content bytes) {
        return new Input(name, bytes, _ -> Attachment.State.MISSING);
    }

    /// The files beside one that is read.
    @FunctionalInterface
    public interface Beside {
        /// What is there of a file that a record names so.
        Attachment.State of(String name);
    }

    /// Opens the content from its first byte; each stream is independent of the others.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
