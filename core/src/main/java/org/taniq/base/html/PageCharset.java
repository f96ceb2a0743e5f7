package org.taniq.base.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// In which encoding a page is read: its mark, what the sender said, what it says itself, UTF-8 where it is that, and
/// else Windows-1252 (WHATWG Encoding; HTML, "determining the character encoding").
public final class PageCharset {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final int HEAD = 4096;
    private static final Pattern STATED =
            Pattern.compile("<meta\\b[^>]{1,500}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    /// What browsers read as Windows-1252 though it is called so.
    private static final Set<String> LATINS =
            Set.of("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "us-ascii", "ascii", "l1", "cp1252");

    /// The encodings that browsers read (WHATWG Encoding), but for ISO-2022-JP, which switches between alphabets: no
    /// place in it can be told from the bytes there. A page that says another one is shown as if it said none.
    private static final Set<String> READ = Set.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "UTF-16",
            "IBM866",
            "ISO-8859-2",
            "ISO-8859-3",
            "ISO-8859-4",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-9",
            "ISO-8859-13",
            "ISO-8859-15",
            "ISO-8859-16",
            "KOI8-R",
            "KOI8-U",
            "x-MacCyrillic",
            "x-MacRoman",
            "x-windows-874",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "GBK",
            "GB18030",
            "GB2312",
            "Big5",
            "EUC-JP",
            "Shift_JIS",
            "windows-31j",
            "EUC-KR");

    /// By every name that they have, in small letters: Java would look for an unknown name in every place there is.
    private static final Map<String, Charset> NAMED = READ.stream()
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .flatMap(PageCharset::names)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(name -> name, Charset::forName));

    private PageCharset() {}

    private static Stream<String> names(Charset charset) {
        return Stream.concat(Stream.of(charset.name()), charset.aliases().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> READ.contains(Charset.forName(name).name()));
    }

    /// @param sender the encoding as whoever sent it named it; empty where nobody did
    public static Charset of(byte[] bytes, String sender) {
        return marked(bytes)
                .or(() -> named(sender))
                .or(() -> stated(bytes))
                .orElseGet(() -> isUtf8(bytes) ? StandardCharsets.UTF_8 : LATIN);
    }

    /// How many bytes a mark takes.
    static int mark(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        }
        return begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF) ? 2 : 0;
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return begins(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /// What can be read as ASCII to find this is not UTF-16, whatever it says.
    private static Optional<Charset> stated(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var stated = STATED.matcher(head);
        return stated.find()
                ? named(stated.group(1))
                        .map(found -> found.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : found)
                : Optional.empty();
    }

    /// The encoding of that name; none if browsers read no page in it.
    public static Optional<Charset> named(String name) {
        var low = name.strip().toLowerCase(Locale.ROOT);
        if (LATINS.contains(low)) {
            return Optional.of(LATIN);
        }
        return Optional.ofNullable(NAMED.get(low))
                .map(found -> found.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16LE : found);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
