package org.taniq.base;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes that may be larger than memory, can be opened many times and read from any place. They are not
/// copied: a file that changes meanwhile gives other bytes.
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

    /// A stream from the first byte on.
    public InputStream open() throws IOException {
        return switch (origin) {
            case Stored(Path path) -> Channels.newInputStream(FileChannel.open(path));
            case Held(ByteBuffer content) -> new ByteArrayInputStream(array(content));
        };
    }

    /// For reading from any place.
    public Cursor cursor() throws IOException {
        return switch (origin) {
            case Stored(Path path) -> new FileCursor(FileChannel.open(path));
            case Held(ByteBuffer content) -> new HeldCursor(content);
        };
    }

    /// The next byte of a stream that knows how to read many, or -1 at its end.
    public static int one(InputStream in) throws IOException {
        var one = new byte[1];
        return in.read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /// Reads from any place; may be used by many threads at once.
    public sealed interface Cursor extends Closeable {
        /// Fills the buffer from the byte at `at` on, as far as there are bytes, and says how many it read.
        int read(long at, ByteBuffer into) throws IOException;

        /// How many bytes there are now.
        long size() throws IOException;

        @Override
        void close() throws IOException;
    }

    private record FileCursor(FileChannel channel) implements Cursor {
        @Override
        public int read(long at, ByteBuffer into) throws IOException {
            int total = 0;
            while (into.hasRemaining()) {
                int got = channel.read(into, at + total);
                if (got < 0) {
                    break;
                }
                total += got;
            }
            return total;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private record HeldCursor(ByteBuffer content) implements Cursor {
        @Override
        public int read(long at, ByteBuffer into) {
            int left = (int) Math.max(0, content.capacity() - at);
            int length = Math.min(left, into.remaining());
            if (length > 0) {
                into.put(content.slice((int) at, length));
            }
            return length;
        }

        @Override
        public long size() {
            return content.capacity();
        }

        @Override
        public void close() {}
    }

    private static byte[] array(ByteBuffer content) {
        var copy = new byte[content.capacity()];
        content.get(0, copy);
        return copy;
    }
}
