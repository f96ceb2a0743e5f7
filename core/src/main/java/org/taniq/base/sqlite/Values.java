package org.taniq.base.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.taniq.base.Bytes;

/// Takes a row apart: a head with the type of each value, then the values (file format, 2.1).
final class Values {
    /// The most columns that SQLite can be built with.
    private static final int MOST = 32_767;

    private static final int BLOBS = 12;

    private final Charset encoding;
    private long[] types = new long[32];

    Values(Charset encoding) {
        this.encoding = encoding;
    }

    /// @throws Unfit if the types do not fit the length
    List<Value> of(Content row) throws Unfit {
        var head = new Scan(row.bytes(), row.from(), row.to());
        long headLength = head.varint();
        if (headLength < head.at() - row.from() || headLength > row.to() - row.from()) {
            throw new Unfit(Damage.Why.RECORD);
        }
        int at = row.from() + (int) headLength;
        int count = types(new Scan(row.bytes(), head.at(), at), at, row.length() - headLength);
        var values = new Value[count];
        for (int i = 0; i < count; i++) {
            long size = size(types[i]);
            int there = (int) Math.min(size, row.to() - at);
            values[i] = there == size ? value(types[i], row.bytes(), at) : cut(types[i], row.bytes(), at, there);
            at += there;
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /// @param end where the types end
    /// @param length of all values, which the types must come to
    private int types(Scan head, int end, long length) throws Unfit {
        int count = 0;
        long left = length;
        while (head.at() < end) {
            if (count == types.length) {
                types = Arrays.copyOf(types, 2 * count);
            }
            long type = head.varint();
            types[count++] = type;
            long size = type < 0 || type == 10 || type == 11 ? Long.MAX_VALUE : size(type);
            if (size > left || count > MOST) {
                throw new Unfit(Damage.Why.RECORD);
            }
            left -= size;
        }
        if (left != 0) {
            throw new Unfit(Damage.Why.RECORD);
        }
        return count;
    }

    private static long size(long type) {
        if (type >= BLOBS) {
            return (type - BLOBS) / 2;
        }
        return switch ((int) type) {
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> 0;
        };
    }

    private Value value(long type, byte[] bytes, int at) {
        if (type >= BLOBS) {
            return content(type, bytes, at, (int) size(type));
        }
        return switch ((int) type) {
            case 0 -> Value.NULL;
            case 7 -> real(number(bytes, at, 8));
            case 8 -> new Value.Int(0);
            case 9 -> new Value.Int(1);
            default -> new Value.Int(number(bytes, at, (int) size(type)));
        };
    }

    private static long number(byte[] bytes, int at, int length) {
        long number = bytes[at];
        for (int i = at + 1; i < at + length; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }

    /// SQLite takes what is no number for NULL.
    private static Value real(long bits) {
        double number = Double.longBitsToDouble(bits);
        return Double.isNaN(number) ? Value.NULL : new Value.Real(number);
    }

    private Value content(long type, byte[] bytes, int at, int length) {
        return type % 2 == 0 ? new Value.Blob(bytes(bytes, at, length)) : text(bytes, at, length);
    }

    private Value text(byte[] bytes, int at, int length) {
        var text = new String(bytes, at, length, encoding);
        return isExact(text, bytes, at, length)
                ? new Value.Text(text)
                : new Value.Garbled(text, bytes(bytes, at, length));
    }

    private boolean isExact(String text, byte[] bytes, int at, int length) {
        return text.indexOf('\uFFFD') < 0 && (encoding.equals(StandardCharsets.UTF_8) || length % 2 == 0)
                || ByteBuffer.wrap(bytes, at, length).equals(ByteBuffer.wrap(text.getBytes(encoding)));
    }

    /// A number that is not whole is none. Of a text, the last letter may be cut in two, and is then left
    /// out.
    private Value cut(long type, byte[] bytes, int at, int there) {
        if (type < BLOBS) {
            return new Value.Cut(Value.NULL, size(type));
        }
        int whole = there;
        while (type % 2 == 1 && whole > Math.max(0, there - 4) && text(bytes, at, whole) instanceof Value.Garbled) {
            whole--;
        }
        boolean isBegun = content(type, bytes, at, whole) instanceof Value.Garbled;
        return new Value.Cut(content(type, bytes, at, isBegun ? there : whole), size(type));
    }

    private static Bytes bytes(byte[] bytes, int at, int length) {
        return Bytes.of(Arrays.copyOfRange(bytes, at, at + length));
    }
}
