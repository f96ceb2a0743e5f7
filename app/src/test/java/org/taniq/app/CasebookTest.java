package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.acquire.Custody;
import org.taniq.act.Step;
import org.taniq.base.age.Passphrase;
import org.taniq.read.ItemBytes;
import org.taniq.read.index.Search;
import org.taniq.seal.DossierCheck;
import org.taniq.seal.Verdict;
import org.taniq.tell.Dossier;
import org.taniq.tell.DossierPages;
import org.taniq.tell.Withholding;

/// The whole way, from files to a dossier that verifies, on the sample case.
final class CasebookTest {
    private static final int LITTLE_WORK = 10;
    private static final Path SAMPLES = Path.of("../samples/case");

    @TempDir
    Path folder;

    /// The sample case, sealed and read once: what a test does to it must not matter to another.
    @TempDir
    private static Path shared = Path.of("");

    private static Optional<Casebook> samples = Optional.empty();
    private static List<ReadItem> readOfSamples = List.of();

    @BeforeAll
    static void addTheSampleCase() throws IOException {
        var casebook = begin(shared, Answer.NO);
        samples = Optional.of(casebook);
        readOfSamples = addSamples(casebook);
    }

    @AfterAll
    static void closeTheSampleCase() throws IOException {
        samples.orElseThrow().close();
    }

    private static Desk desk(Path folder) {
        return new Desk(
                folder.resolve("config"),
                () -> Passphrase.of("six words for a test only".toCharArray(), LITTLE_WORK),
                Optional.empty(),
                Clock.systemUTC());
    }

    private Casebook begin(Answer minors) throws IOException {
        return begin(folder, minors);
    }

    private static Casebook begin(Path folder, Answer minors) throws IOException {
        var desk = desk(folder);
        desk.makeKeys(Passphrase.of("six words for a test only".toCharArray(), LITTLE_WORK));
        var custody = new Custody("Leyla Sadıqova", "Leyla Sadıqova", "phone", Custody.Account.OWN);
        return Casebook.begin(desk, folder.resolve("case"), new Begun(custody, Answer.NO, minors));
    }

    private static List<ReadItem> addSamples(Casebook casebook) throws IOException {
        var read = new ArrayList<ReadItem>();
        var custody = new Custody("Leyla Sadıqova", "Leyla Sadıqova", "phone", Custody.Account.OWN);
        for (var item : casebook.acquire(SAMPLES, custody).items()) {
            read.add(casebook.read(assertInstanceOf(SealedItem.New.class, casebook.seal(item))));
        }
        return read;
    }

    @Test
    void theSampleCaseBecomesADossierThatVerifies() throws IOException {
        var casebook = samples.orElseThrow();
        assertTrue(readOfSamples.stream().anyMatch(each -> each.ledger().records() > 890));
        assertEquals(List.of(), casebook.check().verify().failed());
        var hits = casebook.search().find(Search.of("oldurecem"));
        assertTrue(hits.total().count() > 0, "a threat typed with or without its letters is found");
        var findings = casebook.assess();
        var choices = new ArrayList<Dossier.Choice>();
        findings.stream()
                .limit(12)
                .forEach(each -> choices.add(new Dossier.Choice.Message(each.reading(), each.record())));
        var letter = casebook.unlocked().statements("item/1").getFirst();
        choices.add(new Dossier.Choice.File(letter.pointer()));
        casebook.act(
                new Step(
                        "0123456789abcdef0123456789abcdef",
                        "complaint to the police",
                        "Police, district office",
                        List.of(),
                        Step.State.SENT,
                        "",
                        List.of(new Step.Proof(letter.pointer(), Step.Rank.COPY)),
                        List.of()),
                "Leyla Sadıqova");
        var dossier = new Dossier(
                new Dossier.Cover(
                        DossierPages.Language.EN, "Invented case", "Leyla Sadıqova", "person attacked", "phone"),
                choices,
                List.of("0123456789abcdef0123456789abcdef"),
                new Withholding(Set.of(), Set.of(), Map.of()),
                new Dossier.Purpose("court", "complaint"),
                java.time.Instant.parse("2026-11-20T12:00:00Z"));
        var told = casebook.tell(dossier, folder.resolve("dossier.zip"));
        var verdict = DossierCheck.check(told.file());
        assertEquals(List.of(), verdict.failed());
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        Files.copy(
                told.file(), Path.of("target/sample-dossier.zip"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void everyItemComesBackByteForByteAlsoOutOfAnArchive() throws IOException {
        var casebook = samples.orElseThrow();
        var unlocked = casebook.unlocked();
        var bytes = new ItemBytes(unlocked);
        for (var item : unlocked.statements("item/1")) {
            var out = new ByteArrayOutputStream();
            bytes.write(item, out);
            assertEquals(
                    item.value("sha256"),
                    org.taniq.base.Json.of(
                            org.taniq.base.Digest.of(out.toByteArray()).hex()));
        }
    }

    @Test
    void aCaseThatMayShowAMinorTakesTextOnly() throws IOException {
        try (var casebook = begin(Answer.UNSURE)) {
            for (var item : casebook.acquire(SAMPLES, Custody.UNSTATED).items()) {
                casebook.seal(item);
            }
            for (var item : casebook.unlocked().statements("item/1")) {
                assertEquals(org.taniq.base.Json.of("text/plain"), item.value("mediaType"));
            }
        }
    }

    @Test
    void theIndexMadeAnewFindsTheSame() throws IOException {
        var casebook = samples.orElseThrow();
        var before = casebook.search().find(Search.of("salam")).total();
        casebook.search().rebuild();
        assertEquals(before, casebook.search().find(Search.of("salam")).total());
    }

    @Test
    void theSameBytesTwiceInOneBatchAreSealedOnce() throws IOException {
        try (var casebook = begin(Answer.NO)) {
            var told = new ArrayList<SealedItem>();
            casebook.seal(
                    casebook.acquire(files("one", "two", "one"), Custody.UNSTATED)
                            .items(),
                    told::add);
            var first = assertInstanceOf(SealedItem.New.class, told.getFirst());
            var again = assertInstanceOf(SealedItem.Again.class, told.getLast());
            assertEquals(first.sources().item().index(), again.index());
            assertEquals(2, casebook.unlocked().statements("item/1").size());
            assertEquals(List.of(), casebook.check().verify().failed());
        }
    }

    @Test
    void aFileThatCannotBeReadDoesNotStopTheOthers() throws IOException {
        try (var casebook = begin(Answer.NO)) {
            var files = files("one", "two", "three");
            var items = casebook.acquire(files, Custody.UNSTATED).items();
            Files.delete(files.resolve("1.txt"));
            var told = new ArrayList<SealedItem>();
            casebook.seal(items, told::add);
            assertEquals(
                    List.of("New", "NotSealed", "New"),
                    told.stream().map(each -> each.getClass().getSimpleName()).toList());
            assertEquals(2, casebook.unlocked().statements("item/1").size());
            assertEquals(List.of(), casebook.check().verify().failed());
        }
    }

    @Test
    void aFileThatChangesAfterItWasSealedIsKeptAndReadLater() throws IOException {
        try (var casebook = begin(Answer.NO)) {
            var files = files("one", "two", "three");
            var sealed = new ArrayList<SealedItem>();
            casebook.seal(casebook.acquire(files, Custody.UNSTATED).items(), sealed::add);
            Files.writeString(files.resolve("1.txt"), "other");
            var added = new ArrayList<Added>();
            casebook.read(sealed, added::add);
            assertInstanceOf(AfterReading.Read.class, added.getFirst().read().getFirst());
            assertInstanceOf(AfterReading.NotRead.class, added.get(1).read().getFirst());
            assertInstanceOf(AfterReading.Read.class, added.getLast().read().getFirst());
            assertEquals(1, casebook.readLeft(after -> assertInstanceOf(AfterReading.Read.class, after)));
            assertEquals(0, casebook.readLeft(_ -> {}));
            assertEquals(3, casebook.unlocked().readings().size());
            assertEquals(List.of(), casebook.check().verify().failed());
        }
    }

    @Test
    void whatIsAddedAgainAndWasNeverReadIsReadNow() throws IOException {
        try (var casebook = begin(Answer.NO)) {
            var items = casebook.acquire(files("one", "two"), Custody.UNSTATED).items();
            casebook.seal(items.getFirst());
            var sealed = new ArrayList<SealedItem>();
            casebook.seal(items, sealed::add);
            assertInstanceOf(SealedItem.Again.class, sealed.getFirst());
            var added = new ArrayList<Added>();
            casebook.read(sealed, added::add);
            assertEquals(1, added.getFirst().read().size());
            casebook.read(sealed.subList(0, 1), added::add);
            assertEquals(0, added.getLast().read().size());
        }
    }

    @Test
    void theTextsOfAnArchiveAreSealedOnceAndRead() throws IOException {
        try (var casebook = begin(Answer.YES)) {
            var chat = SAMPLES.resolve("WhatsApp Chat - Tofiq Qaratel.zip");
            var items = casebook.acquire(chat, Custody.UNSTATED).items();
            var first = assertInstanceOf(SealedItem.Parts.class, casebook.seal(items.getFirst()));
            var again = assertInstanceOf(SealedItem.Parts.class, casebook.seal(items.getFirst()));
            assertEquals(first.texts().size(), again.again().size());
            assertEquals(List.of(), again.texts());
            var added = new ArrayList<Added>();
            casebook.read(List.of(again), added::add);
            var read = assertInstanceOf(
                    AfterReading.Read.class, added.getFirst().read().getFirst());
            assertEquals(73, read.read().records());
        }
    }

    @Test
    void anIndexThatIsGoneIsMadeAnewBeforeMoreIsAdded() throws IOException {
        var casebook = samples.orElseThrow();
        var before = casebook.search().find(Search.of("salam")).total();
        try (var index = Files.walk(casebook.folder().resolve("index"))) {
            for (var file : index.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        var items = casebook.acquire(files("one"), Custody.UNSTATED).items();
        casebook.read(assertInstanceOf(SealedItem.New.class, casebook.seal(items.getFirst())));
        assertEquals(before, casebook.search().find(Search.of("salam")).total());
    }

    @Test
    void aDamagedIndexIsMadeAnewBeforeMoreIsAdded() throws IOException {
        var casebook = samples.orElseThrow();
        var before = casebook.search().find(Search.of("salam")).total();
        try (var index = Files.walk(casebook.folder().resolve("index"))) {
            for (var file : index.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "cut");
            }
        }
        var items = casebook.acquire(files("two"), Custody.UNSTATED).items();
        casebook.read(assertInstanceOf(SealedItem.New.class, casebook.seal(items.getFirst())));
        assertEquals(before, casebook.search().find(Search.of("salam")).total());
    }

    private Path files(String... contents) throws IOException {
        var files = Files.createDirectory(folder.resolve("files"));
        for (int i = 0; i < contents.length; i++) {
            Files.writeString(files.resolve(i + ".txt"), contents[i]);
        }
        return files;
    }
}
