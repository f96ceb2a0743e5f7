package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.acquire.Custody;
import org.taniq.acquire.Item;
import org.taniq.base.Bytes;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.Rows;
import org.taniq.seal.Schema;
import org.taniq.seal.Sealer;
import org.taniq.seal.Statement;
import org.taniq.seal.Vault;
import org.taniq.seal.WriterKeys;

/// A vault of which something is told, for tests of what leaves it. The people are invented.
abstract class LeakCase {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final Pixels.Area FACE = new Pixels.Area(40, 40, 5, 5);

    @TempDir
    Path folder;

    final SecureRandom random = new SecureRandom();
    final Identity identity = Identity.generate(random);
    Vault vault;
    WriterKeys keys;
    Sealer sealer;

    @BeforeEach
    void aVault() throws IOException {
        vault = Vault.create(folder.resolve("case"), new Durable());
        keys = Known.generate(vault.folder(), identity.recipient(), random).keys();
        sealer = vault.sealer(keys, Map.of(), new Durable());
    }

    Pointer seal(Statement statement) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        var pointer = group.add(statement);
        group.commit();
        return pointer;
    }

    static Item item(String name, byte[] bytes) {
        return new Item(name, NOW, Custody.UNSTATED, () -> new ByteArrayInputStream(bytes), Bytes.of(bytes));
    }

    Pointer file(String name, String type, byte[] bytes) throws IOException {
        return seal(ItemStatement.ofFile(item(name, bytes), type, NOW));
    }

    static Picture drawing() {
        var rgb = new byte[3 * 100 * 70];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7 + i / 300);
        }
        return Picture.of(100, 70, rgb, new byte[0]);
    }

    static Png.Reading reading() {
        return new Png.Reading(drawing(), 1, new LinkedHashSet<>(Set.of("gAMA")), 0);
    }

    static byte[] archive(String name, byte[] member) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(member);
        }
        return out.toByteArray();
    }

    Pointer pixelsOf(Pointer original) throws IOException {
        return seal(ItemStatement.ofPixels(original, Custody.UNSTATED, reading(), NOW));
    }

    Path tell(Withholding withholding, Dossier.Choice... choices) throws IOException {
        var cover = new Dossier.Cover(DossierPages.Language.EN, "Invented case", "Leyla Sadıqova", "witness", "phone");
        var dossier = new Dossier(
                cover, List.of(choices), List.of(), withholding, new Dossier.Purpose("court", "complaint"), NOW);
        return dossier.write(vault.unlock(identity, java.util.Map.of()), keys, folder.resolve("dossier.zip"), _ -> {})
                .file();
    }

    static Withholding area(Pointer picture) {
        return new Withholding(Set.of(), Set.of(), Map.of(picture, List.of(FACE)));
    }

    static Withholding name(String name) {
        return new Withholding(Set.of(), Set.of(name), Map.of());
    }

    static byte[] entry(Path dossier, String name) throws IOException {
        try (var zip = new ZipFile(dossier.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    Pointer reading(Map<String, Json> said) throws IOException {
        return reading("1", said);
    }

    Pointer reading(String schema, Map<String, Json> said) throws IOException {
        return reading(schema, List.of(said));
    }

    Pointer reading(String schema, List<Map<String, Json>> said) throws IOException {
        var item = file("chat.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        return seal(Statement.of("reading/" + schema)
                .with("items", Json.of(List.of(item.json())))
                .with("parser", "test/1")
                .with("skipped", Json.parse("{\"count\":0,\"reasons\":{}}"))
                .with("records", (Rows) sink -> {
                    for (var record : said) {
                        sink.row(row(schema, record));
                    }
                }));
    }

    static List<Json> row(String schema, Map<String, Json> said) {
        var record = new HashMap<>(said);
        record.put("type", Json.of("Create"));
        record.put("marks", Json.of(List.of()));
        return Schema.named("record/" + schema).fields().stream()
                .map(field -> record.getOrDefault(field.name(), Json.NULL))
                .toList();
    }

    static Json at(Json time) {
        return Json.object().put("kind", Json.of("unknown")).put("text", time).build();
    }

    static String index(Path dossier) throws IOException {
        return new String(entry(dossier, "index.csv"), StandardCharsets.UTF_8);
    }

    static final Map<String, Json> PLACED = Map.of(
            "actorName", Json.of("Rauf"),
            "id", Json.of("m-7"),
            "place", Json.parse("{\"path\":\"/messages/7\"}"),
            "details",
                    Json.parse("[[\"edited\",\"2026-01-02\"],[\"quoted\",{\"state\":\"Gülşen\"}],"
                            + "[\"forwardedFrom\",\"Kamran\"]]"));

    String statement(Path dossier, Pointer reading) throws IOException {
        var shown = new StringBuilder();
        var matcher = java.util.regex.Pattern.compile("\"(Wy[IJ][\\w-]+)\"")
                .matcher(new String(
                        entry(dossier, "proof/statement/" + reading.name() + ".json"), StandardCharsets.UTF_8));
        while (matcher.find()) {
            shown.append(new String(java.util.Base64.getUrlDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return shown.toString();
    }

    String refused(Withholding withholding, Pointer item) {
        var refused = assertThrows(IOException.class, () -> tell(withholding, new Dossier.Choice.File(item)));
        return String.valueOf(refused.getMessage());
    }
}
