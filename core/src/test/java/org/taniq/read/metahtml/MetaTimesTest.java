package org.taniq.read.metahtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.When;

/// Times are read where they are sure.
final class MetaTimesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nov 5, 2026 9:14:33 pm               | 2026-11-05T21:14:33
            Nov 05, 2026, 9:14 PM                | 2026-11-05T21:14
            Nov 05, 2026 12:00:01 am             | 2026-11-05T00:00:01
            Nov 05, 2026 12:30 pm                | 2026-11-05T12:30
            Feb 16, 2018 10:17pm                 | 2018-02-16T22:17
            05 noy 2026 21:14                    | 2026-11-05T21:14
            5 noyabr 2026, 21:14:33              | 2026-11-05T21:14:33
            05 Kas 2026 21:14                    | 2026-11-05T21:14
            5 Kasım 2026 Perşembe, saat 21:14    | 2026-11-05T21:14
            5 нояб. 2026 г., 21:14               | 2026-11-05T21:14
            5 ноября 2026 г. в 21:14             | 2026-11-05T21:14
            5 ნოე. 2026, 21:14                   | 2026-11-05T21:14
            5. November 2026 um 21:14            | 2026-11-05T21:14
            03. Sept. 2026, 9:33 pm              | 2026-09-03T21:33
            9 de octubre de 2025 21:14           | 2025-10-09T21:14
            Sunday, November 20, 2016 at 2:16am CST | 2016-11-20T02:16
            2026-11-05 21:14:33                  | 2026-11-05T21:14:33
            2026. nov. 5. de. 12:30              | 2026-11-05T00:30
            2026. nov. 5. du. 9:14               | 2026-11-05T21:14
            ago 07, 2026 8:17 da tarde/noite     | 2026-08-07T20:17
            nov 05, 2026 12:17 da manhã          | 2026-11-05T00:17
            5 de nov de 2026 9:14 p. m.          | 2026-11-05T21:14
            5 Kas 2026 ÖS 9:14                   | 2026-11-05T21:14
            1er nov. 2026 à 21:14                | 2026-11-01T21:14
            5 İyun 2026 21:14                    | 2026-06-05T21:14
            05 İyl 2026 21:14                    | 2026-07-05T21:14
            am 5. Nov. 2026 um 21:14             | 2026-11-05T21:14
            """)
    void aTimeOfALanguageIsReadAndHasNoZone(String written, String expected) {
        var time = assertInstanceOf(When.Local.class, Moment.of(written));
        assertEquals(expected, time.dateTime().toString());
        assertEquals(written, time.source());
        assertEquals("", time.zone());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05.11.2026, 21:14",
                "11/05/2026 9:14 pm",
                "listopad 5, 2026 21:14",
                "Tháng 10 01, 2025 10:21:24 ch",
                "Nov 5 Dec, 2026 9:14",
                "Nov 31, 2026 9:14",
                "Nov 5, 2026 13:14 pm",
                "Nov 5, 2026 0:14 am",
                "Nov 5, 2026 25:14",
                "Nov 5, 2026 9:14 pm or so",
                "Nov 5, 2026 2025 9:14 pm",
                "Nov 5 6, 2026 9:14 pm",
                "5 Nov 2026 9:14 PTG",
                "5 Nov 2026 9:14 PG",
                "5 Kas November 2026 21:14",
                "5 lip 2026 21:14",
                "Nov 2026 9:14.05",
                "Nov 5, 2026 pm",
                "nov 5, 2026 9:14 du pm",
                "5 Nov 2026 SA 9:14",
                "yesterday"
            })
    void whatCouldBeReadEitherWayStaysUnknownWithItsWords(String written) {
        assertEquals(
                written,
                assertInstanceOf(When.Unknown.class, Moment.of(written)).source());
    }

    @Test
    void aTimeForMachinesIsExact() {
        assertEquals(
                "2026-08-12T05:03:00Z",
                assertInstanceOf(When.Exact.class, Moment.of("2026-08-12T05:03Z"))
                        .instant()
                        .toString());
    }

    @Test
    void aDistanceFromUtcMakesItExact() {
        assertEquals(
                "2016-11-19T22:15:00Z",
                assertInstanceOf(When.Exact.class, Moment.of("Sunday, November 20, 2016 at 2:15am UTC+04"))
                        .instant()
                        .toString());
    }

    @Test
    void noZoneIsSuggestedForTimesThatHaveNone() throws IOException {
        String said = MetaPages.said("Banu", "Nov 05, 2026 9:14 pm", "a");
        var warnings = new MetaPages().read(MetaPages.page("Banu", said)).warningsInEnglish();
        assertTrue(warnings.stream()
                .anyMatch(warning -> warning.startsWith("1 records have a time without a zone")
                        && warning.contains("eight hours behind UTC")
                        && warning.contains("Assume no zone")));
        assertTrue(warnings.stream().noneMatch(warning -> warning.contains("ask for the zone")));
    }

    @Test
    void aDayAloneIsADay() {
        assertEquals(
                "2026-11-05",
                assertInstanceOf(When.Day.class, Moment.of("Nov 5, 2026")).day().toString());
    }
}
