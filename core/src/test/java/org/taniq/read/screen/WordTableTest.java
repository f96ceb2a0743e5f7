package org.taniq.read.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordTableTest {
    private static final String HEADER =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    private static List<Word> words(String... lines) {
        return table(lines).words();
    }

    private static WordTable table(String... lines) {
        return WordTable.of(HEADER + String.join("\n", lines) + "\n", 100, 50);
    }

    @Test
    void wordsKeepTheirRectanglesAndConfidence() {
        assertEquals(
                List.of(new Word("Məni", 96, new Box(5, 6, 20, 10)), new Word("burax", 7, new Box(30, 6, 25, 10))),
                words(
                        "1\t1\t0\t0\t0\t0\t0\t0\t100\t50\t-1\t",
                        "4\t1\t1\t1\t1\t0\t5\t6\t50\t10\t-1\t",
                        "5\t1\t1\t1\t1\t1\t5\t6\t20\t10\t96.44\tMəni",
                        "5\t1\t1\t1\t1\t2\t30\t6\t25\t10\t7.9\tburax"));
    }

    @Test
    void whatIsNoWordOfThePictureIsLeftOut() {
        assertEquals(
                List.of(),
                words(
                        "5\t1\t1\t1\t1\t1\t5\t6\t20\t10\t96.4\t   ",
                        "5\t1\t1\t1\t1\t1\t95\t6\t20\t10\t96.4\tbeyond",
                        "5\t1\t1\t1\t1\t1\t-5\t6\t20\t10\t96.4\tbefore",
                        "5\t1\t1\t1\t1\t1\t5\t6\t99999999999\t10\t96.4\twide",
                        "5\t1\t1\t1\t1\t1\t5\t6\t20\t10\tno\tnumber",
                        "5\t1\t1\t1\t1\t1\t2147483647\t6\t2147483647\t10\t96\toverflow",
                        "5\t1\t1"));
    }

    @Test
    void wordsThatAreLeftOutAreCounted() {
        String word = "5\t1\t1\t1\t1\t1\t5\t6\t20\t10\t96.4\tNigar";
        var many = table(
                String.join("\n", Collections.nCopies(100_002, word)), "5\t1\t1\t1\t1\t1\t95\t6\t20\t10\t96\tbeyond");
        assertEquals(100_000, many.words().size());
        assertEquals(3, many.leftOut());
    }

    @Test
    void whatHasNoNamesOfColumnsIsNoTable() {
        assertTrue(WordTable.isOne("level\tpage_num\tblock_num\n"));
        assertFalse(WordTable.isOne("read_params_file: Can't open tsv\nsalam\n"));
        assertFalse(WordTable.isOne(""));
    }
}
