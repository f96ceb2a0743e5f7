package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.seal.stamp.TestAuthority.THEN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Trouble;
import org.taniq.seal.stamp.StampRefused;
import org.taniq.seal.stamp.TestAuthority;

/// A dossier with time-stamps around it: what is said of an honest one, and that every other is refused.
final class StampedDossierTest {
    private static final int STEP = "long".equals(System.getProperty("taniq.check")) ? 1 : 5;

    /// About as much lies before the dossier.
    private static final int AROUND = 4500;

    @TempDir
    Path folder;

    private final TestAuthority authority;

    StampedDossierTest() throws IOException {
        authority = new TestAuthority("Root of tests");
    }

    private static String root(TestAuthority authority) throws IOException {
        return "root-" + authority.root().fingerprints().getFirst();
    }

    private Verdict check(byte[] bytes) throws IOException {
        return DossierCheck.check(Files.write(folder.resolve("dossier.asice"), bytes));
    }

    @Test
    void itExistedAsAWholeNotLaterThanTheAuthoritySays() throws IOException {
        var sample = StampedSample.in(folder, authority);
        var verdict = check(sample.bytes);
        assertEquals(List.of(), verdict.failed());
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        assertEquals(
                new Verdict.Asserted(Verdict.Whole.DOSSIER, List.of(new Verdict.Assertion(THEN, root(authority)))),
                verdict.time());
        var dossier = DossierCheck.check(sample.dossier);
        assertEquals(dossier.completeness(), verdict.completeness());
        assertEquals(dossier.origin(), verdict.origin());
        assertTrue(
                verdict.json().inOrder().contains("in no list of this program"),
                verdict.json().inOrder());
    }

    @Test
    void theDossierLiesInItUnchanged() throws IOException {
        var sample = StampedSample.in(folder, authority);
        assertArrayEquals(Files.readAllBytes(sample.dossier), sample.entries().get("dossier.zip"));
        assertEquals(
                List.of(
                        "mimetype",
                        "META-INF/ASiCManifest001.xml",
                        "META-INF/timestamp001.tst",
                        "certificates.pem",
                        "dossier.zip"),
                List.copyOf(sample.entries().keySet()));
    }

    @Test
    void eachAuthoritySaysItOnItsOwn() throws IOException {
        var other = new TestAuthority("Another root of tests");
        var sample = StampedSample.in(folder, authority, other);
        assertEquals(
                new Verdict.Asserted(
                        Verdict.Whole.DOSSIER,
                        List.of(
                                new Verdict.Assertion(THEN, root(authority)),
                                new Verdict.Assertion(THEN, root(other)))),
                check(sample.bytes).time());
        var without = check(sample.with(entries -> entries.remove("META-INF/timestamp002.tst")));
        assertEquals(Verdict.Bytes.ALTERED, without.bytes());
        assertEquals(
                new Verdict.Asserted(Verdict.Whole.DOSSIER, List.of(new Verdict.Assertion(THEN, root(authority)))),
                without.time());
        var swapped = check(sample.with(StampedDossierTest::swap));
        assertEquals(Verdict.Bytes.ALTERED, swapped.bytes());
        assertTrue(swapped.time() instanceof Verdict.Unproven);
    }

    private static void swap(Map<String, byte[]> entries) {
        byte[] first = Objects.requireNonNull(entries.get("META-INF/timestamp001.tst"));
        byte[] second = Objects.requireNonNull(entries.get("META-INF/timestamp002.tst"));
        entries.put("META-INF/timestamp001.tst", second);
        entries.put("META-INF/timestamp002.tst", first);
    }

    @Test
    void whatAForgerMakesOfItIsRefused() throws IOException {
        var accepted = new ArrayList<String>();
        for (var forgery : StampedSample.in(folder, authority).forgeries().entrySet()) {
            if (check(forgery.getValue()).bytes() == Verdict.Bytes.INTACT) {
                accepted.add(forgery.getKey());
            }
        }
        assertEquals(List.of(), accepted);
    }

    /// What the forger adds or takes away is named; with another dossier nothing is said of the time.
    @Test
    void whatIsWrongIsNamed() throws IOException {
        var forgeries = StampedSample.in(folder, authority).forgeries();
        var expected = new LinkedHashMap<String, String>();
        expected.put("an unlisted entry", "no time-stamp covers the entry notes.txt");
        expected.put("a missing token", "the entry META-INF/timestamp001.tst is missing");
        expected.put("another manifest", "META-INF/ASiCManifest001.xml does not list what lies in the container");
        expected.put("another dossier that the manifest lists", "the time-stamp is of something else");
        expected.put("no certificates", "the entry certificates.pem is missing");
        expected.put("no dossier", "the entry dossier.zip is missing");
        for (var each : expected.entrySet()) {
            var verdict = check(Objects.requireNonNull(forgeries.get(each.getKey())));
            assertEquals(Verdict.Bytes.ALTERED, verdict.bytes(), each.getKey());
            assertTrue(
                    verdict.failed().toString().contains(each.getValue()),
                    verdict.failed().toString());
        }
        var other = check(Objects.requireNonNull(forgeries.get("another dossier that the manifest lists")));
        assertTrue(other.time() instanceof Verdict.Unproven);
    }

    /// That it was altered before it was stamped does not take the time away, nor the time the fault.
    @Test
    void anAlteredDossierStaysAlteredInAContainerThatHolds() throws IOException {
        byte[] dossier = Forged.honest();
        dossier[dossier.length / 2] ^= 1;
        var verdict = check(StampedSample.in(folder, authority).restamped(dossier));
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
        assertTrue(verdict.time() instanceof Verdict.Asserted);
    }

    @Test
    void whatIsNoDossierIsNotSaidToBeOne() throws IOException {
        var none = check(StampedSample.in(folder, authority).restamped(new byte[99]));
        assertEquals(Verdict.Bytes.UNCHECKED, none.bytes());
        var said = new Verdict.Assertion(THEN, root(authority));
        assertEquals(new Verdict.Asserted(Verdict.Whole.FILE, List.of(said)), none.time());
        assertFalse(none.json().toString().contains("this dossier"), none.json().toString());
    }

    @Test
    void anAlteredDossierIsNotStamped() throws IOException {
        byte[] dossier = Forged.honest();
        dossier[dossier.length / 2] ^= 1;
        var altered = Files.write(folder.resolve("altered.zip"), dossier);
        var refused = assertThrows(Altered.class, () -> DossierStamping.of(altered, List.of(authority.authority())));
        assertTrue(String.valueOf(refused.getMessage()).contains("nobody was asked"));
    }

    @Test
    void whatIsNoDossierIsNotStamped() throws IOException {
        var letter = Files.writeString(folder.resolve("letter.zip"), "a letter");
        assertThrows(Trouble.class, () -> DossierStamping.of(letter, List.of(authority.authority())));
        var stamped = Files.write(folder.resolve("s.asice"), StampedSample.in(folder, authority).bytes);
        assertThrows(Trouble.class, () -> DossierStamping.of(stamped, List.of(authority.authority())));
    }

    @Test
    void anAnswerThatDoesNotHoldIsNotKept() throws IOException {
        var dossier = Files.write(folder.resolve("dossier.zip"), Forged.honest());
        var own = authority.authority();
        var stamping = DossierStamping.of(dossier, List.of(own));
        var other = new TestAuthority("Root of others");
        assertThrows(
                StampRefused.class,
                () -> stamping.stamp(own, (_, request) -> other.answer(request, THEN), new SecureRandom()));
        assertFalse(stamping.isStamped());
    }

    /// By a program of another: nothing is held against it.
    @Test
    void whatDoesNotBeginAsOursIsUnchecked() throws IOException {
        var sample = StampedSample.in(folder, authority);
        var entries = sample.entries();
        entries.put("META-INF/ASiCManifest.xml", new byte[1]);
        var verdict = check(StampedSample.zip(entries));
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
        assertEquals(new Verdict.Unchecked(), verdict.time());
    }

    @Test
    void aHeldCheckpointIsComparedWithTheDossierInIt() throws IOException {
        var sample = StampedSample.in(folder, authority);
        var made = new Forged();
        made.prove();
        byte[] checkpoint = Objects.requireNonNull(made.entries.get("proof/log/" + Forged.EVIDENCE + "/checkpoint"));
        var held = Files.write(folder.resolve("held"), checkpoint);
        var file = Files.write(folder.resolve("dossier.asice"), sample.bytes);
        var verdict = HeldCheck.ofDossier(HeldCheck.in(held), DossierCheck.check(file), file);
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        assertEquals("the same as the one you hold", verdict.checks().getLast().detail());
    }

    @Test
    @Tag("slow")
    void noByteOfItCanBeChanged() throws IOException {
        byte[] bytes = StampedSample.in(folder, authority).bytes;
        var accepted = new ArrayList<Integer>();
        for (int place = 0; place < bytes.length; place += place < AROUND ? STEP : 97 * STEP) {
            byte[] changed = bytes.clone();
            changed[place] ^= (byte) (1 << (place % 8));
            if (check(changed).bytes() == Verdict.Bytes.INTACT) {
                accepted.add(place);
            }
        }
        assertEquals(List.of(), accepted);
    }

    /// Section 11 of docs/format.md, filled in.
    @Test
    void theListIsWhatTheFormatSays() throws IOException {
        var entries = StampedSample.in(folder, authority).entries();
        String format = Files.readString(NotRun.root().resolve("docs/format.md"));
        String section = format.substring(format.indexOf("\n## 11 "));
        var lines = section.substring(section.indexOf("<?xml"), section.indexOf("</asic:ASiCManifest>"))
                .lines()
                .toList();
        var expected = new StringBuilder(String.join("\n", lines.subList(0, 3)).replace("<n>", "001") + "\n");
        for (var name : List.of("mimetype", "certificates.pem", "dossier.zip")) {
            byte[] digest = Digest.of(Objects.requireNonNull(entries.get(name))).bytes();
            expected.append(String.join("\n", lines.subList(3, 7))
                            .replace("URI=\"mimetype\"", "URI=\"" + name + "\"")
                            .replace("<digest>", Base64.getEncoder().encodeToString(digest)))
                    .append('\n');
        }
        byte[] written = Objects.requireNonNull(entries.get("META-INF/ASiCManifest001.xml"));
        assertEquals(expected + "</asic:ASiCManifest>\n", new String(written, StandardCharsets.US_ASCII));
    }
}
