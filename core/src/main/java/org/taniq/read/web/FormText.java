package org.taniq.read.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What somebody typed into the fields of a page, as it is sent: `name=value&…`, each on a line. Passwords are left
/// out.
final class FormText {
    private final byte[] sent;
    private final StringBuilder text = new StringBuilder();

    private FormText(byte[] sent) {
        this.sent = sent;
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
