package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;

/// Where and when a page was saved is believed where a program writes it, and where no two say otherwise.
final class SavedPageTest {
    private static final String WORDS = "<title>Gülay</title><p>Gülay yazır: GÜLAY sözü</p>";
    private static final String ARCHIVED =
            "<!-- FILE ARCHIVED ON 10:20:30 Jan 15, 2020 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 11:22:33 Feb 01, 2024. -->";
    private static final String BROWSER = "<!-- saved from url=(0022)https://gulay.example/ -->\n";

    private static String singleFile(String address, String time) {
        return "<!--\n Page saved with SingleFile \n url: " + address + " \n saved date: " + time + "\n-->";
    }

    private static final String SINGLE = singleFile("https://gov.example/", "Mon Jan 15 2024 10:30:00 GMT+0400 (x)");

    private static String wayback(String address, String time) {
        return "<script>__wm.wombat(\"" + address + "\",\"" + time + "\");</script>";
    }

    private static Activity read(String page) throws IOException {
        var read = Notes.read(new HtmlFile(), "page.html", page.getBytes(UTF_8));
        assertEquals(1, read.records().size());
        return read.records().getFirst();
    }

    private static List<String> told(Activity record) {
        return record.details().stream()
                .filter(detail ->
                        detail.name().startsWith("stated") || detail.name().equals("archivedAt"))
                .map(detail -> detail.name() + " " + detail.value().inOrder())
                .toList();
    }

    private static void isBelieved(String address, String page) throws IOException {
        var record = read(page);
        assertEquals(address, record.address());
        assertEquals(Set.of(), record.marks());
    }

    private static void isDoubted(String page, String... told) throws IOException {
        var record = read(page);
        assertEquals("", record.address());
        assertInstanceOf(When.Unknown.class, record.published());
        assertEquals(Set.of(Mark.LOOKALIKE), record.marks());
        for (var each : told) {
            assertTrue(told(record).stream().anyMatch(there -> there.contains(each)), each + " in " + told(record));
        }
    }

    @Test
    void aCommentAmongTheWordsOfThePageIsNone() throws IOException {
        for (var page : List.of(
                "<html><body>" + WORDS + ARCHIVED + "<p>more</p></body></html>",
                "<html><body>" + WORDS + ARCHIVED + " more",
                "<html><body>" + ARCHIVED + WORDS,
                "<html><head></head>" + ARCHIVED + "<body>" + WORDS,
                ARCHIVED + "<html>" + WORDS)) {
            var record = read(page);
            assertInstanceOf(When.Unknown.class, record.published(), page);
            assertEquals("", Archives.detail(record, "savedWith"), page);
        }
        for (var page : List.of(
                "<html><body>" + WORDS + "</body></html>" + ARCHIVED,
                "<html><body>" + WORDS + "</body>" + ARCHIVED + "</html>\n<!-- more -->",
                "<html><body>" + WORDS + ARCHIVED)) {
            assertEquals("10:20:30 Jan 15, 2020", read(page).published().source(), page);
        }
    }

    @Test
    void whereTwoProgramsStateTwoAddressesNoneIsTaken() throws IOException {
        isDoubted(
                SINGLE + BROWSER + "<html>" + WORDS,
                "https://gov.example/",
                "https://gulay.example/",
                "Mon Jan 15 2024");
        isDoubted(
                BROWSER + "<html><head>" + wayback("https://gov.example/", "20200101000000") + "</head>" + WORDS,
                "https://gov.example/",
                "https://gulay.example/",
                "20200101000000");
        isDoubted(
                SINGLE + singleFile("https://gulay.example/", "Mon Jan 15 2024 10:30:00 GMT+0400 (x)") + "<html>"
                        + WORDS,
                "https://gov.example/",
                "https://gulay.example/");
        isDoubted(
                BROWSER + BROWSER.replace("gulay", "leyla") + "<html>" + WORDS,
                "https://leyla.example/",
                "https://gulay.example/");
    }

    @Test
    void whereTwoTimesAreStatedNoneIsTaken() throws IOException {
        var other = singleFile("https://gov.example/", "Tue Jan 16 2024 10:30:00 GMT+0400 (x)");
        isDoubted(SINGLE + other + "<html>" + WORDS, "Mon Jan 15 2024", "Tue Jan 16 2024");
        isDoubted(
                "<html><head>" + wayback("https://gov.example/", "20200101000000") + "</head>" + WORDS + "</html>"
                        + ARCHIVED,
                "20200101000000",
                "10:20:30 Jan 15, 2020");
    }

    @Test
    void whatIsSaidTwiceAlikeIsBelieved() throws IOException {
        isBelieved("https://gov.example/", SINGLE + SINGLE + "<html>" + WORDS);
        isBelieved(
                "https://gulay.example/",
                "<html><head>" + wayback("https://gulay.example/", "20200115102030") + "</head>" + WORDS + "</html>"
                        + ARCHIVED + ARCHIVED);
    }

    @Test
    void whatABrowserSavedElsewhereIsNoPageOfTheWaybackMachine() throws IOException {
        isDoubted(
                BROWSER + "<html><head>" + wayback("https://gulay.example/", "20200115102030") + "</head>" + WORDS,
                "20200115102030");
        isDoubted(BROWSER + "<html>" + WORDS + "</html>" + ARCHIVED, "10:20:30 Jan 15, 2020");
        isDoubted(SINGLE + "<html>" + WORDS + "</html>" + ARCHIVED, "10:20:30 Jan 15, 2020", "Mon Jan 15 2024");
    }

    @Test
    void aPageOfTheWaybackMachineThatWasSavedAgainStoodThere() throws IOException {
        var address = "https://web.archive.org/web/20200115102030/https://gulay.example/";
        var mark = "<!-- saved from url=(0065)" + address + " -->\n";
        isBelieved(
                address,
                mark + "<html><head>" + wayback("https://gulay.example/", "20200115102030") + "</head>" + WORDS
                        + "</html>" + ARCHIVED);
        var saved = singleFile(address, "Mon Jan 15 2024 10:30:00 GMT+0400 (x)");
        isBelieved(address, saved + "<html>" + WORDS + "</html>" + ARCHIVED);
    }

    @Test
    void lineEndsInACommentTakeNoTime() {
        var lines = "\n".repeat(4_000_000);
        for (var page : List.of(
                "<html><!--\n Page saved with SingleFile\n url: https://a.example/" + lines + "--><p>x",
                "<html><!--\n Page saved with SingleFile\n" + lines + "--><p>x",
                "<html><!--\n Page saved with SingleFile\n url: https://a.example/\n saved date: x"
                        + " ".repeat(4_000_000) + "y--><p>x",
                "<html><!--" + "\n Page saved with SingleFile\n url: ".repeat(100_000) + "--><p>x")) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(page));
        }
    }
}
