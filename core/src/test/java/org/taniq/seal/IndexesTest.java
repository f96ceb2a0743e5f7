package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class IndexesTest {
    private static Indexes of(long... indexes) {
        var all = new Indexes();
        for (long index : indexes) {
            assertTrue(all.add(index));
        }
        return all;
    }

    @Test
    void whatFollowsEachOtherIsOneRun() {
        assertEquals(List.of(2L, 4L), of(2, 3, 4).ends());
        assertEquals(List.of(2L, 4L), of(4, 3, 2).ends());
        assertEquals(List.of(2L, 4L), of(2, 4, 3).ends());
        assertEquals(List.of(0L, 0L, 2L, 2L), of(0, 2).ends());
        assertFalse(of(5, 6, 7).add(6));
        assertEquals(List.of(), of().ends());
    }

    @Test
    void itHoldsWhatWasAddedInAnyOrderAndNothingElse() {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            var all = new Indexes();
            var expected = new TreeSet<Long>();
            for (int i = 0; i < 40; i++) {
                long index = random.nextLong(60);
                assertEquals(expected.add(index), all.add(index));
            }
            var again = new Indexes();
            again.restore(all.ends());
            for (long index = -1; index <= 61; index++) {
                assertEquals(expected.contains(index), all.holds(index));
                assertEquals(expected.contains(index), again.holds(index));
            }
        }
    }

    @Test
    void runsAreWrittenInOneWay() {
        for (var other : List.of(
                List.of(1L), List.of(2L, 1L), List.of(1L, 2L, 3L, 4L), List.of(5L, 6L, 1L, 2L), List.of(-1L, 2L))) {
            assertThrows(IllegalArgumentException.class, () -> new Indexes().restore(other), other + "");
        }
    }
}
