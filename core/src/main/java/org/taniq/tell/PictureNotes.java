package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.tell.Texts.Unsearchable;

/// Reads what is written beside what a picture shows: titles, authors, comments and what a camera notes,
/// also where it is packed (PNG 1.2; JFIF and Exif 2.32; GIF89a; RIFF; XMP part 3). A note that is damaged
/// ends where it is.
final class PictureNotes {
    private static final String EXIF = "Exif\0\0";
    private static final Pattern IN_HEX = Pattern.compile("\\A\\s*\\S+\\s+\\d+\\s([0-9A-Fa-f\\s]{64,})\\z");

    /// Parts of a RIFF that are shown or heard.
    private static final Set<String> SHOWN = Set.of("VP8 ", "VP8L", "ALPH", "data");

    private final Notes notes = new Notes();
    private final ExifNotes exif = new ExifNotes(notes);

    private PictureNotes() {}

    /// @throws Unsearchable where one cannot be unpacked
    static Notes of(byte[] file) throws Unsearchable {
        var reader = new PictureNotes();
        var left = reader.notes.pictures();
        left.add(file);
        while (!left.isEmpty()) {
            reader.read(left.remove());
        }
        return reader.notes;
    }

    private void read(byte[] bytes) throws Unsearchable {
        var file = Octets.big(bytes);
        var pixels = new Pixels(file, notes);
        notes(file, bytes, pixels);
        pixels.done();
    }

    private void notes(Octets file, byte[] bytes, Pixels pixels) throws Unsearchable {
        if (file.stands("\u0089PNG\r\n\u001A\n", 0)) {
            png(file, pixels);
        } else if (file.stands("\u00FF\u00D8\u00FF", 0)) {
            new JpegNotes(file, pixels, notes, exif).read();
        } else if (file.stands("GIF8", 0)) {
            gif(file, pixels);
        } else if (file.stands("RIFF", 0)) {
            riff(Octets.little(bytes), pixels);
        } else if (ExifNotes.begin(file, 0)) {
            exif.exif(bytes);
        } else {
            boxes(file);
        }
    }

    private void png(Octets file, Pixels pixels) throws Unsearchable {
        long at = 8;
        while (at + 8 < file.length()) {
            long data = at + 8;
            long checksum = data + file.u32(at);
            pngChunk(file.part(at + 4, data), Octets.big(file.part(data, checksum)));
            if (file.stands("IDAT", at + 4) || file.stands("fdAT", at + 4)) {
                pixels.are(data, checksum);
            }
            at = checksum + 4;
        }
    }

    private void pngChunk(byte[] type, Octets data) throws Unsearchable {
        switch (new String(type, StandardCharsets.ISO_8859_1)) {
            case "tEXt" -> pngText(data, data.next("\0", 0) + 1L);
            case "zTXt" -> pngPacked(data);
            case "iCCP" -> pngProfile(data);
            case "iTXt" -> pngUnicode(data);
            case "eXIf" -> exif.exif(data.part(0, data.length()));
            default -> {}
        }
    }

    private void pngText(Octets data, long from) throws Unsearchable {
        notes.add(data.part(0, from - 1));
        pngValue(data.part(from, data.length()));
    }

    private void pngPacked(Octets data) throws Unsearchable {
        long keyword = data.next("\0", 0);
        notes.add(data.part(0, keyword));
        pngValue(notes.unpacked(data.part(keyword + 2, data.length())));
    }

    private void pngProfile(Octets data) throws Unsearchable {
        long keyword = data.next("\0", 0);
        notes.add(data.part(0, keyword));
        notes.addOther(notes.unpacked(data.part(keyword + 2, data.length())));
    }

    /// Its keyword, whether it is packed and how, its language, its keyword in that language, the text.
    private void pngUnicode(Octets data) throws Unsearchable {
        long keyword = data.next("\0", 0);
        boolean packed = data.u8(keyword + 1) != 0;
        long language = data.next("\0", keyword + 3);
        long translated = data.next("\0", language + 1);
        notes.add(data.part(0, keyword));
        notes.add(data.part(language + 1, translated));
        byte[] text = data.part(translated + 1, data.length());
        pngValue(packed ? notes.unpacked(text) : text);
    }

    /// A text may be XMP, or anything in hexadecimal digits as ImageMagick writes it.
    private void pngValue(byte[] value) throws Unsearchable {
        String latin = new String(value, StandardCharsets.ISO_8859_1);
        var hex = IN_HEX.matcher(latin);
        if (hex.matches()) {
            exif.any(hex(hex.group(1)));
            return;
        }
        if (XmpNotes.is(latin)) {
            XmpNotes.read(value, notes);
            return;
        }
        notes.add(value);
    }

    private static byte[] hex(String digits) {
        String whole = digits.replaceAll("\\s", "");
        return HexFormat.of().parseHex(whole.substring(0, whole.length() / 2 * 2));
    }

    private void gif(Octets file, Pixels pixels) throws Unsearchable {
        long at = 13 + colours(file.u8(10));
        while (at < file.length() && file.u8(at) != ';') {
            boolean extension = file.u8(at) == '!';
            long blocks = extension ? at + 2 : at + 11 + colours(file.u8(at + 9));
            var data = new ByteArrayOutputStream();
            long next = blocks(file, blocks, data);
            if (extension) {
                gifExtension(file.u8(at + 1), data.toByteArray(), file.part(blocks + 12, next));
            } else {
                pixels.are(blocks, next);
            }
            at = next;
        }
    }

    private static long colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }

    /// Each block begins with its length; one of none is the last.
    private static long blocks(Octets file, long from, ByteArrayOutputStream data) {
        long at = from;
        while (file.u8(at) != 0) {
            data.writeBytes(file.part(at + 1, at + 1 + file.u8(at)));
            at += 1L + file.u8(at);
        }
        return at + 1;
    }

    /// @param raw XMP stands here as it is, without lengths
    private void gifExtension(int label, byte[] data, byte[] raw) throws Unsearchable {
        if (label == 0xFE || label == 0x01) {
            notes.add(data);
        } else if (label == 0xFF && Octets.big(data).stands("XMP Data", 0)) {
            XmpNotes.read(raw, notes);
        }
    }

    private void riff(Octets file, Pixels pixels) throws Unsearchable {
        long at = 12;
        while (at + 8 < file.length()) {
            long next = at + 8 + file.u32(at + 4);
            byte[] data = file.part(at + 8, next);
            if (file.stands("EXIF", at)) {
                exif.any(data);
            } else if (file.stands("XMP ", at)) {
                XmpNotes.read(data, notes);
            } else if (file.stands("LIST", at)) {
                list(Octets.little(data));
            } else if (SHOWN.contains(new String(file.part(at, at + 4), StandardCharsets.ISO_8859_1))) {
                pixels.are(at + 8, next);
            }
            at = next + (next & 1);
        }
    }

    private void list(Octets file) throws Unsearchable {
        long at = file.stands("INFO", 0) ? 4 : file.length();
        while (at + 8 < file.length()) {
            long end = at + 8 + file.u32(at + 4);
            notes.add(file.part(at + 8, end));
            at = end + (end & 1);
        }
    }

    /// Files of boxes (HEIC, AVIF, video) hold the same notes as they are.
    private void boxes(Octets file) throws Unsearchable {
        for (int at = file.next(EXIF, 0); at < file.length(); at = file.next(EXIF, at + 1)) {
            if (ExifNotes.begin(file, at + EXIF.length())) {
                notes.addPicture(file.part(at + EXIF.length(), file.length()));
            }
        }
        for (int at = file.next("<x:xmpmeta", 0); at < file.length(); ) {
            int end = file.next("</x:xmpmeta", at);
            XmpNotes.read(file.part(at, end), notes);
            at = file.next("<x:xmpmeta", end);
        }
    }
}
