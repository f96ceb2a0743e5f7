package org.taniq.tell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.taniq.base.Said;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.TiffField;
import org.taniq.base.picture.TiffTables;
import org.taniq.tell.Texts.Unsearchable;

/// What a camera or an agency notes in a picture: Exif and TIFF (tables of numbered fields), IPTC, and the
/// resources of Photoshop that hold one of these.
final class ExifNotes {
    private static final String HEAD = "Exif\0\0";
    private static final int MOST_FIELDS = 100_000;
    /// What Windows writes in UTF-16: title, comment, author, keywords, subject.
    private static final Set<Integer> WINDOWS = Set.of(0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F);
    /// With eight bytes before it that say in which encoding.
    private static final Set<Integer> COMMENTS = Set.of(0x9286, 0x001B, 0x001C);

    /// Who made the camera and the program.
    private static final Set<Integer> MAKERS = Set.of(0x010F, 0x0110, 0x0131);

    /// Maker, model, computer, owner, numbers and lens of a camera, and what only it can read.
    private static final Set<Integer> CAMERA = Set.of(
            0x010F, 0x0110, 0x013C, 0x927C, 0xA430, 0xA431, 0xA432, 0xA433, 0xA434, 0xA435, 0xA439, 0xC614, 0xC615,
            0xC62F, 0xC634);

    /// Who took it and whose it is: artist, rights, and author as Windows writes it.
    private static final Set<Integer> OWNER = Set.of(0x013B, 0x8298, 0x9C9D, 0xA437, 0xA438);

    /// City, place, region, country, and their codes, of an agency; and who took, owns or described it.
    private static final Set<Integer> PLACES = Set.of(26, 27, 80, 85, 90, 92, 95, 100, 101, 110, 115, 116, 118, 122);
    private static final int APPLICATION = 2;
    /// Of the tables themselves, no place.
    private static final int GPS_VERSION = 0;

    private static final int SMALL_PICTURE = 0x0201;

    private final Notes notes;
    private int fields;

    ExifNotes(Notes notes) {
        this.notes = notes;
    }

    /// Whichever of the kinds of notes these are.
    void any(byte[] bytes) throws Unsearchable {
        var note = Octets.big(bytes);
        if (note.stands(HEAD, 0)) {
            exif(note.part(HEAD.length(), bytes.length));
        } else if (TiffTables.begin(note, 0)) {
            exif(bytes);
        } else if (note.u8(0) == 0x1C) {
            iptc(note);
        } else if (note.stands("8BIM", 0)) {
            photoshop(bytes);
        } else if (XmpNotes.is(note.latin())) {
            XmpNotes.read(bytes, notes);
        }
    }

    void exif(byte[] bytes) throws Unsearchable {
        TiffTables.read(bytes, new TiffTables.Taker<Unsearchable>() {
            @Override
            public void counting() throws Unsearchable {
                count();
            }

            @Override
            public void take(Octets block, TiffField field) throws Unsearchable {
                field(block, field);
            }
        });
    }

    private void count() throws Unsearchable {
        if (++fields > MOST_FIELDS) {
            throw new Unsearchable(Said.of("it holds more than {most} notes", "most", MOST_FIELDS));
        }
    }

    private void field(Octets block, TiffField field) throws Unsearchable {
        boolean says = field.table() == TiffTables.GPS
                ? field.tag() != GPS_VERSION
                : CAMERA.contains(field.tag()) || OWNER.contains(field.tag()) && isSaid(field.in(block));
        if (says) {
            notes.place();
        }
        if (field.tag() == SMALL_PICTURE) {
            notes.addPicture(block.part(smallPicture(block, field), block.length()));
        } else if (field.isBytes()) {
            byte[] value = field.in(block);
            notes.take(value.length);
            value(field.tag(), field.type(), value);
        }
    }

    /// Many cameras have the field and leave it empty.
    private static boolean isSaid(byte[] value) {
        return !new String(value, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .isBlank();
    }

    /// Its one value stands in the field itself.
    private static long smallPicture(Octets block, TiffField field) {
        return field.length() <= 4 ? block.u32(field.from()) : field.from();
    }

    private void value(int tag, int type, byte[] value) throws Unsearchable {
        if (MAKERS.contains(tag)) {
            notes.addWord(new String(value, StandardCharsets.UTF_8).replace('\0', ' '));
        } else if (type == TiffField.ASCII || type == TiffField.UTF_8) {
            notes.add(value);
        } else if (WINDOWS.contains(tag)) {
            notes.add(new String(value, StandardCharsets.UTF_16LE));
        } else if (COMMENTS.contains(tag)) {
            comment(value);
        } else {
            any(value);
        }
    }

    private void comment(byte[] value) throws Unsearchable {
        var comment = Octets.big(value);
        byte[] text = comment.part(8, value.length);
        if (comment.stands("JIS\0", 0)) {
            notes.add(new String(text, Charset.forName("ISO-2022-JP")));
        } else if (comment.stands("UNICODE\0", 0)) {
            notes.add(new String(text, StandardCharsets.UTF_16LE));
            notes.add(new String(text, StandardCharsets.UTF_16BE));
        }
        notes.add(text);
    }

    /// Fields of a record and a number, and their length; the length of a long one has a length itself.
    private void iptc(Octets bytes) throws Unsearchable {
        long at = 0;
        while (bytes.u8(at) == 0x1C) {
            int length = bytes.u16(at + 3);
            boolean isLong = length > 0x7FFF;
            long from = at + 5 + (isLong ? length & 0x7FFF : 0);
            long end = from + (isLong ? bytes.u32(from - 4) : length);
            if (bytes.u8(at + 1) == APPLICATION && PLACES.contains(bytes.u8(at + 2))) {
                notes.place();
            }
            notes.add(bytes.part(from, end));
            at = end;
        }
    }

    /// Resources with a number, a name and a length, each on an even place.
    void photoshop(byte[] bytes) throws Unsearchable {
        var resources = Octets.big(bytes);
        long at = 0;
        while (resources.stands("8BIM", at)) {
            int name = resources.u8(at + 6);
            notes.add(resources.part(at + 7, at + 7 + name));
            long size = at + 7 + name + (name + 1 & 1);
            long end = size + 4 + resources.u32(size);
            resource(resources.u16(at + 4), resources.part(size + 4, end));
            at = end + (end & 1);
        }
    }

    private void resource(int number, byte[] data) throws Unsearchable {
        switch (number) {
            case 0x03F0, 0x040B -> notes.add(data);
            case 0x0409, 0x040C -> notes.addPicture(Octets.big(data).part(28, data.length));
            default -> any(data);
        }
    }
}
