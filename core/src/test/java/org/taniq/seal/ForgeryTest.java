package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a malicious sealer, who owns the signing keys, might hand over; and what an accident might do to a
/// file. Each is put before both checkers.
final class ForgeryTest {
    /// These are no dossiers for either checker, and unchecked.
    private static final List<String> OF_ANOTHER_BEGINNING = List.of(
            "entry: no MANIFEST.note",
            "name: ../x",
            "name: /etc/passwd",
            "name: .hidden",
            "name: ",
            "zip: bytes before",
            "zip: nothing",
            "zip: no entries",
            "zip: not one",
            "zip: entries in another order");

    private static final int CHANGES = "fast".equals(System.getProperty("taniq.check")) ? 60 : 500;

    @TempDir
    Path folder;

    private static List<Forgery> forgeries() {
        return Stream.of(
                        LeafForgeries.all(),
                        LogForgeries.all(),
                        ProofForgeries.all(),
                        PlacedForgeries.all(),
                        ContainerForgeries.all())
                .flatMap(List::stream)
                .toList();
    }

    /// Whether what it begins with says that it is a dossier (docs/format.md, section 10).
    private static boolean begins(byte[] bytes) throws IOException {
        byte[] honest = Forged.honest();
        return bytes.length >= 43
                && Arrays.equals(honest, 0, 4, bytes, 0, 4)
                && Arrays.equals(honest, 26, 28, bytes, 26, 28)
                && Arrays.equals(honest, 30, 43, bytes, 30, 43);
    }

    /// Of what is no dossier nothing is known to be wrong.
    private static Verdict.Bytes expected(byte[] bytes) throws IOException {
        return begins(bytes) ? Verdict.Bytes.ALTERED : Verdict.Bytes.UNCHECKED;
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name + ".zip"), bytes);
    }

    @Test
    void theHonestDossierIsIntactForBoth() throws IOException, InterruptedException {
        var file = write("honest", Forged.honest());
        assertEquals(List.of(), DossierCheck.check(file).failed());
        SecondChecker.orNotRun("the honest dossier by the second checker");
        var answer = Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file));
        assertEquals("intact", answer.bytes(), answer.why());
    }

    @Test
    void anHonestDossierWithPlacesAndDetailsIsIntactForBoth() throws IOException, InterruptedException {
        var file = write("placed", Forged.honest(DossierVersion.PLACED));
        assertEquals(List.of(), DossierCheck.check(file).failed());
        SecondChecker.orNotRun("an honest dossier with places by the second checker");
        var answer = Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file));
        assertEquals("intact", answer.bytes(), answer.why());
    }

    @Test
    void everyForgeryOfAPlaceOrDetailIsAlteredForBoth() throws IOException, InterruptedException {
        assertAlteredForUsOrNoDossier(PlacedForgeries.all());
        assertAlteredForTheSecondChecker(PlacedForgeries.all());
    }

    @Test
    @Tag("slow")
    void everyForgeryIsAlteredForUsOrNoDossier() throws IOException {
        assertEquals(OF_ANOTHER_BEGINNING, assertAlteredForUsOrNoDossier(forgeries()));
    }

    @Test
    @Tag("slow")
    void everyForgeryIsAlteredForTheSecondChecker() throws IOException, InterruptedException {
        assertAlteredForTheSecondChecker(forgeries());
    }

    @Test
    void theFirstOfEachKindIsAlteredForBoth() throws IOException, InterruptedException {
        var seen = new HashSet<String>();
        var some = forgeries().stream()
                .filter(forgery -> seen.add(forgery.name().split(":")[0]))
                .toList();
        assertTrue(seen.size() > 20, "so many kinds: " + seen.size());
        assertAlteredForUsOrNoDossier(some);
        assertAlteredForTheSecondChecker(some);
    }

    /// @return the names of those that are no dossiers
    private List<String> assertAlteredForUsOrNoDossier(List<Forgery> forgeries) throws IOException {
        var passed = new ArrayList<String>();
        var none = new ArrayList<String>();
        for (var forgery : forgeries) {
            byte[] bytes = forgery.bytes();
            if (!begins(bytes)) {
                none.add(forgery.name());
            }
            var verdict = DossierCheck.check(write("forged", bytes));
            var found = verdict.failed().stream().map(Verdict.Check::name).toList();
            if (verdict.bytes() != expected(bytes) || !found.contains(forgery.found())) {
                passed.add(forgery.name() + ": " + verdict.failed());
            }
        }
        assertEquals("", String.join("\n", passed));
        return none;
    }

    private void assertAlteredForTheSecondChecker(List<Forgery> forgeries) throws IOException, InterruptedException {
        SecondChecker.orNotRun("forgeries by the second checker");
        var names = new LinkedHashMap<Path, String>();
        for (var forgery : forgeries) {
            names.put(write("forged" + names.size(), forgery.bytes()), forgery.name());
        }
        assertAllAltered(names);
    }

    private static void assertAllAltered(Map<Path, String> names) throws IOException, InterruptedException {
        var passed = new ArrayList<String>();
        for (var answer : SecondChecker.check(List.copyOf(names.keySet())).entrySet()) {
            String expected = expected(Files.readAllBytes(answer.getKey())).name();
            if (!answer.getValue().bytes().equals(expected.toLowerCase(Locale.ROOT))) {
                passed.add(names.get(answer.getKey()) + ": " + answer.getValue());
            }
        }
        assertEquals("", String.join("\n", passed));
    }

    @Test
    void noTwoForgeriesHaveOneName() {
        var names = forgeries().stream().map(Forgery::name).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        assertTrue(names.size() > 200, "so many: " + names.size());
    }

    @Test
    void noSingleChangeOfAFileIsCalledIntact() throws IOException, InterruptedException {
        byte[] honest = Forged.honest();
        var random = new Random(20261120);
        var names = new LinkedHashMap<Path, String>();
        for (int i = 0; i < CHANGES; i++) {
            var change = changed(honest, random);
            var file = write("changed" + i, change.getValue());
            names.put(file, i + " " + change.getKey());
            assertEquals(expected(change.getValue()), DossierCheck.check(file).bytes(), names.get(file));
        }
        SecondChecker.orNotRun("single changes by the second checker");
        assertAllAltered(names);
    }

    private static Map.Entry<String, byte[]> changed(byte[] honest, Random random) {
        while (true) {
            int at = random.nextInt(honest.length);
            int kind = random.nextInt(6);
            byte[] changed = changed(honest, at, kind, random);
            if (!Arrays.equals(honest, changed)) {
                return Map.entry("kind " + kind + " at " + at, changed);
            }
        }
    }

    private static byte[] changed(byte[] honest, int at, int kind, Random random) {
        return switch (kind) {
            case 0 -> with(honest, at, (byte) (honest[at] ^ 1 << random.nextInt(8)));
            case 1 -> replaced(honest, at, 1, new byte[0]);
            case 2 -> replaced(honest, at, 0, new byte[] {(byte) random.nextInt(256)});
            case 3 -> {
                int other = random.nextInt(honest.length);
                yield with(with(honest, at, honest[other]), other, honest[at]);
            }
            case 4 -> Arrays.copyOf(honest, at);
            default -> replaced(honest, honest.length, 0, new byte[] {(byte) random.nextInt(256)});
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] replaced(byte[] bytes, int at, int dropped, byte[] by) {
        byte[] changed = new byte[bytes.length - dropped + by.length];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(by, 0, changed, at, by.length);
        System.arraycopy(bytes, at + dropped, changed, at + by.length, bytes.length - at - dropped);
        return changed;
    }
}
