package org.taniq.read.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taniq.read.web.RecordHead.Field;

/// What lets whoever has it act as the person who captured: it stays in the sealed bytes, and `…` stands for it.
final class Secrets {
    static final String HIDDEN = "…";

    private static final Pattern HEADER =
            Pattern.compile("(?i).*(?:cookie|authoriz|token|csrf|xsrf|session|secret|api-?key|passw|json-metadata).*"
                    + "|(?:.*-)?(?:auth|lsd|jwt|key)(?:-.*)?");
    private static final Pattern PASSWORD =
            Pattern.compile("(?i).*(?:passw|passphrase|pwd|passcode|encpass|cookie|csrf|xsrf).*|pass|pin|t?otp");
    private static final Pattern KEY = Pattern.compile(
            "(?i).*(?:token|secret|(?:api|access|private|client)[-_]?key|credential|authoriz|session[-_]?(?:id|key)|sessid|jwt"
                    + "|fb_dtsg).*|sid|auth|session|lsd|jazoest|(?:(?:sms|verification|confirmation|security|login)[-_]?)?code");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=[?&#;])([\\w.\\[\\]-]{1,64})=([^&#;\\s\"'<>]*+)");
    private static final Pattern LINE =
            Pattern.compile("(?im)^((?:set-)?cookie2?|(?:proxy-)?authorization|x-[\\w-]{0,30}token)\\b[^\\r\\n]*+");

    /// Options of programs with what they are given; Wget writes its own into its archives.
    private static final String OPTION =
            "(?<![\\w-])--(?:[\\w-]{0,30}(?:passw|secret|token|auth|cookie)[\\w-]{0,30}|(?:post|body)-data)%1$s|"
                    + "(?<![\\w-])--header%1$s[\\w-]{0,30}(?:cookie|authoriz|token|csrf|xsrf|session|secret|key|passw)"
                    + "[\\w-]{0,30}\\s?:";

    private static final List<Pattern> OPTIONS = List.of(
            quoted('"'),
            quoted('\''),
            Pattern.compile("(?i)((?:" + OPTION.formatted("[=\\s]\\s{0,3}") + ")\\s{0,3})(?![\\s\"']|--)[^\\s\"']++"));
    private static final Pattern USER = Pattern.compile("(?<=://)[^/\\s:@\"']{1,100}+:[^/\\s@\"']{1,100}+(?=@)");

    private static final int LONGEST_HEAD = 1 << 18;

    private Secrets() {}

    private static Pattern quoted(char quote) {
        var plain = "[^\\\\\r\n" + quote + "]*+";
        return Pattern.compile("(?i)(" + quote + "(?:" + OPTION.formatted("(?:=|" + quote + "[,\\s]{1,3}" + quote + ")")
                + "))" + plain + "(?:\\\\." + plain + "){0,500}+");
    }

    /// Whether what stands under this name in a form or in JSON is not to be shown.
    static boolean hides(String name, String value) {
        return PASSWORD.matcher(name).matches()
                || KEY.matcher(name).matches() && value.chars().noneMatch(Character::isWhitespace);
    }

    /// The value of a line of a head.
    static String in(Field field) {
        boolean isSecret = field.name().isEmpty()
                ? LINE.matcher(field.value()).find()
                : HEADER.matcher(field.name()).matches() || hides(field.name(), field.value());
        return isSecret ? HIDDEN : inAddresses(field.value());
    }

    static String inAddresses(String text) {
        return IN_ADDRESS
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        hides(found.group(1), found.group(2)) ? found.group(1) + "=" + HIDDEN : found.group()));
    }

    /// A text in which lines of a head can stand, or what a program was told.
    static String inLines(String text) {
        var lines = LINE.matcher(text).replaceAll("$1: " + HIDDEN);
        for (var option : OPTIONS) {
            lines = option.matcher(lines).replaceAll("$1" + HIDDEN);
        }
        return USER.matcher(lines).replaceAll(HIDDEN);
    }

    /// The same of bytes in which a page stands: what is secret is blanks, so that all else stays in its place.
    static byte[] inLines(byte[] page) {
        int seen = Math.min(page.length, LONGEST_HEAD);
        byte[] shown = page.clone();
        var lines = LINE.matcher(new String(page, 0, seen, StandardCharsets.ISO_8859_1));
        while (lines.find()) {
            Arrays.fill(shown, lines.end(1), lines.end(), (byte) ' ');
        }
        return shown;
    }
}
