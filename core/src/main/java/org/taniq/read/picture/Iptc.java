package org.taniq.read.picture;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.taniq.base.picture.Octets;
import org.taniq.read.record.Gathered;

/// What an agency notes (IPTC-IIM 4.2), and the resources of Photoshop that hold it.
final class Iptc {
    private static final int FIELD = 0x1C;
    private static final int APPLICATION = 2;
    private static final int MOST = 2000;
    private static final int LONG = 0x7FFF;

    private static final Map<Integer, String> NAMED = Map.ofEntries(
            Map.entry(5, "title"),
            Map.entry(25, "keywords"),
            Map.entry(40, "instructions"),
            Map.entry(65, "madeWith"),
            Map.entry(80, "photographer"),
            Map.entry(105, "headline"),
            Map.entry(110, "credit"),
            Map.entry(116, "copyright"),
            Map.entry(120, "caption"),
            Map.entry(122, "captionBy"));

    private static final Map<Integer, String> PLACE =
            Map.of(90, "city", 92, "placeName", 95, "region", 101, "country", 100, "countryCode", 26, "placeCode");

    private Iptc() {}

    static void read(Octets bytes, Gathered gathered) {
        long at = 0;
        boolean utf8 = false;
        for (int i = 0; i < MOST && bytes.u8(at) == FIELD; i++) {
            int length = bytes.u16(at + 3);
            boolean isLong = length > LONG;
            long from = at + 5 + (isLong ? length & LONG : 0);
            long end = from + (isLong ? bytes.u32(from - 4) : length);
            int record = bytes.u8(at + 1);
            int field = bytes.u8(at + 2);
            byte[] value = bytes.part(from, end);
            utf8 |= record == 1 && field == 90 && new String(value, StandardCharsets.ISO_8859_1).equals("\u001B%G");
            if (record == APPLICATION && field != 0) {
                field(field, utf8 ? new String(value, StandardCharsets.UTF_8) : Encoded.text(value), gathered);
            }
            at = end;
        }
    }

    private static void field(int field, String text, Gathered gathered) {
        if (NAMED.containsKey(field)) {
            gathered.add(NAMED.getOrDefault(field, ""), text);
        } else if (PLACE.containsKey(field)) {
            gathered.part("takenAt", PLACE.getOrDefault(field, ""), text);
        } else {
            gathered.noted("IPTC 2:" + field, text);
        }
    }

    /// Resources with a number, a name and a length, each on an even place.
    static void photoshop(byte[] bytes, Found found) {
        var resources = Octets.big(bytes);
        long at = 0;
        for (int i = 0; i < MOST && resources.stands("8BIM", at); i++) {
            int name = resources.u8(at + 6);
            long size = at + 7 + name + (name + 1 & 1);
            long end = size + 4 + resources.u32(size);
            resource(resources.u16(at + 4), resources.part(size + 4, end), found);
            at = end + (end & 1);
        }
    }

    private static void resource(int number, byte[] data, Found found) {
        switch (number) {
            case 0x0404 -> read(Octets.big(data), found.gathered());
            case 0x0424 -> Xmp.read(data, found);
            case 0x03F0 -> found.gathered().add("caption", Encoded.text(data));
            default -> {}
        }
    }
}
