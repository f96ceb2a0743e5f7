package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Json;

/// A vault whose sealer writes statements and openings that no honest program writes: a check must give a
/// verdict.
final class HostileVaultTest {
    @TempDir
    Path folder;

    private SmallVault small;

    @BeforeEach
    void aVault() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
    }

    private Verdict.Bytes checked() throws IOException {
        return VaultCheck.check(small.vault, Map.of(), small.identity).bytes();
    }

    private void seal(Statement statement) throws IOException {
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(statement);
        group.commit();
    }

    /// Commits one statement with an opening that the sealer wrote by hand.
    private void seal(Opened opened, String blob, Map<String, Seed> seeds, Map<String, List<String>> trees)
            throws IOException {
        var key = small.keys.evidence();
        var none = new Checkpoint(key.verifier().origin(), 0, new Tree().root());
        var log = LogWriter.read(small.vault.logFolder(key.verifier().id()), key, none, new Durable());
        log.prepare();
        var line = new OpeningLine(log.size(), opened, blob, seeds, trees);
        byte[] text = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        log.commit(List.of(opened.leaf()), Blobs.wrap(text, small.identity.recipient()));
    }

    private static Opened opened(String schema, Map<String, Json> values) {
        var known = Schema.named(schema);
        var salts = known.fields().stream().map(_ -> "AAAAAAAAAAAAAAAAAAAAAA").toList();
        var all = known.fields().stream()
                .map(field -> values.getOrDefault(field.name(), Json.NULL))
                .toList();
        return new Opened(known, salts, all);
    }

    private String blobOf(String row) throws IOException {
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        return small.vault
                .blobs(new Durable())
                .put(out -> out.write(bytes), small.identity.recipient())
                .name();
    }

    private void sealReading(String row) throws IOException {
        var tree = RowMaker.tree("record/1", new Tree().root(), 0);
        seal(
                opened("reading/1", Map.of("records", tree)),
                "",
                Map.of("records", Seed.ofBytes(new byte[32])),
                Map.of("records", List.of(blobOf(row))));
    }

    @Test
    void aReadingWithoutATreeOfRecordsIsAReading() throws IOException {
        seal(Statement.of("reading/1").with("parser", "test/1"));
        assertEquals(Verdict.Bytes.INTACT, checked());
    }

    @Test
    void aPointerBeforeTheBeginningOfALogIsAltered() throws IOException {
        var pointer = Json.object()
                .put("index", -1)
                .put("leaf", small.letter.leaf().hex())
                .put("log", small.letter.log())
                .build();
        seal(Statement.of("reading/1").with("replaces", pointer));
        assertEquals(Verdict.Bytes.ALTERED, checked());
    }

    @Test
    void aPointerWithANumberWrittenAsTextIsAltered() throws IOException {
        var pointer = Json.object()
                .put("index", "1")
                .put("leaf", small.letter.leaf().hex())
                .put("log", small.letter.log())
                .build();
        seal(Statement.of("reading/1").with("replaces", pointer));
        assertEquals(Verdict.Bytes.ALTERED, checked());
    }

    @Test
    void aBlobWhoseNameLeadsOutOfTheVaultIsAltered() throws IOException {
        seal(opened("item/1", Map.of("size", Json.of(3))), "../../x", Map.of(), Map.of());
        assertEquals(Verdict.Bytes.ALTERED, checked());
    }

    @Test
    void aDigestThatIsNoneIsAltered() throws IOException {
        var values = Map.of("sha256", Json.of("zz"), "size", Json.of(-3));
        seal(opened("item/1", values), blobOf("abc"), Map.of(), Map.of());
        assertEquals(Verdict.Bytes.ALTERED, checked());
    }

    @Test
    void aTreeWithoutItsSeedIsAltered() throws IOException {
        var tree = RowMaker.tree("record/1", new Tree().root(), 0);
        seal(opened("reading/1", Map.of("records", tree)), "", Map.of(), Map.of());
        assertEquals(Verdict.Bytes.ALTERED, checked());
    }

    @Test
    void aRecordWithTooFewValuesIsAltered() throws IOException {
        sealReading("[null]\n");
        assertEquals(Verdict.Bytes.ALTERED, checked());
    }

    @Test
    void aRecordWhoseTextIsANumberIsAltered() throws IOException {
        sealReading("[null,null,null,null,null,null,7,null,null,null,null,null,null,null]\n");
        assertEquals(Verdict.Bytes.ALTERED, checked());
        sealReading("[null,null,null,null,null,null,[7],null,null,null,null,null,null,null]\n");
        assertEquals(Verdict.Bytes.ALTERED, checked());
    }

    @Test
    void aTileThatNoLogCanHaveIsBeyondTheCheckpoint() throws IOException {
        var log = small.vault.logFolder(small.keys.evidence().verifier().id());
        long size = LogFolder.read(log).checkpoint().size();
        for (var name : List.of("7/000", "8/000.p/1", "9/000", "6/x999/000", "1/x999/x999/x999/x999/999")) {
            var tile = log.resolve("tile/" + name);
            Files.createDirectories(tile.getParent());
            Files.write(tile, new byte[32]);
            assertThrows(Rollback.class, () -> new Beyond(log, size).isOneGroup(), name);
            Files.delete(tile);
        }
        assertFalse(new Beyond(log, size).isOneGroup());
    }

    @Test
    @Tag("slow")
    void aGroupWhoseOpeningNobodyCouldReadAgainIsNotSealed() throws IOException {
        var group = small.sealer.group(LogKind.EVIDENCE);
        var long64 = Json.of("x".repeat(64 << 20));
        assertThrows(IOException.class, () -> {
            for (int i = 0; i < 5; i++) {
                group.add(Statement.of("item/1").with("name", long64));
            }
        });
        assertEquals(Verdict.Bytes.INTACT, checked());
    }
}
