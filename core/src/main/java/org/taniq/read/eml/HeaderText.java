package org.taniq.read.eml;

import java.util.Arrays;
import org.taniq.base.mime.EncodedWords;
import org.taniq.base.mime.MailCharset;
import org.taniq.base.mime.Parameters;
import org.taniq.read.mail.HeaderField;
import org.taniq.read.mail.RawMail;

/// What fields say, as text on one line. A header is ASCII or UTF-8; where it is neither, its bytes are taken for
/// those of the encoding that the mail names for its body. Remembers whether something was no text.
final class HeaderText {
    private final String charset;
    private boolean broken;

    private HeaderText(String charset) {
        this.charset = charset;
    }

    static HeaderText of(RawMail mail) {
        return new HeaderText(mail.named("Content-Type").stream()
                .findFirst()
                .flatMap(field -> Parameters.of(field.value()).value("charset"))
                .orElse(""));
    }

    /// As it stands there, encoded words included: what gives a field its form must be told before they are decoded.
    String of(HeaderField field) {
        byte[] raw = field.raw();
        int colon = 0;
        while (raw[colon] != ':') {
            colon++;
        }
        return of(Arrays.copyOfRange(raw, colon + 1, raw.length));
    }

    String of(byte[] bytes) {
        var decoded = MailCharset.decode(bytes, "utf-8");
        if (decoded.isBroken() && !charset.isEmpty()) {
            decoded = MailCharset.decode(bytes, charset);
        }
        broken |= decoded.isBroken();
        return decoded.text().replace("\r\n", "").replace("\n", "").strip();
    }

    /// With its encoded words decoded.
    String words(String value) {
        var decoded = EncodedWords.decode(value);
        broken |= decoded.isBroken();
        return decoded.text();
    }

    String words(HeaderField field) {
        return words(of(field));
    }

    boolean isBroken() {
        return broken;
    }
}
