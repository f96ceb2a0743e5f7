package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.eml.EmlFile;
import org.taniq.read.mail.Keys;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;

/// Pages that browsers save in the form of a mail, with invented people in their frames.
final class MhtmlFileTest {
    static final String BORDER = "----MultipartBoundary--kX3Vb1QeWq0example0000000001----";
    static final List<String> FRAMES = List.of("banu", "ceyhun", "davud");

    static String quoted(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            out.append(b < 0 || b == '=' ? "=" + HexFormat.of().withUpperCase().toHexDigits(b) : Character.toString(b));
        }
        return out.toString();
    }

    static String html(String person) {
        return "<html><title>" + person + "</title><p>" + Archives.words(person) + "</p></html>";
    }

    static String location(String person) {
        return "https://" + person + (person.equals("aysel") ? ".example/post?id=1" : ".example/frame");
    }

    static String frame(String person) {
        return "--" + BORDER + "\r\nContent-Type: text/html\r\nContent-ID: <frame-" + person
                + "@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: "
                + location(person) + "\r\n\r\n" + quoted(html(person)) + "\r\n";
    }

    static String picture() {
        return "--" + BORDER + "\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Location: https://aysel.example/a.png\r\n\r\n"
                + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4}) + "\r\n";
    }

    static String chrome() {
        return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://aysel.example/post?id=1\r\n"
                + "Subject: =?utf-8?Q?Aysel=C9=99?=\r\nDate: Thu, 15 Jan 2026 10:20:30 -0000\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"" + BORDER
                + "\"\r\n\r\n\r\n" + frame("aysel") + frame("banu") + picture() + frame("ceyhun") + frame("davud")
                + "--"
                + BORDER + "--\r\n";
    }

    static Archives.Read read(byte[] file) throws IOException {
        return Notes.read(new MhtmlFile(), "page.mhtml", file);
    }

    static Archives.Read read(String file) throws IOException {
        return read(file.getBytes(UTF_8));
    }

    static boolean knows(String file) throws IOException {
        return new MhtmlFile().knows(Input.alone("a", Bytes.of(file.getBytes(UTF_8))::open));
    }

    static boolean isMail(String file) throws IOException {
        return new EmlFile(Keys.NONE).knows(Input.alone("a", Bytes.of(file.getBytes(UTF_8))::open));
    }

    static boolean isFrame(Activity record, String person) {
        return record.object().text().equals(Archives.text(person))
                && record.address().equals("https://" + person + ".example/frame");
    }

    @Test
    void thePageAndEachFrameIsARecordWithItsAddress() throws IOException {
        var read = read(chrome());
        assertEquals(4, read.records().size());
        var page = read.records().getFirst();
        assertEquals(Archives.text("aysel"), page.object().text());
        assertEquals("https://aysel.example/post?id=1", page.address());
        assertEquals("savedPage", Archives.detail(page, "archiveRecord"));
        assertEquals("Ayselə", Archives.detail(page, "subject"));
        assertEquals("<Saved by Blink>", Archives.detail(page, "savedBy"));
        assertEquals(
                new When.Exact("Thu, 15 Jan 2026 10:20:30 -0000", Instant.parse("2026-01-15T10:20:30Z")),
                page.published());
        for (var person : FRAMES) {
            assertTrue(read.records().stream().anyMatch(each -> isFrame(each, person)), person);
        }
        assertEquals(List.of(), read.ledger().warnings());
    }

    @Test
    void eachRecordStandsWhereItsPartDoes() throws IOException {
        var file = chrome();
        for (var record : read(file).records()) {
            var person = record.object().text().split("\n", 2)[0];
            var part = frame(person);
            int from = file.indexOf(part) + BORDER.length() + 4;
            assertEquals(from, record.spot().from());
            assertEquals(file.indexOf(part) + part.length(), record.spot().to());
        }
    }

    @Test
    void whatIsNoPageIsNamedWithItsDigest() throws IOException {
        var page = read(chrome()).records().getFirst();
        assertEquals(
                List.of(new Attachment("https://aysel.example/a.png", Attachment.State.INSIDE)),
                page.object().attachments());
        var part = Archives.detail(page, "part");
        assertTrue(part.contains("sha256:" + Archives.sha256(new byte[] {1, 2, 3, 4})), part);
    }

    @Test
    void thePartThatThePageNamesIsThePage() throws IOException {
        var file = chrome().replace("type=\"text/html\";", "type=\"text/html\"; start=\"<frame-davud@mhtml.blink>\";");
        var read = read(file);
        assertEquals("savedPage", Archives.detail(read.records().getLast(), "archiveRecord"));
        assertEquals("frame", Archives.detail(read.records().getFirst(), "archiveRecord"));
    }

    @Test
    void pagesOfInternetExplorerAndWordAreKnown() throws IOException {
        var explorer = """
                From: "Saved by Windows Internet Explorer 8"
                Subject: x
                Date: Fri, 15 Jan 2010 10:20:30 +0400
                MIME-Version: 1.0
                Content-Type: text/html;
                \tcharset="windows-1254"
                Content-Transfer-Encoding: quoted-printable
                Content-Location: http://elnara.example/

                <html><p>elnara d=FC=FE=FCn=FCr</p></html>
                """.replace("\n", "\r\n");
        var page = read(explorer).records().getFirst();
        assertEquals("elnara düşünür", page.object().text());
        assertEquals("http://elnara.example/", page.address());
        var word = """
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary="----=_NextPart_01DA.0001"

                This document is a Single File Web Page.

                ------=_NextPart_01DA.0001
                Content-Location: file:///C:/a.htm
                Content-Type: text/html; charset="utf-8"

                <html><p>fidan yazır</p>

                ------=_NextPart_01DA.0001--
                """.replace("\n", "\r\n");
        assertTrue(knows(explorer));
        assertTrue(knows(word));
        var written = read(word).records().getFirst();
        assertEquals("fidan yazır", written.object().text());
        assertEquals("This document is a Single File Web Page.", Archives.detail(written, "outsideOfPage"));
    }

    @Test
    void aMailIsNoPageWhateverItSays() throws IOException {
        assertTrue(knows(chrome()));
        assertFalse(isMail(chrome()));
        for (var field : List.of("Received: from a by b", "To: banu@example.org", "Message-ID: <1@example.org>")) {
            var mail = field + "\r\n" + chrome();
            assertFalse(knows(mail), field);
            assertTrue(isMail(mail), field);
        }
        assertFalse(knows("From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nsalam"));
        assertFalse(knows("salam"));
        assertFalse(knows(""));
    }

    @Test
    void ofACutPageWhatIsThereIsRead() throws IOException {
        var file = chrome();
        int from = file.indexOf(frame("banu")) + 200;
        for (int to = from; to < file.length() - BORDER.length() - 8; to += 29) {
            var read = read(file.substring(0, to));
            for (var person : FRAMES) {
                boolean isBefore = file.indexOf(frame(person)) + frame(person).length() <= to;
                boolean isThere = read.records().stream().anyMatch(each -> isFrame(each, person));
                assertTrue(isThere || !isBefore, person + " at " + to);
            }
            assertTrue(read.ledger().warningsInEnglish().stream()
                    .anyMatch(each -> each.startsWith("the page is cut off")));
        }
    }

    @Test
    void theLastPartOfACutPageIsMarked() throws IOException {
        var file = chrome();
        var read = read(file.substring(0, file.indexOf(quoted("DAVUD"))));
        assertEquals("[\"cutOff\"]", Archives.detail(read.records().getLast(), "damage"));
        assertEquals("", Archives.detail(read.records().getFirst(), "damage"));
    }

    @Test
    void aChangedByteTakesAtMostItsOwnPart() throws IOException {
        byte[] file = chrome().getBytes(ISO_8859_1);
        var text = chrome();
        int body = text.indexOf("--" + BORDER);
        for (int at = 0; at < file.length; at += 3) {
            byte[] changed = file.clone();
            changed[at] = (byte) (changed[at] == 'Z' ? 'Y' : 'Z');
            var read = read(changed);
            for (var person : FRAMES) {
                int from = text.indexOf(frame(person));
                int to = from + frame(person).length() + BORDER.length() + 4;
                boolean isTouched = at >= from - 2 && at < to;
                boolean isThere = read.records().stream().anyMatch(each -> isFrame(each, person));
                assertTrue(isThere || isTouched || at < body && isStructure(text, at), person + " at " + at);
            }
            for (var record : read.records()) {
                noWordsOfTwo(record, "byte " + at);
                addressIsHers(record, "byte " + at);
            }
        }
    }

    /// In the line that says what is between the parts.
    private static boolean isStructure(String text, int at) {
        int from = text.indexOf("Content-Type: multipart");
        return at >= from && at < text.indexOf("\r\n\r\n");
    }

    private static void noWordsOfTwo(Activity record, String what) {
        long people = Archives.PEOPLE.stream()
                .filter(person -> record.object().text().contains(Archives.words(person)))
                .count();
        assertTrue(people <= 1, what + " put the words of several into one record");
    }

    /// Nobody's words stand under the address of somebody else.
    private static void addressIsHers(Activity record, String what) {
        for (var person : List.of("aysel", "banu", "ceyhun", "davud")) {
            boolean isHers = record.object().text().contains(Archives.words(person));
            boolean isElsewhere = List.of("aysel", "banu", "ceyhun", "davud").stream()
                    .anyMatch(other -> !other.equals(person) && record.address().equals(location(other)));
            assertTrue(!isHers || !isElsewhere, what + " gave the words of " + person + " to " + record.address());
        }
    }

    @Test
    void aLineThatOnlyResemblesABorderIsText() throws IOException {
        var typed = chrome().replace(
                        quoted("BANU"), "\r\n--MultipartBoundary--another000000000000000000000000000----\r\nBANU");
        var read = read(typed);
        assertEquals(4, read.records().size());
    }

    @Test
    void manyPartsAreRead() throws IOException {
        var file = chrome().replace(picture(), picture().repeat(3000));
        var read = read(file);
        assertEquals(4, read.records().size());
        assertEquals("2000", Archives.detail(read.records().getFirst(), "partLeftOut"));
        assertEquals(1000, read.records().getFirst().object().attachments().size());
    }

    @Test
    void bytesOfAllKindsAreReadToTheirEnd() throws IOException {
        var all = new byte[1 << 16];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 31 + i / 251);
        }
        assertTrue(
                read(Archives.joined(chrome().getBytes(UTF_8), all)).records().size() >= 4);
        assertEquals(1, read(all).records().size());
    }
}
