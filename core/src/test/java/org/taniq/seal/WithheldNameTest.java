package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Json;

/// Somebody who knows very many names, one of them the withheld one, and has every byte of the container.
final class WithheldNameTest {
    private static final String NAME = "Aysel";
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            Charset.forName("windows-1254"));

    @TempDir
    Path folder;

    private SmallVault small;
    private byte[] container;
    private NameGuesser guesser;

    @BeforeEach
    void aNameIsWithheld() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        container = new SmallDossier(small).bytes();
        guesser = new NameGuesser(container, List.of(), List.of(NAME), List.of("'in "));
    }

    @Test
    void noNameStandsInTheContainerInAnyEncoding() {
        var windows = windows(container);
        assertEquals(
                List.of(),
                guesser.hits(
                        NameGuesser.NAMES,
                        name -> CHARSETS.stream()
                                .flatMap(charset -> forms(name, charset).stream())
                                .anyMatch(form -> stands(form, windows))));
        for (var charset : CHARSETS) {
            assertEquals(-1, ContainerForgeries.indexOf(container, "Aysel".getBytes(charset), 0), charset.name());
        }
    }

    private static List<byte[]> forms(String name, Charset charset) {
        byte[] raw = name.getBytes(charset);
        return List.of(
                raw,
                ascii(Base64.getUrlEncoder().withoutPadding().encodeToString(raw)),
                ascii(HexFormat.of().formatHex(raw)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Which runs of three bytes the container has: what is not among them is not looked for.
    private static BitSet windows(byte[] bytes) {
        var windows = new BitSet(1 << 24);
        for (int at = 0; at + 3 <= bytes.length; at++) {
            windows.set(window(bytes, at));
        }
        return windows;
    }

    private static int window(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
    }

    private boolean stands(byte[] form, BitSet windows) {
        return IntStream.rangeClosed(0, form.length - 3).allMatch(at -> windows.get(window(form, at)))
                && ContainerForgeries.indexOf(container, form, 0) >= 0;
    }

    @Test
    void noHashOfANameStandsInTheContainer() {
        assertEquals(List.of(), guesser.hashed());
    }

    @Test
    @Tag("slow")
    void noSaltOfTheContainerTellsTheName() {
        var salts = guesser.shownSalts();
        assertTrue(salts.size() > 20, "salts found: " + salts.size());
        assertEquals(List.of(), guesser.salted(salts));
    }

    @Test
    void theVaultsOwnSaltTellsTheNameAtOnce() throws IOException {
        assertEquals(List.of(NAME), guesser.salted(NameGuesser.vaultSalts(small.unlocked(), small.reading, 1)));
    }

    @Test
    void theContainerIsAsLongForALongNameAsForAShortOne() throws IOException {
        assertEquals(length("Ay "), length("Məhəmmədhüseynoğlununkundakı "));
    }

    private static int length(String name) throws IOException {
        var named = Forgery.ofLeaves(
                "a name", "", forged -> forged.pieces.getFirst().put("text", Json.of(name)));
        return named.bytes().length;
    }
}
