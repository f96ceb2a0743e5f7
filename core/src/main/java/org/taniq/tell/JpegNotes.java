package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.Part;
import org.taniq.base.picture.Parts;
import org.taniq.tell.Texts.Unsearchable;

/// What is written in a JPEG beside its pixels (JFIF; Exif 2.32; XMP part 3), and the pictures behind it.
final class JpegNotes {
    static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
    /// Behind its name: whose part it is, how long the whole and where in it.
    private static final int MORE_XMP_HEAD = MORE_XMP.length() + 40;

    /// The mark of the end.
    private static final int END = 2;

    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final String DUCKY = "Ducky";
    /// Pixels, colours, and where later pictures stand.
    private static final Set<String> USUAL = Set.of("JFIF\0", "JFXX\0", "ICC_PROFILE\0", "MPF\0", "Adobe");

    private final Octets file;
    private final Pixels pixels;
    private final Notes notes;
    private final ExifNotes exif;

    JpegNotes(Octets file, Pixels pixels, Notes notes, ExifNotes exif) {
        this.file = file;
        this.pixels = pixels;
        this.notes = notes;
        this.exif = exif;
    }

    void read() throws Unsearchable {
        var photoshop = new ByteArrayOutputStream();
        var more = new ByteArrayOutputStream();
        long end = Parts.ofJpeg(file, part -> part(part, photoshop, more));
        exif.photoshop(photoshop.toByteArray());
        XmpNotes.read(more.toByteArray(), notes);
        laterPicture(end);
    }

    private void part(Part part, ByteArrayOutputStream photoshop, ByteArrayOutputStream more) throws Unsearchable {
        if (part.name().equals(Parts.PIXELS)) {
            pixels.are(part.from(), part.to());
            return;
        }
        var data = Octets.big(part.in(file));
        switch (part.name().charAt(0)) {
            case 0xFE -> notes.add(data.part(0, data.length()));
            case 0xE1 -> camera(data, more);
            case 0xEC -> web(data);
            case 0xED -> photoshop(data, photoshop);
            case 0xEB -> notes.place(); // a manifest of C2PA
            case 0xE0, 0xE2, 0xEE -> usual(data);
            case 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEF -> notes.leaveUnexplained();
            default -> {}
        }
    }

    private void camera(Octets data, ByteArrayOutputStream more) throws Unsearchable {
        if (data.stands(MORE_XMP, 0)) {
            more.writeBytes(data.part(MORE_XMP_HEAD, data.length()));
        } else if (data.stands(XMP, 0)) {
            XmpNotes.read(data.part(XMP.length(), data.length()), notes);
        } else {
            exif.any(data.part(0, data.length()));
        }
    }

    private void usual(Octets data) {
        if (USUAL.stream().noneMatch(name -> data.stands(name, 0))) {
            notes.leaveUnexplained();
        }
    }

    /// What Photoshop notes in pictures for the web.
    private void web(Octets data) throws Unsearchable {
        if (data.stands(DUCKY, 0)) {
            notes.add(new String(data.part(DUCKY.length(), data.length()), StandardCharsets.UTF_16BE));
        }
    }

    private static void photoshop(Octets data, ByteArrayOutputStream photoshop) {
        if (data.stands(PHOTOSHOP, 0)) {
            photoshop.writeBytes(data.part(PHOTOSHOP.length(), data.length()));
        }
    }

    /// Behind a picture of a telephone may stand others.
    private void laterPicture(long from) throws Unsearchable {
        int next = file.next("\u00FF\u00D8\u00FF", from);
        notes.leaveUnexplained(file, from + END, next);
        if (next < file.length()) {
            notes.addPicture(file.part(next, file.length()));
            pixels.endAt(next);
        }
    }
}
