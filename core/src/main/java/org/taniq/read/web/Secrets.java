package org.taniq.read.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taniq.read.web.RecordHead.Field;

/// What lets whoever has it act as the person who captured: it stays in the sealed bytes, and `…` stands for it.
final class Secrets {
    static final String HIDDEN = "…";

    private static final Pattern HEADER =
            Pattern.compile("(?i).*(?:cookie|authoriz|token|csrf|xsrf|session|secret|api-?key|passw).*");
    private static final Pattern PASSWORD =
            Pattern.compile("(?i).*(?:passw|passphrase|pwd|passcode|cookie|csrf|xsrf).*|pass|pin|otp");
    private static final Pattern KEY = Pattern.compile(
            "(?i).*(?:token|secret|api[-_]?key|credential|authoriz|session[-_]?(?:id|key)|sessid).*|sid|auth|session");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=[?&#;])([\\w.\\[\\]-]{1,64})=([^&#;\\s\"'<>]*+)");
    private static final Pattern LINE =
            Pattern.compile("(?im)^((?:set-)?cookie2?|(?:proxy-)?authorization|x-[\\w-]{0,30}token)\\b.*$");
    private static final Pattern PART = Pattern.compile(
            "(?i)(\\bname=\"([^\"\\r\\n]{1,100}+)\"[^\\r\\n]*+(?:\\r?\\n[^\\r\\n]++)*+\\r?\\n\\r?\\n)([^\\r\\n]*+)");

    private Secrets() {}

    /// Whether what stands under this name in a form or in JSON is not to be shown.
    static boolean hides(String name, String value) {
        return PASSWORD.matcher(name).matches()
                || KEY.matcher(name).matches() && value.chars().noneMatch(Character::isWhitespace);
    }

    /// The value of a line of a head.
    static String in(Field field) {
        boolean isSecret = field.name().isEmpty()
                ? LINE.matcher(field.value()).find()
                : HEADER.matcher(field.name()).matches();
        return isSecret ? HIDDEN : inAddresses(field.value());
    }

    static String inAddresses(String text) {
        return IN_ADDRESS
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        hides(found.group(1), found.group(2)) ? found.group(1) + "=" + HIDDEN : found.group()));
    }

    /// A text in which lines of a head can stand.
    static String inLines(String text) {
        return LINE.matcher(text).replaceAll("$1: " + HIDDEN);
    }

    /// What was typed into the fields of a page and sent in parts (RFC 7578).
    static String inParts(String text) {
        return PART.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        hides(found.group(2), found.group(3)) ? found.group(1) + HIDDEN : found.group()));
    }
}
