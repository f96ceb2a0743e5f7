package org.taniq.read.picture;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.TiffField;
import org.taniq.base.picture.TiffTables;

/// What a camera notes (Exif 2.32, TIFF 6.0).
final class Exif {
    private static final int LONGEST = 1 << 16;

    static final int WIDTH = 0x0100;
    static final int HEIGHT = 0x0101;
    private static final int ORIENTATION = 0x0112;
    private static final int XMP = 0x02BC;
    private static final int IPTC = 0x83BB;
    private static final int PHOTOSHOP = 0x8649;
    private static final int C2PA = 0xCD41;
    private static final int USER_COMMENT = 0x9286;
    private static final int MAKER_NOTE = 0x927C;

    private static final int DESCRIPTION = 0x010E;
    /// Nobody wrote this: cameras do so where nobody did.
    private static final Pattern OF_THE_CAMERA = Pattern.compile(
            "(?i)(?:.* )?digital (?:still )?camera|samsung|sony|sony dsc|jpeg image|dcim|default|untitled");

    /// How the picture is meant to be seen, by number from 1.
    private static final List<String> TURNED = List.of(
            "upright",
            "mirrored",
            "upside-down",
            "upside-down-mirrored",
            "on-side-mirrored-5",
            "turn-right",
            "on-side-mirrored-7",
            "turn-left");

    /// Texts that have a name of ours.
    private static final Map<Integer, String> NAMED = Map.of(
            0x010E, "description",
            0x0131, "madeWith",
            0x013B, "photographer",
            0x8298, "copyright",
            0xA436, "title",
            0xA437, "photographer",
            0xA438, "photographer",
            0xA43A, "madeWith",
            0xA43C, "madeWith");

    private static final Map<Integer, String> CAMERA = Map.ofEntries(
            Map.entry(0x010F, "maker"),
            Map.entry(0x0110, "model"),
            Map.entry(0x013C, "computer"),
            Map.entry(0xA430, "owner"),
            Map.entry(0xA431, "serialNumber"),
            Map.entry(0xA433, "lensMaker"),
            Map.entry(0xA434, "lens"),
            Map.entry(0xA435, "lensSerialNumber"),
            Map.entry(0xA439, "firmware"),
            Map.entry(0xC614, "model"),
            Map.entry(0xC62F, "serialNumber"));

    /// What Windows writes in UTF-16.
    private static final Map<Integer, String> WINDOWS = Map.of(
            0x9C9B, "title",
            0x9C9C, "comment",
            0x9C9D, "photographer",
            0x9C9E, "keywords",
            0x9C9F, "subject");

    /// Parts of times, by the field.
    private static final Map<Integer, String> TIMES = Map.of(
            0x0132, "changed",
            0x9003, "taken",
            0x9004, "digitized",
            0x9010, "changedOffset",
            0x9011, "takenOffset",
            0x9012, "digitizedOffset",
            0x9290, "changedFraction",
            0x9291, "takenFraction",
            0x9292, "digitizedFraction");

    private final Found found;
    private final Map<String, String> times = new TreeMap<>();
    private final Gps gps = new Gps();

    private Exif(Found found) {
        this.found = found;
    }

    /// Reads a block that begins with the head of a TIFF.
    static void read(byte[] block, Found found) {
        var exif = new Exif(found);
        exif.fields(block);
        exif.time("taken", "taken").ifPresent(found::taken);
        exif.time("digitized", "digitized");
        exif.time("changed", "updatedAt");
        exif.gps.tell(found.gathered());
    }

    /// What was read before too many fields counts.
    private boolean fields(byte[] block) {
        try {
            TiffTables.read(block, taker());
            return true;
        } catch (TooMany many) {
            return false;
        }
    }

    /// More fields than any camera notes.
    private static final class TooMany extends Exception {
        private static final long serialVersionUID = 1;
    }

    private TiffTables.Taker<TooMany> taker() {
        return new TiffTables.Taker<>() {
            @Override
            public void counting() throws TooMany {
                if (!found.mayTake(0)) {
                    throw new TooMany();
                }
            }

            @Override
            public void take(Octets block, TiffField field) throws TooMany {
                if (!found.mayTake(Math.min(field.length(), block.length()))) {
                    throw new TooMany();
                }
                field(block, field);
            }
        };
    }

    private void field(Octets block, TiffField field) {
        if (field.table() == TiffTables.GPS) {
            gps.take(block, field);
            return;
        }
        switch (field.tag()) {
            case WIDTH, HEIGHT -> found.noted(field.tag(), number(block, field));
            case ORIENTATION -> orientation(number(block, field));
            case XMP -> Xmp.read(field.in(block), found);
            case IPTC -> Iptc.read(Octets.big(bytes(block, field)), found.gathered());
            case PHOTOSHOP -> Iptc.photoshop(field.in(block), found);
            case C2PA -> found.manifest(field.in(block));
            case USER_COMMENT -> found.gathered().add("comment", comment(bytes(block, field)));
            case MAKER_NOTE -> {}
            default -> text(block, field);
        }
    }

    private static long number(Octets block, TiffField field) {
        return field.type() == 3 ? block.u16(field.from()) : block.u32(field.from());
    }

    private void orientation(long turned) {
        if (turned > 1 && turned <= TURNED.size()) {
            found.gathered().add("orientation", TURNED.get((int) turned - 1));
        }
    }

    /// As far as one is kept.
    private static byte[] bytes(Octets block, TiffField field) {
        return block.part(field.from(), field.from() + Math.min(field.length(), LONGEST));
    }

    private void text(Octets block, TiffField field) {
        if (WINDOWS.containsKey(field.tag())) {
            String text = new String(bytes(block, field), StandardCharsets.UTF_16LE);
            found.gathered().add(WINDOWS.getOrDefault(field.tag(), ""), text);
        } else if (field.type() == TiffField.ASCII || field.type() == TiffField.UTF_8) {
            text(field.tag(), Encoded.text(bytes(block, field)));
        }
    }

    private void text(int tag, String text) {
        if (TIMES.containsKey(tag)) {
            times.putIfAbsent(
                    TIMES.getOrDefault(tag, ""), text.replace('\0', ' ').strip());
        } else if (tag == DESCRIPTION
                && OF_THE_CAMERA.matcher(text.replace('\0', ' ').strip()).matches()) {
            found.gathered().part("camera", "description", text);
        } else if (NAMED.containsKey(tag)) {
            found.gathered().add(NAMED.getOrDefault(tag, ""), text);
        } else if (CAMERA.containsKey(tag)) {
            found.gathered().part("camera", CAMERA.getOrDefault(tag, ""), text);
        } else {
            found.gathered().noted(String.format(Locale.ROOT, "Exif 0x%04X", tag), text);
        }
    }

    /// With eight bytes before it that say in which encoding.
    private static String comment(byte[] value) {
        var comment = Octets.big(value);
        byte[] text = comment.part(8, value.length);
        if (comment.stands("JIS\0", 0)) {
            return new String(text, Charset.forName("ISO-2022-JP"));
        }
        if (comment.stands("UNICODE\0", 0)) {
            boolean little = text.length > 1 && text[0] != 0 && text[1] == 0;
            return new String(text, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        return Encoded.text(text);
    }

    private Optional<PictureTime> time(String which, String detail) {
        String time = times.getOrDefault(which, "");
        if (time.isEmpty()) {
            return Optional.empty();
        }
        var written = new PictureTime(
                time, times.getOrDefault(which + "Fraction", ""), times.getOrDefault(which + "Offset", ""));
        found.gathered().add(detail, written.source());
        return Optional.of(written);
    }
}
