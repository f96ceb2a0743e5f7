package org.taniq.base.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The parts of which files of pictures, sounds and films are made, one after the other (PNG 1.2; JPEG,
/// ITU T.81; GIF89a; RIFF; ISO/IEC 14496-12). A length that leads beyond the end ends there.
public final class Parts {
    private static final int HEAD = 8;

    private static final int LARGE_HEAD = 16;

    /// What a JPEG or GIF shows, packed.
    public static final String PIXELS = "pixels";

    private static final int MARKER = 0xFF;
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;

    private Parts() {}

    /// The chunks of a PNG, behind its signature.
    public static <E extends Exception> void ofPng(Octets file, Part.Taker<E> taker) throws E {
        long at = HEAD;
        while (at + HEAD < file.length()) {
            long end = at + HEAD + file.u32(at);
            taker.take(new Part(name(file, at + 4), at + HEAD, end));
            at = end + 4;
        }
    }

    /// The chunks of a RIFF from this byte on; its numbers have their least byte first.
    public static <E extends Exception> void ofRiff(Octets file, long from, Part.Taker<E> taker) throws E {
        long at = from;
        while (at + HEAD < file.length()) {
            long end = at + HEAD + file.u32(at + 4);
            taker.take(new Part(name(file, at), at + HEAD, end));
            at = end + (end & 1);
        }
    }

    /// The boxes of an ISO file between these bytes.
    public static <E extends Exception> void ofBoxes(Octets file, long from, long to, Part.Taker<E> taker) throws E {
        long end = Math.min(to, file.length());
        long at = from;
        while (at + HEAD <= end) {
            long stated = file.u32(at);
            boolean large = stated == 1;
            long size = large ? file.u64(at + HEAD) : stated == 0 ? end - at : stated;
            int head = large ? LARGE_HEAD : HEAD;
            if (size < head || size > end - at) {
                size = end - at;
            }
            taker.take(new Part(name(file, at + 4), at + head, at + size));
            at += size;
        }
    }

    /// The segments of a JPEG, named by the character of their number, and behind each scan its [#PIXELS].
    ///
    /// @return where it ends
    public static <E extends Exception> long ofJpeg(Octets file, Part.Taker<E> taker) throws E {
        long at = 2;
        while (at + 4 <= file.length() && file.u8(at) == MARKER && file.u8(at + 1) != END) {
            int number = file.u8(at + 1);
            long next = at + 2 + file.u16(at + 2);
            taker.take(new Part(String.valueOf((char) number), at + 4, next));
            if (number == SCAN) {
                long first = next;
                next = marker(file, first);
                taker.take(new Part(PIXELS, first, next));
            }
            at = padded(file, next);
        }
        return at;
    }

    /// Fill bytes may stand before a marker.
    private static long padded(Octets file, long from) {
        long at = from;
        while (file.u8(at) == MARKER && file.u8(at + 1) == MARKER) {
            at++;
        }
        return at;
    }

    /// Where the pixels end.
    private static long marker(Octets file, long from) {
        long at = from;
        while (at < file.length()) {
            int next = file.u8(at + 1);
            if (file.u8(at) == MARKER && next != 0 && next != MARKER && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
            at++;
        }
        return at;
    }

    /// The extensions of a GIF, named by the character of their label, and its [#PIXELS]; each is blocks that
    /// [#joined] puts together.
    public static <E extends Exception> void ofGif(Octets file, Part.Taker<E> taker) throws E {
        long at = 13 + colours(file.u8(10));
        while (at < file.length() && file.u8(at) != ';') {
            boolean extension = file.u8(at) == '!';
            long blocks = extension ? at + 2 : at + 11 + colours(file.u8(at + 9));
            long next = blocks;
            while (file.u8(next) != 0) {
                next += 1L + file.u8(next);
            }
            next++;
            taker.take(new Part(extension ? String.valueOf((char) file.u8(at + 1)) : PIXELS, blocks, next));
            at = next;
        }
    }

    private static long colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }

    /// What the blocks of a part of a GIF hold: each begins with its length; one of none is the last.
    public static byte[] joined(Octets file, Part part) {
        var data = new ByteArrayOutputStream();
        long at = part.from();
        while (file.u8(at) != 0) {
            data.writeBytes(file.part(at + 1, at + 1 + file.u8(at)));
            at += 1L + file.u8(at);
        }
        return data.toByteArray();
    }

    private static String name(Octets file, long at) {
        return new String(file.part(at, at + 4), StandardCharsets.ISO_8859_1);
    }
}
