package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Json;

/// Somebody who knows a million names, one of them the withheld one, and has every byte of the container.
final class WithheldNameTest {
    private static final String NAME = "Aysel'in ";
    private static final int CANDIDATES = 1_000_000;
    private static final Pattern DISCLOSURE = Pattern.compile("Wy[IJ][A-Za-z0-9_-]{30,}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final String[] SYLLABLES = {
        "Ay", "Gül", "Nər", "La", "Zö", "Fi", "Sə", "Mə", "Tu", "El", "Vü", "Rə", "Ka", "Şə", "İl", "Ni", "Xa", "Yu",
        "O", "Çi"
    };
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            Charset.forName("windows-1254"));

    private static final List<String> ALGORITHMS = List.of("SHA-256", "SHA-1", "MD5");

    @TempDir
    Path folder;

    private SmallVault small;
    private byte[] container;

    @BeforeEach
    void aNameIsWithheld() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        container = new SmallDossier(small).bytes();
    }

    private static String candidate(int number) {
        if (number == 123_456) {
            return NAME;
        }
        var name = new StringBuilder();
        for (int rest = number, i = 0; i < 5; rest /= SYLLABLES.length, i++) {
            name.append(SYLLABLES[rest % SYLLABLES.length].toLowerCase(java.util.Locale.ROOT));
        }
        return "" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "'in ";
    }

    /// The candidates of which something stands in the container.
    private static List<String> hits(Predicate<String> leaks) {
        return IntStream.range(0, CANDIDATES)
                .parallel()
                .mapToObj(WithheldNameTest::candidate)
                .filter(leaks)
                .distinct()
                .toList();
    }

    @Test
    void noNameStandsInTheContainerInAnyEncoding() {
        var windows = windows(container);
        assertEquals(
                List.of(),
                hits(name -> CHARSETS.stream()
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
        var hashes = hashes();
        assertEquals(
                List.of(),
                hits(name -> hashed(List.of(name, name.strip()), ALGORITHMS, hashes)
                        || hashed(encoded(name), List.of("SHA-256"), hashes)));
    }

    /// What is hashed of a piece of text, without its salt.
    private static List<String> encoded(String name) {
        return List.of(
                Json.of(name).canonical(),
                "[\"text\",\"" + name + "\"]",
                Draft.encode("[\"text\",\"" + name + "\"]"),
                Draft.encode("[\"\",\"text\",\"" + name + "\"]"));
    }

    private static boolean hashed(List<String> forms, List<String> algorithms, Set<String> hashes) {
        return forms.stream()
                .anyMatch(form -> algorithms.stream().anyMatch(algorithm -> hashes.contains(hash(algorithm, form))));
    }

    private static String hash(String algorithm, String form) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(form.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + algorithm, missing);
        }
    }

    /// The first 16 bytes of whatever could be a hash: each hex text, each base64url text, every run of 16 bytes.
    private Set<String> hashes() {
        var hashes = new HashSet<String>();
        for (int at = 0; at + 16 <= container.length; at++) {
            hashes.add(HexFormat.of().formatHex(container, at, at + 16));
        }
        String text = new String(container, StandardCharsets.ISO_8859_1);
        HEX.matcher(text).results().forEach(found -> hashes.add(found.group().substring(0, 32)));
        Pattern.compile("[A-Za-z0-9_-]{43}")
                .matcher(text)
                .results()
                .forEach(found -> hashes.add(
                        HexFormat.of().formatHex(Base64.getUrlDecoder().decode(found.group()), 0, 16)));
        return hashes;
    }

    @Test
    void noSaltOfTheContainerTellsTheName() {
        var salts = salts();
        assertTrue(salts.size() > 20, "salts found: " + salts.size());
        var withheld = withheld();
        assertEquals(List.of(), hits(name -> salts.stream().anyMatch(salt -> withheld.contains(leaf(salt, name)))));
    }

    @Test
    void theVaultsOwnSaltTellsTheNameAtOnce() throws IOException {
        var unlocked = small.unlocked();
        var seed = unlocked.seed(unlocked.statement(small.reading), "records");
        int slot = Schema.named("record/1").slot("text");
        String salt = Base64Url.encode(seed.child(1, slot).salt(0, 0));
        var withheld = withheld();
        assertEquals(List.of(NAME), hits(name -> withheld.contains(leaf(salt, name))));
    }

    private static String leaf(String salt, String name) {
        var disclosure = Draft.encode("[\"" + salt + "\",\"text\",\"" + name + "\"]");
        return Tree.leaf(ascii(Draft.leaf("piece/1", List.of(Draft.commitment(disclosure)))))
                .hex();
    }

    private Set<String> withheld() {
        var withheld = new HashSet<String>();
        HEX.matcher(new String(container, StandardCharsets.ISO_8859_1))
                .results()
                .forEach(found -> withheld.add(found.group()));
        return withheld;
    }

    /// Every salt that a disclosure of the container shows.
    private List<String> salts() {
        var salts = new ArrayList<String>();
        DISCLOSURE
                .matcher(new String(container, StandardCharsets.ISO_8859_1))
                .results()
                .forEach(found -> {
                    String json = new String(Base64.getUrlDecoder().decode(found.group()), StandardCharsets.UTF_8);
                    if (json.startsWith("[\"")) {
                        salts.add(json.substring(2, 24));
                    }
                });
        return salts;
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
