package org.taniq.read.picture;

import java.util.Set;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.Part;
import org.taniq.base.picture.Parts;
import org.taniq.base.picture.TiffTables;

/// Pictures in files of boxes: HEIC, HEIF, AVIF (ISO/IEC 23008-12). What they show is not decoded.
final class Boxes {
    private static final String EXIF = "Exif\0\0";
    private static final int ZEROS = 4;
    private static final int MOST_NOTES = 16;
    private static final int LARGEST_NOTE = 4 << 20;
    private static final int DEEPEST = 4;
    /// Version and flags of a box.
    private static final int VERSION = 4;
    /// The identity of C2PA's box: d8fec3d6-1b0e-483c-9297-5828877ec481.
    private static final String C2PA = "\u00D8\u00FE\u00C3\u00D6\u001B\u000EH<\u0092\u0097X(\u0087~\u00C4\u0081";
    private static final Set<String> HOLD_BOXES = Set.of("iprp", "ipco");

    private final Octets file;
    private final Found found;
    private long width;
    private long height;

    Boxes(Octets file, Found found) {
        this.file = file;
        this.found = found;
    }

    void read() {
        boxes(0, file.length(), DEEPEST);
        found.width(width);
        found.height(height);
        exif();
        xmp();
    }

    private void boxes(long from, long to, int deep) {
        if (deep > 0) {
            Parts.ofBoxes(file, from, to, box -> box(box, deep));
        }
    }

    private void box(Part box, int deep) {
        if (box.name().equals("meta")) {
            boxes(box.from() + VERSION, box.to(), deep - 1);
        } else if (HOLD_BOXES.contains(box.name())) {
            boxes(box.from(), box.to(), deep - 1);
        } else if (box.name().equals("ispe")) {
            size(file.u32(box.from() + VERSION), file.u32(box.from() + VERSION + 4));
        } else if (box.name().equals("uuid") && file.stands(C2PA, box.from())) {
            manifest(box);
        }
    }

    /// A picture may be put together of smaller ones.
    private void size(long wide, long high) {
        if (wide * high > width * height) {
            width = wide;
            height = high;
        }
    }

    /// Behind its identity: version and flags, what it is for, and where others stand.
    private void manifest(Part box) {
        long purpose = box.from() + C2PA.length() + VERSION;
        if (file.stands("manifest\0", purpose)) {
            found.manifest(file.part(purpose + "manifest\0".length() + 8, box.to()));
        }
    }

    /// Before the tables stand their name, or the number 0 of bytes between.
    private void exif() {
        int notes = 0;
        for (long at = ZEROS; at < file.length() && notes < MOST_NOTES; at++) {
            if (TiffTables.begin(file, at) && (file.stands(EXIF, at - EXIF.length()) || file.u32(at - ZEROS) == 0)) {
                notes++;
                Exif.read(file.part(at, at + LARGEST_NOTE), found);
            }
        }
    }

    private void xmp() {
        int at = file.next("<x:xmpmeta", 0);
        for (int i = 0; i < MOST_NOTES && at < file.length(); i++) {
            int end = file.next("</x:xmpmeta", at);
            Xmp.read(file.part(at, end), found);
            at = file.next("<x:xmpmeta", end);
        }
    }
}
