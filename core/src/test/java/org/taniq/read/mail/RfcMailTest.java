package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The examples of the RFCs.
final class RfcMailTest {
    /// RFC 8463, A.3; the keys are those of A.2.
    private static final String RFC_8463 = """
            DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=brisbane; t=1528637909; h=from : to :
             subject : date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
             Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=test; t=1528637909; h=from : to : subject :
             date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
             DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
             dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game.  Are you hungry yet?

            Joe.
            """;

    private static final String KEYS_8463 = """
            brisbane._domainkey.football.example.com v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            test._domainkey.football.example.com 3600 IN TXT "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWR" \
            "iGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hst" \
            "T5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB"
            """;

    /// RFC 6376, A.2 (as signed); the key is that of its appendix C.2.
    private static final String RFC_6376 = """
            DKIM-Signature: v=1; a=rsa-sha256; s=brisbane; d=example.com;
                  c=simple/simple; q=dns/txt; i=joe@football.example.com;
                  h=Received : From : To : Subject : Date : Message-ID;
                  bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
                  b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB
                  4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut
                  KVdkLLkpVaVVQPzeRDI009SO2Il5Lu7rDNH6mZckBdrIx0orEtZV
                  4bmp/YzhwvcubU4=;
            Received: from client1.football.example.com  [192.0.2.1]
                  by submitserver.example.com with SUBMISSION;
                  Fri, 11 Jul 2003 21:01:54 -0700 (PDT)
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game. Are you hungry yet?

            Joe.
            """;

    private static final String KEY_6376 =
            "brisbane._domainkey.example.com v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ"
                    + "DwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v"
                    + "/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB";

    private static List<String> found(String mail, String keys) {
        return Mails.proof(Mails.mail(mail), Mails.keys(keys)).signatures().stream()
                .map(one -> Mails.word(one.verdict()))
                .toList();
    }

    @Test
    void bothSignaturesOfRfc8463AreRightHoweverTheyAreStored() {
        assertEquals(List.of("pass", "pass"), found(RFC_8463, KEYS_8463));
        assertEquals(List.of("pass", "pass"), found(RFC_8463.replace("\n", "\r\n"), KEYS_8463));
    }

    @Test
    void theSignatureOfRfc6376IsAsItIsPrinted() {
        assertEquals(List.of("pass"), found(RFC_6376, KEY_6376));
    }

    /// RFC 6376, 3.4.5.
    @Test
    void fieldsAndBodyBecomeWhatTheRfcShows() throws java.io.IOException {
        var mail = Mails.mail("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
        assertEquals("a:X\r\nb:Y Z\r\n", header(mail, Canon.RELAXED));
        assertEquals("A: X\r\nB : Y\t\r\n\tZ  \r\n", header(mail, Canon.SIMPLE));
        assertEquals(size(" C\r\nD E\r\n"), size(mail, Canon.RELAXED));
        assertEquals(size(" C \r\nD \t E\r\n"), size(mail, Canon.SIMPLE));
    }

    private static String header(RawMail mail, Canon canon) {
        var all = new ArrayList<String>();
        for (var field : mail.fields()) {
            all.add(new String(CanonicalField.whole(field, canon), StandardCharsets.US_ASCII));
        }
        return String.join("", all);
    }

    private static BodyHash size(RawMail mail, Canon canon) throws java.io.IOException {
        var wanted = new BodyHashes.Wanted(canon, Algorithm.Hash.SHA256, Long.MAX_VALUE);
        return BodyHashes.of(mail, List.of(wanted)).of(wanted);
    }

    /// What is canonical already.
    private static BodyHash size(String canonical) throws java.io.IOException {
        var mail = RawMail.of(() -> new ByteArrayInputStream(MailSigner.bytes("\r\n" + canonical)));
        return size(mail, Canon.SIMPLE);
    }
}
