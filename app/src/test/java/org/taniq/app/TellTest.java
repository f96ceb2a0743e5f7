package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.act.Step;
import org.taniq.base.Text;
import org.taniq.seal.DossierCheck;
import org.taniq.seal.Pixels;
import org.taniq.seal.Verdict;
import org.taniq.tell.Dossier;

/// Dossiers as they leave a case.
final class TellTest {
    private static final Path SAMPLES = NotRun.root().resolve("samples/case");
    private static final String SHOT = "Screenshot_20261107-2214.png";
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_-]{24,}");
    private static final String CHAT = """
            05/11/2026, 20:41 - Gülnarə Məmmədova: salam hamıya
            05/11/2026, 20:42 - Vüqar: Gülnarə, sən kimsən ki?
            05/11/2026, 20:43 - Vüqar: GULNARE sabah gələcək
            05/11/2026, 20:44 - Vüqar: mən evdəyəm
            """;

    @TempDir
    private Path temp = Path.of("");

    private Optional<SmallCase> made = Optional.empty();

    @BeforeEach
    void begin() throws IOException {
        made = Optional.of(SmallCase.in(temp));
    }

    @AfterEach
    void end() throws IOException {
        small().close();
    }

    private SmallCase small() {
        return made.orElseThrow();
    }

    private Path out() {
        return temp.resolve("dossier.zip");
    }

    private void addChat() throws IOException {
        small().add("WhatsApp Chat with Ev.txt", CHAT.getBytes(StandardCharsets.UTF_8));
    }

    private void assertIntact(Path dossier) throws IOException {
        assertEquals(List.of(), DossierCheck.check(dossier).failed());
    }

    @Test
    void aWithheldSenderStandsNowhereInTheContainer() throws IOException {
        addChat();
        var withholding = SmallCase.withholding(Set.of("Gülnarə Məmmədova"), Set.of());
        var told = small().casebook().tell(small().dossier(small().containing(""), withholding), out());
        assertIntact(out());
        assertEquals(1, told.withheld().sendersWithheld());
        assertEquals(2, told.withheld().passagesWithheld());
        for (var entry : texts(out()).entrySet()) {
            assertFalse(holds(entry.getValue(), "gulnare"), "the name stands in " + entry.getKey());
            assertFalse(holds(entry.getValue(), "mammadova"), "the name stands in " + entry.getKey());
        }
        assertTrue(texts(out()).values().stream().anyMatch(text -> holds(text, "evdəyəm")), "the rest is shown");
    }

    @Test
    void theMessageThatMattersIsNotBlackedOutByAShortName() throws IOException {
        var chat = "05/11/2026, 20:41 - Vüqar: Bal idi, öldürəcəm səni\n05/11/2026, 20:42 - Vüqar: Ə li, gözlə\n";
        small().add("WhatsApp Chat with Ev.txt", chat.getBytes(StandardCharsets.UTF_8));
        var withholding = SmallCase.withholding(Set.of(), Set.of("Əli"));
        small().casebook().tell(small().dossier(small().containing(""), withholding), out());
        String index = new String(entries(out()).getOrDefault("index.csv", new byte[0]), StandardCharsets.UTF_8);
        assertTrue(index.contains("Bal idi, öldürəcəm səni"), index);
        assertTrue(index.contains("[withheld] gözlə"), index);
    }

    @Test
    void theCourtEditionSaysThatADateIsAssumed() throws IOException {
        var chat = "3/8/25, 10:00 - Vüqar: öldürəcəm səni\n4/8/25, 09:00 - Vüqar: gözlə\n";
        small().add("WhatsApp Chat with Ev.txt", chat.getBytes(StandardCharsets.UTF_8));
        var nothing = SmallCase.withholding(Set.of(), Set.of());
        small().casebook().tell(small().dossier(small().containing(""), nothing), out());
        String pdf =
                String.join(" ", texts(out()).getOrDefault("dossier.pdf", "").split("\\s+"));
        assertTrue(pdf.contains("d/m/y assumed, ambiguous: no number above 12"), pdf);
        assertTrue(pdf.contains("day and month could be the other way round"), pdf);
    }

    @Test
    @Tag("slow")
    void aPictureWithAWithheldAreaVerifiesAndTheWholeOneIsNotThere() throws IOException {
        small().add(SAMPLES.resolve(SHOT));
        var shot = small().item(SHOT).pointer();
        var withholding = SmallCase.withholding(shot, new Pixels.Area(40, 1662, 580, 250));
        var told = small().casebook().tell(small().dossier(List.of(new Dossier.Choice.File(shot)), withholding), out());
        assertIntact(out());
        assertEquals(1, told.withheld().pictureAreasWithheld());
        byte[] whole = Files.readAllBytes(SAMPLES.resolve(SHOT));
        String digest = org.taniq.base.Digest.of(whole).hex();
        for (var entry : texts(out()).entrySet()) {
            assertFalse(
                    entry.getValue().contains(digest), "the digest of the whole picture stands in " + entry.getKey());
        }
    }

    @Test
    void aFileThatHoldsAWithheldNameIsRefusedAndNothingIsWritten() throws IOException {
        small().add("letter.txt", "Gülnarə Məmmədova şahiddir".getBytes(StandardCharsets.UTF_16LE));
        var choice = new Dossier.Choice.File(small().item("letter.txt").pointer());
        var dossier = small().dossier(List.of(choice), SmallCase.withholding(Set.of(), Set.of("Gülnarə")));
        assertThrows(IOException.class, () -> small().casebook().tell(dossier, out()));
        assertFalse(Files.exists(out()));
        assertEquals(0, small().casebook().unlocked().statements("told/1").size());
    }

    @Test
    @Tag("slow")
    void aNameInAFileNameIsWithheldToo() throws IOException {
        small().add("Gulnare-evde.txt", "salam".getBytes(StandardCharsets.UTF_8));
        var choice = new Dossier.Choice.File(small().item("Gulnare-evde.txt").pointer());
        small().casebook()
                .tell(small().dossier(List.of(choice), SmallCase.withholding(Set.of(), Set.of("Gülnarə"))), out());
        assertIntact(out());
        for (var entry : texts(out()).entrySet()) {
            assertFalse(holds(entry.getValue(), "gulnare"), "the name stands in " + entry.getKey());
        }
    }

    @Test
    void aNameInTheTextOfAStepIsRefusedAndNothingIsWritten() throws IOException {
        addChat();
        small().casebook().act(step("Complaint about Gülnarə"), "Aytac");
        var dossier =
                small().dossier(small().containing("evdəyəm"), SmallCase.withholding(Set.of(), Set.of("Gülnarə")));
        assertThrows(IOException.class, () -> small().casebook().tell(dossier, out()));
        assertFalse(Files.exists(out()));
    }

    @Test
    @Tag("slow")
    void aWithheldNameThatLooksLikeAWordOfTheProgramStopsNothing() throws IOException {
        addChat();
        var withholding = SmallCase.withholding(Set.of(), Set.of("Ani", "Canon", "Mark"));
        small().casebook().tell(small().dossier(small().containing("evdəyəm"), withholding), out());
        assertIntact(out());
    }

    @Test
    void aDossierWithoutExhibitsIsWrittenAndSaysSo() throws IOException {
        small().casebook().tell(small().dossier(List.of(), SmallCase.withholding(Set.of(), Set.of())), out());
        assertIntact(out());
    }

    @Test
    @Tag("slow")
    void threeHundredMessagesAreThreeHundredExhibits() throws IOException {
        var chat = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            chat.append(String.format(java.util.Locale.ROOT, "05/11/2026, 20:%02d - Vüqar: mesaj %d%n", i % 60, i));
        }
        small().add("WhatsApp Chat with Ev.txt", chat.toString().getBytes(StandardCharsets.UTF_8));
        var told = small().casebook()
                .tell(small().dossier(small().containing("mesaj"), SmallCase.withholding(Set.of(), Set.of())), out());
        assertEquals(300, told.exhibits());
        assertIntact(out());
    }

    @Test
    @Tag("slow")
    void aPictureOutOfAnArchiveIsAnExhibitWithItsOwnBytes() throws IOException {
        byte[] picture = Files.readAllBytes(SAMPLES.resolve("postal-receipt.jpg"));
        small().add(
                        "WhatsApp Chat with Ev.zip",
                        zip(Map.of("IMG-1.jpg", picture, "chat.txt", CHAT.getBytes(StandardCharsets.UTF_8))));
        var choice = new Dossier.Choice.File(small().item("IMG-1.jpg").pointer());
        small().casebook().tell(small().dossier(List.of(choice), SmallCase.withholding(Set.of(), Set.of())), out());
        assertIntact(out());
        assertEquals(
                org.taniq.base.Digest.of(picture),
                org.taniq.base.Digest.of(entries(out()).getOrDefault("exhibit/E001.jpg", new byte[0])));
    }

    @Test
    @Tag("slow")
    void aChangedByteIsNamedWhereverItIs() throws IOException {
        small().add(SAMPLES.resolve("postal-receipt.jpg"));
        var choice = new Dossier.Choice.File(small().item("postal-receipt.jpg").pointer());
        small().casebook().tell(small().dossier(List.of(choice), SmallCase.withholding(Set.of(), Set.of())), out());
        byte[] whole = Files.readAllBytes(out());
        for (var entry : entries(out()).entrySet()) {
            int at = find(whole, entry.getValue());
            byte[] changed = whole.clone();
            changed[at + entry.getValue().length / 2] ^= 1;
            var file = Files.write(temp.resolve("changed.zip"), changed);
            var verdict = DossierCheck.check(file);
            assertEquals(Verdict.Bytes.ALTERED, verdict.bytes(), entry.getKey());
            assertTrue(
                    verdict.failed().stream().anyMatch(check -> check.detail().contains(entry.getKey())),
                    entry.getKey() + " is named in " + verdict.failed());
        }
    }

    @Test
    void aDossierNeverTakesThePlaceOfAFile() throws IOException {
        addChat();
        Files.writeString(out(), "something");
        var dossier = small().dossier(small().containing("evdəyəm"), SmallCase.withholding(Set.of(), Set.of()));
        assertThrows(IOException.class, () -> small().casebook().tell(dossier, out()));
        assertEquals("something", Files.readString(out()));
    }

    @Test
    @Tag("slow")
    void aDossierThatCannotBeSealedAsToldLeavesNoFile() throws IOException {
        addChat();
        var dossier = small().dossier(small().containing("evdəyəm"), SmallCase.withholding(Set.of(), Set.of()));
        Files.move(temp.resolve("configuration"), temp.resolve("gone"));
        assertThrows(IOException.class, () -> small().casebook().tell(dossier, out()));
        try (var files = Files.list(temp)) {
            var names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(List.of("case", "from", "gone"), names);
        }
    }

    private static Step step(String what) {
        return new Step(
                "0123456789abcdef0123456789abcdef",
                what,
                "a court",
                List.of(),
                Step.State.SENT,
                "",
                List.of(),
                List.of(new Step.Date(Step.State.SENT, LocalDate.parse("2026-11-10"))));
    }

    private static boolean holds(String text, String name) {
        String letters =
                Text.loose(text).folded().replaceAll("[^\\p{L}\\p{N}]", "").replace('e', 'a');
        return letters.contains(Text.loose(name).folded().replace('e', 'a'));
    }

    /// Everything that can be read in a container: each entry in several encodings, what is encoded in it,
    /// the words of its PDF, and the names of its entries.
    private static Map<String, String> texts(Path dossier) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (var entry : entries(dossier).entrySet()) {
            var text = new StringBuilder(entry.getKey());
            for (Charset each : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                text.append('\n').append(new String(entry.getValue(), each));
            }
            ENCODED.matcher(new String(entry.getValue(), StandardCharsets.ISO_8859_1))
                    .results()
                    .forEach(found -> text.append('\n').append(decoded(found.group())));
            if (entry.getKey().endsWith(".pdf")) {
                try (var pdf = Loader.loadPDF(entry.getValue())) {
                    text.append(new PDFTextStripper().getText(pdf))
                            .append(pdf.getDocumentInformation().getTitle());
                }
            }
            texts.put(entry.getKey(), text.toString().toLowerCase(Locale.ROOT));
        }
        return texts;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static Map<String, byte[]> entries(Path dossier) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(dossier)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var member : new ArrayList<>(members.entrySet())) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static int find(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (java.util.Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("the entry is not stored as it is");
    }
}
