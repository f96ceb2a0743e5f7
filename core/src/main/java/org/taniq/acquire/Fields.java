package org.taniq.acquire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.taniq.base.Bytes;

/// Little-endian numbers out of a place in a file; bytes beyond its end, or before its beginning, are 0.
final class Fields {
    private final Bytes.Cursor cursor;
    private ByteBuffer buffer = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    private int got;

    Fields(Bytes.Cursor cursor) {
        this.cursor = cursor;
    }

    /// Reads `length` bytes from `at` on.
    Fields at(long at, int length) throws IOException {
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }
        java.util.Arrays.fill(buffer.array(), 0, length, (byte) 0);
        buffer.clear().limit(length);
        got = at < 0 || at >= cursor.size() ? 0 : cursor.read(at, buffer);
        buffer.limit(buffer.capacity());
        return this;
    }

    /// How many bytes there were.
    int length() {
        return got;
    }

    int u16(int i) {
        return buffer.getShort(i) & 0xFFFF;
    }

    long u32(int i) {
        return buffer.getInt(i) & 0xFFFFFFFFL;
    }

    long u64(int i) {
        return buffer.getLong(i);
    }

    byte[] bytes(int from, int length) {
        var bytes = new byte[length];
        buffer.get(from, bytes);
        return bytes;
    }
}
