package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a second thread does.
final class BesideTest {
    @Test
    void allIsDoneInItsOrder() throws IOException {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        try (var beside = new Beside()) {
            for (int i = 0; i < 1000; i++) {
                int number = i;
                beside.run(1 << 16, () -> done.add(number));
            }
            beside.settle();
            assertEquals(IntStream.range(0, 1000).boxed().toList(), done);
        }
    }

    @Test
    void whatGoesWrongIsThrownByTheTimeThatAllIsSettled() throws IOException {
        try (var beside = new Beside()) {
            beside.run(1, () -> {
                throw new IOException("the disk is full");
            });
            var thrown = assertThrows(IOException.class, beside::settle);
            assertEquals("the disk is full", thrown.getMessage());
            beside.settle();
        }
    }

    @Test
    void aFaultOfTheProgramIsThrownAsItIs() throws IOException {
        try (var beside = new Beside()) {
            beside.run(1, () -> {
                throw new IllegalStateException("wrong");
            });
            assertThrows(IllegalStateException.class, beside::settle);
        }
    }

    @Test
    void whatIsTooLargeToWaitBesideOtherWorkWaitsForIt() throws IOException {
        var first = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        try (var beside = new Beside()) {
            beside.run(1, () -> {
                waitFor(first);
                order.add("first");
            });
            var opener = Thread.ofPlatform().start(() -> {
                order.add("opened");
                first.countDown();
            });
            beside.run(Long.MAX_VALUE / 2, () -> order.add("large"));
            assertEquals(List.of("opened", "first"), List.copyOf(order).subList(0, 2));
            beside.settle();
            assertEquals(List.of("opened", "first", "large"), order);
            opener.join();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
