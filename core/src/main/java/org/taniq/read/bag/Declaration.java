package org.taniq.read.bag;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
    private static final Set<String> VERSIONS = Set.of("0.93", "0.94", "0.95", "0.96", "0.97", "1.0");

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

    /// Any name of an encoding may stand there. Nothing where it is none that is known here.
    Optional<Charset> charset() {
        try {
            return encoding.isEmpty() ? Optional.of(StandardCharsets.UTF_8) : Optional.of(Charset.forName(encoding));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /// Whether its rules are known here: those of the drafts, and RFC 8493.
    boolean isOfKnownVersion() {
        return VERSIONS.contains(version);
    }

    /// From 1.0 on each list must name each file, and none twice.
    boolean isStrict() {
        return !version.isEmpty() && !version.startsWith("0.");
    }
}
