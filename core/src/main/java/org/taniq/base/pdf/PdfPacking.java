package org.taniq.base.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// What the streams of a PDF unpack to, looked at before the library unpacks any of them into memory: a small file can
/// be packed so that it fills all there is. The library reads objects behind the word `obj` and nowhere else; each of
/// these is looked at, wherever it stands.
final class PdfPacking {
    private static final long MOST_UNPACKED = 128L << 20;
    private static final int MOST_OF_ONE = 128 << 20;
    private static final int MOST_BETWEEN = 64 << 20;
    private static final long MOST_OF_PICTURES = 2L << 30;
    /// Of arrays, dictionaries and texts, which take more memory than bytes.
    private static final long MOST_OBJECTS = 2_000_000;
    /// So many bytes of a file may be one of them by chance.
    private static final int BY_CHANCE = 32;

    private static final String OBJECT = "obj";
    private static final String STREAM = "stream";
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern NAME = Pattern.compile("/([^\0\\s/<>\\[\\]()%]*+)");
    private static final Pattern NAMES =
            Pattern.compile("(?:" + NAME + "|\\[[\0\\s]*+(?:" + NAME + "[\0\\s]*+)*+\\]|null)");
    private static final Pattern REFERENCE = Pattern.compile("[0-9]++[\0\\s]++[0-9]++[\0\\s]++R");
    /// A row of pixels of so many bytes is wider than any.
    private static final Pattern WIDE = Pattern.compile("[0-9]{6}|#");

    private static final Map<String, String> SHORT = Map.of(
            "Fl",
            "FlateDecode",
            "LZW",
            "LZWDecode",
            "RL",
            "RunLengthDecode",
            "A85",
            "ASCII85Decode",
            "AHx",
            "ASCIIHexDecode");

    private static final Set<String> UNPACKED =
            Set.of("FlateDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode");

    /// What pictures are packed with besides, and what only encrypted files have.
    private static final Set<String> NOT_UNPACKED =
            Set.of("DCTDecode", "DCT", "CCITTFaxDecode", "CCF", "JBIG2Decode", "JPXDecode", "Crypt");

    /// What a stream is for.
    private enum Kind {
        PICTURE,
        OBJECTS,
        OTHER;

        static Kind of(PdfDictionary stream) {
            if (stream.holds("First")) {
                return OBJECTS;
            }
            return nameIn(stream.value("Subtype")).equals("Image") ? PICTURE : OTHER;
        }
    }

    private final byte[] file;
    private final String latin;
    private long unpacked;
    private long pictures;
    private long objects;
    private long looked;

    private PdfPacking(byte[] file) {
        this.file = file;
        this.latin = new String(file, StandardCharsets.ISO_8859_1);
    }

    /// @throws Trouble where it unpacks to more than is read, or where that cannot be seen
    static void refuseTooMuch(byte[] file) throws Trouble {
        new PdfPacking(file).refuse();
    }

    private void refuse() throws Trouble {
        if (begun(file, 0, file.length) > MOST_OBJECTS + file.length / BY_CHANCE) {
            throw tooManyObjects();
        }
        for (int at = latin.indexOf(OBJECT); at >= 0; at = latin.indexOf(OBJECT, at + 1)) {
            int from = PdfDictionary.behindSpace(latin, at + OBJECT.length());
            look(from - at);
            if (PdfDictionary.begins(latin, from)) {
                object(from);
            }
        }
    }

    /// How many arrays, texts and dictionaries these bytes may begin.
    private static long begun(byte[] bytes, int from, int to) {
        long begun = 0;
        for (int i = from; i < to; i++) {
            begun += bytes[i] == '[' || bytes[i] == '(' || bytes[i] == '<' ? 1 : 0;
        }
        return begun;
    }

    private void object(int from) throws Trouble {
        try {
            var dictionary = PdfDictionary.of(latin, from);
            look(dictionary.end() - from);
            int behind = PdfDictionary.behindSpace(latin, dictionary.end());
            if (latin.startsWith(STREAM, behind)) {
                unpack(dictionary, behindLine(behind + STREAM.length()));
            }
        } catch (PdfDictionary.Irregular other) {
            throw unseen();
        }
    }

    /// Behind the end of the line of the word, as the library finds it.
    private int behindLine(int from) {
        int at = from;
        while (latin.startsWith(" ", at)) {
            at++;
        }
        at += latin.startsWith("\r", at) ? 1 : 0;
        return latin.startsWith("\n", at) ? at + 1 : at;
    }

    /// The same bytes may be many objects.
    private void look(int bytes) throws Trouble {
        looked += bytes;
        if (looked > 4L * file.length + (1 << 20)) {
            throw unseen();
        }
    }

    private static Trouble unseen() {
        return new Trouble(Said.of("it is packed in a way that is not unpacked here"));
    }

    private static Trouble tooManyObjects() {
        return new Trouble(Said.of("it holds more than {most} objects", "most", MOST_OBJECTS));
    }

    /// Pictures are not unpacked to read words: they are counted apart.
    private void unpack(PdfDictionary stream, int from) throws Trouble {
        var kind = Kind.of(stream);
        var chain = filters(stream, "Filter");
        chain.addAll(filters(stream, "F"));
        refuseParameters(stream, chain, kind);
        var in = new ByteArrayInputStream(file, from, file.length - from);
        for (int i = 0; i < chain.size(); i++) {
            if (!UNPACKED.contains(chain.get(i))) {
                if (kind == Kind.PICTURE || !NOT_UNPACKED.contains(chain.get(i))) {
                    return; // the library does not know the other ones
                }
                throw unseen();
            }
            boolean last = i == chain.size() - 1;
            var out = new ByteArrayOutputStream();
            int before = in.available();
            unpack(
                    chain.get(i),
                    in,
                    last
                            ? new Bounded(OutputStream.nullOutputStream(), MOST_OF_ONE, kind)
                            : new Bounded(out, MOST_BETWEEN, kind));
            look(i == 0 ? before - in.available() : 0);
            in = new ByteArrayInputStream(out.toByteArray());
        }
    }

    private static String nameIn(String value) {
        var name = NAME.matcher(value);
        return name.matches() ? unescaped(name.group(1)) : "";
    }

    private static String unescaped(String name) {
        return ESCAPED.matcher(name)
                .replaceAll(
                        hex -> Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(hex.group(1)))));
    }

    /// @param key the file of a stream that lies elsewhere has the short name, too
    private static List<String> filters(PdfDictionary stream, String key) throws Trouble {
        String value = stream.value(key);
        var filters = new ArrayList<String>();
        if (!NAMES.matcher(value).matches()) {
            if (!value.isEmpty() && (key.equals("Filter") || !isFile(value))) {
                throw unseen();
            }
            return filters;
        }
        NAME.matcher(value).results().forEach(name -> {
            String full = unescaped(name.group(1));
            filters.add(SHORT.getOrDefault(full, full));
        });
        return filters;
    }

    private static boolean isFile(String value) {
        return value.startsWith("(") || value.startsWith("<");
    }

    /// With parameters the library unpacks otherwise than here, where another unpacks behind it.
    private static void refuseParameters(PdfDictionary stream, List<String> chain, Kind kind) throws Trouble {
        String parameters = stream.value("DecodeParms") + " " + stream.value("DP");
        if (kind == Kind.PICTURE || parameters.isBlank()) {
            return;
        }
        boolean inner = chain.stream().limit(Math.max(0, chain.size() - 1)).anyMatch(each -> !each.startsWith("ASCII"));
        if (inner
                || parameters.contains("EarlyChange")
                || REFERENCE.matcher(parameters).find()
                || WIDE.matcher(parameters).find()) {
            throw unseen();
        }
    }

    private static void unpack(String filter, ByteArrayInputStream packed, Bounded out) throws Trouble {
        try (out) {
            FilterFactory.INSTANCE.getFilter(filter).decode(packed, out, new COSDictionary(), 0);
        } catch (Trouble tooMuch) {
            throw tooMuch;
        } catch (IOException | RuntimeException damaged) { // hostile bytes in a foreign parser
            return; // the library reads as far, or refuses it itself
        }
    }

    private final class Bounded extends OutputStream {
        private final OutputStream out;
        private final int most;
        private final Kind kind;
        private long written;
        private long begun;

        Bounded(OutputStream out, int most, Kind kind) {
            this.out = out;
            this.most = most;
            this.kind = kind;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            if (kind != Kind.PICTURE) {
                begun += begun(bytes, from, from + length);
                refuseObjects();
            }
            out.write(bytes, from, length);
        }

        private void count(int more) throws Trouble {
            written += more;
            unpacked += kind == Kind.PICTURE ? 0 : more;
            pictures += kind == Kind.PICTURE ? more : 0;
            if (written > most || unpacked > MOST_UNPACKED || pictures > MOST_OF_PICTURES) {
                throw new Trouble(Said.of("it unpacks to more than {most} MiB", "most", MOST_UNPACKED >> 20));
            }
        }

        /// Those of instructions are gone when the next is followed, the others stay in memory.
        private void refuseObjects() throws Trouble {
            if (begun + (kind == Kind.OBJECTS ? objects : 0) > MOST_OBJECTS) {
                throw tooManyObjects();
            }
        }

        @Override
        public void close() {
            objects += kind == Kind.OBJECTS ? begun : 0;
        }
    }
}
