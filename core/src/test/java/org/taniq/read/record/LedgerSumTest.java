package org.taniq.read.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.Said;

/// What is said of the parts of one file is said of the file as a whole.
final class LedgerSumTest {
    @Test
    void whatIsSaidOfRecordsInEachPartIsSaidOnce() {
        var sum = new LedgerSum();
        var chats = Said.of("{n} are missing ({chats})", Map.of("n", 1, "chats", 1));
        for (long n : List.of(3L, 5L)) {
            sum.add(Ledger.empty("a", "x")
                    .warned(Said.of("{n} records hold bytes that are no UTF-8", "n", n))
                    .warned(Said.of("the export states no time zone"))
                    .warned(Said.of("no JSON from line {line} on", "line", n))
                    .warned(chats));
        }
        assertEquals(
                List.of(
                        "8 records hold bytes that are no UTF-8",
                        "the export states no time zone",
                        "no JSON from line 3 on",
                        "1 are missing (1)",
                        "no JSON from line 5 on"),
                sum.ledger("a.zip", "x").warningsInEnglish());
    }
}
