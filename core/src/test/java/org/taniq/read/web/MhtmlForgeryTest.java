package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.read.record.Mark;

/// A saved page in the form of a mail that is a mail, shows another page than browsers do, or names two.
final class MhtmlForgeryTest {
    private static final String PAGE = "https://aysel.example/post?id=1";

    /// With frames that have no address of their own, as Chrome writes them.
    private static String withoutAddresses() {
        var file = MhtmlFileTest.chrome();
        for (var person : MhtmlFileTest.FRAMES) {
            file = file.replace(MhtmlFileTest.location(person), "cid:frame-" + person + "@mhtml.blink");
        }
        return file;
    }

    private static void nobodyElseStandsUnderHerAddress(Archives.Read read, String what) {
        for (var record : read.records()) {
            boolean isAddress = record.address().equals(PAGE);
            boolean isOther = MhtmlFileTest.FRAMES.stream()
                    .anyMatch(person -> record.object().text().contains(Archives.words(person)));
            assertFalse(isAddress && isOther, what);
            boolean isPage = Archives.detail(record, "archiveRecord").equals("savedPage");
            assertFalse(isPage && isOther, what);
        }
    }

    private static String all(Archives.Read read) {
        var all = new StringBuilder();
        for (var record : read.records()) {
            all.append(record.toJson().canonical()).append('\n');
        }
        return all.toString();
    }

    @Test
    void noFrameIsThePageWhereTheTypeOfThePageIsDamaged() throws IOException {
        var file = withoutAddresses();
        var read =
                MhtmlFileTest.read(file.replaceFirst("Type: text/html\r\nContent-ID", "Type: text/htnl\r\nContent-ID"));
        nobodyElseStandsUnderHerAddress(read, "type");
        assertTrue(read.records().stream().anyMatch(each -> each.object().text().equals(Archives.text("aysel"))));
    }

    @Test
    void noFrameIsThePageWhereTheDelimiterOfThePageIsLost() throws IOException {
        var file = withoutAddresses();
        var delimiter = "--" + MhtmlFileTest.BORDER;
        var read = MhtmlFileTest.read(file.replaceFirst("\r\n" + delimiter, "\r\n" + "x".repeat(delimiter.length())));
        nobodyElseStandsUnderHerAddress(read, "delimiter");
        assertTrue(all(read).contains("AYSEL"));
    }

    @Test
    void noByteMakesAFrameThePage() throws IOException {
        var file = withoutAddresses();
        int end = file.indexOf(MhtmlFileTest.frame("ceyhun").substring(0, 60));
        byte[] bytes = file.getBytes(ISO_8859_1);
        for (int at = 0; at < Math.max(end, 1200); at++) {
            byte[] changed = bytes.clone();
            changed[at] = (byte) (changed[at] == 'Z' ? 'Y' : 'Z');
            nobodyElseStandsUnderHerAddress(MhtmlFileTest.read(changed), "byte " + at);
        }
    }

    /// Zeros from anywhere in the page to anywhere in the frame behind it, as of a lost block.
    @Test
    void noLostBlockGivesWordsToAnotherAddress() throws IOException {
        for (var file : List.of(withoutAddresses(), MhtmlFileTest.chrome())) {
            byte[] bytes = file.getBytes(ISO_8859_1);
            int page = file.indexOf("--" + MhtmlFileTest.BORDER);
            int frame = file.indexOf("--" + MhtmlFileTest.BORDER, page + 1);
            int end = file.indexOf("--" + MhtmlFileTest.BORDER, frame + 1);
            for (int from = page; from < frame; from += 7) {
                for (int to = Math.max(frame, from + 20); to < end; to += 11) {
                    byte[] lost = bytes.clone();
                    Arrays.fill(lost, from, to, (byte) 0);
                    nobodyElseStandsUnderHerAddress(MhtmlFileTest.read(lost), from + "-" + to);
                }
            }
        }
    }

    @Test
    void aPartWithALostBlockIsReadAndSaidToBeDamaged() throws IOException {
        var file = MhtmlFileTest.chrome();
        var read = MhtmlFileTest.read(file.replaceFirst("<p>aysel", "<p>aysel" + "\0".repeat(512)));
        var page = read.records().getFirst();
        assertEquals("[\"lostBlock\"]", Archives.detail(page, "damage"));
        assertEquals("", page.address());
        assertTrue(page.object().text().contains("AYSEL"));
        assertEquals("", Archives.detail(read.records().get(1), "damage"));
        assertTrue(read.ledger().warningsInEnglish().getFirst().startsWith("1 parts of the page have zeros"));
    }

    @Test
    void aStartThatNoPartHasGivesNobodyTheAddress() throws IOException {
        var named = "type=\"text/html\"; start=\"<frame-nobody@mhtml.blink>\";";
        var file = withoutAddresses().replace("type=\"text/html\";", named).replace(MhtmlFileTest.frame("aysel"), "");
        nobodyElseStandsUnderHerAddress(MhtmlFileTest.read(file), "start");
    }

    @Test
    void theLineThatTheHeadNamesIsBetweenTheParts() throws IOException {
        var fake = "--fake-fake-fake\r\nContent-Type: text/html\r\nContent-Location: " + PAGE
                + "\r\n\r\n<p>saxta söz</p>\r\n--fake-fake-fake--\r\n";
        var file = MhtmlFileTest.chrome().replaceFirst("\r\n\r\n\r\n", "\r\n\r\n" + fake + "\r\n");
        var read = MhtmlFileTest.read(file);
        assertEquals(Archives.text("aysel"), read.records().getFirst().object().text());
        assertEquals(4, read.records().size());
        assertTrue(
                read.records().stream().noneMatch(each -> each.object().text().contains("saxta")));
    }

    @Test
    void aLineBetweenThePartsThatTheHeadDoesNotNameIsMarked() throws IOException {
        var read = MhtmlFileTest.read(
                MhtmlFileTest.chrome().replace("boundary=\"" + MhtmlFileTest.BORDER, "boundary=\"something-else"));
        assertEquals(4, read.records().size());
        assertTrue(read.records().stream().allMatch(each -> each.marks().contains(Mark.LOOKALIKE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Rauf <rauf@mail.example>\r\nwhat is this\r\nTo: Leyla <leyla@home.example>\r\nMessage-ID: <1@mail.example>\r\n",
                "From: Rauf <rauf@mail.example>\r\nSubject: salam\r\nDate: Fri, 2 Jan 2026 02:59:00 +0400\r\n",
                "From: Rauf <rauf@mail.example>\r\nBcc: Leyla <leyla@home.example>\r\n",
                "Sender: Rauf <rauf@mail.example>\r\nSubject: salam\r\n",
                "In-Reply-To: <1@mail.example>\r\nSubject: salam\r\n"
            })
    void aMailOfPartsWithAddressesIsAMail(String fields) throws IOException {
        for (var location : List.of("cid:1", "https://a.example/")) {
            var mail = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n" + fields
                    + "\r\n--b\r\nContent-Type: text/html\r\nContent-Location: " + location
                    + "\r\n\r\n<p>I know where you live\r\n--b--\r\n";
            assertFalse(MhtmlFileTest.knows(mail), mail);
            assertTrue(MhtmlFileTest.isMail(mail), mail);
        }
    }

    /// Internet Explorer says who saved the page in the language of its user.
    @ParameterizedTest
    @ValueSource(strings = {"=?utf-8?B?0KHQvtGF0YDQsNC90LXQvdC+IFdpbmRvd3M=?=", "<Windows tarafindan kaydedildi>"})
    void aPageThatAProgramOfAnotherLanguageSavedIsOne(String from) throws IOException {
        var head =
                "From: " + from + "\r\nSubject: salam\r\nDate: Fri, 2 Jan 2026 02:59:00 +0400\r\nMIME-Version: 1.0\r\n";
        assertTrue(
                MhtmlFileTest.knows(
                        head
                                + "Content-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n<p>x\r\n--b--\r\n"));
        assertTrue(MhtmlFileTest.knows(
                head + "Content-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n<p>x\r\n"));
        assertFalse(MhtmlFileTest.knows(head + "Content-Type: text/html\r\n\r\n<p>x\r\n"));
        assertFalse(MhtmlFileTest.knows(head.replace(from, "=?utf-8?Q?rauf=40mail.example?=")
                + "Content-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n<p>x\r\n"));
    }

    @Test
    void whoeverStandsInTheHeadDidNotSaveThePage() throws IOException {
        var file = MhtmlFileTest.chrome().replace("<Saved by Blink>", "Rauf <rauf@mail.example>");
        assertTrue(MhtmlFileTest.knows(file));
        var page = MhtmlFileTest.read(file).records().getFirst();
        assertEquals("", Archives.detail(page, "savedBy"));
        assertEquals("Rauf <rauf@mail.example>", Archives.detail(page, "statedFrom"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Snapshot-Content-Location: https://other.example/",
                "Date: Fri, 16 Jan 2026 10:20:30 -0000",
                "From: <Saved by another>"
            })
    void aFieldThatStandsThereTwiceIsKeptAndMarked(String field) throws IOException {
        var read = MhtmlFileTest.read(MhtmlFileTest.chrome().replaceFirst("MIME-Version", field + "\r\nMIME-Version"));
        var page = read.records().getFirst();
        assertTrue(read.ledger().warningsInEnglish().getFirst().startsWith("1 pages name two"));
        assertEquals(Set.of(Mark.LOOKALIKE), page.marks());
        assertTrue(page.toJson().canonical().contains(field), page.toJson().canonical());
    }

    @Test
    void whereTheHeadAndThePageNameTwoAddressesThatIsMarked() throws IOException {
        var page = MhtmlFileTest.read(MhtmlFileTest.chrome()
                        .replace(
                                "Snapshot-Content-Location: " + PAGE,
                                "Snapshot-Content-Location: https://other.example/"))
                .records()
                .getFirst();
        assertEquals(Set.of(Mark.LOOKALIKE), page.marks());
        assertEquals(PAGE, page.address());
        assertTrue(Archives.detail(page, "statedAddress").contains("https://other.example/"));
    }

    @Test
    void whatElseStandsInTheHeadsIsKept() throws IOException {
        var file = MhtmlFileTest.chrome()
                .replaceFirst("MIME-Version", "X-MAF: bir söz\r\nMIME-Version")
                .replaceFirst("Content-ID: <frame-banu", "X-Part: iki söz\r\nContent-ID: <frame-banu");
        var read = MhtmlFileTest.read(file);
        assertEquals("X-MAF: bir söz", Archives.detail(read.records().getFirst(), "field"));
        assertEquals("X-Part: iki söz", Archives.detail(read.records().get(1), "partField"));
    }

    @Test
    void aDrawingIsNoFrame() throws IOException {
        var drawing = MhtmlFileTest.picture()
                .replace("image/png", "image/svg+xml")
                .replace("base64", "8bit")
                .replaceFirst("\r\n\r\n[^-]*", "\r\n\r\n<svg><text>salam</text></svg>\r\n");
        var read = MhtmlFileTest.read(MhtmlFileTest.chrome().replace(MhtmlFileTest.picture(), drawing));
        assertEquals(4, read.records().size());
        assertEquals(1, read.records().getFirst().object().attachments().size());
    }

    @Test
    void aMailInsideKeepsWhoWroteIt() throws IOException {
        var mail = "--" + MhtmlFileTest.BORDER
                + "\r\nContent-Type: message/rfc822\r\n\r\nFrom: Rauf <rauf@mail.example>\r\n"
                + "To: Leyla\r\nSubject: salam\r\nDate: Fri, 2 Jan 2026 02:59:00 +0400\r\nContent-Type: text/plain\r\n\r\nhədə\r\n";
        var read = MhtmlFileTest.read(MhtmlFileTest.chrome().replace(MhtmlFileTest.picture(), mail));
        var record = read.records().stream()
                .filter(each -> each.object().text().contains("hədə"))
                .findFirst()
                .orElseThrow();
        assertEquals("mail", Archives.detail(record, "archiveRecord"));
        var within = Archives.detail(record, "mailWithin");
        for (var each : List.of("Rauf <rauf@mail.example>", "Leyla", "salam", "Fri, 2 Jan 2026 02:59:00 +0400")) {
            assertTrue(within.contains(each), within);
        }
    }

    @Test
    void aLongDateTakesNoTime() {
        var file = "Date: " + "(".repeat(60_000) + "\r\nSnapshot-Content-Location: https://a.example/\r\n"
                + "Content-Type: multipart/related; boundary=\"--B-B-B-B-B-B-B-B-B-B\"\r\n\r\n"
                + "----B-B-B-B-B-B-B-B-B-B\r\nContent-Type: text/html\r\n\r\nx\r\n".repeat(2000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MhtmlFileTest.read(file));
    }
}
