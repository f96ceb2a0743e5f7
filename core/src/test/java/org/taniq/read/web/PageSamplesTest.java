package org.taniq.read.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.read.record.Input;
import org.taniq.read.record.Parser;

/// Files of others, against counts that were made with other programs before they were read.
final class PageSamplesTest {
    private static Archives.Read read(Parser parser, String name) throws IOException {
        var file = NotRun.unlessShared(name);
        assertTrue(parser.knows(Input.alone("file", Bytes.of(file)::open)), name);
        return Notes.read(parser, file.getFileName().toString(), Files.readAllBytes(file));
    }

    /// Two pages, 13 entries with 11 of 200, one of 302, one of 307; one answer of 1270 bytes without its body; two
    /// style sheets, two programs, fonts.
    @Test
    void aFileOfChromeOf2017() throws IOException {
        var read = read(new HarFile(), "formats/har/example.har");
        var statuses = read.records().stream()
                .collect(Collectors.groupingBy(
                        record -> Archives.detail(record, "status"), TreeMap::new, Collectors.counting()));
        assertEquals("{=2, 200=11, 302=1, 307=1}", statuses.toString());
        var unread = read.records().stream()
                .collect(Collectors.groupingBy(
                        record -> Archives.detail(record, "textNotRead"), TreeMap::new, Collectors.counting()));
        assertEquals("{=7, not-kept=1, not-text=3, program=4}", unread.toString());
        var page = read.records().stream()
                .filter(record -> record.address().equals("https://www.iana.org/domains/reserved"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                page.object().text().startsWith("IANA — IANA-managed Reserved Domains"),
                page.object().text());
        assertEquals("2017-03-21T21:13:04.412Z", page.published().source());
        assertEquals(0, read.kept().unread.size());
    }

    /// One page, three style sheets and a picture, saved by a program for Firefox in 2006.
    @Test
    void aPageOfFirefoxOf2006() throws IOException {
        var read = read(new MhtmlFile(), "formats/mhtml/testMHTMLFirefox.mhtml");
        assertEquals(1, read.records().size());
        var page = read.records().getFirst();
        assertEquals("http://aperture.sourceforge.net/", page.address());
        assertEquals(4, page.object().attachments().size());
        assertTrue(page.object().text().startsWith("Aperture Framework\nAperture\na Java framework for getting data"));
        assertEquals("Fri Mar 10 2006 13:40:00 GMT+0100", page.published().source());
        assertTrue(page.object().text().contains("ap·er·ture"));
        assertEquals("windows-1252", Archives.detail(page, "charset"));
    }
}
