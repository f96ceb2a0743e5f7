package org.taniq.base.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The properties of an XMP packet with their values (ISO 16684-1), read without an XML parser: a packet may be cut or
/// wrong, and what is whole in it counts.
public final class XmpTexts {
    private static final Pattern BEGINNING =
            Pattern.compile("\\A[\\s\u00EF\u00BB\u00BF]*<(?:\\?xpacket|x:xmpmeta|rdf:RDF)");
    private static final Pattern PART = Pattern.compile("<(?<tag>[^>]*+)>?|(?<text>[^<]++)");
    private static final Pattern NAME = Pattern.compile("/?\\s*([^\\s/>=]++)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<![^\\s=/\"'])([^\\s=/\"']++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Pattern ENTITY = Pattern.compile("&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(\\w{2,4}));");
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private static final String DECLARES = "xmlns:";
    /// Of schemas of which names are known here.
    private static final Map<String, String> PREFIXES = Map.of(
            "http://ns.adobe.com/exif/1.0/", "exif",
            "http://cipa.jp/exif/1.0/", "exifEX",
            "http://ns.adobe.com/exif/1.0/aux/", "aux",
            "http://ns.adobe.com/tiff/1.0/", "tiff",
            "http://ns.adobe.com/xap/1.0/", "xmp",
            "http://ns.adobe.com/photoshop/1.0/", "photoshop",
            "http://ns.adobe.com/pdf/1.3/", "pdf",
            "http://purl.org/dc/elements/1.1/", "dc",
            "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore",
            "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt");

    /// Programs note some dozens.
    private static final int MOST = 4096;
    private static final int DEEPEST = 128;

    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final List<Property> properties = new ArrayList<>();

    private XmpTexts() {}

    /// A value and what it is one of, such as `dc:title`, as the packet calls it.
    public record Property(String name, String value) {}

    /// Whether text that begins so is a packet.
    public static boolean is(String latin) {
        return BEGINNING.matcher(latin).find();
    }

    /// The properties in their order, at most 4096.
    public static List<Property> of(byte[] packet) {
        var texts = new XmpTexts();
        var parts = PART.matcher(new String(packet, StandardCharsets.UTF_8));
        while (texts.properties.size() < MOST && parts.find()) {
            if (parts.start("text") >= 0) {
                texts.add(texts.property(), parts.group("text"));
            } else {
                texts.tag(parts.group("tag"));
            }
        }
        return texts.properties;
    }

    private void tag(String tag) {
        var name = NAME.matcher(tag);
        if (tag.startsWith("?") || tag.startsWith("!") || !name.lookingAt()) {
            return;
        }
        if (tag.startsWith("/")) {
            open.poll();
            return;
        }
        if (open.size() < DEEPEST) {
            open.push(name.group(1));
        }
        var attributes = ATTRIBUTE.matcher(tag);
        while (properties.size() < MOST && attributes.find()) {
            String value = attributes.start(2) >= 0 ? attributes.group(2) : attributes.group(3);
            attribute(attributes.group(1), value);
        }
        if (tag.endsWith("/")) {
            open.poll();
        }
    }

    private void attribute(String name, String value) {
        if (name.startsWith(DECLARES)) {
            PREFIXES.forEach((schema, usual) -> {
                if (value.equals(schema)) {
                    prefixes.put(name.substring(DECLARES.length()), usual);
                }
            });
        } else if (name.equals("rdf:resource")) {
            add(property(), value);
        } else if (!isFrame(name)) {
            add(name, value);
        }
    }

    /// What only holds the packet together.
    private static boolean isFrame(String name) {
        return name.startsWith("xmlns") || name.startsWith("rdf:") || name.startsWith("xml:") || name.startsWith("x:");
    }

    private String property() {
        return open.stream().filter(name -> !isFrame(name)).findFirst().orElse("");
    }

    private void add(String name, String value) {
        String text = ENTITY.matcher(value)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity)))
                .strip();
        if (!text.isEmpty()) {
            properties.add(new Property(usual(name), text));
        }
    }

    /// With the prefix that everybody uses for the schema, whichever this packet uses.
    private String usual(String name) {
        int colon = name.indexOf(':');
        String prefix = name.substring(0, Math.max(0, colon));
        return prefixes.containsKey(prefix) ? prefixes.getOrDefault(prefix, "") + name.substring(colon) : name;
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return ENTITIES.getOrDefault(entity.group(3), entity.group());
        }
        int point = entity.group(1) != null ? Integer.parseInt(entity.group(1), 16) : Integer.parseInt(entity.group(2));
        return Character.isValidCodePoint(point) ? Character.toString(point) : entity.group();
    }
}
