package org.taniq.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.taniq.base.Json;

/// Somebody who knows very many names, some of them withheld, and has every byte of a container but no key.
public final class NameGuesser {
    /// A million in `./check --long`, a quarter of it in `./check`, few where it is to be over soon.
    public static final int NAMES = switch (System.getProperty("taniq.check", "full")) {
        case "fast" -> 10_000;
        case "long" -> 1_000_000;
        default -> 250_000;
    };

    /// So many salted guesses are made: names times salts.
    private static final int SALTED = 25 * NAMES;

    private static final int FIRST = 123;

    /// So many letters of a disclosure hold its bracket, its quotation mark and its salt.
    private static final int SALTED_START = 32;

    private static final Pattern DISCLOSURE = Pattern.compile("Wy[IJ][A-Za-z0-9_-]{30,}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final List<String> FIELDS = List.of("text", "actorName");
    private static final String[] SYLLABLES = {
        "Ay", "Gül", "Nər", "La", "Zö", "Fi", "Sə", "Mə", "Tu", "El", "Vü", "Rə", "Ka", "Şə", "İl", "Ni", "Xa", "Yu",
        "O", "Çi"
    };

    private final List<String> readable;
    private final List<String> names;
    private final List<String> endings;
    private final long[] hashes;

    /// @param container all bytes that are there
    /// @param unpacked what can be made of them, for example the pages of its PDF
    /// @param names the true names among the candidates
    /// @param endings what may stand behind a name in the piece of text that holds it
    public NameGuesser(byte[] container, List<byte[]> unpacked, List<String> names, List<String> endings) {
        this.readable = new ArrayList<>(List.of(new String(container, StandardCharsets.ISO_8859_1)));
        unpacked.forEach(bytes -> readable.add(new String(bytes, StandardCharsets.ISO_8859_1)));
        this.names = List.copyOf(names);
        this.endings = List.copyOf(endings);
        this.hashes = LongStream.concat(runs(container), readable.stream().flatMapToLong(NameGuesser::written))
                .sorted()
                .distinct()
                .toArray();
    }

    String candidate(int number) {
        if (number >= FIRST && number < FIRST + names.size()) {
            return names.get(number - FIRST);
        }
        var name = new StringBuilder();
        for (int rest = number, i = 0; i < 5; rest /= SYLLABLES.length, i++) {
            name.append(SYLLABLES[rest % SYLLABLES.length].toLowerCase(Locale.ROOT));
        }
        return "" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /// The first of the candidates of which, with one of the endings, something is true.
    List<String> hits(int candidates, Predicate<String> found) {
        return IntStream.range(0, candidates)
                .parallel()
                .mapToObj(this::candidate)
                .filter(name -> endings.stream().anyMatch(ending -> found.test(name + ending)))
                .distinct()
                .toList();
    }

    /// Every run of 16 bytes could be a hash; of each, as of all that follow, the first eight bytes are
    /// kept.
    private static LongStream runs(byte[] container) {
        var bytes = ByteBuffer.wrap(container);
        return IntStream.rangeClosed(0, container.length - 16).mapToLong(bytes::getLong);
    }

    /// What is written as a hash: 64 hex digits, or 43 letters of base64url.
    private static LongStream written(String text) {
        return LongStream.concat(
                HEX.matcher(text)
                        .results()
                        .mapToLong(hex -> Long.parseUnsignedLong(hex.group().substring(0, 16), 16)),
                BASE64.matcher(text)
                        .results()
                        .mapToLong(
                                found -> ByteBuffer.wrap(Base64.getUrlDecoder().decode(found.group()))
                                        .getLong()));
    }

    private boolean stands(byte[] hash) {
        return Arrays.binarySearch(hashes, ByteBuffer.wrap(hash).getLong()) >= 0;
    }

    /// The candidates of which a hash stands in the container that was made without a salt.
    public List<String> hashed() {
        return hits(NAMES, this::isHashed);
    }

    private boolean isHashed(String name) {
        return stands(hash("SHA-1", name))
                || stands(hash("MD5", name))
                || stands(hash("SHA-256", name.strip()))
                || stands(Tree.leaf(name.getBytes(StandardCharsets.UTF_8)).bytes())
                || unsalted(name).stream().anyMatch(form -> stands(hash("SHA-256", form)));
    }

    private static List<String> unsalted(String name) {
        var forms = new ArrayList<>(List.of(name, Json.of(name).canonical()));
        for (var field : FIELDS) {
            forms.add("[\"" + field + "\",\"" + name + "\"]");
            forms.add(Draft.encode("[\"" + field + "\",\"" + name + "\"]"));
            forms.add(Draft.encode("[\"\",\"" + field + "\",\"" + name + "\"]"));
        }
        return forms;
    }

    private static byte[] hash(String algorithm, String form) {
        try {
            return MessageDigest.getInstance(algorithm).digest(form.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + algorithm, missing);
        }
    }

    /// The candidates whose commitment or leaf stands in the container, made with one of these salts. The
    /// more salts, the fewer names: the true ones are always among them.
    public List<String> salted(List<String> salts) {
        int candidates = Math.min(NAMES, Math.max(2 * FIRST, SALTED / (salts.size() * endings.size())));
        return hits(candidates, name -> salts.stream().anyMatch(salt -> isCommitted(salt, name)));
    }

    private boolean isCommitted(String salt, String name) {
        String piece = commitment(salt, "text", name);
        return stands(Tree.leaf(ascii(Draft.leaf("piece/1", List.of(piece)))).bytes())
                || stands(Base64.getUrlDecoder().decode(piece))
                || stands(Base64.getUrlDecoder().decode(commitment(salt, "actorName", name)));
    }

    private static String commitment(String salt, String field, String name) {
        return Draft.commitment(Draft.encode("[\"" + salt + "\",\"" + field + "\",\"" + name + "\"]"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Every salt that a disclosure of the container shows, and those that a careless sealer would take.
    public List<String> shownSalts() {
        var salts = new ArrayList<>(List.of(Base64Url.encode(new byte[16])));
        DISCLOSURE.matcher(readable.getFirst()).results().forEach(found -> {
            var start = Base64.getUrlDecoder().decode(found.group().substring(0, SALTED_START));
            String json = new String(start, StandardCharsets.ISO_8859_1);
            if (json.startsWith("[\"")) {
                salts.add(json.substring(2));
            }
        });
        return salts;
    }

    /// The salts of sender and text of one record, which only the vault knows.
    public static List<String> vaultSalts(Unlocked vault, Pointer reading, long record) throws IOException {
        var seed = vault.trees().seed(vault.statement(reading), "records");
        var schema = Schema.named("record/1");
        var pieces = seed.child(record, schema.slot("text"));
        var salts = new ArrayList<>(List.of(seed.salt(record, schema.slot("actorName"))));
        vault.trees().rows(vault.statement(reading), "records", (number, row) -> {
            if (number == record && row.get(schema.slot("text")) instanceof Json.Arr(List<Json> text)) {
                IntStream.range(0, text.size()).forEach(piece -> salts.add(pieces.salt(piece, 0)));
            }
        });
        return salts.stream().map(Base64Url::encode).toList();
    }
}
