package org.taniq.base.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
/// be packed so that it fills all there is.
final class PdfPacking {
    private static final long MOST_UNPACKED = 128L << 20;
    private static final int MOST_OF_ONE = 128 << 20;
    private static final long MOST_OF_PICTURES = 2L << 30;
    private static final int LONGEST_HEAD = 1 << 20;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern PACKED =
            Pattern.compile("/(?:Filter|F)\\s*(?<names>\\[[^\\]]*+\\]?+|/[^\\s/<>\\[\\]()%]++)?+");
    private static final Pattern NAME = Pattern.compile("/([^\\s/<>\\[\\]()%]++)");
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

    private final byte[] file;
    private final String latin;
    private long unpacked;
    private long pictures;
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
        int end = 0;
        int object = 0;
        int nextObject = latin.indexOf("obj");
        for (int at = latin.indexOf("stream"); at >= 0; at = latin.indexOf("stream", at + 1)) {
            while (nextObject >= 0 && nextObject < at) {
                object = nextObject;
                nextObject = latin.indexOf("obj", nextObject + 1);
            }
            if (at > 2 && latin.startsWith("end", at - 3)) {
                continue;
            }
            if (end <= at) {
                int next = latin.indexOf("endstream", at);
                end = next < 0 ? file.length : next;
            }
            refuse(object, at, end);
        }
    }

    private void refuse(int object, int at, int end) throws Trouble {
        if (at - object > LONGEST_HEAD) {
            throw unseen();
        }
        looked += end - at + at - object;
        if (looked > 4L * file.length + LONGEST_HEAD) {
            throw unseen();
        }
        String head = ESCAPED.matcher(latin.substring(object, at))
                .replaceAll(
                        hex -> Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(hex.group(1)))));
        int from = at + "stream".length();
        while (from < end && (file[from] == '\r' || file[from] == '\n' || file[from] == ' ')) {
            from++;
        }
        unpack(filters(head), head.contains("/Image"), from, end);
    }

    private static Trouble unseen() {
        return new Trouble(Said.of("it is packed in a way that is not unpacked here"));
    }

    private static List<String> filters(String head) throws Trouble {
        var filters = new ArrayList<String>();
        var packed = PACKED.matcher(head);
        while (packed.find()) {
            String names = packed.group("names");
            if (names == null) {
                if (packed.group().startsWith("/Filter")
                        && packed.end() < head.length()
                        && Character.isDigit(head.charAt(packed.end()))) {
                    throw unseen();
                }
                continue;
            }
            var name = NAME.matcher(names);
            while (name.find()) {
                filters.add(SHORT.getOrDefault(name.group(1), name.group(1)));
            }
        }
        return filters;
    }

    /// Pictures are not unpacked to read words: they are counted apart.
    private void unpack(List<String> filters, boolean image, int from, int end) throws Trouble {
        byte[] bytes = Arrays.copyOfRange(file, from, end);
        for (int i = 0; i < filters.size(); i++) {
            if (!UNPACKED.contains(filters.get(i))) {
                if (image) {
                    return;
                }
                throw unseen();
            }
            var out = new ByteArrayOutputStream();
            boolean last = i == filters.size() - 1;
            unpack(filters.get(i), bytes, new Bounded(last ? OutputStream.nullOutputStream() : out, image));
            bytes = out.toByteArray();
        }
    }

    private static void unpack(String filter, byte[] packed, Bounded out) throws Trouble {
        try {
            FilterFactory.INSTANCE
                    .getFilter(filter)
                    .decode(new ByteArrayInputStream(packed), out, new COSDictionary(), 0);
        } catch (Trouble tooMuch) {
            throw tooMuch;
        } catch (IOException | RuntimeException damaged) { // hostile bytes in a foreign parser
            return; // the library reads as far, or refuses it itself
        }
    }

    private final class Bounded extends OutputStream {
        private final OutputStream out;
        private final boolean image;
        private long written;

        Bounded(OutputStream out, boolean image) {
            this.out = out;
            this.image = image;
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            out.write(bytes, from, length);
        }

        private void count(int more) throws Trouble {
            written += more;
            unpacked += image ? 0 : more;
            pictures += image ? more : 0;
            if (written > MOST_OF_ONE || unpacked > MOST_UNPACKED || pictures > MOST_OF_PICTURES) {
                throw new Trouble(Said.of("it unpacks to more than {most} MiB", "most", MOST_UNPACKED >> 20));
            }
        }
    }
}
