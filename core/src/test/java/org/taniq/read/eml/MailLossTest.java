package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.eml.Mails.bytes;
import static org.taniq.read.eml.Mails.text;
import static org.taniq.read.eml.Mails.utf8;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.read.mail.Keys;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Unread;

/// Nothing that stands in a mail is lost. All people are invented.
final class MailLossTest {
    private static final String HEAD = """
            From: Aynur <aynur@mail.example>
            To: Leyla <leyla@home.example>
            Date: Fri, 2 Jan 2026 02:59:00 +0400
            """;

    private static Activity read(String mail) {
        return Mails.read(utf8(mail), Keys.NONE);
    }

    /// A letter outside the first plane is two characters: no cut goes through it.
    @Test
    void noCutGoesThroughALetter() {
        for (var pad : List.of("", "a")) {
            for (int length : new int[] {999, 1_000, 2_000, 8_000, 16_384, 32_768, 65_536}) {
                var knives = pad + "\uD83D\uDD2A".repeat(length / 2 + 1);
                for (var mail : List.of(
                        "From: " + knives + " <a@b.example>\nTo: a@b.example\n\nx\n",
                        "From: a@b.example\nTo: " + knives + "@b.example\n\nx\n",
                        HEAD + "Subject: " + knives + "\nMessage-ID: " + knives + "\nIn-Reply-To: " + knives + "\n\nx",
                        HEAD + "Content-Type: text/html; charset=utf-8\n\n<a href=\"" + knives + "\">x</a><p hidden>"
                                + knives + "</p>",
                        HEAD + "Content-Type: application/x; name=\"" + knives + "\"\n\nx",
                        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + knives + "\n--b\nSubject: " + knives
                                + "\nContent-Type: message/rfc822\n\nSubject: " + knives + "\n\nx\n--b--\n" + knives,
                        HEAD + "Date: " + knives + "\nX-" + "Knife: " + knives + "\n\nx",
                        knives + "\n" + HEAD + "\n" + knives.repeat(40))) {
                    read(mail);
                }
            }
        }
    }

    @Test
    void aLetterThatIsNoneInItsEncodingIsNotText() {
        var half = Base64.getEncoder().encodeToString(new byte[] {0, 0, (byte) 0xD8, 0});
        for (var name : List.of("utf-32", "cesu-8", "ibm037", "x-compound_text", "utf-7", "x-nobody")) {
            var mail = read(HEAD + "Subject: =?" + name + "?B?" + half + "?=\nContent-Type: text/plain; charset=" + name
                    + "\n\nsalam");
            assertTrue(mail.marks().contains(Mark.NOT_TEXT), name);
            assertTrue(text(mail).endsWith("salam"), name);
        }
        var japanese = "今夜行く".getBytes(Charset.forName("ISO-2022-JP"));
        var mail = read(HEAD + "Subject: =?ISO-2022-JP?B?" + Base64.getEncoder().encodeToString(japanese) + "?=\n\nx");
        assertEquals("今夜行く\n\nx", text(mail));
    }

    private static String box(int i, String more) {
        return "From p" + i + "@mail.example Fri Jan  2 03:00:00 2026\nFrom: P" + i + " <p" + i
                + "@mail.example>\nTo: all@mail.example\n" + more + "\nthe words of p" + i + "\n\n";
    }

    /// Where the program breaks down over one mail, the others are read.
    @Test
    void aFaultInOneMailEndsNoMailbox() {
        Keys broken = name -> {
            throw new IllegalStateException(name.whole());
        };
        var signature = "DKIM-Signature: v=1; a=rsa-sha256; d=mail.example; s=k; h=from; b=YQ==;"
                + " bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; l=0\n";
        var kept = Mails.mailbox(box(0, "") + box(1, signature) + box(2, ""), broken);
        assertEquals(
                List.of("the words of p0", "the words of p2"),
                kept.records.stream().map(Mails::text).toList());
        assertEquals(
                List.of(Unread.Reason.READER_FAULT),
                kept.unread.stream().map(Unread::why).toList());
        assertEquals(
                kept.records.getFirst().spot().to(),
                kept.unread.getFirst().spot().from());
        assertEquals(
                kept.records.getLast().spot().from(),
                kept.unread.getFirst().spot().to());
    }

    private static final String BOTH = HEAD + """
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            %s
            --b
            Content-Type: text/html; charset=utf-8

            <div>%s</div>
            --b--
            """;

    @Test
    void wordsThatDifferInSignsAloneAreBothThere() {
        for (var pair : List.of(
                List.of("I will come", "I will come \uD83D\uDD2A"),
                List.of("Alone?", "Alone!"),
                List.of("Pay 500 \u20AC", "Pay 500 $"),
                List.of("????????", "!!!!!!!!"),
                List.of("not you", "not: you"))) {
            assertEquals(pair.getFirst() + "\n\n" + pair.getLast(), text(read(BOTH.formatted(pair.toArray()))));
        }
        assertEquals("I will\n come", text(read(BOTH.formatted("I will\n come", "I  will <i>come</i>"))));
    }

    @Test
    void everyAddressIsKept() {
        var all =
                IntStream.range(0, 30_000).mapToObj(i -> "p" + i + "@h.example").collect(Collectors.joining(", "));
        var json = read("From: a@b.example\nTo: " + all + "\n\nx").toJson().canonical();
        for (int i = 0; i < 30_000; i += 997) {
            assertTrue(json.contains("p" + i + "@h.example"), "p" + i);
        }
        assertTrue(json.contains("p29999@h.example"));
    }

    /// However many there are, a record holds so many things, and the rest as it is written.
    @Test
    void aHeaderOfAddressesAloneIsReadInLittleRoom() {
        var mail = read(("To: " + "a@b,".repeat(1_000) + "z@y\n").repeat(900) + "From: c@d.example\n\nx");
        assertTrue(Details.all(mail, "to").size() <= 22_000);
        assertTrue(Details.all(mail, "field").stream()
                .anyMatch(one -> Details.member(one, "value").endsWith("z@y")));
        var parts = ("--b\nX-Long: " + "w".repeat(60_000) + "\n\nx\n").repeat(900);
        var heads = read(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + parts);
        assertTrue(heads.marks().contains(Mark.CUT));
    }

    @Test
    void whatIsNoNameAndNoAddressIsKept() {
        for (var to : List.of(
                "the wolves: a@b.example, c@d.example;",
                "undisclosed wolves:;",
                "Leyla (the wolves) <leyla@home.example>",
                "Leyla (the wolves) <leyla@home.example> <b@c.example>")) {
            assertTrue(
                    read("From: a@b.example\nTo: " + to + "\n\nx")
                                    .toJson()
                                    .canonical()
                                    .contains("the wolves")
                            || to.startsWith("undisclosed"),
                    to);
        }
        assertTrue(read("From: a@b.example\nTo: undisclosed wolves:;\n\nx")
                .toJson()
                .canonical()
                .contains("wolves"));
        var two = read("From: <a@b.example> <c@d.example>\nTo: x@y.example\n\nx");
        assertEquals("a@b.example", two.actor().id());
        assertEquals("c@d.example", Details.member(Details.all(two, "alsoFrom").getFirst(), "address"));
    }

    @Test
    void aSecondDateAndASecondIdAreKept() {
        var mail = read(HEAD + """
                Date: Sat, 3 Jan 2026 02:59:00 +0400
                Message-ID: <1@mail.example>
                Message-ID: <2@mail.example>
                In-Reply-To: <3@mail.example> <4@mail.example>

                x
                """);
        assertEquals("<1@mail.example>", mail.id());
        assertEquals("<3@mail.example>", mail.inReplyTo());
        var fields = Details.all(mail, "field").stream()
                .map(one -> Details.member(one, "name") + ": " + Details.member(one, "value"))
                .collect(Collectors.toSet());
        assertTrue(
                fields.containsAll(Set.of(
                        "Date: Sat, 3 Jan 2026 02:59:00 +0400",
                        "Message-ID: <2@mail.example>",
                        "In-Reply-To: <3@mail.example> <4@mail.example>")),
                fields::toString);
    }

    /// What is most needed stands first, where not all fits.
    @Test
    void theProofIsNeverLeftOut() {
        var received = ("Received: " + "r".repeat(60_000) + "\n").repeat(65);
        var mail = Mails.read(bytes(received + HEAD + "\nx"), Keys.NONE);
        assertEquals("dkim", mail.details().getFirst().name());
        assertTrue(!Details.all(mail, "to").isEmpty());
    }

    @Test
    void fieldsOfPartsAndOfMailsWithinAreKept() {
        var mail = read(HEAD + """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Description: the fox

                I am here.
                --b
                Content-Type: message/rfc822

                From: Rufat <rufat@other.example>
                Cc: the wolf <w@other.example>
                X-Mood: the bear

                I am outside.
                --b--
                """);
        var json = mail.toJson().canonical();
        for (var animal : List.of("the fox", "the wolf", "the bear")) {
            assertTrue(json.contains(animal), animal);
        }
    }

    @Test
    void longValuesStandInPieces() {
        var longOne = "w".repeat(150_000) + "olf";
        var mail = read("X-Long: " + longOne + "\n" + HEAD + "\nx");
        var pieces = Details.all(mail, "field").stream()
                .filter(one -> Details.member(one, "name").equals("X-Long"))
                .map(one -> Details.member(one, "value"))
                .collect(Collectors.joining());
        assertEquals(longOne, pieces);
    }

    @Test
    void ofHiddenWordsAndThoseOutsideOfPartsNothingIsCutUnsaid() {
        var hidden = "<p hidden>" + "h".repeat(100_000) + "are</p>";
        var page = read(HEAD + "Content-Type: text/html\n\n" + hidden);
        assertTrue(Details.all(page, "notShown").stream()
                .map(one -> one instanceof Json.Str(String said) ? said : "")
                .collect(Collectors.joining())
                .endsWith("are"));
        var outside = read(
                HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "o".repeat(100_000) + "\n--b\n\nx\n--b--\n");
        assertTrue(outside.marks().contains(Mark.CUT));
    }
}
