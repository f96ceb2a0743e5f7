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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// What came out of a stream, in pieces of one size but for the last: one array would be there twice while it
    /// grows.
    private record InPieces(List<ByteBuffer> pieces, long size) implements Origin {}

    /// Some of other bytes.
    private record Part(Bytes whole, long from, long size) implements Origin {}

    private static final int PIECE = 1 << 20;

    /// The bytes of a file.
    public static Bytes of(Path file) {
        return new Bytes(new Stored(file));
    }

    /// A copy of the array.
    public static Bytes of(byte[] content) {
        return new Bytes(new Held(ByteBuffer.wrap(content.clone()).asReadOnlyBuffer()));
    }

    /// All of a stream, held in memory; nothing where it has more than so many bytes.
    public static Optional<Bytes> held(InputStream in, long most) throws IOException {
        var pieces = new ArrayList<ByteBuffer>();
        long size = 0;
        byte[] piece;
        do {
            piece = in.readNBytes(PIECE);
            size += piece.length;
            if (size > most) {
                return Optional.empty();
            }
            pieces.add(ByteBuffer.wrap(piece).asReadOnlyBuffer());
        } while (piece.length == PIECE);
        return Optional.of(new Bytes(new InPieces(List.copyOf(pieces), size)));
    }

    /// Those from `from` on, so many as there are up to `size`, where they lie.
    public Bytes part(long from, long size) throws IOException {
        long begin = Math.clamp(from, 0, size());
        return new Bytes(new Part(this, begin, Math.clamp(size, 0, size() - begin)));
    }

    public long size() throws IOException {
        return switch (origin) {
            case Part(Bytes _, long _, long size) -> size;
            case Stored(Path path) -> Files.size(path);
            case Held(ByteBuffer content) -> content.capacity();
            case InPieces(List<ByteBuffer> _, long size) -> size;
        };
    }

    /// A stream from the first byte on.
    public InputStream open() throws IOException {
        return switch (origin) {
            case Part _, InPieces _ -> new CursorStream(cursor());
            case Stored(Path path) -> Channels.newInputStream(FileChannel.open(path));
            case Held(ByteBuffer content) -> new ByteArrayInputStream(array(content));
        };
    }

    /// For reading from any place.
    public Cursor cursor() throws IOException {
        return switch (origin) {
            case Part(Bytes whole, long from, long size) -> new PartCursor(whole.cursor(), from, size);
            case Stored(Path path) -> new FileCursor(FileChannel.open(path));
            case Held(ByteBuffer content) -> new HeldCursor(content);
            case InPieces(List<ByteBuffer> pieces, long size) -> new PiecesCursor(pieces, size);
        };
    }

    /// The next byte of a stream that knows how to read many, or -1 at its end.
    public static int one(InputStream in) throws IOException {
        var one = new byte[1];
        return in.read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /// Reads so many bytes and drops them, of a stream that can only be read; how many there were.
    public static long skipped(InputStream in, long wanted) throws IOException {
        var dropped = new byte[1 << 13];
        long left = wanted;
        while (left > 0) {
            int got = in.read(dropped, 0, (int) Math.min(dropped.length, left));
            if (got < 0) {
                break;
            }
            left -= got;
        }
        return Math.max(0, wanted) - Math.max(0, left);
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

    private record PartCursor(Cursor whole, long from, long size) implements Cursor {
        @Override
        public int read(long at, ByteBuffer into) throws IOException {
            int length = Math.clamp(size - at, 0, into.remaining());
            if (length == 0) {
                return 0;
            }
            var some = into.slice(into.position(), length);
            int got = whole.read(from + at, some);
            into.position(into.position() + got);
            return got;
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }

    private static final class CursorStream extends InputStream {
        private final Cursor cursor;
        private long at;

        private CursorStream(Cursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public int read() throws IOException {
            return one(this);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = length == 0 ? 0 : cursor.read(at, ByteBuffer.wrap(into, from, length));
            at += got;
            return got == 0 && length > 0 ? -1 : got;
        }

        @Override
        public void close() throws IOException {
            cursor.close();
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

    private record PiecesCursor(List<ByteBuffer> pieces, long size) implements Cursor {
        @Override
        public int read(long at, ByteBuffer into) {
            int total = 0;
            while (into.hasRemaining() && at + total < size) {
                var piece = pieces.get((int) ((at + total) / PIECE));
                int from = (int) ((at + total) % PIECE);
                int length = Math.min(piece.capacity() - from, into.remaining());
                into.put(piece.slice(from, length));
                total += length;
            }
            return total;
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
