package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.base.age.Identity;
import org.taniq.read.msgstore.StoreWithLog;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.Rows;
import org.taniq.seal.Schema;
import org.taniq.seal.Sealer;
import org.taniq.seal.Statement;
import org.taniq.seal.ToErase;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// Records as they are sealed and read back, of both schemas, and what the folder says then. The people are invented.
final class SealedReadingTest {
    private static final byte[] CHAT =
            "13/01/2024, 10:00 - Ann: salam\n13/01/2024, 10:01 - Bob: sağ ol\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Identity identity = Identity.generate(random);
    private final Durable durable = new Durable();
    private Vault vault;
    private Sealer sealer;

    @SuppressWarnings("NullAway.Init")
    SealedReadingTest() {}

    @BeforeEach
    void aVault() throws IOException {
        vault = Vault.create(folder.resolve("case"), new Durable());
        var keys = Known.generate(vault.folder(), identity.recipient(), random).keys();
        sealer = vault.sealer(keys, Map.of(), durable);
    }

    private String mark() throws IOException {
        return Files.readString(vault.folder().resolve("taniq.json"));
    }

    private Unlocked unlocked() throws IOException {
        return vault.unlock(identity, Map.of());
    }

    private void seal(Activity activity) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        group.add(Statement.of("reading/2").with("records", (Rows) sink -> sink.row(Records.row(activity, Map.of()))));
        group.commit();
    }

    private List<Activity> read(Unlocked.Sealed reading) throws IOException {
        var read = new ArrayList<Activity>();
        unlocked().trees().rows(reading, "records", (_, row) -> read.add(Records.activity(row)));
        return read;
    }

    private void chat() throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        var item = group.add(Statement.of("item/1").content(out -> out.write(CHAT)));
        SealedReading.into(
                group,
                new SealedReading.Sources(item, Map.of()),
                (_, _) -> {},
                sinks -> Reading.of("chat.txt", Bytes.of(CHAT), sinks));
        group.commit();
    }

    private static Activity note() {
        return Activity.of(
                Verb.CREATE,
                new Actor.Named("Ann", "user1"),
                new When.Unknown("", "none"),
                new Thing.Note("salam", List.of()),
                java.util.Set.of(),
                new Spot.Lines(0, 5, 1, 1));
    }

    @Test
    void idPlaceAndDetailsAreSealedAndReadBack() throws IOException {
        var activity = note().called("m-7")
                .at(Place.page(3).and(Place.box(List.of(1L, 2L, 30L, 40L))))
                .with(List.of(
                        Detail.of("edited", "2026-01-02"),
                        Detail.of("edited", 7),
                        new Detail("reactions", Json.parse("[{\"by\":\"Bob\",\"sign\":\"+\"}]"))));
        seal(activity);
        assertEquals(activity, read(unlocked().readings().getFirst()).getFirst());
    }

    @Test
    void bytesWithoutLinesAreReadBackAsTheyWere() throws IOException {
        for (long from : List.of(0L, 5L)) {
            var activity = Activity.of(
                    Verb.CREATE,
                    Actor.UNSTATED,
                    new When.Unknown("", "none"),
                    new Thing.Note("salam", List.of()),
                    java.util.Set.of(),
                    new Spot.Range(from, 9));
            seal(activity);
            assertEquals(activity, read(unlocked().readings().getLast()).getFirst());
        }
    }

    @Test
    void aNumberOfARowThatNoJsonHoldsIsATextAndReadBack() throws IOException {
        var activity = note().at(Place.row("message", Long.MIN_VALUE));
        seal(activity);
        assertEquals(activity, read(unlocked().readings().getFirst()).getFirst());
    }

    /// Whatever stands in the header of a mail, its record is sealed and read back as it was read.
    @Test
    void mailsAreSealedAndReadBack() throws IOException {
        var knives = "\uD83D\uDD2A".repeat(40_000);
        var mail = "From: " + knives + " <ann@example.org>\nTo: a" + knives + ": x@example.org\nDate: " + knives
                + "\nMessage-ID: a" + knives + "\nSubject: " + knives + "\nX-More: a" + knives
                + "\nContent-Type: text/html; name=\"" + knives + "\"\n\n<p hidden>" + knives + "</p><a href=\"a"
                + knives + "\">salam</a>\n";
        var box = "From ann@example.org Fri Jan  2 03:00:00 2026\n" + mail + "\nFrom bob@example.org Fri Jan  2"
                + " 03:00:00 2026\nFrom: Bob <bob@example.org>\nTo: Ann <ann@example.org>\n\nsalam\n";
        var kept = Kept.of(box.getBytes(StandardCharsets.UTF_8));
        assertEquals(2, kept.records.size());
        for (int i = 0; i < kept.records.size(); i++) {
            seal(kept.records.get(i));
            assertEquals(kept.records.get(i), read(unlocked().readings().get(i)).getFirst());
        }
    }

    @Test
    void aChatHasNoneOfThem() throws IOException {
        chat();
        for (var record : read(unlocked().readings().getFirst())) {
            assertEquals("", record.id());
            assertEquals(Place.UNSTATED, record.place());
            assertEquals(List.of(), record.details());
        }
    }

    @Test
    void aReadingOfTheFirstSchemaIsReadAsBefore() throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        var row = Records.row(note(), Map.of());
        int fields = Schema.named("record/1").fields().size();
        group.add(Statement.of("reading/1").with("records", (Rows) sink -> sink.row(row.subList(0, fields))));
        group.commit();
        assertEquals(note(), read(unlocked().readings().getFirst()).getFirst());
        assertEquals("{\"format\":1}\n", mark());
    }

    @Test
    void theFolderSaysThatItHoldsReadingsThatAnOlderProgramWouldNotErase() throws IOException {
        assertEquals("{\"format\":1}\n", mark());
        chat();
        assertEquals("{\"format\":4}\n", mark());
    }

    @Test
    void whatItSaidBeforeItStillSays() throws IOException {
        vault.sayErased(folder, new Durable());
        assertEquals("{\"format\":2}\n", mark());
        chat();
        assertEquals("{\"format\":5}\n", mark());
        assertTrue(vault.saysErased());
    }

    @Test
    void whatIsErasedLaterIsSaidToo() throws IOException {
        chat();
        vault.sayErased(folder, new Durable());
        assertEquals("{\"format\":5}\n", mark());
    }

    @Test
    void aReadingGoesWithItsItem() throws IOException {
        chat();
        var unlocked = unlocked();
        var going = ToErase.of(unlocked, unlocked.statements("item/1"));
        assertEquals(unlocked.readings(), going.readings());
    }

    /// What is written is on the disk only once it is waited for.
    private long files() throws IOException {
        durable.settle();
        try (var files = Files.walk(vault.folder())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void theRecordsOfAMemberLeaveTheMemoryBeforeTheNextIsRead() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : List.of("a.txt", "b.txt", "c.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(CHAT);
            }
        }
        var bytes = out.toByteArray();
        var group = sealer.group(LogKind.EVIDENCE);
        var item = group.add(Statement.of("item/1").content(to -> to.write(bytes)));
        var before = new ArrayList<Long>();
        var sources = new SealedReading.Sources(item, Map.of());
        SealedReading.Watcher watcher = (at, _) -> {
            if (at.number() == 0) {
                before.add(files());
            }
        };
        SealedReading.into(
                group,
                sources,
                watcher,
                sinks -> Reading.of(
                        "x.zip", Bytes.of(bytes), sinks, new Reading.Known(Given.NOTHING, sources.readable())));
        group.commit();
        assertEquals(
                List.of(0L, 1L, 2L),
                before.stream().map(n -> n - before.getFirst()).toList());
        for (var reading : unlocked().readings().subList(1, 4)) {
            assertEquals(2, read(reading).size());
        }
    }

    @Test
    void aDetailHasAWordOfOursAndPointsNowhere() {
        for (var name : List.of("", "Edited", "edited at", "a".repeat(33), "ə")) {
            assertThrows(IllegalArgumentException.class, () -> Detail.of(name, "x"), name);
        }
        for (var value : List.of("{\"index\":1,\"log\":2}", "[{\"Aysel Məmmədli\":1}]")) {
            assertThrows(IllegalArgumentException.class, () -> new Detail("said", Json.parse(value)), value);
        }
    }

    private static Json kept(Json value) {
        return note().with(List.of(new Detail("said", value)))
                .details()
                .getFirst()
                .value();
    }

    @Test
    void whatASourceSaysTooMuchOfIsCutAndThatIsSaid() throws IOException {
        assertEquals(
                Json.of("\uD83D\uDD2A".repeat(Detail.LONGEST / 2 - 1) + "…"),
                kept(Json.of("\uD83D\uDD2A".repeat(Detail.LONGEST))));
        var nested = Json.of(List.of(Json.of("x".repeat(Detail.LONGEST + 1))));
        assertEquals(Json.of(List.of(Json.of("x".repeat(Detail.LONGEST - 1) + "…"))), kept(nested));
        assertEquals(Json.of("[[[[[[[[[]]]]]]]]]"), kept(Json.parse("[[[[[[[[[]]]]]]]]]")));
        assertEquals(
                "leftOut",
                note().with(List.of(new Detail("said", Json.of(Collections.nCopies(200_000, Json.of(1))))))
                        .details()
                        .getFirst()
                        .name());
        var activity = note().with(Collections.nCopies(1000, new Detail("said", nested)));
        assertEquals(64, activity.details().size());
        assertEquals(Detail.of("leftOut", 937), activity.details().getLast());
        seal(activity);
        assertEquals(activity, read(unlocked().readings().getFirst()).getFirst());
    }

    @Test
    void whatAnotherProgramSealedOfADetailIsReadBackWhole() throws IOException {
        var detail = new Detail(
                "said", Json.of(List.of(Json.of("x".repeat(Detail.LONGEST + 1)), Json.parse("[[[[[[[[[]]]]]]]]]"))));
        var group = sealer.group(LogKind.EVIDENCE);
        var row = new ArrayList<>(Records.row(note(), Map.of()));
        row.set(Schema.named("record/2").slot("details"), Json.of(List.of(detail.row())));
        group.add(Statement.of("reading/2").with("records", (Rows) sink -> sink.row(row)));
        group.commit();
        assertEquals(
                List.of(detail),
                read(unlocked().readings().getFirst()).getFirst().details());
    }

    /// Whoever erases the file beside it erases what was read with it.
    @Test
    void aReadingOfADatabaseAndItsLogHasBothAsItsItems() throws IOException, InterruptedException {
        var files = StoreWithLog.of(folder.resolve("phone"));
        var group = sealer.group(LogKind.EVIDENCE);
        var item = group.add(Statement.of("item/1").content(out -> Files.copy(files.archive(), out)));
        var database = group.add(Statement.of("item/1").content(out -> Files.copy(files.database(), out)));
        var log = group.add(Statement.of("item/1").content(out -> Files.copy(files.log(), out)));
        var sources = new SealedReading.Sources(item, Map.of(new Spot.Member(0), database, new Spot.Member(1), log));
        SealedReading.into(
                group,
                sources,
                (_, _) -> {},
                sinks -> Reading.of(
                        "phone.zip",
                        Bytes.of(files.archive()),
                        sinks,
                        new Reading.Known(Given.NOTHING, sources.readable())));
        group.commit();
        var readings = unlocked().readings();
        assertEquals(
                Json.of(List.of(database.json(), log.json())),
                readings.getLast().value("items"));
        unlocked()
                .trees()
                .rows(readings.getLast(), "records", (_, row) -> assertEquals(Json.NULL, Records.value(row, "bytes")));
    }
}
