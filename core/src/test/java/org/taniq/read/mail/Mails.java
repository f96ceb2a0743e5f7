package org.taniq.read.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.taniq.base.Bytes;

/// Mails and keys for tests.
final class Mails {
    static final Instant HAD = Instant.parse("2026-01-02T03:04:05Z");

    /// Of people who do not exist.
    static final String PLAIN = String.join(
            "\r\n",
            "Received: from relay.example by home.example; Fri, 2 Jan 2026 03:00:00 +0000",
            "From: Aynur <aynur@mail.example>",
            "To: Leyla <leyla@home.example>",
            "Subject: a  folded",
            "\tsubject ",
            "Date: Fri, 2 Jan 2026 02:59:00 +0000",
            "Message-ID: <1@mail.example>",
            "X-Other: not signed",
            "",
            "Hello  Leyla,\t ",
            "",
            "see you.",
            "");

    private Mails() {}

    static RawMail mail(byte[] bytes) {
        try {
            return RawMail.of(() -> new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static RawMail mail(String text) {
        return mail(MailSigner.bytes(text));
    }

    static Keys keys(String lines) {
        try {
            var bytes = Bytes.of(lines.getBytes(StandardCharsets.UTF_8));
            return GivenKeys.of(List.of(new GivenKeys.Source("keys.txt", bytes, HAD)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The key of [MailSigner] for an algorithm.
    static Keys key(String algorithm) {
        return keyText(MailSigner.record(algorithm));
    }

    static Keys keyText(String text) {
        return keys(MailSigner.SELECTOR + "._domainkey." + MailSigner.DOMAIN + " " + text);
    }

    static MailProof proof(RawMail mail, Keys keys) {
        return proof(mail, keys, Arrival.of(mail));
    }

    static MailProof proof(RawMail mail, Keys keys, Arrival arrival) {
        try {
            return MailProof.of(mail, keys, arrival);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The one signature of a mail.
    static CheckedSignature only(RawMail mail, Keys keys) {
        var all = proof(mail, keys).signatures();
        if (all.size() != 1) {
            throw new IllegalArgumentException(all.size() + " signatures");
        }
        return all.getFirst();
    }

    /// What was found, in a word.
    static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "pass";
            case Verdict.Expired _ -> "expired";
            case Verdict.Failed(Fault fault) -> fault.word();
            case Verdict.NotChecked(Hindrance why) -> why.word();
        };
    }

    static String word(ArcChain chain) {
        return switch (chain) {
            case ArcChain.None _ -> "none";
            case ArcChain.Passed _ -> "pass";
            case ArcChain.Failed(var fault, int instance, var _) -> fault.word() + " " + instance;
            case ArcChain.NotChecked(var why, int instance, var _) -> why.word() + " " + instance;
        };
    }
}
