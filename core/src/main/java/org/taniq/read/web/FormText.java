package org.taniq.read.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What somebody typed into the fields of a page, as it is sent: `name=value&…`, each on a line. Passwords are left
/// out.
final class FormText {
    private static final int LONGEST_NAME = 100;

    private final byte[] sent;
    private final StringBuilder text = new StringBuilder();

    private FormText(byte[] sent) {
        this.sent = sent;
    }

    /// Whether it can be nothing else: names, each with `=` behind it, and no blank.
    static boolean is(byte[] sent) {
        int end = sent.length;
        while (end > 0 && sent[end - 1] >= 0 && sent[end - 1] <= ' ') {
            end--;
        }
        return isForm(sent, end);
    }

    private static boolean isForm(byte[] sent, int end) {
        boolean isName = true;
        int length = 0;
        for (int i = 0; i < end; i++) {
            byte each = sent[i];
            if (each >= 0 && each <= ' ' || each == 0x7F) {
                return false;
            }
            boolean ends = isName && each == '=' && length > 0;
            if (isName && !ends && (++length > LONGEST_NAME || !isOfName(each))) {
                return false;
            }
            isName = !ends && (isName || each == '&');
            length = isName ? length : 0;
        }
        return !isName;
    }

    private static boolean isOfName(byte b) {
        return b > 0 && Character.isLetterOrDigit(b) || "_.[]%-".indexOf(b) >= 0;
    }

    /// @param most bytes of it that are read
    static String of(byte[] sent, int most) {
        var form = new FormText(sent.length > most ? Arrays.copyOf(sent, most) : sent);
        form.read();
        return form.text.toString();
    }

    private void read() {
        int from = 0;
        for (int at = 0; at <= sent.length; at++) {
            if (at == sent.length || sent[at] == '&') {
                text.append(from == 0 ? "" : "\n").append(field(from, at));
                from = at + 1;
            }
        }
    }

    private String field(int from, int to) {
        int equals = from;
        while (equals < to && sent[equals] != '=') {
            equals++;
        }
        var name = decoded(from, equals);
        if (equals == to) {
            return name;
        }
        var value = decoded(equals + 1, to);
        return name + "=" + (Secrets.hides(name, value) ? Secrets.HIDDEN : JsonWords.withoutSecrets(value));
    }

    private String decoded(int from, int to) {
        var bytes = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            int value = sent[at] == '%' && at + 2 < to
                    ? Character.digit(sent[at + 1], 16) << 4 | Character.digit(sent[at + 2], 16)
                    : -1;
            bytes.write(value >= 0 ? value : sent[at] == '+' ? ' ' : sent[at]);
            at += value >= 0 ? 3 : 1;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
