package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Trouble;

/// The disk of the keys is full, and that of the case is not: what is sealed is not called anything else.
final class NotRememberedTest {
    @TempDir
    Path folder;

    private final AtomicBoolean full = new AtomicBoolean();
    private Person person;
    private Path file;

    @SuppressWarnings("NullAway.Init")
    NotRememberedTest() {}

    @BeforeEach
    void begun() throws IOException {
        var begun = Person.at(Files.createDirectory(folder.resolve("home"))).begins();
        person = begun.with(new Durable((_, each, _) -> {
            if (full.get() && each.startsWith(begun.configuration())) {
                throw new IOException("No space left on device");
            }
        }));
        file = Files.writeString(folder.resolve("chat.txt"), "21.11.2026, 09:00 - Tofiq: ikinci\n");
    }

    private List<SealedItem> seal(Casebook casebook) throws IOException {
        var sealed = new ArrayList<SealedItem>();
        casebook.seal(casebook.acquire(file, SmallCase.CUSTODY).items(), sealed::add);
        return sealed;
    }

    @Test
    void whatIsSealedIsToldAndThatItIsNotRememberedAtTheEnd() throws IOException {
        var told = new ArrayList<Object>();
        var said = assertThrows(
                Trouble.class,
                () -> person.does(casebook -> {
                    casebook.writing();
                    full.set(true);
                    told.addAll(seal(casebook));
                    casebook.read(List.of((SealedItem) told.getFirst()), added -> told.addAll(added.read()));
                    return told;
                }));
        assertTrue(String.valueOf(said.getMessage()).contains("No space left on device"), said::getMessage);
        assertInstanceOf(SealedItem.New.class, told.getFirst());
        assertInstanceOf(AfterReading.Read.class, told.getLast());
        full.set(false);
        assertEquals(1, person.finds("ikinci"));
    }

    @Test
    void whatIsRememberedLaterIsNotSealedAgain() throws IOException {
        var first = person.does(casebook -> {
            casebook.writing();
            full.set(true);
            var sealed = seal(casebook);
            full.set(false);
            return sealed;
        });
        assertInstanceOf(SealedItem.New.class, first.getFirst());
        assertInstanceOf(SealedItem.Again.class, person.does(this::seal).getFirst());
    }
}
