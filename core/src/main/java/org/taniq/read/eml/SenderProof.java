package org.taniq.read.eml;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    private SenderProof() {}

    /// Whether the domain of the one sender, or one above it, signed all of the body and what a reader goes by, with
    /// nothing weak in it.
    static boolean holds(CheckedSignature one, RawMail mail, List<MailAddress> from) {
        return from.size() == 1
                && mail.named("From").size() == 1
                && isAbove(
                        one.field().domain().toLowerCase(Locale.ROOT),
                        from.getFirst().domain())
                && against(one, mail).isEmpty();
    }

    /// A domain without a dot is everybody's.
    private static boolean isAbove(String domain, String of) {
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

    /// Whether all fields of that name are signed.
    static boolean isSigned(CheckedSignature one, RawMail mail, String name) {
        return mail.named(name).size() <= Collections.frequency(one.field().covers(), name.toLowerCase(Locale.ROOT));
    }
}
