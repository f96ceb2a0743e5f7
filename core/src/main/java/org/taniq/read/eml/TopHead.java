package org.taniq.read.eml;

import java.util.Locale;
import org.taniq.base.mime.PartHead;
import org.taniq.read.mail.RawMail;

/// What the header of a mail says of its body.
final class TopHead {
    private static final String CONTENT = "content-";

    private TopHead() {}

    static PartHead of(RawMail mail, HeaderText text) {
        var fields = mail.fields().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).startsWith(CONTENT))
                .map(field -> new PartHead.Field(field.name(), text.of(field)))
                .toList();
        return new PartHead(fields, "text/plain");
    }
}
