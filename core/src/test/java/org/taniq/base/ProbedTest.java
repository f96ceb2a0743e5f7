package org.taniq.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProbedTest {
    @Test
    void aFailureAtTheRootOfADiskIsThatFailure() {
        var root = Path.of("").toAbsolutePath().getRoot();
        var probed = new Probed((op, file, moment) -> {});

        var failed = assertThrows(
                IOException.class,
                () -> probed.step(Durable.Op.SYNC_FOLDER, root, () -> {
                    throw new IOException("Input/output error");
                }));

        assertEquals("Input/output error", failed.getMessage());
    }
}
