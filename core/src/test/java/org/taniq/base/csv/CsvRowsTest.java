package org.taniq.base.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taniq.base.json.Span;

/// Tables as programs write them, as people break them, and as somebody makes them who means harm.
final class CsvRowsTest {
    private static CsvRows rows(String text) throws IOException {
        return new CsvRows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',');
    }

    private static List<Row> all(String text) throws IOException {
        var rows = rows(text);
        var all = new ArrayList<Row>();
        for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static List<List<String>> cells(String text) throws IOException {
        return all(text).stream().map(Row::cells).toList();
    }

    @Test
    void quotesCommasAndLinesWithinQuotesArePartOfACell() throws IOException {
        assertEquals(
                List.of(List.of("a", "b,\"c\"\r\nd", ""), List.of("ə", "", "x\r")),
                cells("\uFEFFa,\"b,\"\"c\"\"\r\nd\",\r\n\"ə\",,\"x\r\"\n"));
        assertEquals(List.of(List.of("a"), List.of(""), List.of("", "")), cells("a\n\r\n,"));
        assertEquals(List.of(), cells(""));
    }

    @Test
    void everyRowKnowsItsBytesAndLines() throws IOException {
        var rows = all("\uFEFFa,b\n\"c\nd\",e\r\n\nf");
        assertEquals(
                List.of(new Span(3, 7, 1, 1), new Span(7, 16, 2, 3), new Span(16, 17, 4, 4), new Span(17, 18, 5, 5)),
                rows.stream().map(Row::span).toList());
        assertTrue(rows.get(2).isBlank());
    }

    @Test
    void aQuoteThatIsLostOrStandsWhereNoneBelongsIsSaid() throws IOException {
        assertEquals(Row.Shape.OPEN, all("a,\"b\nc").getFirst().shape());
        assertEquals(Row.Shape.STRAY_QUOTE, all("a,b\"c\n").getFirst().shape());
        assertEquals(Row.Shape.STRAY_QUOTE, all("a,\"b\"c,d\n").getFirst().shape());
        assertEquals(Row.Shape.STRAY_QUOTE, all("a,\"b\"\rc\n").getFirst().shape());
        assertEquals(List.of("a", "b\rc"), all("a,\"b\"\rc\n").getFirst().cells());
        assertEquals(Row.Shape.FINE, all("a,\"b\"\r").getFirst().shape());
    }

    @Test
    void bytesThatAreNoTextAreSaid() throws IOException {
        var rows = new CsvRows(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF, '\n', 'b'}), ',');
        var first = rows.next().orElseThrow();
        assertFalse(first.isText());
        assertEquals(List.of("a\uFFFD"), first.cells());
        assertTrue(rows.next().orElseThrow().isText());
        assertTrue(all("\uFFFD").getFirst().isText());
    }

    @Test
    void oneCanGoOnBehindTheFirstLineOfTheLastTwoRows() throws IOException {
        var rows = rows("x\na,\"b\nc,d\ne,f\n");
        rows.next();
        var open = rows.next().orElseThrow();
        assertEquals(Row.Shape.OPEN, open.shape());
        assertEquals(new Span(2, 7, 2, 2), rows.passLine(open));
        var next = rows.next().orElseThrow();
        assertEquals(List.of("c", "d"), next.cells());
        assertEquals(new Span(7, 11, 3, 3), next.span());
        rows.next();
        assertEquals(new Span(7, 11, 3, 3), rows.passLine(next));
        assertEquals(List.of("e", "f"), rows.next().orElseThrow().cells());
    }

    /// Bytes without an end, of which none is kept.
    private static InputStream endless(String begin, long size) {
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                at++;
                return at > size ? -1 : at <= begin.length() ? begin.charAt((int) at - 1) : 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (at >= size) {
                    return -1;
                }
                int count = (int) Math.min(length, size - at);
                Arrays.fill(into, from, from + count, (byte) 'a');
                for (int i = 0; i < count && at + i < begin.length(); i++) {
                    into[from + i] = (byte) begin.charAt((int) at + i);
                }
                at += count;
                return count;
            }
        };
    }

    @Test
    void aRowLongerThanAnyIsPassedOverAndNotKept() throws IOException {
        for (var begin : List.of("\"", "a", ",")) {
            var rows = new CsvRows(endless(begin, 1L << 28), ',');
            var row = rows.next().orElseThrow();
            assertEquals(Row.Shape.TOO_LARGE, row.shape());
            assertEquals(List.of(), row.cells());
            assertEquals(new Span(0, 1L << 28, 1, 1), rows.passLine(row));
            assertTrue(rows.next().isEmpty());
        }
        var many = rows(",".repeat(10_000) + "\nb\n");
        var row = many.next().orElseThrow();
        assertEquals(Row.Shape.TOO_LARGE, row.shape());
        assertEquals(10_001, many.passLine(row).to());
        assertEquals(List.of("b"), many.next().orElseThrow().cells());
    }

    @Test
    void theRestOfATableIsOnePlace() throws IOException {
        var rows = rows("a\nb\nc\nd");
        rows.next();
        var second = rows.next().orElseThrow();
        assertEquals(new Span(2, 7, 2, 4), rows.rest(second));
        assertTrue(rows.next().isEmpty());
    }

    @Test
    void whatIsWrittenAsTheRfcSaysIsReadBack() throws IOException {
        var random = new Random(11);
        var letters = List.of("a", ",", "\"", "\n", "\r\n", "ə", "😀", " ");
        for (int n = 0; n < 2000; n++) {
            var table = new ArrayList<List<String>>();
            var text = new StringBuilder();
            for (int r = 0; r < 4; r++) {
                var row = new ArrayList<String>();
                for (int c = 0; c < 3; c++) {
                    var cell = new StringBuilder();
                    for (int k = random.nextInt(4); k > 0; k--) {
                        cell.append(letters.get(random.nextInt(letters.size())));
                    }
                    row.add(cell.toString());
                    text.append(c > 0 ? "," : "")
                            .append('"')
                            .append(cell.toString().replace("\"", "\"\""))
                            .append('"');
                }
                table.add(row);
                text.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            assertEquals(table, cells(text.toString()));
        }
    }
}
