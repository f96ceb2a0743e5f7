package org.taniq.base.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of a picture and numbers in them; what lies behind their end is 0 or empty.
public final class Octets {
    private final byte[] bytes;
    private final boolean little;

    private Octets(byte[] bytes, boolean little) {
        this.bytes = bytes;
        this.little = little;
    }

    /// With the first byte of a number the greatest.
    public static Octets big(byte[] bytes) {
        return new Octets(bytes, false);
    }

    /// With the first byte of a number the least.
    public static Octets little(byte[] bytes) {
        return new Octets(bytes, true);
    }

    public int length() {
        return bytes.length;
    }

    public int u8(long at) {
        return at >= 0 && at < bytes.length ? bytes[(int) at] & 0xFF : 0;
    }

    public int u16(long at) {
        return little ? u8(at) | u8(at + 1) << 8 : u8(at) << 8 | u8(at + 1);
    }

    public long u32(long at) {
        return little ? u16(at) | (long) u16(at + 2) << 16 : (long) u16(at) << 16 | u16(at + 2);
    }

    public long u64(long at) {
        return little ? u32(at) | u32(at + 4) << 32 : u32(at) << 32 | u32(at + 4);
    }

    public byte[] part(long from, long to) {
        int end = Math.clamp(to, 0, bytes.length);
        int start = Math.clamp(from, 0, end);
        return Arrays.copyOfRange(bytes, start, end);
    }

    public boolean stands(String latin, long at) {
        for (int i = 0; i < latin.length(); i++) {
            if (at + i >= bytes.length || u8(at + i) != latin.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Where a text stands next, or the end.
    public int next(String latin, long from) {
        long at = from;
        while (at < bytes.length && !stands(latin, at)) {
            at++;
        }
        return (int) Math.min(at, bytes.length);
    }

    public String latin() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
