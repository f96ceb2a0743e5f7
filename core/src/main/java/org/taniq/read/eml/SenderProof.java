package org.taniq.read.eml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.mime.PartHead;
import org.taniq.read.mail.Canon;
import org.taniq.read.mail.CheckedSignature;
import org.taniq.read.mail.RawMail;
import org.taniq.read.mail.SignedBody;
import org.taniq.read.mail.Verdict;
import org.taniq.read.mail.Weakness;

/// What a right signature proves of who sent a mail. Anybody with a domain can sign any mail: it counts as the sender's
/// only where the domain is that of the sender.
final class SenderProof {
    /// What a reader goes by, and must be signed as often as it is there.
    private static final List<String> READ = List.of("From", "To", "Subject", "Date");

    /// What else people or programs go by.
    private static final List<String> SHOWN =
            List.of("Sender", "Reply-To", "Cc", "Bcc", "Message-ID", "In-Reply-To", "Resent-From", "Resent-Sender");

    private static final String ENCODING = "content-transfer-encoding";
    /// States how long a mail is within a mailbox, and nothing about how it is read.
    private static final String LENGTH = "content-length";

    private SenderProof() {}

    /// Whether the domain of the one sender, or one above it, signed all of the body and what a reader goes by, with
    /// nothing weak in it.
    static boolean holds(CheckedSignature one, RawMail mail, List<MailAddress> from) {
        return from.size() == 1
                && mail.named("From").size() == 1
                && !from.getFirst().isLookalike()
                && isAbove(
                        one.field().domain().toLowerCase(Locale.ROOT),
                        from.getFirst().domain())
                && against(one, mail).isEmpty();
    }

    /// A domain without a dot is everybody's.
    static boolean isAbove(String domain, String of) {
        return domain.indexOf('.') > 0 && (of.equals(domain) || of.endsWith("." + domain));
    }

    /// Why a signature, of whichever domain, does not prove that its domain wrote what a reader goes by; empty where it
    /// does.
    static Optional<String> against(CheckedSignature one, RawMail mail) {
        return switch (one.verdict()) {
            case Verdict.Failed(var fault) -> Optional.of(fault.word());
            case Verdict.NotChecked(var why) -> Optional.of(why.word());
            case Verdict.Expired _ -> Optional.of("expired");
            case Verdict.Passed(var _, var weak) -> againstPassed(one, weak, mail);
        };
    }

    /// That not every important field is signed, is looked at here: Message-ID is shown to nobody.
    private static Optional<String> againstPassed(CheckedSignature one, Set<Weakness> weak, RawMail mail) {
        var bad =
                weak.stream().filter(each -> each != Weakness.FIELDS_NOT_SIGNED).findFirst();
        if (bad.isPresent()) {
            return bad.map(Weakness::word);
        }
        if (one.body().agreement() != SignedBody.Agreement.SAME || one.body().unsigned() > 0) {
            return Optional.of(Weakness.BODY_GOES_ON.word());
        }
        return READ.stream().allMatch(name -> isSigned(one, mail, name))
                ? Optional.empty()
                : Optional.of(Weakness.FIELDS_NOT_SIGNED.word());
    }

    /// Why the words that are read here need not be those that were signed, though the body is; empty where they are.
    /// What decides how a body is read is seldom signed: whoever has the mail can change it, and so its words.
    static Optional<String> againstReading(CheckedSignature one, RawMail mail) throws IOException {
        boolean isSigned = mail.fields().stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("content-") && !name.equals(ENCODING) && !name.equals(LENGTH))
                .allMatch(name -> isSigned(one, mail, name));
        if (!isSigned || !one.field().covers().contains("content-type")) {
            return Optional.of(Weakness.FIELDS_NOT_SIGNED.word());
        }
        var head = TopHead.of(mail, HeaderText.of(mail));
        if (!isAsItStands(one) && head.boundary().filter(SenderProof::hasSpace).isPresent()) {
            return Optional.of("white-space-not-signed");
        }
        return isEncodingSure(one, mail, head) ? Optional.empty() : Optional.of("encoding-not-signed");
    }

    /// A body of several parts has no encoding of its own. What a body shows by itself it shows only where its white
    /// space is signed.
    private static boolean isEncodingSure(CheckedSignature one, RawMail mail, PartHead head) throws IOException {
        int inMail = mail.named(ENCODING).size();
        boolean isSigned = one.field().covers().contains(ENCODING) && isSigned(one, mail, ENCODING);
        return isSigned || inMail < 2 && (head.isMultipart() || isAsItStands(one) && BodyEncoding.isSure(mail, head));
    }

    /// Whether the white space of the body is signed, too.
    static boolean isAsItStands(CheckedSignature one) {
        return one.field().bodyCanon().equals(Optional.of(Canon.SIMPLE));
    }

    /// A line of much white space comes in pieces, and then it is no border.
    private static boolean hasSpace(byte[] boundary) {
        return new String(boundary, StandardCharsets.UTF_8).indexOf(' ') >= 0;
    }

    /// What else people or programs go by, and anybody can have written.
    static List<String> notSigned(CheckedSignature one, RawMail mail) {
        return SHOWN.stream().filter(name -> !isSigned(one, mail, name)).toList();
    }

    /// Whether all fields of that name are signed.
    static boolean isSigned(CheckedSignature one, RawMail mail, String name) {
        return mail.named(name).size() <= Collections.frequency(one.field().covers(), name.toLowerCase(Locale.ROOT));
    }
}
