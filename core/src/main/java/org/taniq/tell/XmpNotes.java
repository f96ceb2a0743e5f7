package org.taniq.tell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.taniq.tell.Texts.Unsearchable;

/// What stands in XMP: the values, and the names of what they are values of.
final class XmpNotes {
    private static final Pattern BEGINNING =
            Pattern.compile("\\A[\\s\u00EF\u00BB\u00BF]*<(?:\\?xpacket|x:xmpmeta|rdf:RDF)");
    private static final Pattern PART = Pattern.compile("<(?<tag>[^>]*+)>?|(?<text>[^<]++)");
    private static final Pattern ATTRIBUTE = Pattern.compile("=\\s*(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Pattern WORD = Pattern.compile("[\\s:/=?]++");
    /// A smaller picture, a map of depths: no words.
    private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/\r\n\t]{512,}+={0,2}\\s*+");
    /// Names of what leads to a place, a device or its owner, in whichever schema.
    private static final Pattern PLACE =
            Pattern.compile("(?i).*(?:gps|latitude|longitude|geo(?!m)|city|location|country"
                    + "|province|address|serial|lens|camera|owner|drone|device|computer|firmware|makernote|manufacturer|provenance).*"
                    + "|make|maker|model");
    /// Names of who took or described it, and of whose it is.
    private static final Pattern OWNER = Pattern.compile("(?i)creator|author|authors|authorsposition|byline|bylinetitle"
            + "|captionwriter|copyright|copyrightnotice|ciemailwork|citelwork|credit|imagesuppliername|licensorname"
            + "|persondisplayname|personinimage|rights|usageterms|webstatement");

    /// Of others a state is no place: of a form, of a step.
    private static final String STATE = "photoshop:State";

    private static final Pattern LINE_END = Pattern.compile("&#(?:[xX]0*[ADad]|0*1[03]);");

    private XmpNotes() {}

    static boolean is(String latin) {
        return BEGINNING.matcher(latin).find();
    }

    static void read(byte[] xmp, Notes notes) throws Unsearchable {
        var parts = PART.matcher(new String(xmp, StandardCharsets.UTF_8));
        while (parts.find()) {
            if (parts.start("tag") >= 0) {
                tag(parts.group("tag"), notes);
            } else {
                value(parts.group("text"), notes);
            }
        }
    }

    private static void tag(String tag, Notes notes) throws Unsearchable {
        var attributes = ATTRIBUTE.matcher(tag);
        while (attributes.find()) {
            value(attributes.start(1) >= 0 ? attributes.group(1) : attributes.group(2), notes);
        }
        String names = attributes.replaceAll("");
        if (names.contains(STATE)) {
            notes.place();
        }
        for (var word : WORD.split(names)) {
            notes.addWord(word);
            if (PLACE.matcher(word).matches()) {
                notes.place();
            }
            if (OWNER.matcher(word).matches()) {
                notes.own();
            }
        }
    }

    private static void value(String value, Notes notes) throws Unsearchable {
        if (value.isBlank()) {
            return;
        }
        String joined = value.length() < 512 ? value : LINE_END.matcher(value).replaceAll("");
        if (PACKED.matcher(joined).matches()) {
            notes.addPicture(unpacked(joined.replaceAll("[\\s=]", "")));
        } else {
            notes.add(value);
        }
    }

    private static byte[] unpacked(String base64) {
        int length = base64.length();
        return Base64.getDecoder().decode(length % 4 == 1 ? base64.substring(0, length - 1) : base64);
    }
}
