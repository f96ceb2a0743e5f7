package org.taniq.read.mail;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// What a mail proves of itself.
///
/// @param signatures its DKIM signatures, from the top
/// @param arc what those who passed it on signed
/// @param said what servers say they found: weaker, as whoever has the mail can have written it
public record MailProof(List<CheckedSignature> signatures, ArcChain arc, List<SaidByServer> said) {
    /// How many signatures are checked; a mail has one or two, one of a mailing list a few more.
    public static final int MOST_SIGNATURES = 30;

    /// How many fields of servers are read.
    public static final int MOST_SAID = 100;

    public MailProof {
        signatures = List.copyOf(signatures);
        said = List.copyOf(said);
    }

    /// Checks the mail. Its body is read once, however many signatures there are.
    ///
    /// @throws IOException if the mail cannot be read; whatever stands in it, the result says
    public static MailProof of(RawMail mail, Keys keys, Arrival arrival) throws IOException {
        var fields = SignatureField.all(mail);
        var first = fields.stream().limit(MOST_SIGNATURES).toList();
        var sets = ArcSets.of(mail);
        var checking = new Checking(mail, keys, arrival, BodyHashes.of(mail, wanted(mail, first, sets)));
        var checked = Stream.concat(
                first.stream().map(checking::check),
                fields.stream()
                        .skip(MOST_SIGNATURES)
                        .map(field -> checking.refused(field, Hindrance.TOO_MANY_SIGNATURES)));
        return new MailProof(checked.toList(), ArcChecking.of(mail, sets, checking), said(mail));
    }

    private static List<BodyHashes.Wanted> wanted(RawMail mail, List<SignatureField> fields, ArcSets sets) {
        return mail.hindrance().isPresent()
                ? List.of()
                : Stream.concat(fields.stream(), sets.sets().stream().map(ArcSets.Parts::message))
                        .filter(field -> field.hindrance().isEmpty())
                        .map(SignatureField::body)
                        .toList();
    }

    private static List<SaidByServer> said(RawMail mail) {
        return mail.named("Authentication-Results").stream()
                .limit(MOST_SAID)
                .map(field -> SaidByServer.of(field.value()))
                .toList();
    }
}
