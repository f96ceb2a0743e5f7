package org.taniq.base.age;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/// A passphrase that nobody thought up: six words, each one of 7,772 (EFF's large list), written
/// `word-word-word-word-word-word`. Six words hold 77.5 bits: at 2^18 scrypt a million machines of one
/// guess a second need three thousand million years for half of them.
public final class SixWords {
    private static final int COUNT = 6;
    private static final int LONGEST = COUNT * 10;
    private static final List<String> WORDS = words();

    private SixWords() {}

    /// Six new words; the caller shows and wipes them.
    public static char[] generate(SecureRandom random) {
        var joined = new StringBuilder(LONGEST); // never grows, which would leave a copy in memory
        for (int i = 0; i < COUNT; i++) {
            joined.append(i == 0 ? "" : "-").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return drain(joined);
    }

    /// Whether two ways of typing are the same words. Both arrays stay the caller's.
    public static boolean same(char[] typed, char[] words) {
        char[] one = plain(typed);
        char[] other = plain(words);
        try {
            return Arrays.equals(one, other);
        } finally {
            Arrays.fill(one, '\0');
            Arrays.fill(other, '\0');
        }
    }

    /// As the words are locked with, however they were typed: small letters (also where a Turkish or
    /// Azerbaijani keyboard wrote ı or İ), one hyphen where there were spaces, hyphens or dashes, none at
    /// the ends.
    static char[] plain(char[] typed) {
        var plain = new StringBuilder(typed.length);
        boolean gap = false;
        for (char c : typed) {
            if (separates(c)) {
                gap = true;
                continue;
            }
            if (gap && !plain.isEmpty()) {
                plain.append('-');
            }
            gap = false;
            plain.append(small(c));
        }
        return drain(plain);
    }

    private static boolean separates(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static char small(char c) {
        return c == 'İ' || c == 'ı' ? 'i' : Character.toLowerCase(c);
    }

    private static char[] drain(StringBuilder secret) {
        var chars = new char[secret.length()];
        secret.getChars(0, chars.length, chars, 0);
        for (int i = 0; i < chars.length; i++) {
            secret.setCharAt(i, '\0');
        }
        return chars;
    }

    private static List<String> words() {
        try (InputStream in = SixWords.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("words.txt cannot be read from the program", broken);
        }
    }
}
