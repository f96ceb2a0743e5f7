package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Trouble;
import org.taniq.read.chat.WhatsAppText;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;

/// A parser that breaks down over hostile bytes takes nothing else with it.
class ReaderFaultTest {
    private static final Bytes CHAT =
            Bytes.of("13/01/2024, 10:00 - Ann: hello\n13/01/2024, 10:01 - Bob: hi\n13/01/2024, 10:02 - Bob: boom\n"
                    .getBytes(StandardCharsets.UTF_8));

    private final Kept kept = new Kept();

    /// Reads chats, and breaks down at one record.
    private record Breaking(int at, Error error) implements Parser {
        enum Error {
            RUNTIME,
            STACK,
            MEMORY,
            DISK
        }

        @Override
        public String name() {
            return "breaking/1";
        }

        @Override
        public boolean knows(Input input) {
            if (at < 0) {
                throw new IllegalStateException("while looking");
            }
            return true;
        }

        @Override
        public Ledger read(Input input, Sink sink) throws IOException {
            return new WhatsAppText().read(input, new Sink() {
                private int records;

                @Override
                public void read(Activity activity) throws IOException {
                    if (records++ == at) {
                        fail();
                    }
                    sink.read(activity);
                }

                @Override
                public void unread(Unread unread) throws IOException {
                    sink.unread(unread);
                }
            });
        }

        private void fail() throws IOException {
            switch (error) {
                case RUNTIME -> throw new ArrayIndexOutOfBoundsException("hostile");
                case STACK -> throw new StackOverflowError();
                case MEMORY -> throw new OutOfMemoryError();
                case DISK -> throw new IOException("the disk");
            }
        }
    }

    private Reading read(int at, Breaking.Error error) throws IOException {
        return Reading.of("chat.txt", CHAT, _ -> kept, List.of(new Breaking(at, error)));
    }

    @Test
    void whatWasReadBeforeTheFaultStaysAndTheRestIsSaidToBeUnread() throws IOException {
        var ledger = read(2, Breaking.Error.RUNTIME).ledger();
        assertEquals(2, kept.records.size());
        assertEquals(
                List.of(Unread.Reason.READER_FAULT),
                kept.unread.stream().map(Unread::why).toList());
        assertEquals(2, ledger.records());
        assertEquals(Map.of("reader-fault", 1L), ledger.skippedReasons());
        assertEquals("2024-01-13T10:01:00", ledger.last());
        assertTrue(ledger.warnings().getFirst().toString().contains("broke down"));
    }

    @Test
    void aStackThatOverflowsIsAFaultToo() throws IOException {
        assertEquals(1, read(1, Breaking.Error.STACK).ledger().records());
    }

    @Test
    void memoryThatEndsOverAFileIsAFaultOfThatFile() throws IOException {
        assertEquals(1, read(1, Breaking.Error.MEMORY).ledger().records());
    }

    @Test
    void memoryThatEndsWhileSomethingIsSealedIsNoFaultOfAFile() {
        var full = new Sink() {
            @Override
            public void read(Activity activity) {
                throw new OutOfMemoryError();
            }

            @Override
            public void unread(Unread unread) {}
        };
        assertThrows(Trouble.class, () -> Reading.of("chat.txt", CHAT, _ -> full));
    }

    @Test
    void aFileOfWhichNothingWasReadBecomesOneRecord() throws IOException {
        for (int at : List.of(0, -1)) {
            kept.records.clear();
            var reading = read(at, Breaking.Error.RUNTIME);
            assertEquals(1, kept.records.size());
            assertEquals(CHAT.size(), kept.records.getFirst().spot().to());
            assertEquals("text/plain", reading.ledger().format());
            assertEquals(1, reading.parts().size());
        }
    }

    @Test
    void whatTheDiskRefusesIsNoFaultOfTheParser() {
        assertThrows(IOException.class, () -> read(1, Breaking.Error.DISK));
    }
}
