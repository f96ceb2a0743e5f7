package org.taniq.read.eml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.mail.Canon;
import org.taniq.read.mail.CheckedSignature;
import org.taniq.read.mail.RawMail;
import org.taniq.read.record.Detail;

/// A notice of a platform. Whoever sends mail can write any sender: that the platform signed it is said only where a
/// domain of its own signed all that a reader goes by, and all that decides how the body is read.
final class Notice {
    private static final int MOST_QUOTED = 20;
    private static final Pattern QUOTED = Pattern.compile("[“„«\"]([^“”„«»\"\\n]{1,2000})[”“»\"]");
    private static final String ENCODING = "content-transfer-encoding";
    /// States how long a mail is within a mailbox, and nothing about how it is read.
    private static final String LENGTH = "content-length";

    /// What else people or programs go by.
    private static final List<String> SHOWN =
            List.of("Sender", "Reply-To", "Cc", "Bcc", "Message-ID", "In-Reply-To", "Resent-From", "Resent-Sender");

    private final Platform platform;
    private final RawMail mail;
    private final List<CheckedSignature> signatures;

    private Notice(Platform platform, Proving.Checked checked) {
        this.platform = platform;
        this.mail = checked.mail();
        this.signatures = checked.proof().signatures();
    }

    /// The details of one; none where the sender is no platform.
    ///
    /// @param words of the mail, with its subject
    static List<Detail> details(Proving.Checked checked, List<MailAddress> from, String words) throws IOException {
        if (from.size() != 1 || checked.mail().named("From").size() != 1) {
            return List.of();
        }
        var platform = Platform.of(from.getFirst().address());
        return platform.isEmpty() ? List.of() : new Notice(platform.get(), checked).details(words);
    }

    private List<Detail> details(String words) throws IOException {
        String why = "not-signed";
        for (var one : signatures.reversed()) {
            var against = against(one);
            if (against.isEmpty()) {
                return details(words, signed(one));
            }
            why = against.get();
        }
        return details(
                words, Json.object().put("signedByPlatform", Json.of(false)).put("why", why));
    }

    private Json.Builder signed(CheckedSignature one) {
        return Json.object()
                .put("signedByPlatform", Json.of(true))
                .put("why", Json.NULL)
                .put(
                        "notSigned",
                        Json.strings(SHOWN.stream()
                                .filter(name -> !SenderProof.isSigned(one, mail, name))
                                .toList()));
    }

    private List<Detail> details(String words, Json.Builder notice) {
        var details = new ArrayList<Detail>();
        details.add(new Detail(
                "platformNotice", notice.put("platform", platform.name()).build()));
        quoted(words).forEach(said -> details.add(Detail.of("inQuotes", said)));
        return details;
    }

    /// Why this signature does not prove that the platform wrote all of it; empty where it does.
    private Optional<String> against(CheckedSignature one) throws IOException {
        if (!platform.signers().contains(one.field().domain().toLowerCase(Locale.ROOT))) {
            return Optional.of("signed-by-others");
        }
        if (!platform.isSeen()) {
            return Optional.of("not-seen");
        }
        var against = SenderProof.against(one, mail);
        return against.isPresent() ? against : againstReading(one);
    }

    /// How the body is read must be signed, too.
    private Optional<String> againstReading(CheckedSignature one) throws IOException {
        boolean isSigned = mail.fields().stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("content-") && !name.equals(ENCODING) && !name.equals(LENGTH))
                .allMatch(name -> SenderProof.isSigned(one, mail, name));
        if (!isSigned || mail.named("Content-Type").isEmpty()) {
            return Optional.of("fields-not-signed");
        }
        if (!one.field().bodyCanon().equals(Optional.of(Canon.SIMPLE))) {
            return Optional.of("white-space-not-signed");
        }
        return isEncodingSure(one) ? Optional.empty() : Optional.of("encoding-not-signed");
    }

    /// A body of several parts has no encoding of its own.
    private boolean isEncodingSure(CheckedSignature one) throws IOException {
        int inMail = mail.named(ENCODING).size();
        boolean isSigned = one.field().covers().contains(ENCODING) && SenderProof.isSigned(one, mail, ENCODING);
        var head = PartHead.of(mail, HeaderText.of(mail));
        return isSigned || inMail < 2 && (head.isMultipart() || BodyEncoding.isSure(mail, head));
    }

    /// What stands in quotation marks: a comment that the notice is about, for instance.
    private static Set<String> quoted(String words) {
        var quoted = new LinkedHashSet<String>();
        var found = QUOTED.matcher(words);
        while (quoted.size() < MOST_QUOTED && found.find()) {
            quoted.add(found.group(1).strip());
        }
        quoted.remove("");
        return quoted;
    }
}
