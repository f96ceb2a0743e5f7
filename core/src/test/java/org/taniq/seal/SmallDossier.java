package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Puts together the parts of a dossier one by one, so that a test can forge any of them.
final class SmallDossier {
    final TreeMap<String, byte[]> entries = new TreeMap<>();
    final SmallVault small;
    final Unlocked unlocked;

    SmallDossier(SmallVault small) throws IOException {
        this.small = small;
        this.unlocked = small.unlocked();
        var proofs = new ProofMaker(unlocked);
        for (var log : unlocked.logs()) {
            String id = log.key().id();
            put("proof/log/" + id + "/vkey", log.key().text() + "\n");
            entries.put("proof/log/" + id + "/checkpoint", log.checkpoint().sign(keyOf(id)));
            statement(new Pointer(id, 0, log.tree().leafHash(0)), Set.of("kind", "origin", "key"));
        }
        statement(small.letter, Set.of("sha256", "size", "mediaType", "claimed"));
        statement(small.picture, Set.of("mediaType", "pixels"));
        statement(small.complaint, Set.of("state", "proofs"));
        put(
                name(small.reading),
                proofs.reading(
                        unlocked.statement(small.reading),
                        Set.of("items", "parser", "records", "skipped", "replaces"),
                        SmallVault.secondMessage()));
        exhibits();
        put("dossier.pdf", "%PDF-1.7 a picture of what is proven");
        put("VERIFY.txt", "taniq verify FILE\n");
    }

    private SigningKey keyOf(String id) {
        return small.keys.evidence().verifier().id().equals(id) ? small.keys.evidence() : small.keys.caseLog();
    }

    static String name(Pointer pointer) {
        return "proof/statement/" + pointer.log() + "-" + pointer.index() + ".json";
    }

    void put(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    String text(String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    private void statement(Pointer pointer, Set<String> show) throws IOException {
        put(name(pointer), new ProofMaker(unlocked).statement(unlocked.statement(pointer), show));
    }

    private void exhibits() throws IOException {
        var letter = new ByteArrayOutputStream();
        unlocked.bytes(unlocked.statement(small.letter)).transferTo(letter);
        entries.put("exhibit/E002.txt", letter.toByteArray());
        var seed = unlocked.trees().seed(unlocked.statement(small.picture), "pixels");
        var withheld = Pixels.leavesUnder(SmallVault.drawing(), List.of(new Pixels.Area(40, 40, 5, 5)));
        entries.put("exhibit/E003.png", Pixels.redact(SmallVault.drawing(), withheld));
        entries.put("proof/pixels/E003.bin", Pixels.proof(SmallVault.drawing(), seed, withheld));
        list(List.of(
                new Exhibited.OfRecord("E001", small.reading.log(), small.reading.index(), 1),
                new Exhibited.OfFile("E002", small.letter.log(), small.letter.index(), "exhibit/E002.txt"),
                new Exhibited.OfPicture(
                        "E003",
                        small.picture.log(),
                        small.picture.index(),
                        "exhibit/E003.png",
                        "proof/pixels/E003.bin")));
    }

    /// Writes the list of exhibits and the index that follows from it.
    void list(List<Exhibited> exhibits) throws IOException {
        put("proof/exhibits.json", Exhibited.text(exhibits));
        var csv = new IndexCsv();
        for (var exhibit : exhibits) {
            var proof = Proof.parse(
                    text("proof/statement/" + exhibit.log() + "-" + exhibit.index() + ".json"), exhibit.log());
            switch (exhibit) {
                case Exhibited.OfRecord record ->
                    csv.record(
                            record,
                            proof.rows().getOrDefault("records", List.of()).getFirst());
                case Exhibited.OfFile file -> csv.file(file, file.file(), sha256(file.file()));
                case Exhibited.OfPicture file -> csv.file(file, file.file(), sha256(file.file()));
            }
        }
        put("index.csv", csv.text());
    }

    private String sha256(String name) {
        return org.taniq.base.Digest.of(Objects.requireNonNull(entries.get(name)))
                .hex();
    }

    Container container() throws IOException {
        var container = new Container();
        var rest = new ArrayList<>(entries.entrySet());
        rest.forEach(entry -> container.add(entry.getKey(), entry.getValue()));
        container.sign(small.keys.evidence(), "court");
        return container;
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        container().write(out);
        return out.toByteArray();
    }
}
