package org.taniq.read.eml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.taniq.read.mail.RawMail;

/// Whether bytes begin as a mail does: with fields of a header, two of them of those that mail has.
final class MailHead {
    private static final Set<String> MAIL = Set.of(
            "from",
            "received",
            "return-path",
            "delivered-to",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "dkim-signature",
            "message-id");
    private static final Set<String> MAIL_TOO =
            Set.of("to", "cc", "bcc", "date", "subject", "sender", "reply-to", "in-reply-to");

    /// A page that a browser saved has the form of a mail, and is none; a mail that went its way is one whatever else
    /// stands in it.
    private static final String PAGE = "snapshot-content-location";

    private static final Set<String> SENT =
            Set.of("received", "return-path", "delivered-to", "to", "cc", "message-id", "dkim-signature", "reply-to");

    private MailHead() {}

    /// @param head its first bytes, without a byte order mark
    static boolean isMail(byte[] head) throws IOException {
        var mail = RawMail.of(() -> new ByteArrayInputStream(head));
        if (mail.strays().size() > Beginning.Behind.MOST_STRAYS
                || mail.fields().isEmpty()
                || mail.fields().getFirst().from() > 0) {
            return false;
        }
        var names = new HashSet<String>();
        mail.fields().forEach(field -> names.add(field.name().toLowerCase(Locale.ROOT)));
        boolean isPage = names.contains(PAGE) && names.stream().noneMatch(SENT::contains);
        return !isPage && hasTwo(names);
    }

    /// Whether a field of this name, in small letters, is one of those that mail has.
    static boolean isOfMail(String name) {
        return MAIL.contains(name) || MAIL_TOO.contains(name);
    }

    private static boolean hasTwo(Set<String> names) {
        long known = names.stream().filter(MailHead::isOfMail).count();
        return known > 1 && names.stream().anyMatch(MAIL::contains);
    }

    /// Where bytes begin behind a byte order mark of UTF-8.
    static int behindMark(byte[] head) {
        boolean marked = head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    static boolean begins(byte[] bytes, int from, String with) {
        boolean begins = from + with.length() <= bytes.length;
        for (int i = 0; begins && i < with.length(); i++) {
            begins = bytes[from + i] == with.charAt(i);
        }
        return begins;
    }
}
