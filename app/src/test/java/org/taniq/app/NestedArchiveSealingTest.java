package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.acquire.MadeArchive.members;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taniq.acquire.Archive;
import org.taniq.acquire.ArchiveKind;
import org.taniq.acquire.MadeArchive;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.read.ItemBytes;
import org.taniq.read.Records;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.tell.Dossier;

/// Each member of an archive in an archive is an item of its own. The people are invented.
final class NestedArchiveSealingTest {
    private static final String MESSAGE = "13/01/2024, 10:00 - Ann Example: IMG-1.jpg (file attached)\n";
    private static final String PICTURE = "a picture of Ann";

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] whole(Unlocked vault, Unlocked.Sealed item) throws IOException {
        var out = new ByteArrayOutputStream();
        new ItemBytes(vault).write(item, out);
        return out.toByteArray();
    }

    private static Json member(Json value, String name) {
        return value instanceof Json.Obj(var members) ? members.getOrDefault(name, Json.NULL) : Json.NULL;
    }

    private static Json.Obj derived(Unlocked.Sealed item) {
        return (Json.Obj) ((Json.Arr) item.value("derivedFrom")).items().getFirst();
    }

    /// Name, tool and number of each item, and the name of what it lies in.
    private static List<String> items(Unlocked vault) throws IOException {
        var items = new java.util.ArrayList<String>();
        for (var item : vault.statements("item/1")) {
            String tool = Records.text(member(item.value("method"), "tool"));
            String in = item.value("derivedFrom").equals(Json.NULL)
                    ? ""
                    : " in "
                            + Records.text(vault.statement(Pointer.of(member(derived(item), "item")))
                                    .value("name")) + " "
                            + member(member(derived(item), "place"), "member").canonical();
            items.add(Records.text(item.value("name")) + " " + tool + in);
        }
        return items;
    }

    @Test
    void eachMemberIsAnItemWithItsPlaceInItsParent() throws IOException {
        byte[] tar = MadeArchive.tar(members("chat.txt", MESSAGE, "IMG-1.jpg", PICTURE));
        try (var some = SmallCase.in(folder)) {
            some.add("x.zip", MadeArchive.zip(members("other.bin", "?", "in.tar.gz", MadeArchive.gzip(tar))));
            assertEquals(List.of(), some.casebook().check().verify().failed());
            var vault = some.casebook().unlocked();
            assertEquals(
                    List.of(
                            "x.zip file/1",
                            "other.bin zip-member/1 in x.zip 0",
                            "in.tar.gz zip-member/1 in x.zip 1",
                            "in.tar gzip-member/1 in in.tar.gz 0",
                            "chat.txt tar-member/1 in in.tar 0",
                            "IMG-1.jpg tar-member/1 in in.tar 1"),
                    items(vault));
            assertArrayEquals(bytes(PICTURE), whole(vault, some.item("IMG-1.jpg")));
            assertEquals(List.of(some.item("IMG-1.jpg").pointer().json()), attachments(vault));
        }
    }

    private static List<Json> attachments(Unlocked vault) throws IOException {
        var all = new java.util.ArrayList<Json>();
        for (var reading : vault.readings()) {
            vault.trees()
                    .rows(
                            reading,
                            "records",
                            (_, row) -> ((Json.Arr) Records.value(row, "attachments"))
                                    .items()
                                    .forEach(attachment -> all.add(member(attachment, "item"))));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void theBytesOfAMemberAreGivenBackOutOfEveryKind(ArchiveKind kind) throws IOException {
        byte[] inner = MadeArchive.of(kind, members("chat.txt", MESSAGE, "b.txt", "", "c.txt", MESSAGE + MESSAGE));
        try (var some = SmallCase.in(folder)) {
            some.add("x.tar", MadeArchive.tar(members("chat.txt." + kind.word(), inner)));
            var vault = some.casebook().unlocked();
            var read = vault.readings().stream()
                    .filter(reading -> reading.value("parser").equals(Json.of("whatsapp-text/1")))
                    .toList();
            var item = vault.statement(Pointer.of(
                    ((Json.Arr) read.getFirst().value("items")).items().getFirst()));
            assertArrayEquals(bytes(MESSAGE), whole(vault, item));
            assertEquals(Json.of(kind.word() + "-member/1"), member(item.value("method"), "tool"));
            if (kind == ArchiveKind.SEVEN_ZIP) {
                assertArrayEquals(bytes(MESSAGE + MESSAGE), whole(vault, some.item("c.txt")));
            }
        }
    }

    /// The archive between is no item, because it cannot be read to its end: what is whole in it is one all the same.
    @Test
    void aWholeMemberOfACutArchiveIsAnItemWithTheWayToIt() throws IOException {
        var many = new LinkedHashMap<String, byte[]>();
        var random = new java.util.Random(1);
        for (int i = 0; i < 30; i++) {
            var lines = new StringBuilder();
            for (int k = 0; k < 60; k++) {
                lines.append("13/01/2024, 10:00 - Ann Example: ")
                        .append(random.nextLong())
                        .append('\n');
            }
            many.put(i + ".txt", bytes(lines.toString()));
        }
        byte[] packed = MadeArchive.gzip(MadeArchive.tar(many));
        try (var some = SmallCase.in(folder)) {
            some.add("x.tgz", Arrays.copyOf(packed, packed.length * 2 / 3));
            var vault = some.casebook().unlocked();
            assertEquals("x.tgz file/1", items(vault).getFirst());
            assertEquals("0.txt tar-member/1 in x.tgz [0,0]", items(vault).get(1));
            assertTrue(items(vault).size() > 10);
            for (var item : vault.statements("item/1")) {
                String name = Records.text(item.value("name"));
                assertArrayEquals(
                        many.getOrDefault(name, Arrays.copyOf(packed, packed.length * 2 / 3)), whole(vault, item));
            }
            var last = vault.readings().getLast();
            var of = ((Json.Arr) last.value("items")).items().getFirst();
            assertEquals(Json.of("x.tgz"), vault.statement(Pointer.of(of)).value("name"));
            assertTrue(member(of, "member") instanceof Json.Arr, of::canonical);
        }
    }

    @Test
    void whatIsReadLaterIsReadAsAtOnce() throws IOException {
        byte[] tar = MadeArchive.tar(members("chat.txt", MESSAGE, "IMG-1.jpg", PICTURE));
        Files.write(folder.resolve("x.zip"), MadeArchive.zip(members("in.tar.gz", MadeArchive.gzip(tar))));
        try (var some = SmallCase.in(folder)) {
            for (var item : some.casebook()
                    .acquire(folder.resolve("x.zip"), SmallCase.CUSTODY)
                    .items()) {
                some.casebook().seal(item);
            }
            assertEquals(1, some.casebook().readLeft(_ -> {}));
            var vault = some.casebook().unlocked();
            assertEquals(List.of(some.item("IMG-1.jpg").pointer().json()), attachments(vault));
            assertEquals(
                    Json.of(List.of(some.item("chat.txt").pointer().json())),
                    vault.readings().getLast().value("items"));
            assertEquals(0, some.casebook().readLeft(_ -> {}));
        }
    }

    /// "taniq 0.2.0" opened no archives in archives; it was stopped before it read what it had sealed.
    @Test
    void whatAnEarlierProgramSealedAndDidNotReadIsNotSaidToBeDamaged() throws IOException {
        byte[] inner = MadeArchive.zip(members("chat.txt", MESSAGE, "IMG-1.jpg", PICTURE));
        byte[] outer = MadeArchive.zip(members("in.zip", inner));
        Files.write(folder.resolve("x.zip"), outer);
        try (var some = SmallCase.in(folder)) {
            var casebook = some.casebook();
            var item = casebook.acquire(folder.resolve("x.zip"), SmallCase.CUSTODY)
                    .items()
                    .getFirst();
            var group = casebook.writing().group(LogKind.EVIDENCE);
            var method = Json.parse("{\"settings\":{},\"tool\":\"file/1\",\"version\":\"taniq 0.2.0\"}");
            var top = group.add(ItemStatement.ofFile(item, "application/zip", SmallCase.NOON)
                    .with("method", method));
            var member = new ItemStatement.Member(
                    "in.zip", "application/zip", Digest.of(inner).hex(), inner.length, SmallCase.NOON);
            group.add(ItemStatement.ofMember(top, first(outer), member, item));
            casebook.writing().commit(group);
            assertEquals(1, casebook.readLeft(_ -> {}));
            var readings = casebook.unlocked().readings();
            assertEquals(3, readings.size());
            for (var reading : readings) {
                assertEquals(Json.of(0), member(reading.value("skipped"), "count"));
            }
        }
    }

    private static ItemStatement.Place first(byte[] zip) throws IOException {
        try (var archive = Archive.open(Bytes.of(zip), Archive.Limits.USUAL)) {
            var member = (Archive.Readable) archive.members().getFirst();
            return new ItemStatement.Place(archive.kind(), member.data().from(), List.of(0));
        }
    }

    /// It is what a Mac puts beside files, and nothing of it is read.
    @Test
    void whatIsNotLookedIntoIsNoItemEither() throws IOException {
        byte[] inner = MadeArchive.zip(members("chat.txt", MESSAGE));
        try (var some = SmallCase.in(folder)) {
            some.add("x.zip", MadeArchive.zip(members("__MACOSX/in.zip", inner, "chat.txt", MESSAGE)));
            assertEquals(
                    List.of("x.zip file/1", "in.zip zip-member/1 in x.zip 0", "chat.txt zip-member/1 in x.zip 1"),
                    items(some.casebook().unlocked()));
        }
    }

    /// Its two lengths are two archives.
    @Test
    void everyItemOfAnArchiveThatLiesInOneWithTwoLengthsIsGivenBack() throws IOException {
        var noise = new byte[3000];
        new Random(1).nextBytes(noise);
        byte[] inner = MadeArchive.zip(members("chat.txt", MESSAGE, "noise.bin", noise));
        byte[] lying = stored("in.zip", inner);
        int directory = lying.length - 22 - 46 - "in.zip".length();
        for (int length : List.of(22, directory + 24)) {
            lying[length] = 0;
            lying[length + 1] = 4;
        }
        try (var some = SmallCase.in(folder)) {
            some.add("x.zip", lying);
            var vault = some.casebook().unlocked();
            for (var item : vault.statements("item/1")) {
                assertEquals(
                        item.value("sha256"),
                        Json.of(Digest.of(whole(vault, item)).hex()));
            }
        }
    }

    /// The archive around them is unlocked once, and not for each.
    @Test
    void whatLiesInManyArchivesOfOneIsGivenBackInLittleTime() throws IOException {
        var noise = new byte[16 << 20];
        new Random(1).nextBytes(noise);
        var many = members("noise.bin", noise);
        for (int i = 0; i < 100; i++) {
            many.put(i + ".txt.gz", MadeArchive.gzip(bytes("note " + i)));
        }
        try (var some = SmallCase.in(folder)) {
            some.add("x.zip", MadeArchive.zip(many));
            var vault = some.casebook().unlocked();
            var bytes = new ItemBytes(vault);
            assertTimeout(Duration.ofSeconds(5), () -> {
                for (var item : vault.statements("item/1")) {
                    if (Records.text(item.value("name")).endsWith(".txt")) {
                        var out = new ByteArrayOutputStream();
                        bytes.write(item, out);
                        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("note "));
                    }
                }
            });
        }
    }

    private static byte[] stored(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry(name);
            var crc = new java.util.zip.CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void aFileOutOfAnArchiveInAnArchiveIsTold() throws IOException {
        byte[] tar = MadeArchive.tar(members("note.txt", "salam"));
        try (var some = SmallCase.in(folder)) {
            some.add("x.zip", MadeArchive.zip(members("in.tar.xz", MadeArchive.xz(tar), "chat.txt", MESSAGE)));
            var choice = new Dossier.Choice.File(some.item("note.txt").pointer());
            var told = some.casebook()
                    .tell(
                            some.dossier(List.of(choice), SmallCase.withholding(Set.of(), Set.of())),
                            folder.resolve("d.zip"));
            try (var zip = new ZipFile(told.file().toFile())) {
                assertEquals(
                        "salam",
                        new String(
                                zip.getInputStream(zip.getEntry("exhibit/E001.txt"))
                                        .readAllBytes(),
                                StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ZIP", mode = EnumSource.Mode.EXCLUDE)
    void anArchiveThatNobodyLooksThroughStaysAlsoWithinAnother(ArchiveKind kind) throws IOException {
        byte[] inner = MadeArchive.of(kind, members("note.txt", "salam"));
        for (var file : Map.of("x", inner, "y.zip", MadeArchive.zip(members("in", inner)))
                .entrySet()) {
            try (var some = SmallCase.in(Files.createTempDirectory(folder, "case"))) {
                some.add(file.getKey(), file.getValue());
                var choice = new Dossier.Choice.File(some.item(file.getKey()).pointer());
                for (var withheld : List.of(Set.<String>of(), Set.of("Ann"))) {
                    var dossier = some.dossier(List.of(choice), SmallCase.withholding(Set.of(), withheld));
                    assertThrows(
                            IOException.class,
                            () -> some.casebook().tell(dossier, folder.resolve("d.zip")),
                            kind.word());
                }
            }
        }
    }

    @Test
    void whoErasesAnArchiveErasesWhatLiesInThoseInIt() throws IOException {
        byte[] tar = MadeArchive.tar(members("chat.txt", MESSAGE));
        try (var some = SmallCase.in(folder)) {
            some.add("x.zip", MadeArchive.zip(members("in.tar", tar)));
            var plan = some.casebook().erasing().plan(List.of(some.item("x.zip")));
            assertEquals(3, plan.items().size());
            assertEquals(3, plan.readings().size());
        }
    }

    @Test
    void ofArchivesInArchivesACaseThatTakesOnlyTextTakesTheTexts() throws IOException {
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2};
        byte[] tar = MadeArchive.tar(members("chat.txt", MESSAGE, "IMG-1.jpg", picture));
        Files.write(folder.resolve("x.zip"), MadeArchive.zip(members("in.tar.gz", MadeArchive.gzip(tar))));
        try (var some = SmallCase.in(folder)) {
            some.casebook().custody().answered(new Begun(SmallCase.CUSTODY, Answer.NO, Answer.UNSURE));
            var item = some.casebook()
                    .acquire(folder.resolve("x.zip"), SmallCase.CUSTODY)
                    .items()
                    .getFirst();
            var parts = assertInstanceOf(SealedItem.Parts.class, some.casebook().seal(item));
            assertEquals(1, parts.texts().size());
            assertEquals(
                    List.of("IMG-1.jpg"),
                    parts.left().named().stream().map(SealedItem.LeftOut::name).toList());
            assertTrue(parts.left().complete());
            assertEquals(List.of("chat.txt tar-member/1"), items(some.casebook().unlocked()));
        }
    }
}
