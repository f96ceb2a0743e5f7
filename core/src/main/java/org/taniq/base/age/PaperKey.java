package org.taniq.base.age;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// An [Identity] as it is copied to paper by hand and typed back: four lines, groups of four characters, and
/// at the end of each line two characters that show a mistake in this line. Without these two, after
/// `AGE-SECRET-KEY-1`, it is the age key that any age program takes.
///
/// The two are the first ten bits of SHA-256("taniq/paper/1\n" ‖ number of the line ‖ its characters), in
/// the alphabet of the key (BIP 173): one mistake in 1,024 passes a line, and the checksum of the whole key
/// notices that one.
public final class PaperKey {
    /// How many lines there are.
    public static final int LINES = 4;

    private static final String HEAD = "AGE-SECRET-KEY-1";
    private static final String ALPHABET = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
    private static final int LENGTH = 58;
    private static final int LINE = 16;
    private static final int CHECK = 2;
    private static final Pattern NUMBER = Pattern.compile("^[1-4]\\s*[:.)]");
    private static final Pattern GROUP = Pattern.compile("(.{4})(?=.)");

    private PaperKey() {}

    /// What is written down, line by line.
    public static List<String> lines(Identity identity) {
        String key = identity.secret().substring(HEAD.length());
        var lines = new ArrayList<String>();
        for (int number = 1; number <= LINES; number++) {
            String part = part(number, key);
            lines.add(GROUP.matcher(part).replaceAll("$1 ") + "  " + check(number, part));
        }
        return lines;
    }

    /// The key of what was typed: the four lines, with or without their numbers, or the whole key in one
    /// line. Letters may be small; what stands in no key is taken for what looks like it (O for 0, I and 1 for
    /// L, B for 8).
    ///
    /// @throws Trouble if something was mistyped, with the number of the line
    public static Identity read(List<String> typed) throws Trouble {
        var key = new StringBuilder(LENGTH);
        int number = 1;
        for (var line : typed) {
            String plain = plain(line);
            if (plain.isEmpty() || plain.equals(HEAD)) {
                continue;
            }
            if (plain.length() == HEAD.length() + LENGTH && plain.startsWith(HEAD)) {
                return identity(plain);
            }
            key.append(line(number++, plain));
        }
        if (number <= LINES) {
            throw new Trouble(Said.of(
                    "the paper key has {lines} lines, and only {typed} were typed",
                    Map.of("lines", LINES, "typed", number - 1)));
        }
        return identity(HEAD + key);
    }

    /// The characters of one line without the two that check it.
    ///
    /// @throws Trouble if the line was mistyped
    public static String line(int number, String typed) throws Trouble {
        String plain = lookalikes(plain(typed));
        if (number > LINES) {
            throw new Trouble(Said.of("the paper key has {lines} lines, and more were typed", "lines", LINES));
        }
        int length = length(number);
        if (plain.length() != length + CHECK) {
            throw new Trouble(Said.of(
                    "line {line} of the paper key has {right} characters and {typed} were typed",
                    Map.of("line", number, "right", length + CHECK, "typed", plain.length())));
        }
        String part = plain.substring(0, length);
        if (!plain.endsWith(check(number, part))) {
            throw new Trouble(
                    Said.of("there is a mistake in line {line} of the paper key: look at it again", "line", number));
        }
        return part;
    }

    private static int length(int number) {
        return Math.min(LINE, LENGTH - (number - 1) * LINE);
    }

    private static String part(int number, String key) {
        int from = (number - 1) * LINE;
        return key.substring(from, from + length(number));
    }

    private static String plain(String typed) {
        return NUMBER.matcher(typed.strip())
                .replaceFirst("")
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String lookalikes(String plain) {
        return plain.replace('O', '0')
                .replace('I', 'L')
                .replace('İ', 'L')
                .replace('1', 'L')
                .replace('B', '8');
    }

    private static String check(int number, String part) {
        byte[] digest = Digest.of(("taniq/paper/1\n" + number + part).getBytes(StandardCharsets.UTF_8))
                .bytes();
        int bits = (digest[0] & 0xFF) << 2 | (digest[1] & 0xFF) >> 6;
        return "" + ALPHABET.charAt(bits >> 5) + ALPHABET.charAt(bits & 31);
    }

    private static Identity identity(String key) throws Trouble {
        try {
            return Identity.parse(key);
        } catch (IllegalArgumentException mistyped) {
            throw new Trouble("there is a mistake in the paper key: look at every character again");
        }
    }
}
