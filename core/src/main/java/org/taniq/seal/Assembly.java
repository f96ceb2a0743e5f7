package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taniq.base.Json;
import org.taniq.base.png.Picture;

/// Puts the proving part of a dossier together: what is shown of which statement, the exhibits, and what
/// follows from them. Whoever uses it adds `dossier.pdf` and `VERIFY.txt` and signs.
public final class Assembly {
    /// Fields, and members of their values, that hold numbers, hashes and the program's own words only.
    private static final Set<String> OURS = Set.of(
            "clock",
            "dates",
            "derivedFrom",
            "item",
            "items",
            "key",
            "kind",
            "leaf",
            "marks",
            "mediaType",
            "method",
            "origin",
            "parser",
            "pixels",
            "rank",
            "records",
            "replaces",
            "root",
            "rule",
            "sha256",
            "size",
            "state",
            "step",
            "type",
            "zone");

    private static final String EVIDENCED_VALUE = "value";
    /// Fields whose values may hold words of the source at any place in them, whatever it is called.
    private static final Set<String> EVIDENCED = Set.of("id", "place", EVIDENCED_VALUE);

    private final Unlocked vault;
    private final ProofMaker proofs;
    private final Map<Pointer, Set<String>> shown = new LinkedHashMap<>();
    private final Map<Pointer, SortedMap<Long, ShownRow>> rows = new LinkedHashMap<>();
    private final List<Exhibited> exhibits = new ArrayList<>();
    private final Set<Pointer> whole = new HashSet<>();
    private final Container container = new Container();
    private final Map<String, String> digests = new TreeMap<>();
    private final Set<String> words = new HashSet<>();
    private boolean unsearchable;

    public Assembly(Unlocked vault) {
        this.vault = vault;
        this.proofs = new ProofMaker(vault);
    }

    /// Shows fields of a statement, beside those shown already.
    public void show(Pointer statement, Set<String> fields) {
        shown.computeIfAbsent(statement, _ -> new HashSet<>()).addAll(fields);
    }

    /// Makes a record an exhibit.
    ///
    /// @return its name, such as `E001`
    public String record(Pointer reading, long record, ShownRow show) {
        show(reading, Set.of("items", "parser", Schema.RECORDS, "skipped", "replaces"));
        rows.computeIfAbsent(reading, _ -> new TreeMap<>()).put(record, show);
        String name = next();
        exhibits.add(new Exhibited.OfRecord(name, reading.log(), reading.index(), record));
        return name;
    }

    /// Makes a whole file an exhibit; its digest, size and media type are shown.
    ///
    /// @param bytes writes the file, each time it is asked
    /// @return the file's name in the container, such as `exhibit/E001.jpg`
    public String file(Unlocked.Sealed item, Blobs.Writer bytes) throws IOException {
        show(item.pointer(), Set.of("sha256", "size", "mediaType"));
        whole.add(item.pointer());
        String name = next();
        String file = "exhibit/" + name + "." + Exhibited.suffix(Optional.of(item.value("mediaType")));
        exhibits.add(
                new Exhibited.OfFile(name, item.pointer().log(), item.pointer().index(), file));
        add(file, bytes);
        return file;
    }

    /// Makes a canonical picture an exhibit, with some of its tiles withheld.
    public String picture(Unlocked.Sealed item, Picture picture, Set<Integer> withheld) throws IOException {
        show(item.pointer(), Set.of("pixels"));
        String name = next();
        String file = "exhibit/" + name + ".png";
        String proof = "proof/pixels/" + name + ".bin";
        exhibits.add(new Exhibited.OfPicture(
                name, item.pointer().log(), item.pointer().index(), file, proof));
        byte[] redacted = Pixels.redact(picture, withheld);
        add(file, out -> out.write(redacted));
        container.add(proof, Pixels.proof(picture, vault.trees().seed(item, "pixels"), withheld));
        return name;
    }

    private String next() {
        return Exhibited.name(exhibits.size() + 1);
    }

    private void add(String file, Blobs.Writer bytes) throws IOException {
        container.add(file, bytes);
        digests.put(file, Container.sha256(bytes).hex());
    }

    /// The container with proofs, logs, exhibits and index. Call once, then add the rest and sign.
    ///
    /// @param signer the evidence log whose key will sign
    public Container container(VerifierKey signer) throws IOException {
        addLogs(signer);
        var made = new TreeMap<String, Proof>();
        for (var statement : shown.entrySet()) {
            var pointer = statement.getKey();
            var sealed = vault.statement(pointer);
            String text = rows.containsKey(pointer)
                    ? proofs.reading(sealed, statement.getValue(), rows.get(pointer))
                    : proofs.statement(sealed, statement.getValue());
            put("proof/statement/" + pointer.name() + ".json", text);
            var proof = Proof.parse(text, pointer.log());
            container.needs(proof.leaf().schema());
            refuseDigestAlone(pointer, proof);
            made.put(pointer.name(), proof);
            words(proof);
        }
        put("proof/exhibits.json", Exhibited.text(exhibits));
        put("index.csv", index(made));
        return container;
    }

    /// A digest or size without its file lets what is withheld be guessed (docs/format.md, section 5).
    private void refuseDigestAlone(Pointer pointer, Proof proof) {
        boolean measured = proof.leaf().schema().equals("item/1")
                && (proof.value("sha256").isPresent() || proof.value("size").isPresent());
        if (measured && !whole.contains(pointer)) {
            throw new IllegalArgumentException("the digest or size of an item is shown without its file");
        }
    }

    private void words(Proof proof) {
        proof.show().forEach(this::words);
        for (var leaves : proof.rows().values()) {
            leaves.forEach(this::words);
            words.addAll(Evidenced.words(leaves.stream()
                    .flatMap(leaf -> leaf.value(EVIDENCED_VALUE).stream())
                    .toList())); // what is spread over several is read together
        }
        for (var pieces : proof.pieces().values()) {
            var text = new StringBuilder();
            for (var piece : pieces) {
                if (piece instanceof Proof.Shown(var disclosure)) {
                    words(disclosure);
                    text.append(disclosure.value() instanceof Json.Str(String shown) ? shown : "");
                }
            }
            words.add(text.toString());
        }
    }

    private void words(Disclosure disclosure) {
        if (disclosure.name().equals("method") && disclosure.value() instanceof Json.Obj method) {
            words(method.members().getOrDefault("settings", Json.NULL)); // parts of a picture are called as it says
        } else if (EVIDENCED.contains(disclosure.name())) {
            words.addAll(Evidenced.words(List.of(disclosure.value())));
            unsearchable |= disclosure.value().objects().stream().anyMatch(RawText::isBytes);
        } else if (!OURS.contains(disclosure.name())) {
            words(disclosure.value());
        }
    }

    private void words(Json value) {
        unsearchable |= RawText.isBytes(value);
        switch (value) {
            case Json.Str(String text) -> words.add(text);
            case Json.Arr(List<Json> items) -> items.forEach(this::words);
            case Json.Obj object ->
                object.members().forEach((name, member) -> {
                    if (!OURS.contains(name)) {
                        words(member);
                    }
                });
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    /// Every text that the proofs show and that is not the program's own, once [#container] was called: to
    /// look for what must not be in it.
    public Set<String> words() {
        return Set.copyOf(words);
    }

    /// Whether the proofs show a text that is not Unicode, once [#container] was called: nobody can say
    /// what is in it.
    public boolean showsBytes() {
        return unsearchable;
    }

    private void addLogs(VerifierKey signer) {
        var ids = new HashSet<>(Set.of(signer.id()));
        shown.keySet().forEach(pointer -> ids.add(pointer.log()));
        for (var log : vault.logs()) {
            if (ids.contains(log.key().id())) {
                String folder = "proof/log/" + log.key().id() + "/";
                put(folder + "vkey", log.key().text() + "\n");
                container.add(folder + "checkpoint", log.note());
                show(new Pointer(log.key().id(), 0, log.tree().leafHash(0)), Set.of("kind", "origin", "key"));
            }
        }
    }

    private String index(Map<String, Proof> made) {
        var csv = new IndexCsv();
        for (var exhibit : exhibits) {
            var proof = Objects.requireNonNull(made.get(exhibit.log() + "-" + exhibit.index()));
            switch (exhibit) {
                case Exhibited.OfRecord record ->
                    csv.record(record, proof.row("records", record.record()).orElseThrow());
                case Exhibited.OfFile file -> csv.file(file, file.file(), digests.getOrDefault(file.file(), ""));
                case Exhibited.OfPicture file -> csv.file(file, file.file(), digests.getOrDefault(file.file(), ""));
            }
        }
        return csv.text();
    }

    private void put(String name, String text) {
        container.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
