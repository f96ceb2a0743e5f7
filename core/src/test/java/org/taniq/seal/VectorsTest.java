package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// The worked example of docs/format.md, sections 4, 7 and 10, computed anew from what is given in it.
final class VectorsTest {
    private final Json vectors = read();

    private static Json read() {
        try {
            return Json.parse(Files.readString(Path.of("../docs/vectors/format.json")));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// The value at a path of names.
    private Json at(String... names) {
        var value = vectors;
        for (var name : names) {
            value = member(value, name);
        }
        return value;
    }

    private static Json member(Json json, String name) {
        return ((Json.Obj) json).get(name).orElse(Json.NULL);
    }

    private String text(String... names) {
        return ((Json.Str) at(names)).value();
    }

    private List<Json> list(String... names) {
        return ((Json.Arr) at(names)).items();
    }

    private static Json leaf(Opened opened) {
        var shown = new ArrayList<String>();
        for (int slot = 0; slot < opened.values().size(); slot++) {
            shown.add(opened.disclosure(slot).encoded());
        }
        return Json.object()
                .put("disclosures", Json.strings(shown))
                .put("text", opened.leaf().text())
                .put("hash", opened.leaf().hash().hex())
                .build();
    }

    private static void same(Json expected, Json computed) {
        assertEquals(expected.canonical(), computed.canonical());
    }

    @Test
    void aLeafIsRecomputed() {
        var salts = list("given", "leaf", "salts").stream().map(salt -> ((Json.Str) salt).value());
        var schema = Schema.named(text("given", "leaf", "schema"));
        same(at("leaf"), leaf(new Opened(schema, salts.toList(), list("given", "leaf", "values"))));
    }

    @Test
    void aTreeOfRecordsWithTheirTextsIsRecomputed() throws Altered {
        var seed = Seed.ofHex(text("given", "records", "seed"));
        var maker = new RowMaker(Schema.named("record/1"), seed);
        var tree = new Tree();
        var leaves = new ArrayList<Json>();
        var texts = new ArrayList<Json>();
        for (var given : list("given", "records", "rows")) {
            long index = tree.size();
            var row = maker.make(index, values(given));
            tree.add(row.opened().leaf().hash());
            leaves.add(leaf(row.opened()));
            texts.add(text(row, seed.child(index, Schema.named("record/1").slot("text"))));
        }
        same(at("records", "leaves"), Json.of(leaves));
        same(at("records", "texts"), Json.of(texts));
        same(at("records", "value"), RowMaker.tree("record/1", tree.root(), tree.size()));
        same(
                at("records", "pathOf2"),
                Json.strings(tree.path(2).stream().map(Digest::hex).toList()));
    }

    @Test
    void aTreeOfRecordsWithPlacesAndDetailsIsRecomputed() throws Altered {
        var schema = Schema.named("record/2");
        var seed = Seed.ofHex(text("given", "placed", "seed"));
        var maker = new RowMaker(schema, seed);
        var tree = new Tree();
        var leaves = new ArrayList<Json>();
        var details = new ArrayList<Json>();
        int slot = schema.slot("details");
        for (var given : list("given", "placed", "rows")) {
            long index = tree.size();
            var row = maker.make(
                    index,
                    schema.fields().stream()
                            .map(field -> member(given, field.name()))
                            .toList());
            tree.add(row.opened().leaf().hash());
            leaves.add(leaf(row.opened()));
            if (!row.inner().get(slot).isEmpty()) {
                var inner =
                        row.inner().get(slot).stream().map(VectorsTest::leaf).toList();
                details.add(Json.object()
                        .put("seed", seed.child(index, slot).hex())
                        .put("details", Json.of(inner))
                        .put("value", row.opened().value("details"))
                        .build());
            }
        }
        same(at("placed", "leaves"), Json.of(leaves));
        same(at("placed", "details"), Json.of(details));
        same(at("placed", "value"), RowMaker.tree("record/2", tree.root(), tree.size()));
    }

    private static List<Json> values(Json given) {
        return Schema.named("record/1").fields().stream()
                .map(field -> member(given, field.isTree() ? "pieces" : field.name()))
                .toList();
    }

    private static Json text(RowMaker.Row row, Seed seed) {
        int slot = Schema.named("record/1").slot("text");
        return Json.object()
                .put("seed", seed.hex())
                .put(
                        "pieces",
                        Json.of(row.inner().get(slot).stream()
                                .map(VectorsTest::leaf)
                                .toList()))
                .put("value", row.opened().value("text"))
                .build();
    }

    private SigningKey key() {
        return SigningKey.of(text("given", "key", "id"), HexFormat.of().parseHex(text("given", "key", "secret")));
    }

    @Test
    void aKeyAndACheckpointAreRecomputed() {
        var verifier = key().verifier();
        assertEquals(text("log", "vkey"), verifier.text());
        assertEquals(text("log", "fingerprint"), verifier.fingerprint().replace(" ", ""));
        var checkpoint = new Checkpoint(verifier.origin(), 1, Digest.ofHex(text("leaf", "hash")));
        assertEquals(text("log", "checkpoint"), new String(checkpoint.sign(key()), StandardCharsets.UTF_8));
    }

    @Test
    void aContainerIsRecomputed() throws IOException {
        var container = new Container();
        ((Json.Obj) at("given", "entries"))
                .members()
                .forEach((name, text) ->
                        container.add(name, ((Json.Str) text).value().getBytes(StandardCharsets.UTF_8)));
        container.sign(key(), "court");
        var out = new ByteArrayOutputStream();
        container.write(out);
        same(at("container", "size"), Json.of(out.size()));
        assertEquals(text("container", "sha256"), Digest.of(out.toByteArray()).hex());
    }

    @Test
    void theTextsOfTheExampleAreCutAsWeCutThem() {
        for (var row : list("given", "records", "rows")) {
            var pieces = ((Json.Arr) member(row, "pieces"))
                    .items().stream().map(piece -> ((Json.Str) piece).value()).toList();
            assertEquals(pieces, Pieces.cut(String.join("", pieces)));
        }
    }
}
