package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.png.Picture;

/// A dossier as a malicious sealer makes it. She owns the signing keys, so whatever she forges is hashed,
/// signed and listed anew: only the forgery itself is left for a checker to find. The people are invented.
final class Forged {
    static final String EVIDENCE = "00112233445566778899aabbccddeeff";
    static final String CASE = "ffeeddccbbaa99887766554433221100";
    static final String NAME = "Aysel'in ";

    final SigningKey evidenceKey = SigningKey.of(EVIDENCE, new byte[32]);
    final SigningKey caseKey = SigningKey.of(CASE, salt32());
    final Draft first = log(evidenceKey, "evidence");
    final Draft letter = new Draft("letter", "item/1", new TreeSet<>(Set.of("sha256", "size", "mediaType")));
    final Draft chat = new Draft("chat", "item/1", new TreeSet<>());
    final Draft reading;
    final Draft picture = new Draft("picture", "item/1", new TreeSet<>(Set.of("mediaType", "pixels")));
    final Draft caseFirst = log(caseKey, "case");
    final Draft complaint = new Draft("complaint", "step/1", new TreeSet<>(Set.of("state", "proofs")));
    final List<Draft> evidence;
    final List<Draft> caseLog = new ArrayList<>(List.of(caseFirst, complaint));
    final Set<Integer> evidenceShown = new TreeSet<>(Set.of(0, 1, 3, 4));
    final Set<Integer> caseShown = new TreeSet<>(Set.of(0, 1));
    final List<Draft> records = new ArrayList<>();
    final List<Draft> pieces = new ArrayList<>();
    final List<Draft> details = new ArrayList<>();
    final TreeMap<String, byte[]> entries = new TreeMap<>();
    final TreeMap<String, String> later = new TreeMap<>();
    final Seed seed = Seed.ofBytes(salt32());
    Picture drawing = SmallVault.drawing();
    boolean withPieces = true;
    byte[] letterBytes = "To the police".getBytes(StandardCharsets.UTF_8);

    private final DossierVersion version;
    private final String record;

    Forged() {
        this(DossierVersion.FIRST);
    }

    /// With records of `record/2` in one of the second version.
    Forged(DossierVersion version) {
        boolean placed = version == DossierVersion.PLACED;
        this.version = version;
        record = placed ? "record/2" : "record/1";
        reading = new Draft(
                "reading",
                placed ? "reading/2" : "reading/1",
                new TreeSet<>(Set.of("items", "parser", "records", "skipped", "replaces")));
        evidence = new ArrayList<>(List.of(first, letter, chat, reading, picture));
        for (var word : List.of(NAME, "ünvanı: ", "Söyüd ", "küçəsi ", "7")) {
            pieces.add(new Draft("piece" + pieces.size(), "piece/1", new TreeSet<>()).put("text", Json.of(word)));
        }
        for (int i = 0; i < 3; i++) {
            var shown = new TreeSet<>(Set.of("type", "actorName", "published", "text", "marks"));
            records.add(new Draft("record" + i, record, shown)
                    .put("type", Json.of("Create"))
                    .put("marks", Json.of(List.of()))
                    .put("actorName", Json.of("Kamran")));
        }
        if (placed) {
            place(records.get(1));
        }
        letter.put("mediaType", Json.of("text/plain"));
        picture.put("mediaType", Json.of("image/png"));
        reading.put("parser", Json.of("test/1"));
        reading.put("skipped", Json.object().put("count", 2).build());
        complaint.put("state", Json.of("sent"));
    }

    private void place(Draft draft) {
        draft.shown.addAll(Set.of("id", "place", "details"));
        draft.put("id", Json.of("m-7"))
                .put("place", Json.object().put("path", "/messages/7").build());
        for (var name : List.of("edited", "forwardedFrom", "reactions")) {
            details.add(new Draft("detail" + details.size(), "detail/1", new TreeSet<>(Set.of("name", "value")))
                    .put("name", Json.of(name))
                    .put("value", Json.of("said of " + name)));
        }
    }

    /// Two of the three.
    String detailsShown() {
        var tree = Draft.tree(details);
        return details.get(0).proof(0, tree, "") + "," + details.get(2).proof(2, tree, "");
    }

    private static byte[] salt32() {
        return Digest.of("a seed".getBytes(StandardCharsets.US_ASCII)).bytes();
    }

    private static Draft log(SigningKey key, String kind) {
        return new Draft(kind, "log/1", new TreeSet<>(Set.of("kind", "origin", "key")))
                .put("kind", Json.of(kind))
                .put("origin", Json.of(key.verifier().origin()))
                .put("key", Json.of(key.verifier().text()));
    }

    static Json tree(String leaf, Tree tree) {
        return RowMaker.tree(leaf, tree.root(), tree.size());
    }

    static Json pointer(String log, long index, Draft to) {
        return new Pointer(log, index, to.hash()).json();
    }

    /// Fills in what follows from other leaves, in the order in which it follows, and writes every entry.
    void prove() {
        var text = records.get(1);
        if (!details.isEmpty() && text.schema.equals(record)) {
            text.put("details", tree("detail/1", Draft.tree(details)));
            text.trees.putIfAbsent("details", detailsShown());
        }
        if (text.schema.equals(record)) {
            text.put("text", tree("piece/1", Draft.tree(pieces)));
            if (withPieces) {
                text.trees.putIfAbsent("text", piecesShown(pieces.isEmpty() ? Set.of() : Set.of(0)));
            }
        }
        letter.put("sha256", Json.of(Digest.of(letterBytes).hex())).put("size", Json.of(letterBytes.length));
        var rows = Draft.tree(records);
        reading.put("items", Json.of(List.of(pointer(EVIDENCE, 2, chat)))).put("records", tree(record, rows));
        reading.trees.putIfAbsent("records", text.proof(1, rows, ""));
        var pixels = Pixels.root(drawing, seed);
        picture.put("pixels", RowMaker.tree("pixels/1", pixels.hash(), pixels.size()));
        complaint.put(
                "proofs",
                Json.of(List.of(Json.object()
                        .put("item", pointer(EVIDENCE, 1, letter))
                        .put("rank", "letter")
                        .build())));
        log(evidenceKey, evidence, evidenceShown);
        log(caseKey, caseLog, caseShown);
        put("dossier.pdf", "%PDF-1.7 a picture of what is proven");
        put("VERIFY.txt", "taniq verify FILE\n");
        entries.put("exhibit/E002.txt", letterBytes);
        var withheld = Pixels.leavesUnder(drawing, List.of(new Pixels.Area(40, 40, 5, 5)));
        entries.put("exhibit/E003.png", Pixels.redact(drawing, withheld));
        entries.put("proof/pixels/E003.bin", Pixels.proof(drawing, seed, withheld));
        put("proof/exhibits.json", exhibits());
        put("index.csv", index("\"\",\"[withheld] ünvanı: Söyüd küçəsi 7\""));
    }

    private void log(SigningKey key, List<Draft> leaves, Set<Integer> shown) {
        String id = key.verifier().id();
        var tree = Draft.tree(leaves);
        put("proof/log/" + id + "/vkey", key.verifier().text() + "\n");
        entries.put(
                "proof/log/" + id + "/checkpoint", new Checkpoint("taniq/" + id, tree.size(), tree.root()).sign(key));
        for (int index : shown) {
            put(statement(id, index), leaves.get(index).proof(index, tree, "\"log\":\"" + id + "\","));
        }
    }

    static String statement(String log, long index) {
        return "proof/statement/" + log + "-" + index + ".json";
    }

    String piecesShown(Set<Integer> withheld) {
        var shown = new ArrayList<String>();
        for (var piece : pieces) {
            shown.add(
                    withheld.contains(shown.size())
                            ? "{\"withheld\":\"" + piece.hash().hex() + "\"}"
                            : "\"" + piece.disclosed("text") + "\"");
        }
        return String.join(",", shown);
    }

    static String exhibits() {
        return Exhibited.text(List.of(
                new Exhibited.OfRecord("E001", EVIDENCE, 3, 1),
                new Exhibited.OfFile("E002", EVIDENCE, 1, "exhibit/E002.txt"),
                new Exhibited.OfPicture("E003", EVIDENCE, 4, "exhibit/E003.png", "proof/pixels/E003.bin")));
    }

    /// The index that follows from the exhibits, with these two values of the record.
    String index(String publishedAndText) {
        return "exhibit,statement,record,type,marks,sender,published,text,file,sha256\n"
                + "\"E001\",\"" + EVIDENCE + "-3\",\"1\",\"Create\",\"\",\"Kamran\"," + publishedAndText
                + ",\"\",\"\"\n"
                + file("E002", 1, "exhibit/E002.txt")
                + file("E003", 4, "exhibit/E003.png");
    }

    String file(String exhibit, int index, String file) {
        return "\"" + exhibit + "\",\"" + EVIDENCE + "-" + index + "\",\"\",\"\",\"\",\"\",\"\",\"\",\"" + file
                + "\",\"" + Digest.of(entries.getOrDefault(file, new byte[0])).hex() + "\"\n";
    }

    void put(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    String text(String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    /// Replaces a text in an entry where it first stands; it must stand there.
    void edit(String name, String from, String to) {
        String text = text(name);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("nothing to forge in " + name);
        }
        put(name, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    void editStatement(long index, String from, String to) {
        edit(statement(EVIDENCE, index), from, to);
    }

    /// Manifest and note over the entries as they are now; those of `later` are put first.
    void sign() {
        later.forEach(this::put);
        put("MANIFEST.sha256", manifest());
        note("court", evidenceKey);
    }

    String manifest() {
        var lines = new StringBuilder();
        entries.forEach((name, bytes) -> {
            if (!name.startsWith("MANIFEST.")) {
                lines.append(Digest.of(bytes).hex()).append("  ").append(name).append('\n');
            }
        });
        return lines.toString();
    }

    void note(String edition, SigningKey key) {
        var manifest = Digest.of(Objects.requireNonNull(entries.get("MANIFEST.sha256")));
        String text = Container.noteText(version, key.verifier().origin(), edition, manifest);
        entries.put("MANIFEST.note", Note.sign(text, key));
    }

    /// Another first part of the note than that of this version, by this key.
    void version(String version, String edition, SigningKey key) {
        var manifest = Digest.of(Objects.requireNonNull(entries.get("MANIFEST.sha256")));
        String text = "taniq/dossier/" + version + "\n" + evidenceKey.verifier().origin() + "\n" + edition + "\n"
                + manifest.hex() + "\n";
        entries.put("MANIFEST.note", Note.sign(text, key));
    }

    byte[] zip() {
        return zip(new ArrayList<>(entries.entrySet()));
    }

    /// A ZIP of these entries in this order, whatever they are called.
    static byte[] zip(List<Map.Entry<String, byte[]>> entries) {
        var out = new ByteArrayOutputStream();
        var headers = new ArrayList<Zip.Entry>();
        for (var entry : entries) {
            var crc = new java.util.zip.CRC32();
            crc.update(entry.getValue());
            var header = new Zip.Entry(entry.getKey(), crc.getValue(), entry.getValue().length, out.size());
            headers.add(header);
            out.writeBytes(Zip.local(header));
            out.writeBytes(entry.getValue());
        }
        out.writeBytes(Zip.directory(headers));
        return out.toByteArray();
    }

    /// The honest dossier.
    static byte[] honest() throws IOException {
        return honest(DossierVersion.FIRST);
    }

    static byte[] honest(DossierVersion version) throws IOException {
        var honest = Forgery.ofSigned("honest", "", Forgery.NOTHING);
        return (version == DossierVersion.PLACED ? honest.placed() : honest).bytes();
    }
}
