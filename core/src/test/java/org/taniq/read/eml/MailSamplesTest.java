package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.mail.GivenKeys;
import org.taniq.read.mail.Keys;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Spot;

/// Mail and mailboxes of others, against counts that were made by hand. People stand in them, so they stay there.
final class MailSamplesTest {
    private final Kept kept = new Kept();

    private static Path folder(String name) {
        return NotRun.unlessShared("formats/" + name);
    }

    private List<Activity> mailbox(String name) throws IOException {
        var input = Input.alone("x.mbox", Bytes.of(folder("mbox").resolve(name))::open);
        assertTrue(new MboxFile(Keys.NONE).knows(input), name);
        kept.records.clear();
        new MboxFile(Keys.NONE).read(input, kept);
        return List.copyOf(kept.records);
    }

    private Activity mail(byte[] bytes, Keys keys) throws IOException {
        var input = Input.alone("x.eml", Bytes.of(bytes)::open);
        assertTrue(new EmlFile(keys).knows(input));
        kept.records.clear();
        new EmlFile(keys).read(input, kept);
        assertEquals(1, kept.records.size());
        return kept.records.getFirst();
    }

    private Activity mail(String name) throws IOException {
        return mail(Files.readAllBytes(folder("email-dkim").resolve(name)), Keys.NONE);
    }

    private static List<String> results(Activity mail) {
        return Details.all(mail, "dkim").stream()
                .map(one -> Details.member(one, "verdict"))
                .toList();
    }

    @Test
    void everyMailboxHasAsManyMailsAsWereCounted() throws IOException {
        var counts = new TreeMap<String, Integer>();
        for (var name : COUNTED.keySet()) {
            counts.put(name, mailbox(name).size());
        }
        assertEquals(new TreeMap<>(COUNTED), counts);
    }

    /// Of `unmunged` two: lines of it begin with `From Russia with love`.
    private static final Map<String, Integer> COUNTED = Map.ofEntries(
            Map.entry("mimekit/content-length.mbox.txt", 29),
            Map.entry("mimekit/simple.mbox.txt", 3),
            Map.entry("mimekit/unmunged.mbox.txt", 2),
            Map.entry("tika/complex.mbox", 3),
            Map.entry("tika/headers.mbox", 1),
            Map.entry("tika/multiline.mbox", 1),
            Map.entry("tika/multiline2.mbox", 1),
            Map.entry("tika/quoted.mbox", 1),
            Map.entry("tika/simple.mbox", 2),
            Map.entry("tika/single_mail.mbox", 1),
            Map.entry("tika/testMBOX_complex.mbox", 1),
            Map.entry("tika/testMBOX_lengthy_x-headers.mbox", 1));

    /// Where each mail begins was written down by the authors of the sample, for both kinds of line ends.
    @Test
    void mailsBeginWhereTheyDo() throws IOException {
        var name = "content-length.mbox.txt";
        var text = Files.readString(folder("mbox/mimekit").resolve(name), StandardCharsets.ISO_8859_1);
        for (var ends : List.of("unix", "dos")) {
            var offsets = Files.readString(folder("mbox/mimekit").resolve("content-length." + ends + "-offsets.json"));
            var bytes = (ends.equals("unix") ? text : text.replace("\n", "\r\n")).getBytes(StandardCharsets.ISO_8859_1);
            kept.records.clear();
            new MboxFile(Keys.NONE).read(Input.alone("x", Bytes.of(bytes)::open), kept);
            var expected = new ArrayList<Long>();
            var marker = java.util.regex.Pattern.compile("\"mboxMarkerOffset\":\\s*(\\d+)")
                    .matcher(offsets);
            while (marker.find()) {
                expected.add(Long.parseLong(marker.group(1)));
            }
            assertEquals(29, expected.size());
            assertEquals(
                    expected,
                    kept.records.stream().map(one -> one.spot().from()).toList(),
                    ends);
        }
    }

    /// By hand: 29 files with a name, 6 certificates without one, and a page that says only that it is attached.
    @Test
    void theFilesOfMailsAreCounted() throws IOException {
        var all = mailbox("mimekit/content-length.mbox.txt");
        assertEquals(
                36,
                all.stream().mapToLong(one -> one.object().attachments().size()).sum());
        var lines = (Spot.Lines) all.get(1).spot();
        assertEquals(List.of(53L, 210L), List.of(lines.first(), lines.last()));
    }

    @Test
    void mailsAreReadAsWasCounted() throws IOException {
        var found = new ArrayList<String>();
        for (var name : EXPECTED.lines().map(line -> line.split(" \\| ")[0]).toList()) {
            var mail = mail(name);
            found.add(String.join(
                    " | ",
                    name,
                    mail.actor().name(),
                    mail.actor().id(),
                    mail.published() instanceof When.Exact(String source, Instant _) ? source : "?",
                    mail.object().attachments().stream()
                            .map(one -> one.name())
                            .toList()
                            .toString(),
                    results(mail).toString()));
        }
        assertEquals(EXPECTED, String.join("\n", found));
    }

    private static final String EXPECTED = """
            mailauth/arc-fail.eml |  | andris@zone.ee | Mon, 02 Nov 2020 09:57:17 +0000 | [] | [not-checked, not-checked]
            mailauth/arc-fail3.eml | andris | andris@ekiri.ee | Mon, 26 Oct 2020 14:43:26 +0200 | [] | [not-checked]
            mailauth/arc-pass.eml | andris | andris@ekiri.ee | Mon, 26 Oct 2020 14:43:26 +0200 | [] | [not-checked]
            mailauth/authtest.eml | andris | andris@ekiri.ee | Mon, 31 Aug 2020 21:56:34 +0300 | [] | [not-checked]
            mailauth/bimi.eml | Andris Reinman | info@srv.dev | Fri, 06 Nov 2020 12:53:59 +0000 | [] | [not-checked, not-checked]
            mailauth/message1.eml | Andris Test | andris@kreata.ee | Tue, 09 Aug 2016 11:14:43 +0000 | [image.png, notes.txt, attachment.bin] | [not-signed]
            mailauth/message2.eml |  | info@projectpending.com | Thu, 8 Mar 2005 17:40:36 EDT | [] | [not-checked]
            mailauth/message4.eml |  | info@srv.dev | Thu, 14 Oct 2020 03:40:36 EDT | [] | [not-checked]
            mailauth/signed.eml | Joe SixPack | joe@football.example.com | Fri, 11 Jul 2003 21:00:37 -0700 (PDT) | [] | [not-checked, not-checked]
            mimekit/gmail.msg | Jeffrey Stedfast | jeff.stedfast@gmail.com | Wed, 10 Jun 2015 22:05:37 -0400 | [] | [not-checked]
            mimekit/rfc8463-example.msg | Joe SixPack | joe@football.example.com | Fri, 11 Jul 2003 21:00:37 -0700 (PDT) | [] | [not-checked, not-checked]""";

    /// Keys stand before the mails; 004, where it is there, is a notice of Facebook.
    @Test
    void samplesWithTheirKeysProveWhatTheyProve() throws IOException {
        try (var files = Files.list(folder("email-dkim/mail-auth"))) {
            for (var file : files.sorted().toList()) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                int end = text.indexOf("\n\n");
                var keys = keys(text.substring(0, end));
                var mail = text.substring(end + 2);
                assertEquals("passed", results(mail(latin(mail), keys)).getFirst(), file.toString());
                int body = mail.indexOf('e', mail.indexOf("\n\n"));
                var other = mail.substring(0, body) + 'f' + mail.substring(body + 1);
                assertEquals("failed", results(mail(latin(other), keys)).getFirst(), file.toString());
            }
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Keys keys(String lines) throws IOException {
        var source = new GivenKeys.Source("keys.txt", Bytes.of(latin(lines)), Instant.parse("2026-01-02T03:04:05Z"));
        return GivenKeys.of(List.of(source));
    }

    @Test
    void withoutAKeyItIsSaidWhichOneIsNeeded() throws IOException {
        Json found = Details.all(mail("mimekit/gmail.msg"), "dkim").getFirst();
        assertEquals(
                "not checked: the key of selector 20120113 at domain gmail.com is needed",
                Details.member(found, "says"));
    }
}
