package org.taniq.base.sqlite;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taniq.base.Bytes;

/// Makes databases by hand, page for page, right ones and wrong ones; shares nothing with the reader.
final class CraftedDatabase {
    static final int SIZE = 512;

    private final List<byte[]> pages = new ArrayList<>();

    /// One table `t(a)`, whose first page is the second of the file.
    CraftedDatabase() {
        this(cell(1, record("table", "t", "t", 2, "CREATE TABLE t(a)")));
    }

    CraftedDatabase(byte[]... schema) {
        var page = page(13, 100, 0, schema);
        ByteBuffer.wrap(page)
                .put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) SIZE)
                .put(new byte[] {1, 1, 0, 64, 32, 32})
                .putInt(44, 4)
                .putInt(56, 1);
        pages.add(page);
    }

    CraftedDatabase with(byte[] page) {
        pages.add(page);
        return this;
    }

    Bytes bytes() {
        var all = new ByteArrayOutputStream();
        pages.forEach(all::writeBytes);
        return Bytes.of(all.toByteArray());
    }

    static byte[] leaf(byte[]... cells) {
        return page(13, 0, 0, cells);
    }

    /// @param right the page after the last cell
    static byte[] interior(long right, byte[]... cells) {
        return page(5, 0, right, cells);
    }

    /// Cells lie from the end of the page to its beginning.
    private static byte[] page(int type, int head, long right, byte[]... cells) {
        var page = ByteBuffer.allocate(SIZE);
        int slot = head + (type == 13 ? 8 : 12);
        int at = SIZE;
        for (var cell : cells) {
            at -= Math.max(4, cell.length);
            page.put(at, cell).putShort(slot, (short) at);
            slot += 2;
        }
        page.put(head, (byte) type).putShort(head + 3, (short) cells.length).putShort(head + 5, (short) at);
        if (type == 5) {
            page.putInt(head + 8, (int) right);
        }
        return page.array();
    }

    static byte[] branch(long child, long key) {
        return joined(ByteBuffer.allocate(4).putInt((int) child).array(), varint(key));
    }

    /// A cell of a row that lies on its page as a whole.
    static byte[] cell(long number, byte[] record) {
        return joined(varint(record.length), varint(number), record);
    }

    /// A cell of a row that overflows.
    ///
    /// @param length what it says of the length of its row
    static byte[] cell(long number, long length, byte[] local, long overflow) {
        return joined(
                varint(length),
                varint(number),
                local,
                ByteBuffer.allocate(4).putInt((int) overflow).array());
    }

    static byte[] overflow(long next, byte[] bytes) {
        return Arrays.copyOf(joined(ByteBuffer.allocate(4).putInt((int) next).array(), bytes), SIZE);
    }

    /// How much of a row lies on its page.
    static int local(int length) {
        int usable = SIZE;
        int least = (usable - 12) * 32 / 255 - 23;
        int fitting = least + (length - least) % (usable - 4);
        return fitting <= usable - 35 ? fitting : least;
    }

    /// Adds the pages that a row overflows into.
    ///
    /// @param from what of it lies on its own page
    static void chain(CraftedDatabase database, byte[] record, int from, long first) {
        int piece = SIZE - 4;
        long next = first;
        for (int at = from; at < record.length; at += piece) {
            next++;
            boolean isLast = at + piece >= record.length;
            database.with(
                    overflow(isLast ? 0 : next, Arrays.copyOfRange(record, at, Math.min(record.length, at + piece))));
        }
    }

    /// A row of texts and of numbers below 128.
    static byte[] record(Object... values) {
        var head = new ByteArrayOutputStream();
        var body = new ByteArrayOutputStream();
        for (var value : values) {
            if (value instanceof Integer number) {
                head.write(1);
                body.write(number);
            } else {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                head.writeBytes(varint(13 + 2L * text.length));
                body.writeBytes(text);
            }
        }
        int length = head.size() + 1;
        return joined(varint(length > 127 ? length + 1 : length), head.toByteArray(), body.toByteArray());
    }

    static byte[] varint(long number) {
        if (number < 0) {
            byte[] nine = new byte[9];
            for (int i = 0; i < 8; i++) {
                nine[i] = (byte) (0x80 | number >>> 8 + 7 * (7 - i));
            }
            nine[8] = (byte) number;
            return nine;
        }
        int length = 1;
        while (number >>> 7 * length != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >>> 7 * (length - 1 - i) & 0x7F | (i < length - 1 ? 0x80 : 0));
        }
        return bytes;
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
