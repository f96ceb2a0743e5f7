package org.taniq.read.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What the first bytes of a file say about it: width and height of pictures, subject and date of mail.
/// Only what can be read without unpacking anything; absent where the head does not hold it.
final class Metadata {
    private static final int LONGEST_VALUE = 512;

    private Metadata() {}

    static SequencedMap<String, String> of(String type, byte[] head) {
        var found = new LinkedHashMap<String, String>();
        var bytes = ByteBuffer.wrap(head);
        switch (type) {
            case "image/png" -> png(bytes, found);
            case "image/gif" -> gif(bytes, found);
            case "image/jpeg" -> jpeg(bytes, found);
            case "message/rfc822" -> mail(new String(head, StandardCharsets.UTF_8), found);
            default -> {}
        }
        return found;
    }

    private static void png(ByteBuffer bytes, SequencedMap<String, String> found) {
        if (bytes.capacity() >= 24) {
            size(bytes.getInt(16), bytes.getInt(20), found);
        }
    }

    private static void gif(ByteBuffer bytes, SequencedMap<String, String> found) {
        if (bytes.capacity() >= 10) {
            size(
                    Short.toUnsignedInt(Short.reverseBytes(bytes.getShort(6))),
                    Short.toUnsignedInt(Short.reverseBytes(bytes.getShort(8))),
                    found);
        }
    }

    /// Follows the segments up to the frame header; it may lie beyond the head.
    private static void jpeg(ByteBuffer bytes, SequencedMap<String, String> found) {
        int at = 2;
        while (at + 9 < bytes.capacity() && bytes.get(at) == (byte) 0xFF) {
            int marker = bytes.get(at + 1) & 0xFF;
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                size(Short.toUnsignedInt(bytes.getShort(at + 7)), Short.toUnsignedInt(bytes.getShort(at + 5)), found);
                return;
            }
            at += 2 + Math.max(2, Short.toUnsignedInt(bytes.getShort(at + 2)));
        }
    }

    private static void size(int width, int height, SequencedMap<String, String> found) {
        if (width > 0 && height > 0) {
            found.put("width", Integer.toString(width));
            found.put("height", Integer.toString(height));
        }
    }

    private static void mail(String head, SequencedMap<String, String> found) {
        for (String line : head.split("\r?\n")) {
            if (line.isEmpty()) {
                return;
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
            if (name.equals("subject") || name.equals("date") || name.equals("message-id")) {
                String value = line.substring(colon + 1).strip();
                found.putIfAbsent(name, cut(value));
            }
        }
    }

    /// Never in the middle of a character.
    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE));
    }
}
