package org.taniq.base;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes that may be larger than memory, can be opened many times and read from any place. They are not copied: a
/// file that changes meanwhile gives other bytes.
public final class Bytes {
    private final Origin origin;

    private Bytes(Origin origin) {
        this.origin = origin;
    }

    private sealed interface Origin {}

    private record Stored(Path path) implements Origin {}

    private record Held(ByteBuffer content) implements Origin {}

    /// The bytes of a file.
    public static Bytes of(Path file) {
        return new Bytes(new Stored(file));
    }

    /// A copy of the array.
    public static Bytes of(byte[] content) {
        return new Bytes(new Held(ByteBuffer.wrap(content.clone()).asReadOnlyBuffer()));
    }

    public long size() throws IOException {
        return switch (origin) {
            case Stored(Path path) -> Files.size(path);
            case Held(ByteBuffer content) -> content.capacity();
        };
    }

    /// From the first byte on.
    public InputStream open() throws IOException {
        return switch (origin) {
            case Stored(Path path) -> Channels.newInputStream(FileChannel.open(path));
            case Held(ByteBuffer content) -> new ByteArrayInputStream(array(content));
        };
    }

    private static byte[] array(ByteBuffer content) {
        var copy = new byte[content.capacity()];
        content.get(0, copy);
        return copy;
    }
}
