package org.taniq.read.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One that cannot be read takes no other with it.
final class OneOfManyTest {
    private static String deep(int depth) {
        return depth < 0 ? "" : deep(depth + 1);
    }

    @Test
    void whatBreaksTheReaderDownIsNone() throws IOException {
        assertEquals(Optional.of("a"), OneOfMany.read(() -> "a"));
        assertEquals(Optional.empty(), OneOfMany.read(() -> deep(0)));
        assertEquals(Optional.empty(), OneOfMany.read(() -> String.valueOf(Integer.parseInt("a"))));
    }
}
