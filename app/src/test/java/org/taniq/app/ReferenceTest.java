package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.taniq.base.Digest;
import org.taniq.seal.Pointer;

final class ReferenceTest {
    @Test
    void statementsAndRecordsAreNamedAsPeopleTypeThem() {
        assertEquals(Optional.of(new Reference.Whole("", 12)), Reference.of("12"));
        assertEquals(Optional.of(new Reference.Whole("", 12)), Reference.of("#12"));
        assertEquals(Optional.of(new Reference.Row("", 7, 123)), Reference.of(" 7:123 "));
        assertEquals(Optional.of(new Reference.Row("ab12", 7, 123)), Reference.of("ab12/7:123"));
        assertEquals(Optional.of(new Reference.Whole("ab12", 3)), Reference.of("ab12/#3"));
    }

    @Test
    void whatIsNoReferenceIsNone() {
        for (var typed :
                List.of("", "#", "x", "7:", ":7", "-1", "7:1:2", "ab12/", "/7", "99999999999999999999", "chat.txt")) {
            assertTrue(Reference.of(typed).isEmpty(), typed);
        }
    }

    @Test
    void whatIsPrintedCanBeTypedBack() {
        var pointer = new Pointer("ab12ab12ab12ab12ab12ab12ab12ab12", 7, Digest.of());
        assertEquals("7", Reference.to(pointer, pointer.log()));
        assertEquals("7:9", Reference.to(pointer, 9, pointer.log()));
        assertEquals("ab12ab12/7:9", Reference.to(pointer, 9, "cd"));
        assertEquals(Optional.of(new Reference.Row("ab12ab12", 7, 9)), Reference.of(Reference.to(pointer, 9, "cd")));
    }
}
