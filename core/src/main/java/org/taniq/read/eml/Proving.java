package org.taniq.read.eml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.read.mail.ArcChain;
import org.taniq.read.mail.Arrival;
import org.taniq.read.mail.CheckedSignature;
import org.taniq.read.mail.Hindrance;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.MailProof;
import org.taniq.read.mail.RawMail;
import org.taniq.read.mail.SignedBody;
import org.taniq.read.mail.Verdict;
import org.taniq.read.record.Detail;

/// Checks mails, and counts what they prove.
final class Proving {
    private static final String DKIM = "dkim";

    private final Keys keys;
    private long signed;
    private long passed;
    private long ofSender;
    private long ofWords;
    private long withoutKey;
    private long withoutAnswer;
    private long failed;

    Proving(Keys keys) {
        this.keys = keys;
    }

    /// A mail that was checked.
    ///
    /// @param mail as it was checked, which may not be as it is stored
    /// @param details what it proves, in its record
    record Checked(RawMail mail, MailProof proof, List<Detail> details) {}

    /// @param asSent how the mail may have been before it was stored: with the same header
    Checked check(RawMail mail, List<RawMail> asSent, List<MailAddress> from) throws IOException {
        var details = new ArrayList<Detail>();
        var checked = mail;
        var proof = MailProof.of(mail, keys, Arrival.of(mail));
        for (var other : asSent) {
            var found = MailProof.of(other, keys, Arrival.of(other));
            if (!passes(proof) && agrees(found)) {
                checked = other;
                proof = found;
                details.add(Detail.of("checkedWithoutQuoting", "true"));
            }
        }
        count(proof, checked, from);
        details.addAll(0, details(proof, checked, from));
        return new Checked(checked, proof, details);
    }

    private static List<Detail> details(MailProof proof, RawMail mail, List<MailAddress> from) throws IOException {
        var details = new ArrayList<Detail>();
        if (proof.signatures().isEmpty()) {
            details.add(
                    new Detail(DKIM, Json.object().put("verdict", "not-signed").build()));
        }
        for (var one : checked(proof)) {
            details.add(new Detail(DKIM, ProofJson.signature(one, mail, proven(one, mail, from))));
        }
        int more = proof.signatures().size() - MailProof.MOST_SIGNATURES;
        if (more > 0) {
            details.add(Detail.of("signaturesLeftOut", more));
        }
        if (!(proof.arc() instanceof ArcChain.None)) {
            details.add(new Detail("arc", ProofJson.arc(proof.arc(), mail)));
        }
        return details;
    }

    /// Of the others there is nothing to say but that they are too many.
    private static List<CheckedSignature> checked(MailProof proof) {
        return proof.signatures().stream().limit(MailProof.MOST_SIGNATURES).toList();
    }

    private static ProofJson.Proven proven(CheckedSignature one, RawMail mail, List<MailAddress> from)
            throws IOException {
        return SenderProof.holds(one, mail, from)
                ? new ProofJson.Proven(true, SenderProof.againstReading(one, mail))
                : ProofJson.Proven.NOTHING;
    }

    private static boolean passes(MailProof proof) {
        return proof.signatures().stream().anyMatch(one -> one.verdict() instanceof Verdict.Passed);
    }

    /// Whether a signature names this very body; that needs no key.
    private static boolean agrees(MailProof proof) {
        return proof.signatures().stream().anyMatch(one -> one.body().agreement() == SignedBody.Agreement.SAME);
    }

    private void count(MailProof proof, RawMail mail, List<MailAddress> from) throws IOException {
        var verdicts =
                proof.signatures().stream().map(CheckedSignature::verdict).toList();
        signed += verdicts.isEmpty() ? 0 : 1;
        passed += passes(proof) ? 1 : 0;
        boolean isOfSender = false;
        boolean isOfWords = false;
        for (var one : checked(proof)) {
            var proven = proven(one, mail, from);
            isOfSender |= proven.sender();
            isOfWords |= proven.words();
        }
        ofSender += isOfSender ? 1 : 0;
        ofWords += isOfWords ? 1 : 0;
        withoutKey += isHindered(verdicts, Hindrance.NO_KEY) ? 1 : 0;
        withoutAnswer += isHindered(verdicts, Hindrance.KEY_NOT_HAD) ? 1 : 0;
        failed += !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict.Failed.class::isInstance) ? 1 : 0;
    }

    private static boolean isHindered(List<Verdict> verdicts, Hindrance why) {
        return verdicts.contains(new Verdict.NotChecked(why));
    }

    long signed() {
        return signed;
    }

    /// Of whichever domain.
    long passed() {
        return passed;
    }

    long ofSender() {
        return ofSender;
    }

    /// Of the sender, and all that decides how the body is read is signed.
    long ofWords() {
        return ofWords;
    }

    long withoutKey() {
        return withoutKey;
    }

    /// A name server was asked for their keys.
    long withoutAnswer() {
        return withoutAnswer;
    }

    long failed() {
        return failed;
    }
}
