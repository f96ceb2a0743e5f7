package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// A mail is taken apart, with the place of each part.
final class RawMailTest {
    private static String body(RawMail mail) throws IOException {
        try (var in = mail.body()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void theFieldsAndTheBodyAreTheBytesOfTheMailAgain() throws IOException {
        for (var text :
                List.of(Mails.PLAIN, Mails.PLAIN.replace("\r\n", "\n"), "A: b\nC: d", "A: b\r\n\r\n", "\r\nbody")) {
            var mail = Mails.mail(text);
            var whole = new StringBuilder();
            for (var field : mail.fields()) {
                assertEquals(whole.length(), field.from());
                whole.append(new String(field.raw(), StandardCharsets.ISO_8859_1));
                assertEquals(whole.length(), field.to());
            }
            var empty = text.substring(whole.length(), (int) mail.bodyAt());
            assertEquals(text, whole + empty + body(mail));
        }
    }

    @Test
    void continuedLinesBelongToTheirField() {
        var field = Mails.mail("Subject : one\r\n two\r\n\tthree\r\nTo: x\r\n\r\n")
                .fields()
                .getFirst();
        assertEquals("Subject", field.name());
        assertEquals("one two\tthree", field.value());
    }

    @Test
    void whatIsNoFieldIsToldWithItsPlace() {
        var mail = Mails.mail("From a@b Fri Jan  2 03:00:00 2026\nTo: x\nno field\n continued\nA b: c\n\nbody");
        assertEquals(
                List.of("To"), mail.fields().stream().map(HeaderField::name).toList());
        assertEquals(
                List.of(
                        new RawMail.Stray(0, 34, RawMail.Stray.Kind.MAILBOX),
                        new RawMail.Stray(40, 60, RawMail.Stray.Kind.TEXT),
                        new RawMail.Stray(60, 67, RawMail.Stray.Kind.TEXT)),
                mail.strays());
        assertEquals(68, mail.bodyAt());
    }

    @Test
    void theFirstBareCrOfTheHeaderIsTold() {
        assertEquals(OptionalLong.empty(), Mails.mail("A: b\r\n\r\nbo\rdy").bareCr());
        assertEquals(
                OptionalLong.of(4), Mails.mail("A: b\rC: d\rE: f\r\n\r\nbody").bareCr());
        assertEquals(OptionalLong.of(4), Mails.mail("A: b\r\r\n\r\nbody").bareCr());
        assertEquals(OptionalLong.of(4), Mails.mail("A: b\r").bareCr());
        var late = "A: " + "b".repeat((1 << 14) - 4);
        assertEquals(OptionalLong.empty(), Mails.mail(late + "\r\n\r\n").bareCr(), "parted between two chunks");
        assertEquals(
                OptionalLong.of(late.length()), Mails.mail(late + "\rb\r\n\r\n").bareCr());
    }

    @Test
    void aHeaderMayHaveSoManyFieldsAndNoMore() {
        assertEquals(
                false, Mails.mail("A: b\r\n".repeat(Head.MOST_FIELDS) + "\r\n").isCut());
        var cut = Mails.mail(MailSigner.signed(Mails.PLAIN, MailSigner.How.usual())
                .replaceFirst("Received", "A: b\r\n".repeat(Head.MOST_FIELDS) + "Received"));
        assertEquals(true, cut.isCut());
        assertEquals(
                "header-too-long", Mails.word(Mails.only(cut, Mails.keys("")).verdict()));
        assertEquals(
                "header-too-long 0", Mails.word(Mails.proof(cut, Mails.keys("")).arc()));
    }

    @Test
    void aHeaderMayBeSoLongAndNoLonger() {
        assertEquals(
                false,
                Mails.mail("A: " + "b".repeat(Head.MOST_BYTES - 100) + "\r\n\r\n")
                        .isCut());
        assertEquals(
                true,
                Mails.mail("A: " + "b".repeat(Head.MOST_BYTES + 100_000) + "\r\n\r\n")
                        .isCut());
    }

    @Test
    void itArrivedWhenTheTopmostServerSays() {
        var arrival = Arrival.of(
                Mails.mail("Received: x; Mon, 7 Nov 2022 23:51:18 -0800 (PST)\nReceived: y; 1 Jan 2000 00:00 GMT\n\n"));
        assertEquals(new Arrival.At(Instant.parse("2022-11-08T07:51:18Z"), "Received"), arrival);
        assertEquals(
                new Arrival.Unknown(), Arrival.of(Mails.mail("Received: x\nReceived: y; 1 Jan 2000 00:00 GMT\n\n")));
        assertEquals(new Arrival.Unknown(), Arrival.of(Mails.mail("From: x\n\n")));
    }

    @Test
    void datesAreReadAsMailHasThem() {
        assertEquals("[2000-01-01T00:00:00Z]", dates("1 Jan 2000 00:00 GMT"));
        assertEquals("[2005-03-08T21:40:36Z]", dates("Thu, 8 Mar 2005 17:40:36 EDT"));
        assertEquals("[2005-07-08T06:51:18Z]", dates("7 Jul 2005 23:51:18 PDT"));
        assertEquals("[1999-12-31T23:59:59Z]", dates("Fri, 31 Dec 99 23:59:60 +0000"));
        assertEquals("[2026-01-02T00:00:00Z]", dates("Fri,2 jan 2026 04:00:00 +0400 (+04)"));
        for (var none : List.of(
                "",
                "x",
                "32 Jan 2000 00:00 GMT",
                "1 Foo 2000 00:00 GMT",
                "1 Jan 2000 00:00",
                "1 Jan 2000 00:00:00",
                "1 Jan 2000 00:00 +9999",
                "99999999999 Jan 2000 00:00 GMT",
                ",,, ::: ,",
                "1 1 1 1 1 1 1 1",
                "x".repeat(500))) {
            assertEquals("[]", dates(none));
        }
    }

    private static String dates(String text) {
        return MailDate.of(text).stream().toList().toString();
    }
}
