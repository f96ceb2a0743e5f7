package org.taniq.read.eml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.taniq.base.mime.EncodedWords;
import org.taniq.base.mime.PartHead;
import org.taniq.read.mail.RawMail;

/// Whether the bytes of a signed body show by themselves how they are to be read. Facebook does not sign
/// Content-Transfer-Encoding: whoever has a mail could put it in, take it away, or change it, and so show other words.
final class BodyEncoding {
    private static final int BUFFER = 1 << 13;
    private static final byte[] QUOTED_MARK = {'=', '3', 'D', '"'};

    /// Escapes of quoted-printable, and equals signs that are none.
    private long escapes;

    private long bare;
    private boolean hasQuotedMark;
    private boolean hasOthers;

    private final byte[] last = new byte[QUOTED_MARK.length];

    private BodyEncoding() {}

    /// Whether it can be read in no other encoding than the one that the mail names.
    static boolean isSure(RawMail mail, PartHead head) throws IOException {
        var body = new BodyEncoding();
        try (InputStream in = mail.body()) {
            var buffer = new byte[BUFFER];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                body.take(buffer, got);
            }
        }
        body.take(new byte[QUOTED_MARK.length], QUOTED_MARK.length);
        return body.isSure(head);
    }

    /// A page that is not quoted-printable has `="` somewhere; one that is has `=3D"`.
    private boolean isSure(PartHead head) {
        return switch (head.encoding()) {
            case "quoted-printable" -> head.type().equals("text/html") && bare == 0 && hasQuotedMark;
            case "", "7bit", "8bit", "binary" -> hasOthers && (bare > 0 || escapes == 0);
            default -> false;
        };
    }

    private void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            System.arraycopy(last, 1, last, 0, last.length - 1);
            last[last.length - 1] = bytes[i];
            look();
        }
    }

    /// Looks at the first of the last four.
    private void look() {
        byte b = last[0];
        hasOthers |= b == ' ' || b == '.' || b == ',' || b == '<';
        if (b == '=') {
            boolean isEscape =
                    EncodedWords.hex(last[1], last[2]) >= 0 || last[1] == '\n' || last[1] == '\r' && last[2] == '\n';
            escapes += isEscape ? 1 : 0;
            bare += isEscape ? 0 : 1;
            hasQuotedMark |= Arrays.equals(last, QUOTED_MARK);
        }
    }
}
