package org.taniq.read.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taniq.base.Trouble;

/// What is wrong in a mapping is told with its line and with what could stand there.
final class MappingFileTest {
    private static String why(String yaml) {
        return assertThrows(Trouble.class, () -> MappingFile.of("x.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .said()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {map: 1, name: a, format: xml, records: []}                       | x.yaml:1: one of these is expected: csv, json, json-lines
            {map: 2, name: a, format: csv, records: []}                       | x.yaml:1: a whole number from 1 to 1 is expected
            {map: 1, name: a, format: csv, separator: ab, records: []}        | is expected:
            {map: 1, name: a, format: csv, version: 3, records: []}           | unknown key 'version'; known are map, name,
            {map: 1, name: a/b, format: csv, records: []}                     | is expected: A-Z
            {map: 1, format: csv, records: []}                                | 'name' is missing
            {map: 1, name: a, format: csv}                                    | 'records' is missing
            {map: 1, name: a, format: csv, records: [{txt: a}]}               | unknown key 'txt'; known are at, where,
            {map: 1, name: a, format: csv, records: [{text: {at: [[a]]}}]}    | a text is expected
            {map: 1, name: a, format: csv, records: [{text: }]}               | a text is expected
            {map: 1, name: a, format: csv, records: [{text: {by: a}}]}        | unknown key 'by'; known are at, before, behind, except
            {map: 1, name: a, format: csv, records: [{verb: Kill}]}           | is expected: Add, Announce,
            {map: 1, name: a, format: csv, records: [{time: {at: d, form: jj}}]} | is expected: iso, unix, unix-ms
            {map: 1, name: a, format: csv, records: [{time: {at: d, zone: Baku}}]} | is expected: Asia/Baku
            {map: 1, name: a, format: csv, records: [{counts: {Likes: a}}]}   | is expected: likes
            {map: 1, name: a, format: json, records: [{at: /1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31/32/33}]} | too deep
            {map: 1, name: a, format: json, known-by: {least: x}, records: []} | a whole number from 0 to 1000
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
        assertTrue(why("#" + "x".repeat(MappingFile.LONGEST)).contains("larger than 1048576 bytes"));
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
    void thoseOfTheProgramAreUnderstood() {
        assertEquals(7, MappedFile.OURS.size());
        assertTrue(MappedFile.OURS.stream().allMatch(each -> each.name().matches("[a-z-]+/1")));
    }
}
