package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.acquire.CraftedZip;
import org.taniq.acquire.Item;
import org.taniq.base.Bytes;
import org.taniq.read.Records;
import org.taniq.read.index.Search;

/// What hostile files may not do to the case that they are added to.
final class SealingTest {
    private static final String CHAT = """
        13/01/2024, 10:00 - Ann Example: hello
        13/01/2024, 10:01 - Bob Example: I know where you live
        """;

    @TempDir
    Path folder;

    @Test
    void anArchiveWithANumberThatLeadsOutOfItIsSealedAndItsChatIsRead() throws IOException {
        var outside = new CraftedZip.Stated(5, 5, 0x7FFFFFFFFFFFFFF0L);
        var zip = new CraftedZip().listed("a.txt", outside).with("chat.txt", CHAT);
        try (var small = SmallCase.in(folder)) {
            var file = Files.write(folder.resolve("chat.zip"), zip.bytes());
            var item = small.casebook().acquire(file, SmallCase.CUSTODY).items().getFirst();
            var sealed = assertInstanceOf(SealedItem.New.class, small.casebook().seal(item));
            var ledger = small.casebook().read(sealed).ledger();
            assertEquals(2, ledger.records());
            assertEquals(Map.of("member-damaged", 1L), ledger.skippedReasons());
        }
    }

    /// The bytes are sealed when the file goes away; only what is in it cannot be listed any more.
    @Test
    void anArchiveWhoseMembersCannotBeListedIsSealedAllTheSame() throws IOException {
        byte[] zip = new CraftedZip().with("chat.txt", CHAT).bytes();
        var file = Files.write(folder.resolve("chat.zip"), zip);
        Item.Content goesAway = () -> {
            Files.delete(file);
            return Bytes.of(zip).open();
        };
        var item = new Item("chat.zip", Instant.EPOCH, SmallCase.CUSTODY, goesAway, Bytes.of(file));
        try (var small = SmallCase.in(folder)) {
            var sealed = new ArrayList<SealedItem>();
            small.casebook().seal(List.of(item), sealed::add);
            assertInstanceOf(SealedItem.New.class, sealed.getFirst());
            var added = new ArrayList<Added>();
            small.casebook().read(sealed, added::add);
            assertInstanceOf(AfterReading.NotRead.class, added.getFirst().read().getFirst());
            small.casebook().readLeft(left -> {
                var read = assertInstanceOf(AfterReading.Read.class, left);
                assertEquals(2, read.read().ledger().records());
            });
        }
    }

    @Test
    void aDirectoryThatIsSaidToBeShorterHidesNoChat() throws IOException {
        var zip = new CraftedZip().with("IMG-1.jpg", "a picture").with("chat.txt", CHAT);
        try (var small = SmallCase.in(folder)) {
            var sealed = small.add("chat.zip", zip.bytes(1, zip.directoryLength() / 2));
            assertEquals(2, sealed.sources().members().size());
            var settings = small.casebook().unlocked().readings().stream()
                    .map(reading -> reading.value("settings").canonical())
                    .toList();
            assertTrue(
                    settings.stream().anyMatch(each -> each.contains("does not fit what is there")),
                    settings::toString);
        }
    }

    /// A name of Windows in Russia; docs/format.md says how it is sealed.
    @Test
    void theChatOfAnArchiveFromAnOldCodePageIsRead() throws IOException {
        byte[] name = "Переписка с Рауфом.txt".getBytes(Charset.forName("IBM866"));
        try (var small = SmallCase.in(folder)) {
            small.add("chat.zip", new CraftedZip().with(name, CHAT).bytes());
            var unlocked = small.casebook().unlocked();
            assertEquals(
                    1,
                    small.casebook().search().find(Search.of("hello")).total().count());
            var sealed = unlocked.statements("item/1").getLast().value("name");
            assertEquals(new String(name, StandardCharsets.ISO_8859_1), Records.text(sealed));
        }
    }

    @Test
    void aDamagedPictureDoesNotKeepTheChatOutOfACaseThatTakesOnlyText() throws IOException {
        var zip = new CraftedZip().with("IMG-1.jpg", "a picture", new CraftedZip.Stated(4, 9, 0));
        zip.with("chat.txt", CHAT).listed("chat2.txt", new CraftedZip.Stated(5, 5, Long.MAX_VALUE));
        try (var small = textOnly()) {
            var item = item(small, "chat.zip", zip.bytes(3, zip.directoryLength() - 1));
            var parts =
                    assertInstanceOf(SealedItem.Parts.class, small.casebook().seal(item));
            assertEquals(1, parts.texts().size());
            assertEquals(2, parts.left().members());
            assertEquals(2, parts.left().damaged());
            assertFalse(parts.left().complete());
            assertEquals(
                    List.of("IMG-1.jpg", "chat2.txt"),
                    parts.left().named().stream().map(SealedItem.LeftOut::name).toList());
        }
    }

    /// Each is compared by its bytes, and not with every other of its size.
    @Test
    @Tag("slow")
    void manyTextsOfOneSizeAreSealedOnceEach() throws IOException {
        var zip = new CraftedZip();
        for (int i = 0; i < 600; i++) {
            zip.with(i + ".txt", "note " + (100 + i % 300));
        }
        try (var small = textOnly()) {
            var item = item(small, "notes.zip", zip.bytes());
            var parts =
                    assertInstanceOf(SealedItem.Parts.class, small.casebook().seal(item));
            assertEquals(300, parts.texts().size());
            assertEquals(300, parts.again().size());
        }
    }

    private SmallCase textOnly() throws IOException {
        var small = SmallCase.in(folder);
        small.casebook().custody().answered(new Begun(SmallCase.CUSTODY, Answer.NO, Answer.UNSURE));
        return small;
    }

    private Item item(SmallCase small, String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        return small.casebook().acquire(file, SmallCase.CUSTODY).items().getFirst();
    }
}
