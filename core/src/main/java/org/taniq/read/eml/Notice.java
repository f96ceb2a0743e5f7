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
import org.taniq.read.mail.CheckedSignature;
import org.taniq.read.mail.RawMail;
import org.taniq.read.mail.Weakness;
import org.taniq.read.record.Detail;

/// A notice of a platform. Whoever sends mail can write any sender: that the platform signed it is said only where a
/// domain of its own signed all that a reader goes by, and all that decides how the body is read.
final class Notice {
    private static final int MOST_QUOTED = 20;
    private static final Pattern QUOTED = Pattern.compile("[“„«\"]([^“”„«»\"\\n]{1,2000})[”“»\"]");

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
                .put("notSigned", Json.strings(SenderProof.notSigned(one, mail)));
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
        var against = SenderProof.againstReading(one, mail);
        boolean isFields = against.equals(Optional.of(Weakness.FIELDS_NOT_SIGNED.word()));
        return isFields || SenderProof.isAsItStands(one) ? against : Optional.of("white-space-not-signed");
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
