package org.taniq.read.picture;

import java.util.Map;
import java.util.regex.Pattern;
import org.taniq.base.picture.XmpTexts;

/// What programs note in XMP.
final class Xmp {
    private static final int LARGEST = 8 << 20;
    /// A smaller picture, a map of depths: no words.
    private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/\\s]{512,}+={0,2}\\s*+");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("dc:title", "title"),
            Map.entry("dcterms:provenance", "manifestAt"),
            Map.entry("dc:description", "description"),
            Map.entry("dc:creator", "photographer"),
            Map.entry("dc:rights", "copyright"),
            Map.entry("dc:subject", "keywords"),
            Map.entry("exif:UserComment", "comment"),
            Map.entry("tiff:ImageDescription", "description"),
            Map.entry("tiff:Artist", "photographer"),
            Map.entry("tiff:Copyright", "copyright"),
            Map.entry("tiff:Software", "madeWith"),
            Map.entry("xmp:CreatorTool", "madeWith"),
            Map.entry("photoshop:Headline", "headline"),
            Map.entry("photoshop:Instructions", "instructions"),
            Map.entry("photoshop:Credit", "credit"),
            Map.entry("photoshop:CaptionWriter", "captionBy"),
            Map.entry("Iptc4xmpExt:DigitalSourceType", "madeAs"),
            Map.entry("xmp:ModifyDate", "updatedAt"),
            Map.entry("xmp:CreateDate", "digitized"),
            Map.entry("photoshop:DateCreated", "made"));

    private static final Map<String, String> CAMERA = Map.of(
            "tiff:Make", "maker",
            "tiff:Model", "model",
            "aux:SerialNumber", "serialNumber",
            "exifEX:BodySerialNumber", "serialNumber",
            "aux:OwnerName", "owner",
            "exifEX:CameraOwnerName", "owner",
            "aux:Lens", "lens",
            "exifEX:LensModel", "lens",
            "exifEX:LensSerialNumber", "lensSerialNumber");

    private static final Map<String, String> PLACE = Map.ofEntries(
            Map.entry("exif:GPSLatitude", "latitude"),
            Map.entry("exif:GPSLongitude", "longitude"),
            Map.entry("exif:GPSAltitude", "altitude"),
            Map.entry("drone-dji:GpsLatitude", "latitude"),
            Map.entry("drone-dji:GpsLongitude", "longitude"),
            Map.entry("drone-dji:GpsLongtitude", "longitude"), // as the maker writes it
            Map.entry("photoshop:City", "city"),
            Map.entry("photoshop:State", "region"),
            Map.entry("photoshop:Country", "country"),
            Map.entry("Iptc4xmpCore:Location", "placeName"),
            Map.entry("Iptc4xmpCore:CountryCode", "countryCode"),
            Map.entry("Iptc4xmpExt:Sublocation", "placeName"),
            Map.entry("Iptc4xmpExt:City", "city"),
            Map.entry("Iptc4xmpExt:ProvinceState", "region"),
            Map.entry("Iptc4xmpExt:CountryName", "country"),
            Map.entry("Iptc4xmpExt:CountryCode", "countryCode"));

    private Xmp() {}

    static void read(byte[] packet, Found found) {
        if (packet.length <= LARGEST) {
            XmpTexts.of(packet).forEach(property -> property(property.name(), property.value(), found));
        }
    }

    private static void property(String name, String value, Found found) {
        if (name.equals("exif:DateTimeOriginal")) {
            var time = PictureTime.of(value);
            found.gathered().add("taken", time.source());
            found.takenByProgram(time);
        } else if (NAMED.containsKey(name)) {
            found.gathered().add(NAMED.getOrDefault(name, ""), value);
        } else if (CAMERA.containsKey(name)) {
            found.gathered().part("camera", CAMERA.getOrDefault(name, ""), value);
        } else if (PLACE.containsKey(name)) {
            found.gathered().part("takenAt", PLACE.getOrDefault(name, ""), value);
        } else if (value.length() < 512 || !PACKED.matcher(value).matches()) {
            found.gathered().noted(name, value);
        }
    }
}
