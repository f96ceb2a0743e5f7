package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Checks a dossier without a key and without trust in whoever made it (docs/format.md, section 10.4). Uses
/// nothing
/// but this package and `base`. What fails is named, and the rest is checked nonetheless.
public final class DossierCheck {
    private static final int LARGEST_PROOF = 64 << 20;
    private static final int LARGEST_PICTURE = 512 << 20;
    private static final long BYTES_A_TILE = 3 * 32 * 32;
    private static final long MOST_TILES = (1 << 23) + 1;
    private static final Pattern LOG_FILE = Pattern.compile("proof/log/([0-9a-f]{32})/(?:vkey|checkpoint)");
    private static final Pattern STATEMENT =
            Pattern.compile("proof/statement/([0-9a-f]{32})-(0|[1-9][0-9]{0,14})\\.json");
    private static final Pattern EXHIBIT =
            Pattern.compile("exhibit/E[0-9]{3,6}\\.(?:jpg|png|webp|gif|mp4|pdf|zip|txt|bin)");
    private static final Pattern PIXELS = Pattern.compile("proof/pixels/E[0-9]{3,6}\\.bin");
    private static final Set<String> FIXED =
            Set.of("MANIFEST.sha256", "MANIFEST.note", "VERIFY.txt", "dossier.pdf", "index.csv", "proof/exhibits.json");

    private final ContainerFile container;
    private final List<Verdict.Check> checks = new ArrayList<>();
    private final Map<String, Head> logs = new LinkedHashMap<>();
    private final Map<String, Proof> proofs = new LinkedHashMap<>();
    private long read;
    private int tooLarge;
    private final Set<String> evidence = new HashSet<>();
    /// The id of the log whose key signed the manifest; empty where none did.
    private String signer = "";

    /// A log as the container shows it.
    private record Head(VerifierKey key, Checkpoint checkpoint) {}

    private DossierCheck(ContainerFile container) {
        this.container = container;
    }

    /// Checks the file.
    ///
    /// @throws IOException if it cannot be read at all
    public static Verdict check(Path file) throws IOException {
        try (var container = ContainerFile.open(file)) {
            return new DossierCheck(container).verdict();
        } catch (Altered notADossier) {
            var check = new Verdict.Check("container", false, notADossier.said());
            return new Verdict(
                    Verdict.Bytes.ALTERED,
                    new Verdict.Time(""),
                    new Verdict.Completeness(0, 0, 0, 0),
                    new Verdict.Origin(List.of(), List.of()),
                    List.of(check));
        }
    }

    /// Not more than this machine has memory for: nothing is known to be wrong with it.
    private static final class TooLarge extends Trouble {
        private static final long serialVersionUID = 1;

        private TooLarge() {
            super("unchecked: this machine has too little memory for it");
        }
    }

    /// One check; what it finds wrong ends it and not the others.
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void step(String name, Object of, Step step) throws IOException {
        try {
            step.run();
            checks.add(new Verdict.Check(name, true, Said.of("{of}", "of", of)));
        } catch (TooLarge unchecked) {
            tooLarge++;
            checks.add(
                    new Verdict.Check(name, false, Said.of("{of}: {why}", Map.of("of", of, "why", unchecked.said()))));
        } catch (Altered altered) {
            checks.add(new Verdict.Check(name, false, Said.of("{of}: {why}", Map.of("of", of, "why", altered.said()))));
        }
    }

    private Verdict verdict() throws IOException {
        for (var name : container.damaged()) {
            checks.add(new Verdict.Check(
                    "entry",
                    false,
                    Said.of("{file}: its bytes are not those the container was made of", "file", name)));
        }
        step("container", Said.of("canonical ZIP"), this::checkNames);
        step("manifest", "MANIFEST.sha256", this::checkManifest);
        for (var id : ids(LOG_FILE)) {
            step("log", "proof/log/" + id, () -> readLog(id));
        }
        for (var name : names(STATEMENT)) {
            step("statement", name, () -> readStatement(name));
        }
        for (var id : logs.keySet()) {
            step("log", Said.of("leaf 0 of {log}", "log", id), () -> checkFirst(id));
        }
        step("note", "MANIFEST.note", this::checkNote);
        step("pointers", Said.of("between statements"), this::checkPointers);
        checkExhibits();
        warnOfDigests();
        warnOfInstructions();
        return new Verdict(
                bytes(),
                new Verdict.Time(claimed()),
                completeness(),
                new Verdict.Origin(fingerprints(signer::equals), fingerprints(id -> !signer.equals(id))),
                checks);
    }

    private List<String> fingerprints(Predicate<String> wanted) {
        return logs.entrySet().stream()
                .filter(log -> wanted.test(log.getKey()))
                .map(log -> log.getValue().key().fingerprint())
                .toList();
    }

    private Verdict.Bytes bytes() {
        long failed = checks.stream().filter(check -> !check.ok()).count();
        if (failed > tooLarge) {
            return Verdict.Bytes.ALTERED;
        }
        return failed == 0 ? Verdict.Bytes.INTACT : Verdict.Bytes.UNCHECKED;
    }

    private void checkNames() throws Altered {
        for (var name : container.entries().keySet()) {
            boolean known = FIXED.contains(name)
                    || LOG_FILE.matcher(name).matches()
                    || STATEMENT.matcher(name).matches()
                    || EXHIBIT.matcher(name).matches()
                    || PIXELS.matcher(name).matches();
            if (!known) {
                throw new Altered(Said.of("an entry does not belong in a dossier: {file}", "file", name));
            }
        }
        for (var name : FIXED) {
            if (!container.entries().containsKey(name)) {
                throw new Altered(Said.of("the entry {file} is missing", "file", name));
            }
        }
        read = container.size("VERIFY.txt"); // is never read as text and counts all the same
    }

    private void checkManifest() throws IOException {
        var expected = new StringBuilder();
        for (var name : container.entries().keySet()) {
            if (!name.equals("MANIFEST.sha256") && !name.equals("MANIFEST.note")) {
                expected.append(container.sha256(name))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        }
        var listed = List.of(text("MANIFEST.sha256").split("\n", -1));
        var there = List.of(expected.toString().split("\n", -1));
        if (!listed.equals(there)) {
            var lines = new ArrayList<>(there);
            lines.removeAll(listed);
            var missing = new ArrayList<>(listed);
            missing.removeAll(there);
            lines.addAll(missing);
            throw new Altered(Said.of(
                    "not what lies in the container: {files}",
                    "files",
                    String.join(
                            ", ",
                            lines.stream().map(DossierCheck::nameIn).distinct().toList())));
        }
    }

    private static String nameIn(String line) {
        String name = line.length() > 66 ? line.substring(66) : "";
        return Container.isName(name) ? name : "?";
    }

    private void readLog(String id) throws IOException {
        String text = text("proof/log/" + id + "/vkey");
        if (!text.endsWith("\n")) {
            throw new Altered("vkey does not end in a line feed");
        }
        var key = VerifierKey.parse(text.substring(0, text.length() - 1));
        if (!key.id().equals(id)) {
            throw new Altered("the key is another log's");
        }
        byte[] note = container.bytes("proof/log/" + id + "/checkpoint", LARGEST_PROOF);
        logs.put(id, new Head(key, Checkpoint.verify(note, key)));
    }

    private void checkNote() throws IOException {
        byte[] note = container.bytes("MANIFEST.note", LARGEST_PROOF);
        var manifest = Digest.of(container.bytes("MANIFEST.sha256", LARGEST_PROOF));
        for (var id : evidence) {
            if (isSignedBy(Objects.requireNonNull(logs.get(id)).key(), note, manifest)) {
                signer = id;
                return;
            }
        }
        throw new Altered("no evidence log of this dossier signed the manifest as it is");
    }

    private static boolean isSignedBy(VerifierKey key, byte[] note, Digest manifest) {
        try {
            return Note.verifyAlone(note, key).equals(Container.noteText(key.origin(), "court", manifest));
        } catch (Altered notSigned) {
            return false;
        }
    }

    private void readStatement(String name) throws IOException {
        var matcher = STATEMENT.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException(name);
        }
        String id = matcher.group(1);
        var head = logs.get(id);
        if (head == null) {
            throw new Altered("its log is not in the container, or does not verify");
        }
        var proof = Proof.parse(text(name), id);
        if (proof.index() != Long.parseLong(matcher.group(2))) {
            throw new Altered("its index is not the one in its name");
        }
        if ((proof.index() == 0) != proof.leaf().schema().equals("log/1")) {
            throw new Altered("log/1 stands at index 0 and nowhere else");
        }
        ProofCheck.check(proof, head.checkpoint().size(), head.checkpoint().root());
        proofs.put(id + "-" + proof.index(), proof);
    }

    private void checkFirst(String id) throws Altered {
        var first = proofs.get(id + "-0");
        if (first == null) {
            throw new Altered("the log's leaf 0 is not in the container, or does not verify");
        }
        var key = Objects.requireNonNull(logs.get(id)).key();
        if (!first.value("origin").equals(Optional.of(Json.of(key.origin())))
                || !first.value("key").equals(Optional.of(Json.of(key.text())))) {
            throw new Altered("it names another origin or key");
        }
        var kind = first.value("kind")
                .flatMap(value -> value instanceof Json.Str(String word) ? LogKind.of(word) : Optional.empty())
                .orElseThrow(() -> new Altered("it does not say what kind of log this is"));
        for (var proof : proofs.entrySet()) {
            if (proof.getKey().startsWith(id)
                    && !proof.getValue().leaf().known().allowedIn(kind)) {
                throw new Altered("a statement of another kind stands in it");
            }
        }
        if (kind == LogKind.EVIDENCE) {
            evidence.add(id);
        }
    }

    private void checkPointers() throws Altered {
        var sizes = new HashMap<String, Long>();
        logs.forEach((id, head) -> sizes.put(id, head.checkpoint().size()));
        var pointers = new Pointers(proofs, sizes);
        for (var proof : proofs.values()) {
            pointers.check(proof);
        }
    }

    private void checkExhibits() throws IOException {
        var csv = new IndexCsv();
        var used = new HashSet<String>();
        step("exhibits", "proof/exhibits.json", () -> {
            for (var exhibit : Exhibited.parse(text("proof/exhibits.json"))) {
                step("exhibit", exhibit.exhibit(), () -> checkExhibit(exhibit, csv, used));
            }
            refuseUnused(used);
        });
        step("index", "index.csv", () -> {
            if (!csv.text().equals(text("index.csv"))) {
                throw new Altered("not what the proofs say");
            }
        });
    }

    private void refuseUnused(Set<String> used) throws Altered {
        for (var name : container.entries().keySet()) {
            boolean file =
                    EXHIBIT.matcher(name).matches() || PIXELS.matcher(name).matches();
            if (file && !used.contains(name)) {
                throw new Altered(Said.of("no exhibit has the file {file}", "file", name));
            }
        }
    }

    private void checkExhibit(Exhibited exhibit, IndexCsv csv, Set<String> used) throws IOException {
        var proof = proofs.get(exhibit.log() + "-" + exhibit.index());
        if (proof == null) {
            throw new Altered("nothing proves it");
        }
        switch (exhibit) {
            case Exhibited.OfRecord record -> csv.record(record, record(proof, record.record()));
            case Exhibited.OfFile file -> {
                use(file.file(), "exhibit/" + file.exhibit() + ".", used);
                csv.file(file, file.file(), sha256OfFile(file.file(), proof));
            }
            case Exhibited.OfPicture picture -> {
                use(picture.file(), "exhibit/" + picture.exhibit() + ".", used);
                use(picture.proof(), "proof/pixels/" + picture.exhibit() + ".", used);
                checkPicture(picture, proof);
                csv.file(
                        picture,
                        picture.file(),
                        container.sha256(picture.file()).hex());
            }
        }
    }

    private void use(String name, String start, Set<String> used) throws Altered {
        if (!name.startsWith(start) || !container.entries().containsKey(name) || !used.add(name)) {
            throw new Altered("its file is missing, or is another exhibit's");
        }
    }

    private static Proof record(Proof reading, long record) throws Altered {
        return reading.rows().getOrDefault("records", List.of()).stream()
                .filter(row -> row.index() == record)
                .findFirst()
                .orElseThrow(() -> new Altered("its record is not proven"));
    }

    private String sha256OfFile(String file, Proof item) throws IOException {
        String sha256 = container.sha256(file).hex();
        if (!item.value("sha256").equals(Optional.of(Json.of(sha256)))) {
            throw new Altered(Said.of("{file} is not the file that was sealed", "file", file));
        }
        if (!item.value("size").equals(Optional.of(Json.of(container.size(file))))) {
            throw new Altered(Said.of("{file} has another size than was sealed", "file", file));
        }
        return sha256;
    }

    private void checkPicture(Exhibited.OfPicture picture, Proof item) throws IOException {
        var value = item.value("pixels").orElseThrow(() -> new Altered("its pixels are not proven"));
        var tree = ProofCheck.TreeValue.of(value, Schema.PIXELS);
        refuseTooLarge(container.size(picture.file()) + container.size(picture.proof()), tree.size());
        byte[] png = container.bytes(picture.file(), LARGEST_PICTURE);
        byte[] proof = container.bytes(picture.proof(), LARGEST_PICTURE);
        Pixels.check(png, proof, new Pixels.Root(tree.size(), tree.root()));
    }

    /// Both files are held in memory with the pixels that they unfold to, 3 KiB a tile, and a part more.
    private static void refuseTooLarge(long files, long tiles) throws TooLarge {
        long memory = Runtime.getRuntime().maxMemory() / 2;
        if (tiles > MOST_TILES) {
            return; // no picture has so many: that is said before anything is unpacked
        }
        if (tiles > memory / BYTES_A_TILE || files > (memory - tiles * BYTES_A_TILE) / 4) {
            throw new TooLarge();
        }
    }

    /// A digest shown without its file lets names behind a black box be guessed: a warning, not a fault.
    private void warnOfDigests() throws IOException {
        var there = new HashSet<String>();
        for (var name : names(EXHIBIT)) {
            there.add(container.sha256(name).hex());
        }
        for (var proof : proofs.entrySet()) {
            if (proof.getValue().value("sha256").orElse(Json.NULL) instanceof Json.Str(String sha256)
                    && !there.contains(sha256)) {
                checks.add(new Verdict.Check(
                        "warning",
                        true,
                        Said.of(
                                "{statement} shows the digest of a file that is not in the container",
                                "statement",
                                proof.getKey())));
            }
        }
    }

    /// `VERIFY.txt` tells a reader which commands to run, and comes from whoever made the dossier.
    private void warnOfInstructions() throws IOException {
        try (var in = Objects.requireNonNull(DossierCheck.class.getResourceAsStream("/dossier/VERIFY.txt"))) {
            var ours = Digest.of(in.readAllBytes());
            if (container.entries().containsKey("VERIFY.txt")
                    && !container.sha256("VERIFY.txt").equals(ours)) {
                checks.add(new Verdict.Check(
                        "warning",
                        true,
                        Said.of("VERIFY.txt is not the text of this program: run none of its commands")));
            }
        }
    }

    private String claimed() {
        return proofs.values().stream()
                .flatMap(proof -> proof.value("claimed").stream())
                .flatMap(value -> value instanceof Json.Obj object
                                && object.members().get("time") instanceof Json.Str(String time)
                        ? Stream.of(time)
                        : Stream.empty())
                .min(String::compareTo)
                .orElse("");
    }

    private Verdict.Completeness completeness() {
        long shown = 0;
        long of = 0;
        for (var proof : proofs.values()) {
            shown += proof.rows().getOrDefault("records", List.of()).size();
            of += size(proof.value("records").orElse(Json.NULL));
        }
        long statements = logs.values().stream()
                .mapToLong(head -> head.checkpoint().size())
                .sum();
        return new Verdict.Completeness(shown, of, proofs.size(), statements);
    }

    private static long size(Json tree) {
        return tree instanceof Json.Obj object && object.members().get("size") instanceof Json.Num(long size)
                ? size
                : 0;
    }

    private List<String> names(Pattern form) {
        return container.entries().keySet().stream()
                .filter(name -> form.matcher(name).matches())
                .toList();
    }

    private List<String> ids(Pattern form) {
        return container.entries().keySet().stream()
                .map(form::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
    }

    private String text(String name) throws IOException {
        byte[] bytes = container.bytes(name, LARGEST_PROOF);
        read += bytes.length;
        if (read > LARGEST_PROOF) {
            throw new Altered("proofs and lists together are larger than 64 MiB");
        }
        return RawText.utf8(bytes);
    }
}
