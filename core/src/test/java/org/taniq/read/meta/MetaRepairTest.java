package org.taniq.read.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;

/// Texts of which each byte was written as a letter are put together, and no other text is changed.
final class MetaRepairTest {
    private final MetaFiles files = new MetaFiles();

    /// A message whose text stands so in the JSON.
    private Activity one(String content) throws IOException {
        files.read("{\"messages\":[{\"sender_name\":\"Ann\",\"timestamp_ms\":1700000000000,\"content\":\"" + content
                + "\"}]}");
        return files.kept.records.getLast();
    }

    @Test
    void aTextIsPutTogetherAndItIsSaid() throws IOException {
        var record = one("gəl");
        assertEquals("gəl", record.object().text());
        assertTrue(MetaFiles.details(record).containsKey("letters"));
        assertFalse(MetaFiles.details(record).containsKey("asWritten"));
        assertEquals(Set.of(), record.marks());
        assertFalse(MetaFiles.details(one("come")).containsKey("letters"));
    }

    @Test
    void whatIsADetailIsPutTogetherToo() throws IOException {
        files.read("{\"messages\":[{\"sender_name\":\"Ann\",\"timestamp_ms\":1700000000000,\"Şərh\":{\"ə\":\"ı\"}}]}");
        assertEquals(
                "{\"name\":\"Şərh\",\"value\":\"{\\\"ə\\\":\\\"ı\\\"}\"}",
                MetaFiles.detail(files.kept.records.getLast(), "member"));
    }

    @Test
    void onlyWhatCanBeUtf8IsPutTogether() {
        assertEquals("gəl", Repair.repaired("g\u00c9\u0099l"));
        for (var text : List.of("Şöhrət çağır, İnci", "Güle güle, ağabey 😂", "Я тебя найду")) {
            assertEquals(text, Repair.repaired(MetaFiles.bytes(text)));
            assertEquals(text, Repair.repaired(text));
        }
        for (var stays :
                List.of("", "plain", "caf\u00e9", "\u00c3\u00a9 и", "\u00c9\u0099\u0259", "\u0099", "a\u00c9")) {
            assertEquals(stays, Repair.repaired(stays));
        }
    }

    /// One bad byte must not make a long text unreadable.
    @Test
    void aDamagedLetterCostsItselfAlone() throws IOException {
        String text = "Səni tapacağam, \\u00c5 qız";
        var record = one(text);
        assertEquals("Səni tapacağam, \uFFFD qız", record.object().text());
        assertEquals(Set.of(Mark.NOT_TEXT), record.marks());
        assertEquals(
                MetaFiles.bytes("Səni tapacağam, ") + "\u00c5" + MetaFiles.bytes(" qız"),
                MetaFiles.detail(record, "asWritten"));
    }

    @Test
    void aTextThatWasCutWithinALetterIsReadUpToThere() throws IOException {
        assertEquals("gəl\uFFFD", one("gəl\\u00c9").object().text());
        assertEquals(Set.of(Mark.NOT_TEXT), files.kept.records.getLast().marks());
    }

    @Test
    void whatMayBeBrokenOrNotStaysAndIsSaid() throws IOException {
        var record = one("\\u00c3\\u00a9 caf\\u00e9 \\u00c9");
        assertEquals("\u00c3\u00a9 caf\u00e9 \u00c9", record.object().text());
        assertEquals("1", MetaFiles.detail(record, "notRepaired"));
        assertTrue(files.read(
                        "{\"messages\":[{\"sender_name\":\"Ann\",\"timestamp_ms\":1,\"content\":\"\\u00c3\\u00a9 \\u00c9 \\u00c9\"}]}")
                .warningsInEnglish()
                .contains("1 records hold letters that the export may have broken: they were left as they are"));
    }
}
