package org.taniq.read.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taniq.base.mime.EncodedWords;
import org.taniq.base.mime.LineStream;
import org.taniq.read.mail.RawMail;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// A page that a browser saved as one file, with its frames and pictures, in the form of a mail (`.mhtml`, `.mht`; RFC
/// 2557): that of Chrome, of Internet Explorer, of Word, of programs for Firefox.
public final class MhtmlFile implements Parser {
    private static final Set<String> TYPES =
            Set.of("message/rfc822", "text/plain", "application/octet-stream", "application/mbox");

    /// What a mail gets on its way, and a page that was saved does not.
    private static final Set<String> SENT =
            Set.of("received", "return-path", "delivered-to", "to", "cc", "message-id", "dkim-signature", "reply-to");

    /// What a mail can have that is not on its way, where no program says that it saved the page.
    private static final Set<String> OF_MAIL =
            Set.of("bcc", "sender", "in-reply-to", "references", "x-mailer", "authentication-results");

    private static final Pattern LOCATION = Pattern.compile("(?im)^Content-Location:\\s*\\S");
    private static final int PART = 1 << 14;

    @Override
    public String name() {
        return "mhtml/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /// By its head: as browsers write it, or one of several parts that belong together of which the first has an
    /// address, and nothing that a mail has. Of the head all fields count that a reader of mail sees.
    @Override
    public boolean knows(Input input) throws IOException {
        byte[] bytes = input.head();
        var mail = RawMail.of(() -> new ByteArrayInputStream(bytes));
        var names = mail.fields().stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean isOther = mail.named("from").stream().anyMatch(field -> isPerson(field.value()))
                || !Collections.disjoint(names, OF_MAIL);
        boolean isMail = !Collections.disjoint(names, SENT) || isOther && !names.contains("snapshot-content-location");
        return !isMail && isPage(bytes);
    }

    /// Whether it has an address of mail; programs name themselves in any language.
    private static boolean isPerson(String from) {
        var words = EncodedWords.decode(from).text();
        return words.indexOf('@') >= 0 && !MhtmlHead.isProgram(words);
    }

    private static boolean isPage(byte[] bytes) throws IOException {
        var lines = new LineStream(new ByteArrayInputStream(bytes));
        var head = MhtmlHead.read(lines);
        if (!head.has("mime-version") && !head.has("content-type")) {
            return false;
        }
        int behind = (int) lines.at();
        var next = RecordHead.text(bytes, behind, Math.min(bytes.length, behind + PART));
        boolean isRelated = head.part().type().equals("multipart/related");
        boolean isOne = head.has("content-type") && head.part().type().equals("text/html");
        return head.has("snapshot-content-location")
                || MhtmlHead.isProgram(head.field("from"))
                || (isRelated || isOne) && head.has("content-location")
                || isRelated && LOCATION.matcher(next).find();
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        return new MhtmlReading(input, sink).run();
    }
}
