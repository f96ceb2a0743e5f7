package org.taniq.read.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taniq.base.Trouble;
import org.taniq.base.When;

/// What is wrong in a mapping is told with its line and with what could stand there.
final class MappingFileTest {
    private static String why(String yaml) {
        return assertThrows(Trouble.class, () -> MappingFile.of("x.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .said()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {map: 1, name: a, format: xml, records: [{text: a}]}              | x.yaml:1: one of these is expected: csv, json, json-lines
            {map: 2, name: a, format: csv, records: [{text: a}]}              | x.yaml:1: a whole number from 1 to 1 is expected
            {map: 1, name: a, format: csv, separator: ab, records: []}        | is expected:
            {map: 1, name: a, format: csv, version: 3, records: []}           | unknown key 'version'; known are map, name,
            {map: 1, name: a/b, format: csv, records: []}                     | is expected: A-Z
            {map: 1, format: csv, records: []}                                | 'name' is missing
            {map: 1, name: a, format: csv}                                    | 'records' is missing
            {map: 1, name: a, format: csv, records: [{txt: a}]}               | unknown key 'txt'; known are where, counts,
            {map: 1, name: a, format: csv, records: [{text: {at: [[a]]}}]}    | a text is expected
            {map: 1, name: a, format: csv, records: [{at: /a, text: b}]}      | unknown key 'at'; known are where, counts,
            {map: 1, name: a, format: csv, records: []}                       | 'text' is missing
            {map: 1, name: a, format: csv, records: [{counts: {likes: a}}]}   | 'text' is missing
            {map: 1, name: a, format: json, records: [{text: a/*}]}           | a way to one value is expected
            {map: 1, name: a, format: json, records: [{at: /a/*, text: b}, {at: /a/*/c/*, text: b}]} | say so with 'inside'
            {map: 1, name: a, format: json, records: [{text: a, author: [b, c], author-id: d}]} | 'author' and 'author-id' go together
            {map: 1, name: a, format: json, known-by: {files: [b.json]}, records: [{text: a}]} | 'names' is missing
            {map: 1, name: a, format: csv, known-by: {list: true, names: [b]}, records: [{text: a}]} | unknown key 'list'
            {map: 1, name: a, format: csv, records: [{text: a, time: {at: d, form: HH:mm}}]} | is expected: iso, unix
            {map: 1, name: a, format: csv, records: [{text: a, time: {at: d, form: dd.MM.yyyy hh:mm}}]} | is expected: iso, unix
            {map: 1, name: a, format: csv, records: [{text: a, time: {at: d, form: YYYY-MM-dd}}]} | is expected: iso, unix
            {map: 1, name: a, format: csv, records: [{text: }]}               | a text is expected
            {map: 1, name: a, format: csv, records: [{text: {by: a}}]}        | unknown key 'by'; known are at, before, behind, except
            {map: 1, name: a, format: csv, records: [{text: a, verb: Kill}]}  | is expected: Add, Announce,
            {map: 1, name: a, format: csv, records: [{time: {at: d, form: jj}}]} | is expected: iso, unix, unix-ms
            {map: 1, name: a, format: csv, records: [{time: {at: d, zone: Baku}}]} | is expected: Asia/Baku
            {map: 1, name: a, format: csv, records: [{text: a, counts: {Likes: a}}]} | unknown key 'Likes'; known are likes, dislikes
            {map: 1, name: a, format: json, records: [{at: /1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31/32/33}]} | too deep
            {map: 1, name: a, format: json, known-by: {names: [b], least: x}, records: [{text: a}]} | a whole number from 1 to 1000
            {map: 1, name: a, name: b, format: json, records: []}             | stands twice
            salam                                                             | a mapping is expected
            [1                                                                | not readable as YAML
            """)
    void whatIsWrongIsToldWithItsLine(String yaml, String said) {
        String why = why(yaml);
        assertTrue(why.contains(said), why);
    }

    @Test
    void nothingIsNoMapping() {
        assertTrue(why("").contains("the file is empty"));
        assertTrue(why("#" + "x".repeat(MappingFile.LONGEST)).contains("larger than 65536 bytes"));
    }

    @Test
    void anchorsDoNotMultiply() {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            yaml.append("a" + i + ": &a" + i + (" [*a" + (i - 1) + ", *a" + (i - 1) + "]\n"));
        }
        assertTrue(why(yaml.toString()).contains("not readable as YAML"));
    }

    @Test
    void whatIsNestedTooDeepIsTold() {
        assertTrue(!why("[".repeat(60_000)).isEmpty());
        assertTrue(!why("- ".repeat(30_000)).isEmpty());
    }

    @Test
    void rulesDoNotMultiply() {
        String ways = "at: [" + String.join(", ", java.util.Collections.nCopies(200, "a/*")) + "], text: b";
        String yaml = "{map: 1, name: a, format: json, records: {" + ways + ", inside: {" + ways + ", inside: {" + ways
                + "}}}}";
        assertTrue(why(yaml).contains("more than 1000 rules"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            dd.MM.yyyy HH:mm z      | 02.01.2026 21:14 CET             | 2026-01-02T20:14:00Z
            dd.MM.yyyy HH:mm XXX    | 02.01.2026 21:14 +04:00          | 2026-01-02T17:14:00Z
            'year' yyyy, d MMM, h:mm a | year 2026, 2 Jan, 9:14 PM     | 2026-01-02T21:14
            dd.MM.yyyy              | 30.02.2026                       | -
            unix                    | 1767400000500                    | -
            unix-ms                 | 1767400000500                    | 2026-01-03T00:26:40.500Z
            iso                     | 2026-01-02T21:14:00[Asia/Baku]   | -
            iso                     | 2026-01-02T21:14:00+04:00[Asia/Baku] | 2026-01-02T17:14:00Z
            """)
    void aTimeIsReadAsTheFormSays(String form, String text, String time) {
        assertTrue(TimeForm.isOne(form), form);
        String read = switch (new TimeForm(List.of(form), "Asia/Tokyo").of(text)) {
            case When.Exact(var _, var at) -> at.toString();
            case When.Local(var _, var at, var _, var _) -> at.toString();
            case When.Day(var _, var day, var _) -> day.toString();
            case When.Unknown _ -> "-";
        };
        assertEquals(time, read);
    }

    @Test
    void thoseOfTheProgramAreUnderstood() {
        assertEquals(7, MappedFile.OURS.size());
        assertTrue(MappedFile.OURS.stream().allMatch(each -> each.name().matches("[a-z-]+/1")));
    }
}
