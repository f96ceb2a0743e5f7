package org.taniq.read.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.taniq.base.Said;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.Part;
import org.taniq.base.picture.Parts;
import org.taniq.base.picture.RawProfile;
import org.taniq.base.picture.TiffTables;
import org.taniq.base.picture.XmpTexts;
import org.taniq.read.record.Detail;

/// Looks through the parts of a picture for what is written in them.
final class Insides {
    private static final String EXIF = "Exif\0\0";
    private static final int MOST_UNPACKED = 8 << 20;
    private static final int CHUNK = 1 << 16;
    private static final long LARGEST_NOTE = 8 << 20;
    /// One that is larger is said to be.
    private static final long LARGEST_MANIFEST = (32 << 20) + 1;

    private static final Set<String> MANIFESTS = Set.of("caBX", "C2PA");
    private static final int BEFORE_XMP = 12;

    private static final Set<String> PIXELS_OF_PNG = Set.of("IDAT", "fdAT");
    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
    /// Behind its name: whose part it is, how long the whole and where in it.
    private static final int MORE_XMP_HEAD = MORE_XMP.length() + 40;

    private final Octets file;
    private final Found found;
    private boolean ended;
    private int packed;

    private Insides(byte[] bytes, Found found) {
        this.file = Octets.big(bytes);
        this.found = found;
    }

    static void read(String mediaType, byte[] bytes, Found found) {
        var insides = new Insides(bytes, found);
        switch (mediaType) {
            case "image/png" -> insides.png();
            case "image/jpeg" -> insides.jpeg();
            case "image/gif" -> insides.gif();
            case "image/webp" -> insides.webp(Octets.little(bytes));
            case "image/tiff" -> Exif.read(bytes, found);
            case "image/heic", "image/heif", "image/avif" -> new Boxes(insides.file, found).read();
            case "image/bmp" -> insides.bmp(Octets.little(bytes));
            default -> {}
        }
    }

    /// A note whatever it is: tables of Exif with or without their name.
    private void exif(byte[] note) {
        var octets = Octets.big(note);
        boolean named = octets.stands(EXIF, 0);
        byte[] block = named ? octets.part(EXIF.length(), note.length) : note;
        Exif.read(block, found);
    }

    private void cutOff() {
        found.gathered().warn(Said.of("the picture is cut off or damaged"));
    }

    private void behind(long end) {
        if (end < file.length()) {
            found.gathered().add(Detail.of("bytesBehind", file.length() - end));
        }
    }

    private void png() {
        Parts.ofPng(file, chunk -> {
            if (!ended && !PIXELS_OF_PNG.contains(chunk.name())) {
                pngChunk(chunk, Octets.big(upTo(chunk, file)));
            }
        });
        if (!ended) {
            cutOff();
        }
    }

    /// A part as far as one is read: a note is copied some times.
    private byte[] upTo(Part part, Octets from) {
        long most = MANIFESTS.contains(part.name()) ? LARGEST_MANIFEST : LARGEST_NOTE;
        if (part.to() - part.from() <= most) {
            return part.in(from);
        }
        found.gathered().warn(Said.of("a note in the picture is damaged or too large: it was not all read"));
        return from.part(part.from(), part.from() + most);
    }

    private void pngChunk(Part chunk, Octets data) {
        switch (chunk.name()) {
            case "IHDR" -> {
                found.width(data.u32(0));
                found.height(data.u32(4));
            }
            case "tEXt" -> {
                int keyword = data.next("\0", 0);
                pngText(latin(data.part(0, keyword)), data.part(keyword + 1L, data.length()), Form.LATIN);
            }
            case "zTXt" -> {
                int keyword = data.next("\0", 0);
                pngText(latin(data.part(0, keyword)), unpacked(data.part(keyword + 2L, data.length())), Form.LATIN);
            }
            case "iTXt" -> pngUnicode(data);
            case "tIME" -> found.gathered().add("updatedAt", time(data));
            case "eXIf" -> exif(data.part(0, data.length()));
            case "caBX" -> found.manifest(data.part(0, data.length()));
            case "IEND" -> {
                ended = true;
                behind(chunk.to() + 4);
            }
            default -> {}
        }
    }

    private enum Form {
        LATIN,
        UNICODE
    }

    /// By UTC, as the format wants it.
    private static String time(Octets data) {
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02dZ",
                data.u16(0),
                data.u8(2),
                data.u8(3),
                data.u8(4),
                data.u8(5),
                data.u8(6));
    }

    /// Its keyword, whether it is packed and how, its language, its keyword in that language, the text.
    private void pngUnicode(Octets data) {
        int keyword = data.next("\0", 0);
        int language = data.next("\0", keyword + 3L);
        int translated = data.next("\0", language + 1L);
        byte[] text = data.part(translated + 1L, data.length());
        byte[] whole = data.u8(keyword + 1L) == 0 ? text : unpacked(text);
        pngText(latin(data.part(0, keyword)), whole, Form.UNICODE);
    }

    private void pngText(String keyword, byte[] value, Form form) {
        String latin = latin(value);
        var raw = RawProfile.of(latin);
        if (raw.isPresent()) {
            profile(Octets.big(raw.get()));
            return;
        }
        if (keyword.equals("XML:com.adobe.xmp") || XmpTexts.is(latin)) {
            Xmp.read(value, found);
            return;
        }
        String text = form == Form.LATIN ? Encoded.text(value) : new String(value, StandardCharsets.UTF_8);
        switch (keyword) {
            case "Title" -> found.gathered().add("title", text);
            case "Author" -> found.gathered().add("photographer", text);
            case "Description" -> found.gathered().add("description", text);
            case "Comment" -> found.gathered().add("comment", text);
            case "Copyright" -> found.gathered().add("copyright", text);
            case "Software" -> found.gathered().add("madeWith", text);
            default -> found.gathered().noted(keyword, text);
        }
    }

    /// Whichever of the notes of other formats this is.
    private void profile(Octets note) {
        byte[] bytes = note.part(0, note.length());
        if (note.stands(EXIF, 0) || TiffTables.begin(note, 0)) {
            exif(bytes);
        } else if (note.stands("8BIM", 0)) {
            Iptc.photoshop(bytes, found);
        } else if (note.u8(0) == 0x1C) {
            Iptc.read(note, found.gathered());
        } else if (XmpTexts.is(note.latin())) {
            Xmp.read(bytes, found);
        } else {
            camera(note);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private byte[] unpacked(byte[] note) {
        var out = new ByteArrayOutputStream();
        try (var inflater = new Inflater()) {
            inflater.setInput(note);
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int got = inflater.inflate(chunk);
                packed += got;
                if (got == 0 || packed > MOST_UNPACKED) {
                    found.gathered()
                            .warn(Said.of("a note in the picture is damaged or too large: it was not all read"));
                    break;
                }
                out.write(chunk, 0, got);
            }
        } catch (DataFormatException damaged) {
            found.gathered().warn(Said.of("a note in the picture is damaged or too large: it was not all read"));
        }
        return out.toByteArray();
    }

    private void jpeg() {
        var photoshop = new ByteArrayOutputStream();
        long end = Parts.ofJpeg(file, part -> {
            if (!part.name().equals(Parts.PIXELS)) {
                segment(part.name().charAt(0), Octets.big(part.in(file)), photoshop);
            }
        });
        Iptc.photoshop(photoshop.toByteArray(), found);
        if (file.u8(end) == 0xFF && file.u8(end + 1) == 0xD9) {
            behind(end + 2);
        } else {
            cutOff();
        }
    }

    private void segment(int marker, Octets data, ByteArrayOutputStream photoshop) {
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            found.height(data.u16(1));
            found.width(data.u16(3));
            return;
        }
        switch (marker) {
            case 0xFE -> found.gathered().add("comment", Encoded.text(data.part(0, data.length())));
            case 0xE1 -> camera(data);
            case 0xEB -> manifest(data);
            case 0xED -> {
                if (data.stands(PHOTOSHOP, 0)) {
                    photoshop.writeBytes(data.part(PHOTOSHOP.length(), data.length()));
                }
            }
            default -> {}
        }
    }

    private void camera(Octets data) {
        if (data.stands(XMP, 0)) {
            Xmp.read(data.part(XMP.length(), data.length()), found);
        } else if (data.stands(MORE_XMP, 0)) {
            Xmp.read(data.part(MORE_XMP_HEAD, data.length()), found);
        } else if (data.stands(EXIF, 0)) {
            exif(data.part(0, data.length()));
        }
    }

    /// Boxes of JUMBF in pieces: each begins with `JP`, whose number it is and its own, and from the second on the
    /// head of the box stands again (ISO 19566-5, D.2).
    private void manifest(Octets data) {
        if (data.stands("JP", 0)) {
            found.manifest(data.part(data.u32(4) == 1 ? 8 : 16, data.length()));
        }
    }

    private void gif() {
        found.width(Octets.little(file.part(0, 10)).u16(6));
        found.height(Octets.little(file.part(0, 10)).u16(8));
        Parts.ofGif(file, part -> {
            boolean isNote = !part.name().equals(Parts.PIXELS) && part.to() - part.from() <= LARGEST_NOTE;
            byte[] data = isNote ? Parts.joined(file, part) : new byte[0];
            switch (part.name().charAt(0)) {
                case 0xFE, 0x01 -> found.gathered().add("comment", Encoded.text(data));
                case 0xFF -> {
                    if (Octets.big(data).stands("XMP Data", 0)) {
                        Xmp.read(file.part(part.from() + BEFORE_XMP, part.to()), found);
                    } else if (Octets.big(data).stands("C2PA_GIF", 0)) {
                        found.manifest(Octets.big(data).part(11, data.length));
                    }
                }
                default -> {}
            }
        });
    }

    private void webp(Octets little) {
        Parts.ofRiff(little, 12, chunk -> {
            switch (chunk.name()) {
                case "VP8X" -> {
                    found.width(1 + (little.u32(chunk.from() + 4) & 0xFFFFFF));
                    found.height(1 + (little.u32(chunk.from() + 7) & 0xFFFFFF));
                }
                case "VP8 " -> {
                    found.width(little.u16(chunk.from() + 6) & 0x3FFF);
                    found.height(little.u16(chunk.from() + 8) & 0x3FFF);
                }
                case "VP8L" -> {
                    long bits = little.u32(chunk.from() + 1);
                    found.width(1 + (bits & 0x3FFF));
                    found.height(1 + (bits >> 14 & 0x3FFF));
                }
                case "EXIF" -> exif(upTo(chunk, little));
                case "XMP " -> Xmp.read(upTo(chunk, little), found);
                case "C2PA" -> found.manifest(upTo(chunk, little));
                default -> {}
            }
        });
        if (little.u32(4) + 8 > little.length()) {
            cutOff();
        }
    }

    private void bmp(Octets little) {
        boolean old = little.u32(14) == 12;
        found.width(old ? little.u16(18) : little.u32(18));
        found.height(old ? little.u16(20) : Math.abs((int) little.u32(22)));
    }
}
