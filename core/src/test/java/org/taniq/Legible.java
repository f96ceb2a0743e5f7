package org.taniq;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipInputStream;
import org.taniq.base.Digest;

/// Everything that somebody can read in a container who tries everything: its entries and their names, what
/// is packed or encoded in them, and of a PDF the pages, every object and every way in which its fonts read
/// its strings.
public final class Legible {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            Charset.forName("windows-1254"),
            Charset.forName("windows-1251"));

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}\\s?){6,}");
    /// `%C9%99`, `=C9=99`, `\\u0259`, `&#601;`, `&#x259;`
    private static final Pattern ESCAPED =
            Pattern.compile("(?:[%=][0-9A-Fa-f]{2})+|\\\\u[0-9A-Fa-f]{4}|&#(?:x[0-9A-Fa-f]+|[0-9]+);");

    private static final int DEEPEST = 3;
    /// A shorter name turns up in packed bytes by chance.
    private static final int SHORTEST_IN_BYTES = 5;

    private final List<Part> parts = new ArrayList<>();
    private final Set<Digest> seen = new HashSet<>();

    /// Salts and longer runs of base64: a short name turns up in them by chance. What they say is a part of
    /// its own.
    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9+/_-]{40,}|(?<=\")[A-Za-z0-9_-]{22}(?=\")");

    private static final int LONG_NAME = 7;

    /// Bytes that are there, or can be made of those that are.
    private static final class Part {
        private final String place;
        private final byte[] bytes;
        private final boolean isText;
        private final Words all;
        private final Words words;

        Part(String place, byte[] bytes) {
            this.place = place;
            this.bytes = bytes;
            this.isText = Spellings.isText(bytes);
            String text = isText ? new String(bytes, StandardCharsets.UTF_8) : "";
            this.all = Words.of(text);
            this.words = Words.of(RANDOM.matcher(text).replaceAll(" "));
        }

        private boolean holds(Spellings spellings, boolean isLong) {
            if (!isText) {
                return Spellings.stand(bytes, spellings.bytes(CHARSETS, SHORTEST_IN_BYTES));
            }
            var read = isLong ? all : words;
            return spellings.folded().stream().anyMatch(read.letters()::contains)
                    || spellings.written().stream().anyMatch(read.text()::contains)
                    || Spellings.stand(bytes, spellings.bytes(CHARSETS, LONG_NAME));
        }
    }

    /// A text, and its letters alone, made comparable.
    private record Words(String text, String letters) {
        static Words of(String text) {
            return new Words(text, Spellings.letters(text));
        }
    }

    private Legible() {}

    public static Legible of(byte[] container) throws IOException {
        var legible = new Legible();
        legible.look("container", container, 0);
        return legible;
    }

    /// Everything that was looked at.
    public List<byte[]> bytes() {
        return parts.stream().map(part -> part.bytes).toList();
    }

    /// The places that hold exactly these bytes.
    public List<String> containing(byte[] bytes) {
        return parts.stream()
                .filter(part -> Spellings.indexOf(part.bytes, bytes) >= 0)
                .map(part -> part.place)
                .toList();
    }

    /// The places in which a name stands, in any of the ways in which it could be written.
    public List<String> holding(String name) {
        var spellings = Spellings.of(name);
        boolean isLong = name.length() >= LONG_NAME;
        var places = new TreeSet<String>();
        for (var part : parts) {
            if (part.holds(spellings, isLong)) {
                places.add(part.place);
            }
        }
        return List.copyOf(places);
    }

    private void look(String place, byte[] bytes, int depth) throws IOException {
        var digest = Digest.of(bytes);
        boolean isNew = seen.add(digest);
        if (isNew) {
            parts.add(new Part(place, bytes));
        }
        if (!isNew || depth > DEEPEST) {
            return;
        }
        if (begins(bytes, "PK\u0003\u0004")) {
            unzip(place, bytes, depth);
            return;
        }
        if (begins(bytes, "%PDF")) {
            for (var found : LegiblePdf.of(bytes).entrySet()) {
                look(place + " " + found.getKey(), found.getValue(), depth + 1);
            }
        }
        inflate(place, bytes, depth);
        if (Spellings.isText(bytes)) {
            decode(place, new String(bytes, StandardCharsets.UTF_8), depth);
        }
    }

    private static boolean begins(byte[] bytes, String with) {
        return new String(bytes, 0, Math.min(bytes.length, with.length()), StandardCharsets.ISO_8859_1).equals(with);
    }

    private void unzip(String place, byte[] bytes, int depth) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = place + "/" + entry.getName();
                look(name + " (name)", entry.getName().getBytes(StandardCharsets.UTF_8), depth + 1);
                look(name, in.readAllBytes(), depth + 1);
            }
        }
    }

    /// Wherever a zlib stream could begin: pictures, streams of a PDF, also those that nothing refers to.
    private void inflate(String place, byte[] bytes, int depth) throws IOException {
        for (int at = 0; at + 2 < bytes.length; at++) {
            if (bytes[at] == 0x78 && (0x7800 | bytes[at + 1] & 0xff) % 31 == 0) {
                byte[] plain = inflated(bytes, at);
                if (plain.length > 16) {
                    look(place + " inflated at " + at, plain, depth + 1);
                }
            }
        }
    }

    private static byte[] inflated(byte[] bytes, int at) {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[1024];
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes, at, bytes.length - at);
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                out.write(buffer, 0, n);
            }
            return inflater.finished() ? out.toByteArray() : new byte[0];
        } catch (DataFormatException notPacked) {
            return new byte[0];
        }
    }

    private void decode(String place, String text, int depth) throws IOException {
        for (var found : BASE64.matcher(text).results().toList()) {
            base64(place, found.group(), depth);
        }
        for (var found : HEX.matcher(text).results().toList()) {
            look(place + " from hex", HexFormat.of().parseHex(found.group().replaceAll("\\s", "")), depth + 1);
        }
        if (ESCAPED.matcher(text).find()) {
            String plain = ESCAPED.matcher(text)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(unescaped(found.group())));
            look(place + " without escapes", plain.getBytes(StandardCharsets.UTF_8), DEEPEST + 1);
        }
    }

    /// As base64 and base64url, from each of the four places where a group of letters could begin.
    private void base64(String place, String run, int depth) throws IOException {
        for (int from = 0; from < 4; from++) {
            String groups = run.substring(from).replace('-', '+').replace('_', '/');
            int whole = groups.length() % 4 == 1 ? groups.length() - 1 : groups.length();
            byte[] plain = Base64.getDecoder().decode(groups.substring(0, whole));
            if (from == 0 || Spellings.isText(plain)) {
                look(place + " from base64", plain, from == 0 ? depth + 1 : DEEPEST + 1);
            }
        }
    }

    private static String unescaped(String escape) {
        if (escape.startsWith("\\u")) {
            return "" + (char) Integer.parseInt(escape.substring(2), 16);
        }
        if (escape.startsWith("&#x")) {
            return point(Integer.parseInt(escape.substring(3, Math.min(9, escape.length() - 1)), 16));
        }
        if (escape.startsWith("&#")) {
            return point(Integer.parseInt(escape.substring(2, Math.min(9, escape.length() - 1))));
        }
        return new String(HexFormat.of().parseHex(escape.replaceAll("[%=]", "")), StandardCharsets.UTF_8);
    }

    private static String point(int code) {
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
}
