package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The bytes of the ZIP format (APPNOTE.TXT 6.3.10) that this container uses.
final class Zip {
    static final int LOCAL = 30;
    static final int CENTRAL = 46;
    static final int END = 22;

    private Zip() {}

    /// @param at the offset of the local header
    record Entry(String name, long crc, long size, long at) {
        long data() {
            return at + LOCAL + name.length();
        }
    }

    static long end(Entry entry) {
        return entry.data() + entry.size();
    }

    static long total(List<Entry> entries) {
        long central = entries.stream()
                .mapToLong(entry -> CENTRAL + entry.name().length())
                .sum();
        return (entries.isEmpty() ? 0 : end(entries.getLast())) + central + END;
    }

    static byte[] local(Entry entry) {
        return new Bytes(LOCAL + entry.name().length())
                .four(0x04034b50)
                .common(entry)
                .text(entry.name())
                .array();
    }

    static byte[] directory(List<Entry> entries) {
        long from = entries.isEmpty() ? 0 : end(entries.getLast());
        int length = (int) (total(entries) - from);
        var bytes = new Bytes(length);
        for (var entry : entries) {
            bytes.four(0x02014b50)
                    .two(20)
                    .common(entry)
                    .two(0)
                    .two(0)
                    .two(0)
                    .four(0)
                    .four(entry.at())
                    .text(entry.name());
        }
        return bytes.four(0x06054b50)
                .two(0)
                .two(0)
                .two(entries.size())
                .two(entries.size())
                .four(length - END)
                .four(from)
                .two(0)
                .array();
    }

    /// Little-endian numbers into a fixed array.
    private static final class Bytes {
        private final ByteBuffer buffer;

        private Bytes(int length) {
            buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }

        private Bytes two(int value) {
            buffer.putShort((short) value);
            return this;
        }

        private Bytes four(long value) {
            buffer.putInt((int) value);
            return this;
        }

        private Bytes text(String ascii) {
            buffer.put(ascii.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        /// Version needed to extra length: the part that both headers have.
        private Bytes common(Entry entry) {
            two(20).two(0).two(0).two(0).two(33).four(entry.crc());
            return four(entry.size())
                    .four(entry.size())
                    .two(entry.name().length())
                    .two(0);
        }

        private byte[] array() {
            return buffer.array();
        }
    }
}
