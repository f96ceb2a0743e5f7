package org.taniq.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Legible;
import org.taniq.NotRun;
import org.taniq.app.Casebook;
import org.taniq.app.Desk;
import org.taniq.app.Messages;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.base.Lang;
import org.taniq.base.age.Passphrase;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;
import org.taniq.read.Records;
import org.taniq.seal.NameGuesser;
import org.taniq.seal.Pixels;
import picocli.CommandLine;

/// What is withheld in the dossier that `taniq demo` writes stands nowhere in it and cannot be guessed by
/// somebody who has all of it and tries everything.
@Tag("slow")
final class DemoLeakTest {
    private static final Path SAMPLES = NotRun.root().resolve("samples/case");
    private static final String NUMBER = "+994 50 555 01 47";

    @TempDir
    private static Path temp = Path.of("");

    private static final String SHOT = "Screenshot_20261107-2214.png";
    /// What `DemoCase` withholds of the picture.
    private static final Pixels.Area AREA = new Pixels.Area(40, 1662, 580, 250);

    private static byte[] container = {};
    private static Optional<Legible> demo = Optional.empty();
    private static Optional<Legible> numbered = Optional.empty();
    private static List<String> salts = List.of();

    private static Surroundings around() {
        return new Surroundings(
                Messages.in(Lang.EN),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                Map.of(),
                Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC),
                1);
    }

    @BeforeAll
    static void playTheDemo() throws IOException {
        try (var played = DemoCase.begin(around(), SAMPLES, temp, "words.txt")) {
            played.play();
        }
        container = Files.readAllBytes(temp.resolve("dossier.zip"));
        demo = Optional.of(Legible.of(container));
        var words = Passphrase.of(
                Files.readString(temp.resolve("words.txt")).strip().toCharArray(), 1);
        var desk = new Desk(temp.resolve("keys"), () -> words, Optional.empty(), around().clock());
        try (desk;
                var casebook = Casebook.open(desk, temp.resolve("case"))) {
            salts = vaultSalts(casebook);
            numbered = Optional.of(Legible.of(withheldNumber(casebook)));
        }
    }

    /// The salts of every record that the demo's dossier shows.
    private static List<String> vaultSalts(Casebook casebook) throws IOException {
        var vault = casebook.unlocked();
        var found = new ArrayList<String>();
        for (var exhibit : exhibits()) {
            if (exhibit.getOrDefault("record", Json.NULL) instanceof Json.Num(long record)
                    && exhibit.getOrDefault("index", Json.NULL) instanceof Json.Num(long index)) {
                var reading = vault.statement(Records.text(exhibit.getOrDefault("log", Json.NULL)), index);
                found.addAll(NameGuesser.vaultSalts(vault, reading.pointer(), record));
            }
        }
        return found;
    }

    private static List<Map<String, Json>> exhibits() throws IOException {
        try (var zip = new ZipFile(temp.resolve("dossier.zip").toFile())) {
            var bytes = zip.getInputStream(zip.getEntry("proof/exhibits.json")).readAllBytes();
            return Json.parse(new String(bytes, StandardCharsets.UTF_8)) instanceof Json.Arr(List<Json> items)
                    ? items.stream()
                            .filter(Json.Obj.class::isInstance)
                            .map(item -> (Map<String, Json>) ((Json.Obj) item).members())
                            .toList()
                    : List.of();
        }
    }

    /// A second dossier of the same case, in which a sender who is known by a number only is withheld.
    private static byte[] withheldNumber(Casebook casebook) throws IOException {
        var file = temp.resolve("number.zip");
        var tell = new TellCommand(around());
        new CommandLine(tell)
                .parseArgs(
                        file.toString(),
                        "--label",
                        "threat_to_life,threat_of_violence",
                        "--withhold-sender",
                        NUMBER,
                        "--capturer",
                        "Kənan Daşqınlı",
                        "--to",
                        "a court");
        tell.in(casebook);
        return Files.readAllBytes(file);
    }

    @Test
    void noWithheldNameStandsAnywhereInTheContainer() {
        var legible = demo.orElseThrow();
        for (var name : List.of("Rauf müəllim", "Rauf", "müəllim", "Murad")) {
            assertEquals(List.of(), legible.holding(name), name);
        }
    }

    /// Else the test above would pass whatever stood there.
    @Test
    void aNameThatIsShownIsFoundInEachPartThatHoldsIt() {
        var places = demo.orElseThrow().holding("Tofiq Qaratel");
        for (var part : List.of("index.csv", "dossier.pdf pages", "read with", "from base64")) {
            assertTrue(places.stream().anyMatch(place -> place.contains(part)), part + " in " + places);
        }
    }

    @Test
    void noWithheldNumberStandsAnywhereInTheContainer() {
        var legible = numbered.orElseThrow();
        for (var number :
                List.of(NUMBER, "994505550147", "0505550147", "505550147", "5550147", "555-01-47", "555 01 47")) {
            assertEquals(List.of(), legible.holding(number), number);
        }
        assertFalse(legible.holding("[withheld]").isEmpty(), "somebody is withheld");
    }

    private static NameGuesser guesser() {
        return new NameGuesser(
                container,
                demo.orElseThrow().bytes(),
                List.of("Rauf müəllim", "Murad", "muellim"),
                List.of("", " ", "\n"));
    }

    @Test
    void whoTriesAMillionNamesFindsNoHashOfOne() {
        assertEquals(List.of(), guesser().hashed());
    }

    @Test
    void noSaltThatIsShownTellsAName() {
        var guesser = guesser();
        var shown = guesser.shownSalts();
        assertTrue(shown.size() > 100, "salts found: " + shown.size());
        assertEquals(List.of(), guesser.salted(shown));
    }

    @Test
    void theSaltsOfTheVaultTellTheNamesAtOnce() {
        assertEquals(List.of("Rauf müəllim", "Murad", "muellim"), guesser().salted(salts));
    }

    private static Picture picture(byte[] png) throws IOException {
        return Png.read(png, Png.MAX_PIXELS).picture();
    }

    /// A stretch of the pixels of a line, as bytes.
    private static byte[] line(Picture picture, int y) {
        var line = new byte[3 * AREA.width()];
        picture.copy(AREA.x(), y, AREA.width(), line, 0);
        return line;
    }

    /// Whether there are letters in it: a line of one or two colours may well stand elsewhere.
    private static boolean isDrawn(byte[] line) {
        return IntStream.range(0, line.length).map(i -> line[i]).distinct().count() > 20;
    }

    private static List<String> showing(byte[] line) {
        return demo.orElseThrow().containing(line);
    }

    /// Else the test below would pass whatever stood there.
    @Test
    void aLineThatIsShownIsFoundInThePdf() throws IOException {
        var whole = picture(Files.readAllBytes(SAMPLES.resolve(SHOT)));
        var drawn = IntStream.range(0, AREA.y() - 64)
                .mapToObj(y -> line(whole, y))
                .filter(DemoLeakTest::isDrawn)
                .toList();
        assertTrue(
                drawn.stream().allMatch(line -> showing(line).stream().anyMatch(place -> place.contains("pdf"))),
                drawn.size() + " lines");
    }

    @Test
    void aWithheldAreaIsNowhereSeen() throws IOException {
        var whole = picture(Files.readAllBytes(SAMPLES.resolve(SHOT)));
        try (var zip = new ZipFile(temp.resolve("dossier.zip").toFile())) {
            var redacted = zip.stream()
                    .filter(entry -> entry.getName().matches("exhibit/E\\d+\\.png"))
                    .toList();
            assertEquals(1, redacted.size());
            var shown = picture(zip.getInputStream(redacted.getFirst()).readAllBytes());
            for (int y = AREA.y(); y < AREA.y() + AREA.height(); y++) {
                for (int x = AREA.x(); x < AREA.x() + AREA.width(); x++) {
                    assertTrue(List.of(96, 160).contains(shown.channel(x, y, 0)), "hatched at " + x + "," + y);
                }
            }
        }
        for (int y = AREA.y(); y < AREA.y() + AREA.height(); y += 7) {
            if (isDrawn(line(whole, y))) {
                assertEquals(List.of(), showing(line(whole, y)), "line " + y);
            }
        }
    }
}
