package org.taniq.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.taniq.base.Bytes;

/// Evidence as it is acquired: bytes, unchanged, and what is known about them before anybody has read them.
///
/// @param name the file's name, without folders; a character that the file system could not decode is
///     U+FFFD
/// @param modified the time that the file system claims
/// @param content the bytes as they are sealed
/// @param bytes the same bytes, for reading them again after they are sealed
public record Item(String name, Instant modified, Custody custody, Content content, Bytes bytes) {

    /// Opens the bytes. The stream fails if they change while they are read.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
