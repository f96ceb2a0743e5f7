package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;

/// Mails that were really sent, of the shared data. People stand in them, so they stay there.
final class SampleMailTest {
    private static Path folder() {
        return NotRun.unlessShared("formats/email-dkim");
    }

    /// A sample whose keys stand before it, and behind them an empty line.
    private static String[] halves(String name) throws IOException {
        var text = Files.readString(NotRun.unlessShared("formats/email-dkim/" + name), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        return new String[] {text.substring(0, end), text.substring(end + 2)};
    }

    private static String found(String keys, String mail) {
        var proof = Mails.proof(Mails.mail(mail), Mails.keys(keys));
        return proof.signatures().stream().map(one -> Mails.word(one.verdict())).collect(Collectors.joining(" "))
                + ", arc " + Mails.word(proof.arc());
    }

    /// As it is stored, with CRLF, and with a byte of the body changed.
    private static void assertFound(String sample, String whole, String changed) throws IOException {
        var halves = halves(sample);
        assertEquals(whole, found(halves[0], halves[1]), sample);
        assertEquals(whole, found(halves[0], halves[1].replace("\n", "\r\n")), sample);
        assertEquals(changed, found(halves[0], withOtherByte(halves[1])), sample);
    }

    private static String withOtherByte(String mail) {
        int at = mail.indexOf('e', mail.indexOf("\n\n"));
        return mail.substring(0, at) + 'f' + mail.substring(at + 1);
    }

    /// What must be found of each sample whose keys stand before it: as it is, and with a byte of the body
    /// changed. The signature of 005 ended since, and had not when the mail arrived; the key of 002 is written
    /// as the RFC asks and nobody does.
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "001.txt", List.of("pass pass, arc none", "body-hash body-hash, arc none"),
            "002.txt", List.of("pass, arc none", "body-hash, arc none"),
            "003.txt", List.of("pass pass, arc none", "body-hash body-hash, arc none"),
            "004.txt", List.of("pass, arc none", "body-hash, arc none"),
            "005.txt", List.of("pass, arc none", "body-hash, arc none"),
            "006.txt", List.of("pass, arc none", "body-hash, arc none"),
            "arc-001.txt", List.of("pass pass body-hash, arc pass", "body-hash body-hash body-hash, arc message 1"),
            "arc-002.txt", List.of("pass, arc pass", "body-hash, arc message 2"));

    @Test
    void everySampleWithItsKeysIsFoundAsExpected() throws IOException {
        try (var files = Files.list(folder().resolve("mail-auth"))) {
            for (var file : files.toList()) {
                var expected =
                        Objects.requireNonNull(EXPECTED.get(file.getFileName().toString()), file.toString());
                assertFound("mail-auth/" + file.getFileName(), expected.getFirst(), expected.getLast());
            }
        }
    }

    @Test
    void aMailOfGmailPassesWithTheKeyThatWasKeptBesideIt() throws IOException {
        var mail = Files.readString(folder().resolve("mimekit/gmail.msg"), StandardCharsets.ISO_8859_1);
        var key = Files.readString(folder().resolve("mimekit/gmail.pub")).replaceAll("-----[A-Z ]+-----|\\s", "");
        var keys = "20120113._domainkey.gmail.com p=" + key;
        assertEquals("pass, arc none", found(keys, mail));
        assertEquals("body-hash, arc none", found(keys, withOtherByte(mail)));
    }

    /// The keys of these were not kept: only their bodies can be compared.
    @Test
    void withoutKeysTheBodiesAreCompared() throws IOException {
        var expected = """
                arc-fail.eml no-key no-key, arc no-key 2
                arc-fail3.eml no-key, arc said-broken 2
                arc-pass.eml no-key, arc no-key 2
                authtest.eml no-key, arc no-key 1
                bimi.eml no-key no-key, arc no-key 1
                message1.eml , arc none
                message2.eml no-key, arc none
                message4.eml no-key, arc none
                signed.eml no-key no-key, arc none""";
        var lines = new ArrayList<String>();
        for (var line : expected.lines().toList()) {
            var name = line.split(" ")[0];
            var mail = Files.readString(folder().resolve("mailauth").resolve(name), StandardCharsets.ISO_8859_1);
            lines.add(name + " " + found("", mail));
        }
        assertEquals(expected, String.join("\n", lines));
    }
}
