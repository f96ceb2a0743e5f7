package org.taniq.tell;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as the program that it is meant for shows it: with the letters that JSON, HTML, mail and
/// addresses of the web write as numbers, with UTF-8 that was taken for Latin letters (as in the exports of
/// Facebook and Instagram), and with what is base64 in it. For searching only.
final class Unwrapped {
    private static final Pattern WRITTEN_AS_NUMBERS = Pattern.compile("\\\\u(?<unit>[0-9A-Fa-f]{4})"
            + "|\\\\(?:u\\{(?<braced>[0-9A-Fa-f]{1,6})\\}|U(?<long>00[0-9A-Fa-f]{6}))"
            + "|(?<code>(?:\\\\x[0-9A-Fa-f]{2}){1,4096}+)"
            + "|(?<control>\\\\[ntr])"
            + "|(?<octal>(?:\\\\[0-3][0-7]{2}){1,4096}+)"
            + "|&(?<mark>amp|lt|gt|quot|apos|nbsp);"
            + "|(?<unseen>&(?:shy|zwn?j|ZeroWidthSpace|NoBreak|lrm|rlm);)"
            + "|&#(?<decimal>[0-9]{1,7});?"
            + "|&#[xX](?<hex>[0-9A-Fa-f]{1,6});?"
            + "|&(?<letter>[A-Za-z])(?:uml|cedil|acute|grave|circ|tilde|ring|breve|caron|dot|nodot|math);"
            + "|(?<percent>(?:%[0-9A-Fa-f]{2}){1,4096}+)"
            + "|(?<mail>(?:=[0-9A-Fa-f]{2}){1,4096}+)");
    /// Letters that have a name, and other signs; these are none.
    private static final Pattern NAMED =
            Pattern.compile("&(?!(?:hellip|[mn]dash|[lr]aquo|[lr][sd]quo|[sb]dquo|bull|middot"
                    + "|copy|reg|trade|deg|euro|pound|cent|sect|para|times|plusmn|hearts|thinsp|e[mn]sp);)"
                    + "[A-Za-z][A-Za-z0-9]{1,31};");
    /// Of HTML, and of forums.
    private static final Pattern TAG =
            Pattern.compile("<[/!]?[A-Za-z-][^<>]{0,1000}+>|\\[/?[A-Za-z]{1,10}(?:=[^\\[\\]]{0,200}+)?\\]");
    private static final Pattern HEX = Pattern.compile("(?:(?<![0-9A-Za-z])|\\G)(?:[0-9A-Fa-f]{2}[ :,-]?){5,4096}+");
    private static final Map<String, String> MARKS =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    /// How often letters may be in code that are in code.
    private static final int ROUNDS = 16;

    private static final int WRAPPINGS = 3;
    private static final Pattern MAIL_LINE_GOES_ON = Pattern.compile("=\r?\n");
    private static final Pattern TAKEN_FOR_LATIN = Pattern.compile("[\u00C2-\u00F4][\u0080-\u00BF]");
    private static final Pattern LATIN = Pattern.compile("[\\x00-\\xFF]++");
    private static final int SHORTEST_BASE64 = 8;
    private static final int SHORTEST_LINE = 4;
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private Unwrapped() {}

    /// Everything that a text shows otherwise than it is written; empty where it hides nothing.
    static String of(String text) {
        var shown = new StringBuilder();
        String left = text;
        for (int i = 0; i < WRAPPINGS && !left.isEmpty(); i++) {
            letters(left, shown);
            left = packed(left);
            shown.append(left);
        }
        return shown.toString();
    }

    /// Whether it holds letters in a code that is not undone here.
    static boolean isIn(String text) {
        String letters = letters(text);
        return NAMED.matcher(letters).find() || !letters.equals(lettersOnce(letters));
    }

    /// Without marks inside words; what is written in the marks themselves comes behind.
    private static void letters(String text, StringBuilder shown) {
        String letters = letters(text);
        String untagged = TAG.matcher(letters).replaceAll("");
        boolean isCode = !letters.equals(text);
        if (isCode || !untagged.equals(letters)) {
            shown.append(untagged).append('\n');
        }
        if (isCode) {
            TAG.matcher(letters)
                    .results()
                    .forEach(tag -> shown.append(tag.group()).append('\n'));
        }
        if (TAKEN_FOR_LATIN.matcher(letters).find()) {
            shown.append(utf8(letters)).append('\n');
        }
    }

    private static String packed(String text) {
        var shown = new StringBuilder();
        base64(text, shown);
        HEX.matcher(text).results().forEach(word -> shown.append(ofHex(word.group())));
        return shown.toString();
    }

    /// Digests are of digits too, and no text.
    private static String ofHex(String word) {
        byte[] bytes = HexFormat.of().parseHex(word.replaceAll("[^0-9A-Fa-f]", ""));
        String text = new String(bytes, StandardCharsets.UTF_8);
        long damaged = text.chars().filter(c -> c == '\uFFFD').count();
        return damaged * 8 > text.length() ? "" : text + "\n";
    }

    private static String letters(String text) {
        String shown = text;
        for (int i = 0; i < ROUNDS; i++) {
            String before = shown;
            shown = lettersOnce(before);
            if (shown.equals(before)) {
                return shown;
            }
        }
        return shown;
    }

    private static String lettersOnce(String text) {
        String whole = MAIL_LINE_GOES_ON.matcher(text).replaceAll("");
        return WRITTEN_AS_NUMBERS.matcher(whole).replaceAll(found -> Matcher.quoteReplacement(letter(found)));
    }

    private static String letter(MatchResult found) {
        if (found.start("unit") >= 0) {
            return String.valueOf((char) Integer.parseInt(found.group("unit"), 16));
        }
        if (found.start("decimal") >= 0) {
            return point(Integer.parseInt(found.group("decimal")));
        }
        if (found.start("hex") >= 0) {
            return point(Integer.parseInt(found.group("hex"), 16));
        }
        if (found.start("braced") >= 0 || found.start("long") >= 0) {
            String hex = found.start("long") >= 0 ? found.group("long") : found.group("braced");
            return point(Integer.parseInt(hex, 16));
        }
        if (found.start("octal") >= 0) {
            return octal(found.group());
        }
        if (found.start("control") >= 0) {
            return "\n";
        }
        if (found.start("mark") >= 0) {
            return MARKS.getOrDefault(found.group("mark"), " ");
        }
        if (found.start("unseen") >= 0) {
            return "";
        }
        if (found.start("letter") >= 0) {
            return found.group("letter"); // the mark on it makes no difference to whoever looks for a name
        }
        return bytes(HexFormat.of().parseHex(found.group().replaceAll("[%=x\\\\]", "")));
    }

    private static String point(int point) {
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }

    private static String bytes(byte[] bytes) {
        try {
            return decoded(bytes);
        } catch (CharacterCodingException older) {
            return new String(bytes, CYRILLIC);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String octal(String digits) {
        byte[] bytes = new byte[digits.length() / 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits, 4 * i + 1, 4 * i + 4, 8);
        }
        return bytes(bytes);
    }

    private static String utf8(String latin) {
        return LATIN.matcher(latin)
                .replaceAll(run -> Matcher.quoteReplacement(
                        new String(run.group().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
    }

    /// What base64 stands for: each word, and the lines of a body together.
    private static void base64(String text, StringBuilder shown) {
        var body = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            String word = text.substring(at, end);
            shown.append(decoded(word));
            boolean line = word.length() >= SHORTEST_LINE && word.length() % 4 == 0;
            if (line || !body.isEmpty()) {
                body.append(word);
            }
            int next = line ? lineEnd(text, end) : end;
            if (next == end) {
                shown.append(decoded(body.toString()));
                body.setLength(0);
                next++;
            }
            at = next;
        }
        shown.append(decoded(body.toString()));
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBase64(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "+/-_".indexOf(c) >= 0;
    }

    /// Behind the end of a line, if there is one here.
    private static int lineEnd(String text, int at) {
        int line = at < text.length() && text.charAt(at) == '\r' ? at + 1 : at;
        return line < text.length() && text.charAt(line) == '\n' ? line + 1 : at;
    }

    /// Empty for most words of eight letters: they are base64 too, and stand for nothing.
    private static String decoded(String word) {
        int whole = word.length() % 4 == 1 ? word.length() - 1 : word.length();
        if (whole < SHORTEST_BASE64) {
            return "";
        }
        String base64 = word.substring(0, whole).replace('+', '-').replace('/', '_');
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            return decoded(bytes) + "\n";
        } catch (CharacterCodingException noText) {
            return "";
        }
    }
}
