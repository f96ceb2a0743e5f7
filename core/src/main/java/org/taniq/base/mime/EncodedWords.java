package org.taniq.base.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of a header that stand for others, `=?windows-1251?B?…?=` (RFC 2047). One letter may be split over two of
/// them, which is against the RFC and common. What is no such word stays as it is.
public final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,60})(?:\\*[^?\\s]{0,40})?\\?([bBqQ])\\?([^?\\r\\n]{0,4000})\\?=");

    private final String value;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String charset = "";
    private boolean broken;

    private EncodedWords(String value) {
        this.value = value;
    }

    public static MailCharset.Decoded decode(String value) {
        return value.contains("=?")
                ? new EncodedWords(value).decoded()
                : new MailCharset.Decoded(value, value.indexOf('\uFFFD') >= 0);
    }

    private MailCharset.Decoded decoded() {
        Matcher word = WORD.matcher(value);
        int behind = 0;
        boolean first = true;
        while (word.find()) {
            var between = value.substring(behind, word.start());
            if (first || !between.isBlank()) {
                flush();
                out.append(between);
            }
            take(word);
            behind = word.end();
            first = false;
        }
        flush();
        out.append(value, behind, value.length());
        return new MailCharset.Decoded(out.toString(), broken || out.indexOf("\uFFFD") >= 0);
    }

    private void take(Matcher word) {
        if (!charset.equalsIgnoreCase(word.group(1))) {
            flush();
            charset = word.group(1);
        }
        boolean isAscii = word.group(3).chars().allMatch(c -> c < 0x80);
        broken |= !isAscii;
        if (word.group(2).equalsIgnoreCase("b")) {
            byte[] raw = word.group(3).getBytes(StandardCharsets.ISO_8859_1);
            var decoding = new Base64Decoding(bytes::write);
            decoding.take(raw, raw.length);
            decoding.end();
            broken |= decoding.isDamaged();
        } else {
            quoted(word.group(3));
        }
    }

    /// Careless programs leave letters as they are, which is against the RFC.
    private void quoted(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                quoted(text.substring(from, i).getBytes(StandardCharsets.US_ASCII));
                flush();
                out.append(text.charAt(i));
                from = i + 1;
            }
        }
        quoted(text.substring(from).getBytes(StandardCharsets.US_ASCII));
    }

    private void quoted(byte[] raw) {
        for (int i = 0; i < raw.length; i++) {
            int byHex = raw[i] == '=' && i + 2 < raw.length ? hex(raw[i + 1], raw[i + 2]) : -1;
            bytes.write(byHex >= 0 ? byHex : raw[i] == '_' ? ' ' : raw[i]);
            i += byHex >= 0 ? 2 : 0;
        }
    }

    /// The byte that two hexadecimal digits are; -1 where they are none.
    public static int hex(int high, int low) {
        int a = high < 0x80 ? Character.digit(high, 16) : -1;
        int b = low < 0x80 ? Character.digit(low, 16) : -1;
        return a < 0 || b < 0 ? -1 : a << 4 | b;
    }

    private void flush() {
        if (bytes.size() > 0) {
            var decoded = MailCharset.decode(bytes.toByteArray(), charset);
            out.append(decoded.text());
            broken |= decoded.isBroken();
            bytes.reset();
        }
    }
}
