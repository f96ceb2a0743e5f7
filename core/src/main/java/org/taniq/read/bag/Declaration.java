package org.taniq.read.bag;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What `bagit.txt` says: by which version of BagIt the bag is made, and how its lists are encoded.
///
/// @param version as it stands there; empty where none does
/// @param encoding as it stands there; empty where none does
/// @param isThere whether there is a `bagit.txt`
/// @param isAsItMust whether it has the two lines that it must have, and nothing else
record Declaration(String version, String encoding, boolean isThere, boolean isAsItMust) {
    /// Where there is no `bagit.txt`.
    static final Declaration NONE = new Declaration("", "", false, false);

    private static final Pattern VERSION = Pattern.compile("BagIt-Version: ?([0-9]{1,4}\\.[0-9]{1,4})");
    private static final Pattern ENCODING =
            Pattern.compile("Tag-File-Character-Encoding: ?([A-Za-z0-9][A-Za-z0-9._:-]{0,60})");
    private static final int LINES = 2;

    private static final List<Charset> KNOWN = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.US_ASCII,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE);

    static Declaration of(String text) {
        var lines = text.split("\r\n|\r|\n", -1);
        int used = lines.length > 0 && lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        var version = used > 0 ? first(VERSION, lines[0]) : "";
        var encoding = used > 1 ? first(ENCODING, lines[1]) : "";
        return new Declaration(version, encoding, true, used == LINES && !version.isEmpty() && !encoding.isEmpty());
    }

    private static String first(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /// Nothing where it is none that is known here.
    Optional<Charset> charset() {
        return encoding.isEmpty()
                ? Optional.of(StandardCharsets.UTF_8)
                : KNOWN.stream().filter(this::isCalledSo).findFirst();
    }

    private boolean isCalledSo(Charset charset) {
        var wanted = encoding.toUpperCase(Locale.ROOT);
        return Stream.concat(Stream.of(charset.name()), charset.aliases().stream())
                .anyMatch(name -> name.toUpperCase(Locale.ROOT).equals(wanted));
    }

    /// From 1.0 on each list must name each file, and none twice.
    boolean isStrict() {
        return !version.isEmpty() && !version.startsWith("0.");
    }
}
