package org.taniq.read.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taniq.base.Trouble;

/// What is wrong in a mapping is told with its place and with what could stand there.
final class MappingFileTest {
    private static String why(String yaml) {
        return assertThrows(Trouble.class, () -> MappingFile.of(yaml.getBytes(StandardCharsets.UTF_8)))
                .said()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {map: 1, name: a, format: xml, records: []}                       | at format: what can stand there is csv, json, json-lines
            {map: 2, name: a, format: csv, records: []}                       | at map: what can stand there is 1
            {map: 1, name: a, format: csv, separator: ab, records: []}        | at separator:
            {map: 1, name: a, format: csv, version: 3, records: []}           | at version: what can stand there is format, known-by, map,
            {map: 1, name: a/b, format: csv, records: []}                     | at name:
            {map: 1, format: csv, records: []}                                | the mapping lacks name
            {map: 1, name: a, format: csv}                                    | the mapping lacks records
            {map: 1, name: a, format: csv, records: [{txt: a}]}               | at records/0/txt: what can stand there is address, answers, at,
            {map: 1, name: a, format: csv, records: [{text: {at: [[a]]}}]}    | at records/0/text/at/0: what can stand there is "…"
            {map: 1, name: a, format: csv, records: [{verb: Kill}]}           | at records/0/verb: what can stand there is Add, Announce,
            {map: 1, name: a, format: csv, records: [{time: {at: d, form: qqqq{}}]} | no YAML
            {map: 1, name: a, format: csv, records: [{time: {at: d, form: jj}}]} | at records/0/time/form:
            {map: 1, name: a, format: csv, records: [{time: {at: d, zone: Baku}}]} | at records/0/time/zone: what can stand there is Asia/Baku
            {map: 1, name: a, format: csv, records: [{counts: {Likes: a}}]}   | at records/0/counts/Likes: what can stand there is likes
            {map: 1, name: a, format: json, records: [{at: /1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31/32/33}]} | at records/0/at:
            {map: 1, name: a, format: json, known-by: {least: x}, records: []} | at known-by/least:
            salam                                                             | at : what can stand there is name: …
            [1                                                                | no YAML
            """)
    void whatIsWrongIsToldWithItsPlace(String yaml, String said) {
        String why = why(yaml);
        assertTrue(why.contains(said), why);
    }

    @Test
    void nothingIsNoMapping() {
        assertTrue(why("").contains("at : what"));
        assertTrue(why("#" + "x".repeat(MappingFile.LONGEST)).contains("larger than 1048576 bytes"));
    }

    @Test
    void anchorsDoNotMultiply() {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            yaml.append("a" + i + ": &a" + i + (" [*a" + (i - 1) + ", *a" + (i - 1) + "]\n"));
        }
        assertTrue(why(yaml.toString()).contains("no YAML"));
    }

    @Test
    void thoseOfTheProgramAreUnderstood() {
        assertEquals(7, MappedFile.OURS.size());
        assertTrue(MappedFile.OURS.stream().allMatch(each -> each.name().matches("[a-z-]+/1")));
    }
}
