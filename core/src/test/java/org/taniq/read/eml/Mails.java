package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.mail.GivenKeys;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.MailSigner;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;

/// Mails and mailboxes that are read, for tests. Each record is also made into the JSON that is sealed.
final class Mails {
    private Mails() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Activity read(byte[] mail, Keys keys) {
        try {
            var kept = new Kept();
            new EmlFile(keys).read(Input.alone("x.eml", Bytes.of(mail)::open), kept);
            assertEquals(1, kept.records.size());
            return sealable(kept).records.getFirst();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Kept mailbox(String mailbox, Keys keys) {
        return mailbox(bytes(mailbox), keys);
    }

    static Kept mailbox(byte[] mailbox, Keys keys) {
        try {
            var kept = new Kept();
            new MboxFile(keys).read(Input.alone("x.mbox", Bytes.of(mailbox)::open), kept);
            return sealable(kept);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Kept sealable(Kept kept) {
        kept.records.forEach(one -> one.toJson().canonical());
        return kept;
    }

    /// The key of [MailSigner], for these domains.
    static Keys keys(String... domains) {
        var lines = Arrays.stream(domains)
                .map(domain ->
                        MailSigner.SELECTOR + "._domainkey." + domain + " " + MailSigner.record("rsa-sha256") + "\n")
                .collect(Collectors.joining());
        try {
            return GivenKeys.of(List.of(new GivenKeys.Source("keys.txt", Bytes.of(bytes(lines)), Instant.EPOCH)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String text(Activity mail) {
        return mail.object().text();
    }
}
