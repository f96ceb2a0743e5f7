package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.acquire.Custody;
import org.taniq.base.Trouble;
import org.taniq.base.age.Passphrase;
import org.taniq.read.index.Search;
import org.taniq.read.screen.Screenshot;
import org.taniq.read.screen.Tesseract;

/// The computer is switched off between sealing and reading.
final class LeftUnreadTest {
    private static final char[] WORDS = "six words for a test only".toCharArray();

    @TempDir
    Path folder;

    @Test
    void whatWasSealedAndNotReadIsReadLaterOnce() throws IOException {
        var sample = NotRun.root().resolve("samples/case/WhatsApp Chat - Tofiq Qaratel.zip");
        var desk =
                new Desk(folder.resolve("config"), () -> Passphrase.of(WORDS, 1), Optional.empty(), Clock.systemUTC());
        desk.makeKeys(Passphrase.of(WORDS, 1));
        var begun = new Begun(Custody.UNSTATED, Answer.NO, Answer.NO);
        try (var casebook = Casebook.begin(desk, folder.resolve("case"), begun)) {
            casebook.seal(casebook.acquire(sample, Custody.UNSTATED).items().getFirst());
            var read = new ArrayList<AfterReading>();
            assertEquals(1, casebook.readLeft(read::add));
            var now = assertInstanceOf(AfterReading.Read.class, read.getFirst());
            assertEquals(73, now.read().ledger().records());
            assertEquals(0, casebook.readLeft(read::add));
            assertTrue(casebook.search().find(Search.of("salam")).total().count() > 0);
            assertEquals(List.of(), casebook.check().verify().failed());
        }
    }

    /// A picture in an archive of which the words were read says nothing of the chat beside it.
    @Test
    void theWordsThatPicturesShowLeaveTheRestToRead() throws IOException {
        var sample = NotRun.root().resolve("samples/case/WhatsApp Chat - Tofiq Qaratel.zip");
        var desk =
                new Desk(folder.resolve("config"), () -> Passphrase.of(WORDS, 1), Optional.empty(), Clock.systemUTC());
        desk.makeKeys(Passphrase.of(WORDS, 1));
        var begun = new Begun(Custody.UNSTATED, Answer.NO, Answer.NO);
        try (var casebook = Casebook.begin(desk, folder.resolve("case"), begun)) {
            casebook.seal(casebook.acquire(sample, Custody.UNSTATED).items().getFirst());
            var read = new ArrayList<AfterReading>();
            assertTrue(casebook.readBy(new Screenshot(tesseract()), read::add) > 0);
            assertInstanceOf(AfterReading.Read.class, read.getFirst());
            read.clear();
            assertEquals(1, casebook.readLeft(read::add));
            assertEquals(
                    73,
                    assertInstanceOf(AfterReading.Read.class, read.getFirst())
                            .read()
                            .ledger()
                            .records());
        }
    }

    private static Tesseract tesseract() {
        try {
            return Tesseract.reading(List.of("en"));
        } catch (Trouble missing) {
            NotRun.unless(false, "words in pictures", missing.said().toString());
            throw new IllegalStateException(missing);
        }
    }
}
