package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.Part;
import org.taniq.base.picture.Parts;
import org.taniq.tell.Texts.Unsearchable;

/// What is written in a JPEG beside its pixels (JFIF; Exif 2.32; XMP part 3), and the pictures behind it.
final class JpegNotes {
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
    /// Behind its name: whose part it is, how long the whole and where in it.
    private static final int MORE_XMP_HEAD = MORE_XMP.length() + 40;

    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final String DUCKY = "Ducky";

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
        if (next < file.length()) {
            notes.addPicture(file.part(next, file.length()));
            pixels.endAt(next);
        }
    }
}
