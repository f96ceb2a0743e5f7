package org.taniq.seal.stamp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is left of a value in DER when the last parts of one value in it are taken away, and all lengths fit.
public final class Cuts {
    private static final int CONSTRUCTED = 0x20;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;

    private Cuts() {}

    /// Each way to cut one value short, down to nothing.
    public static List<byte[]> of(byte[] der) {
        var all = new ArrayList<byte[]>();
        int head = der.length - length(der, 0);
        byte[] body = Arrays.copyOfRange(der, head, der.length);
        boolean holdsParts = (der[0] & CONSTRUCTED) != 0
                || der[0] == OCTETS && body.length > 2 && body[0] == SEQUENCE && end(body, 0) == body.length;
        if (!holdsParts) {
            return all;
        }
        var parts = parts(body);
        for (int i = 0; i < parts.size(); i++) {
            all.add(value(der[0], parts.subList(0, i)));
            for (var cut : of(parts.get(i))) {
                var others = new ArrayList<>(parts);
                others.set(i, cut);
                all.add(value(der[0], others));
            }
        }
        return all;
    }

    private static List<byte[]> parts(byte[] body) {
        var parts = new ArrayList<byte[]>();
        for (int at = 0; at < body.length; at = end(body, at)) {
            parts.add(Arrays.copyOfRange(body, at, end(body, at)));
        }
        return parts;
    }

    private static int end(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first - 0x80) + length(der, at);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int length = first < 0x80 ? first : 0;
        for (int i = 0; i < first - 0x80; i++) {
            length = length << 8 | der[at + 2 + i] & 0xff;
        }
        return length;
    }

    private static byte[] value(byte tag, List<byte[]> parts) {
        var body = new ByteArrayOutputStream();
        parts.forEach(body::writeBytes);
        var value = new ByteArrayOutputStream();
        value.write(tag);
        int length = body.size();
        if (length >= 0x80) {
            value.write(length > 0xff ? 0x82 : 0x81);
            if (length > 0xff) {
                value.write(length >> 8);
            }
        }
        value.write(length);
        value.writeBytes(body.toByteArray());
        return value.toByteArray();
    }
}
