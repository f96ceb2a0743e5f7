package org.taniq.read.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Actor;

final class NamesTest {
    private final Names names = new Names(_ -> false);

    private Names.Name of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return names.of(bytes, 0, bytes.length);
    }

    @Test
    void aNameIsOneThing() {
        for (int i = 0; i < 1000; i++) {
            of("Kamran " + i).count();
        }
        assertSame(of("Kamran 7"), of("Kamran 7"));
        assertEquals(1, of("Kamran 999").headers());
        assertEquals("Aysel", ((Actor.Named) of("Aysel").actor()).name());
    }

    /// All these have one hash, as those of a file that is made to take our time.
    @Test
    void namesThatAreMadeAlikeTakeNoLongerThanOthers() {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (var name : alike(16)) {
            assertEquals(name, ((Actor.Named) of(name).actor()).name());
        }
        long seconds = (threads.getCurrentThreadCpuTime() - before) / 1_000_000_000;
        assertTrue(seconds < 3, "seconds of the processor: " + seconds);
        assertSame(of("Kamran"), of("Kamran"));
    }

    private static List<String> alike(int pairs) {
        var all = List.of("");
        for (int i = 0; i < pairs; i++) {
            var longer = new ArrayList<String>();
            for (var name : all) {
                longer.add(name + "Aa");
                longer.add(name + "BB");
            }
            all = longer;
        }
        return all;
    }
}
