package org.taniq.seal;

import static org.taniq.seal.Forged.CASE;
import static org.taniq.seal.Forged.EVIDENCE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// Forgeries of leaves, disclosures, texts and pointers: each is sealed and signed as if it were honest.
final class LeafForgeries {
    private static final String STATEMENT = "statement";
    private static final String FIELD = "mediaType";
    private static final String ZEROS = "0".repeat(64);

    private LeafForgeries() {}

    static List<Forgery> all() {
        var all = new ArrayList<Forgery>();
        values(all);
        salts(all);
        encodings(all);
        leaves(all);
        schemas(all);
        texts(all);
        trees(all);
        pointers(all);
        return all;
    }

    private static void value(List<Forgery> all, String name, String json) {
        all.add(Forgery.ofLeaves(
                "value: " + name,
                STATEMENT,
                forged -> forged.letter.forgeText(
                        FIELD, "[\"" + forged.letter.salt64(FIELD) + "\",\"" + FIELD + "\"," + json + "]")));
    }

    private static void values(List<Forgery> all) {
        value(all, "white space", " \"text/plain\"");
        value(all, "a line feed behind", "\"text/plain\"\n");
        value(all, "a letter escaped", "\"te\\u0078t\"");
        value(all, "a slash escaped", "\"text\\/plain\"");
        value(all, "a long escape", "\"\\u000a\"");
        value(all, "capital escape", "\"\\u001F\"");
        value(all, "a raw control character", "\"\u0001\"");
        value(all, "a lone surrogate", "\"\\ud800\"");
        value(all, "a surrogate pair escaped", "\"\\ud83d\\ude00\"");
        value(all, "1.0", "1.0");
        value(all, "1e0", "1e0");
        value(all, "-0", "-0");
        value(all, "01", "01");
        value(all, "beyond 2^53-1", "9007199254740992");
        value(all, "far beyond", "9".repeat(400));
        value(all, "NaN", "NaN");
        value(all, "order of members", "{\"b\":1,\"a\":2}");
        value(all, "order by code points", "{\"\uFB33\":1,\"\uD83D\uDE02\":2}");
        value(all, "a member twice", "{\"a\":1,\"a\":1}");
        value(all, "a member twice with two values", "{\"a\":1,\"a\":2}");
        value(all, "an array inside 64 others", "[".repeat(64) + "]".repeat(64));
        value(all, "an object inside 64 others", "[".repeat(63) + "{}" + "]".repeat(63));
        value(all, "too deep", "[".repeat(100) + "]".repeat(100));
        value(all, "very deep", "[".repeat(100_000) + "]".repeat(100_000));
        value(all, "one value too many", "[" + "0,".repeat((1 << 21) - 4) + "0]");
        value(all, "a byte order mark", "\uFEFF\"text/plain\"");
        value(all, "bytes that are text", "{\"bytes\":\"YWJj\"}");
        value(all, "bytes inside that are text", "[{\"bytes\":\"YWJj\"}]");
        value(all, "bytes in other base64", "{\"bytes\":\"_w==\"}");
        value(all, "bytes without padding", "{\"bytes\":\"/w\"}");
        value(all, "bytes with unused bits", "{\"bytes\":\"/x==\"}");
        value(all, "a fourth part", "\"text/plain\",1");
    }

    private static void salt(List<Forgery> all, String name, String salt) {
        all.add(Forgery.ofLeaves(
                "salt: " + name,
                STATEMENT,
                forged -> forged.letter.forgeText(FIELD, "[\"" + salt + "\",\"" + FIELD + "\",\"text/plain\"]")));
    }

    private static void salts(List<Forgery> all) {
        salt(all, "15 bytes", Base64Url.encode(new byte[15]));
        salt(all, "17 bytes", Base64Url.encode(new byte[17]));
        salt(all, "none", "");
        salt(all, "unused bits", "A".repeat(21) + "B");
        salt(all, "padded", "A".repeat(22) + "==");
        salt(all, "standard alphabet", "+/" + "A".repeat(20));
        salt(all, "not base64", "!".repeat(22));
    }

    private static void encoded(List<Forgery> all, String name, UnaryOperator<String> change) {
        all.add(Forgery.ofLeaves("disclosure: " + name, STATEMENT, forged -> {
            String json = "[\"" + forged.letter.salt64(FIELD) + "\",\"" + FIELD + "\",\"text/plain\"]";
            forged.letter.forgeEncoded(FIELD, change.apply(Draft.encode(json)));
        }));
    }

    private static void encodings(List<Forgery> all) {
        encoded(
                all,
                "unused bits",
                text -> text.substring(0, text.length() - 1) + (char) (text.charAt(text.length() - 1) + 1));
        encoded(all, "padding", text -> text + "=");
        encoded(all, "a line feed", text -> text + "\n");
        encoded(all, "white space", text -> " " + text);
        encoded(all, "nothing", text -> "");
        encoded(all, "not JSON", text -> Draft.encode("text/plain"));
        encoded(all, "not a list", text -> Draft.encode("{}"));
        encoded(all, "two parts", text -> Draft.encode("[\"AAAAAAAAAAAAAAAAAAAAAA\",\"mediaType\"]"));
        encoded(
                all,
                "not UTF-8",
                text -> Base64Url.encode(
                        "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"mediaType\",\"\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1)));
        encoded(all, "another field's name", text -> Draft.encode("[\"AAAAAAAAAAAAAAAAAAAAAA\",\"name\",\"x\"]"));
        encoded(all, "no field's name", text -> Draft.encode("[\"AAAAAAAAAAAAAAAAAAAAAA\",\"type\",\"x\"]"));
        encoded(all, "a number as name", text -> Draft.encode("[\"AAAAAAAAAAAAAAAAAAAAAA\",1,\"x\"]"));
    }

    private static void leaf(List<Forgery> all, String name, UnaryOperator<String> change) {
        all.add(Forgery.ofLeaves(
                "leaf: " + name, STATEMENT, forged -> forged.letter.forgeLeaf(change.apply(honestLetter(forged)))));
    }

    private static String honestLetter(Forged forged) {
        forged.letter.put("sha256", Json.of(Digest.of(forged.letterBytes).hex()));
        return forged.letter.put("size", Json.of(forged.letterBytes.length)).text();
    }

    private static void leaves(List<Forgery> all) {
        leaf(all, "one commitment fewer", text -> text.replaceFirst(",\"[\\w-]{43}\"\\]", "]"));
        leaf(all, "one commitment more", text -> text.replace("]}", ",\"" + "A".repeat(43) + "\"]}"));
        leaf(all, "no commitments", text -> "{\"taniq\":\"item/1\",\"c\":[]}");
        leaf(all, "white space", text -> text.replace(",\"c\"", ", \"c\""));
        leaf(
                all,
                "order of members",
                text -> "{" + text.substring(text.indexOf("\"c\""), text.length() - 1) + ",\"taniq\":\"item/1\"}");
        leaf(all, "another member", text -> text.replace("]}", "],\"d\":1}"));
        leaf(all, "a member twice", text -> text.replace(",\"c\"", ",\"taniq\":\"item/1\",\"c\""));
        leaf(all, "an unknown schema", text -> text.replace("item/1", "item/2"));
        leaf(all, "a schema escaped", text -> text.replace("item/1", "item\\/1"));
        leaf(
                all,
                "a commitment with unused bits",
                text -> text.replaceFirst("\\[\"[\\w-]{43}\"", "[\"" + "A".repeat(42) + "B\""));
        leaf(
                all,
                "a commitment of 31 bytes",
                text -> text.replaceFirst("\\[\"[\\w-]{43}\"", "[\"" + "A".repeat(42) + "\""));
        leaf(
                all,
                "a commitment of 33 bytes",
                text -> text.replaceFirst("\\[\"[\\w-]{43}\"", "[\"" + "A".repeat(44) + "\""));
        leaf(all, "commitments in another order", text -> {
            var parts = text.split("\"");
            return text.replace(parts[7], "x").replace(parts[9], parts[7]).replace("x\"", parts[9] + "\"");
        });
    }

    private static void added(List<Forgery> all, String name, String found, String schema) {
        all.add(Forgery.ofLeaves("schema: " + name, found, forged -> {
            forged.evidence.add(new Draft("added", schema, Set.of()));
            forged.evidenceShown.add(5);
        }));
    }

    private static void first(List<Forgery> all, String name, Consumer<Draft> change) {
        all.add(Forgery.ofLeaves("leaf 0: " + name, "log", forged -> change.accept(forged.first)));
    }

    private static void schemas(List<Forgery> all) {
        added(all, "log/1 at another index", STATEMENT, "log/1");
        added(all, "of a case in the evidence log", "log", "step/1");
        added(all, "of a tree in a log", "log", "record/1");
        all.add(Forgery.ofLeaves("schema: of evidence in the case log", "log", forged -> {
            forged.caseLog.add(new Draft("added", "item/1", Set.of()));
            forged.caseShown.add(2);
        }));
        all.add(Forgery.ofLeaves(
                "leaf 0: not log/1", STATEMENT, forged -> forged.evidence.set(0, new Draft("x", "item/1", Set.of()))));
        all.add(Forgery.ofLeaves("leaf 0: not shown", "log", forged -> forged.evidenceShown.remove(0)));
        first(all, "another key", draft -> draft.forge("key", Json.of("taniq/" + EVIDENCE + "+00000000+AAAA")));
        first(all, "another origin", draft -> draft.forge("origin", Json.of("taniq/" + CASE)));
        first(all, "another kind", draft -> draft.forge("kind", Json.of("both")));
        first(all, "the case log's kind", draft -> draft.forge("kind", Json.of("case")));
        first(all, "kind not shown", draft -> draft.shown.remove("kind"));
        first(all, "key not shown", draft -> draft.shown.remove("key"));
        first(all, "origin not shown", draft -> draft.shown.remove("origin"));
    }

    private static void text(List<Forgery> all, String name, Consumer<Forged> change) {
        all.add(Forgery.ofEntries("text: " + name, STATEMENT, forged -> {
            String honest = forged.piecesShown(Set.of(0));
            change.accept(forged);
            String now = forged.piecesShown(Set.of(0));
            forged.editStatement(3, honest, now);
        }));
    }

    private static void texts(List<Forgery> all) {
        text(all, "pieces in another order", forged -> Collections.swap(forged.pieces, 1, 2));
        text(all, "a piece dropped", forged -> forged.pieces.remove(4));
        text(all, "the first piece dropped", forged -> forged.pieces.removeFirst());
        text(all, "a piece twice", forged -> forged.pieces.add(forged.pieces.get(4)));
        text(all, "another word", forged -> forged.pieces.get(1).forge("text", Json.of("adresi: ")));
        text(all, "another withheld piece", forged -> forged.pieces.getFirst().forge("text", Json.of("Nigar'in ")));
        all.add(Forgery.ofLeaves("text: a piece of another name", STATEMENT, forged -> {
            var piece = forged.pieces.get(1);
            piece.forgeText("text", "[\"" + piece.salt64("text") + "\",\"words\",\"x\"]");
        }));
        all.add(Forgery.ofLeaves("text: a piece that is no text", STATEMENT, forged -> {
            forged.pieces.get(1).forge("text", Json.of(List.of(Json.of("x"))));
        }));
        all.add(Forgery.ofLeaves("text: a piece that is null", STATEMENT, forged -> {
            forged.pieces.get(1).forge("text", Json.NULL);
        }));
        all.add(Forgery.ofEntries(
                "text: withheld twice over", STATEMENT, forged -> forged.editStatement(3, "\"}", "\",\"x\":1}")));
    }

    private static void tree(List<Forgery> all, String name, String field, Json value) {
        all.add(Forgery.ofLeaves("tree: " + name, STATEMENT, forged -> {
            var draft = field.equals("text") ? forged.records.get(1) : forged.reading;
            draft.forge(field, value);
        }));
    }

    private static Json sized(String leaf, List<Draft> drafts, long size) {
        return RowMaker.tree(leaf, Draft.tree(drafts).root(), size);
    }

    private static void trees(List<Forgery> all) {
        var honest = new Forged();
        tree(all, "a number of pieces that is larger", "text", sized("piece/1", honest.pieces, 6));
        tree(all, "a number of pieces that is smaller", "text", sized("piece/1", honest.pieces, 4));
        all.add(Forgery.ofLeaves("tree: more pieces than a text may have", STATEMENT, forged -> {
            forged.withPieces = false;
            forged.records.get(1).forge("text", sized("piece/1", forged.pieces, (1 << 20) + 1));
        }));
        tree(all, "pieces of another kind", "text", sized("record/1", honest.pieces, 5));
        tree(all, "an empty text with a root", "text", RowMaker.tree("piece/1", Digest.ofHex(ZEROS), 0));
        tree(all, "a text that is a string", "text", Json.of("Salam"));
        for (long size : new long[] {0, 1, 2, 5, 1L << 52}) {
            all.add(Forgery.ofLeaves("tree: " + size + " records said, 3 there", STATEMENT, forged -> {
                forged.records.get(1).put("text", Forged.tree("piece/1", Draft.tree(forged.pieces)));
                forged.reading.forge("records", sized("record/1", forged.records, size));
            }));
        }
        all.add(Forgery.ofLeaves("tree: records of another kind", STATEMENT, forged -> {
            forged.records.get(1).put("text", Forged.tree("piece/1", Draft.tree(forged.pieces)));
            forged.reading.forge("records", sized("piece/1", forged.records, 3));
        }));
        all.add(Forgery.ofLeaves(
                "tree: an empty tree with a root that nothing shows",
                STATEMENT,
                forged -> forged.letter
                        .forge("pixels", RowMaker.tree("pixels/1", Digest.ofHex(ZEROS), 0))
                        .shown
                        .add("pixels")));
        all.add(Forgery.ofLeaves(
                "tree: a size below nothing",
                STATEMENT,
                forged -> forged.letter
                        .forge("pixels", RowMaker.tree("pixels/1", Digest.ofHex(ZEROS), -1))
                        .shown
                        .add("pixels")));
        all.add(Forgery.ofLeaves("tree: a row of another schema", STATEMENT, forged -> {
            forged.records.set(1, new Draft("x", "piece/1", Set.of("text")));
            forged.reading.trees.put("records", forged.records.get(1).proof(1, Draft.tree(forged.records), ""));
        }));
        all.add(Forgery.ofLeaves(
                "tree: shown without its value", STATEMENT, forged -> forged.reading.shown.remove("records")));
        all.add(Forgery.ofLeaves(
                "tree: a text without its value",
                STATEMENT,
                forged -> forged.records.get(1).shown.remove("text")));
        all.add(Forgery.ofLeaves(
                "tree: of a null", STATEMENT, forged -> forged.records.get(1).forge("text", Json.NULL)));
        all.add(Forgery.ofLeaves(
                "tree: of a field that is none", STATEMENT, forged -> forged.letter.trees.put("name", "")));
        all.add(Forgery.ofLeaves("tree: pixels", STATEMENT, forged -> forged.picture.trees.put("pixels", "")));
    }

    private static void points(List<Forgery> all, String name, Json pointer) {
        all.add(Forgery.ofLeaves(
                "pointer: " + name, "pointers", forged -> forged.complaint.forge("proofs", Json.of(List.of(pointer)))));
    }

    private static Json.Builder pointer(String log, long index, String leaf) {
        return Json.object().put("index", index).put("leaf", leaf).put("log", log);
    }

    private static void pointers(List<Forgery> all) {
        points(all, "another leaf", pointer(EVIDENCE, 1, ZEROS).build());
        points(
                all,
                "another leaf, deep inside",
                Json.of(List.of(Json.object()
                        .put("item", pointer(CASE, 0, ZEROS).build())
                        .build())));
        points(all, "beyond the end of its log", pointer(EVIDENCE, 5, ZEROS).build());
        points(
                all,
                "an index as text",
                Json.object()
                        .put("index", "1")
                        .put("leaf", ZEROS)
                        .put("log", EVIDENCE)
                        .build());
        points(
                all,
                "an index before the first",
                pointer("0".repeat(32), -1, ZEROS).build());
        points(all, "a leaf that is no hash", pointer("0".repeat(32), 1, "00").build());
        points(
                all,
                "a record without its leaf",
                pointer("0".repeat(32), 1, ZEROS).put("record", 0).build());
        points(
                all,
                "no leaf",
                Json.object().put("index", 1).put("log", EVIDENCE).build());
        all.add(Forgery.ofLeaves("pointer: another record", "pointers", forged -> recordPointer(forged, 1)));
        all.add(Forgery.ofLeaves("pointer: beyond the last record", "pointers", forged -> recordPointer(forged, 3)));
        all.add(Forgery.ofLeaves(
                "pointer: from a record",
                "pointers",
                forged -> forged.records
                        .get(1)
                        .forge("inReplyTo", pointer(EVIDENCE, 1, ZEROS).build())
                        .shown
                        .add("inReplyTo")));
    }

    /// Points to a record of the reading as it will be sealed, by a wrong leaf.
    private static void recordPointer(Forged forged, long record) {
        var honest = new Forged();
        honest.prove();
        forged.complaint.forge(
                "proofs",
                Json.of(List.of(pointer(EVIDENCE, 3, honest.reading.hash().hex())
                        .put("record", record)
                        .put("recordLeaf", ZEROS)
                        .build())));
    }
}
