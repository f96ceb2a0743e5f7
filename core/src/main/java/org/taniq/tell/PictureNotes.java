package org.taniq.tell;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.Part;
import org.taniq.base.picture.Parts;
import org.taniq.base.picture.RawProfile;
import org.taniq.base.picture.TiffTables;
import org.taniq.tell.Texts.Unsearchable;

/// Reads what is written beside what a picture shows: titles, authors, comments and what a camera notes,
/// also where it is packed (PNG 1.2; JFIF and Exif 2.32; GIF89a; RIFF; XMP part 3). A note that is damaged
/// ends where it is.
final class PictureNotes {
    private static final String EXIF = "Exif\0\0";
    private static final int CHECKSUM = 4;
    private static final int ZEROS = 4;

    /// The identity of C2PA's box.
    private static final String C2PA = "\u00D8\u00FE\u00C3\u00D6\u001B\u000EH<\u0092\u0097X(\u0087~\u00C4\u0081";

    /// Keywords of PNG under which stands who made it, with what, and where.
    private static final Set<String> OWNER =
            Set.of("author", "artist", "copyright", "source", "location", "model", "make", "gps");

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
        } else if (TiffTables.begin(file, 0)) {
            exif.exif(bytes);
        } else {
            boxes(file);
        }
    }

    private void png(Octets file, Pixels pixels) throws Unsearchable {
        Parts.ofPng(file, chunk -> pngChunk(chunk, file, pixels));
    }

    private void pngChunk(Part chunk, Octets file, Pixels pixels) throws Unsearchable {
        var data = Octets.big(chunk.in(file));
        switch (chunk.name()) {
            case "tEXt" -> pngText(data, data.next("\0", 0) + 1L);
            case "zTXt" -> pngPacked(data);
            case "iCCP" -> pngProfile(data);
            case "iTXt" -> pngUnicode(data);
            case "eXIf" -> exif.exif(data.part(0, data.length()));
            case "IDAT", "fdAT" -> pixels.are(chunk.from(), chunk.to());
            case "caBX" -> notes.place(); // a manifest of C2PA
            case "IEND" -> notes.leaveUnexplained(file, chunk.to() + CHECKSUM, file.length());
            default -> {}
        }
    }

    private void pngText(Octets data, long from) throws Unsearchable {
        keyword(data.part(0, from - 1));
        pngValue(data.part(from, data.length()));
    }

    private void pngPacked(Octets data) throws Unsearchable {
        long keyword = data.next("\0", 0);
        keyword(data.part(0, keyword));
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
        keyword(data.part(0, keyword));
        notes.add(data.part(language + 1, translated));
        byte[] text = data.part(translated + 1, data.length());
        pngValue(packed ? notes.unpacked(text) : text);
    }

    private void keyword(byte[] keyword) throws Unsearchable {
        notes.add(keyword);
        if (OWNER.contains(new String(keyword, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))) {
            notes.own();
        }
    }

    /// A text may be XMP, or anything in hexadecimal digits as ImageMagick writes it.
    private void pngValue(byte[] value) throws Unsearchable {
        String latin = new String(value, StandardCharsets.ISO_8859_1);
        var raw = RawProfile.of(latin);
        if (raw.isPresent()) {
            profile(raw.get());
            return;
        }
        if (XmpNotes.is(latin)) {
            XmpNotes.read(value, notes);
            return;
        }
        notes.add(value);
    }

    /// As a segment of JPEG has it, or what it is of itself.
    private void profile(byte[] bytes) throws Unsearchable {
        var note = Octets.big(bytes);
        if (note.stands(JpegNotes.XMP, 0)) {
            XmpNotes.read(note.part(JpegNotes.XMP.length(), bytes.length), notes);
        } else {
            exif.any(bytes);
        }
    }

    private void gif(Octets file, Pixels pixels) throws Unsearchable {
        var end = new AtomicLong(file.length());
        Parts.ofGif(file, part -> {
            end.set(part.to() + 1);
            if (part.name().equals(Parts.PIXELS)) {
                pixels.are(part.from(), part.to());
            } else {
                byte[] raw = file.part(part.from() + 12, part.to());
                gifExtension(part.name().charAt(0), Parts.joined(file, part), raw);
            }
        });
        notes.leaveUnexplained(file, end.get(), file.length());
    }

    /// @param raw XMP stands here as it is, without lengths
    private void gifExtension(int label, byte[] data, byte[] raw) throws Unsearchable {
        if (label == 0xFE || label == 0x01) {
            notes.add(data);
        } else if (label == 0xFF && Octets.big(data).stands("XMP Data", 0)) {
            XmpNotes.read(raw, notes);
        } else if (label == 0xFF && Octets.big(data).stands("C2PA_GIF", 0)) {
            notes.place();
        }
    }

    private void riff(Octets file, Pixels pixels) throws Unsearchable {
        Parts.ofRiff(file, 12, chunk -> riffChunk(chunk, file, pixels));
        notes.leaveUnexplained(file, 8 + file.u32(4), file.length());
    }

    private void riffChunk(Part chunk, Octets file, Pixels pixels) throws Unsearchable {
        if (SHOWN.contains(chunk.name())) {
            pixels.are(chunk.from(), chunk.to());
            return;
        }
        switch (chunk.name()) {
            case "EXIF" -> exif.any(chunk.in(file));
            case "XMP " -> XmpNotes.read(chunk.in(file), notes);
            case "C2PA" -> notes.place();
            case "LIST" -> list(Octets.little(chunk.in(file)));
            default -> {}
        }
    }

    private void list(Octets file) throws Unsearchable {
        if (file.stands("INFO", 0)) {
            Parts.ofRiff(file, 4, entry -> notes.add(entry.in(file)));
        }
    }

    /// Files of boxes (HEIC, AVIF, video) hold the same notes as they are.
    private void boxes(Octets file) throws Unsearchable {
        for (int at = ZEROS; at < file.length(); at++) {
            if (TiffTables.begin(file, at) && (file.stands(EXIF, at - EXIF.length()) || file.u32(at - ZEROS) == 0)) {
                notes.addPicture(file.part(at, file.length()));
            }
        }
        if (file.next(C2PA, 0) < file.length()) {
            notes.place();
        }
        for (int at = file.next("<x:xmpmeta", 0); at < file.length(); ) {
            int end = file.next("</x:xmpmeta", at);
            XmpNotes.read(file.part(at, end), notes);
            at = file.next("<x:xmpmeta", end);
        }
    }
}
