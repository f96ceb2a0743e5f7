package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Checks a dossier without a key and without trust in whoever made it (docs/format.md, section 10.4). Uses
/// nothing but this package and `base`. What fails is named, and the rest is checked nonetheless.
public final class DossierCheck {
    /// As our own clock is written; what else may stand there is not repeated.
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private final DossierEntries entries;
    private final Checked checked = new Checked();
    private final LogsCheck logs;
    /// The id of the log whose key signed the manifest; empty where none did.
    private String signer = "";

    private DossierCheck(DossierEntries entries) {
        this.entries = entries;
        this.logs = new LogsCheck(entries, checked);
    }

    /// Checks the file, in the order in which one thing rests on another: container, manifest, logs, note,
    /// pointers, exhibits.
    ///
    /// @throws IOException if it cannot be read at all
    public static Verdict check(Path file) throws IOException {
        return check(file, Runtime.getRuntime().maxMemory());
    }

    /// @param memory how many bytes may be held at once
    static Verdict check(Path file, long memory) throws IOException {
        boolean stamped = ContainerFile.isStamped(file);
        if (!stamped && ContainerFile.wraps(file)) {
            return none(Said.of("a signed container, which may hold a dossier: take that out and check it"));
        }
        if (!stamped && !ContainerFile.begins(file)) {
            return noDossier();
        }
        try (var container = ContainerFile.open(file)) {
            return stamped ? StampedDossierCheck.check(container, memory) : check(container, memory);
        } catch (Altered notADossier) {
            return altered(notADossier);
        }
    }

    private static Verdict check(ContainerFile container, long memory) throws IOException {
        return new DossierCheck(new DossierEntries(container)).verdict(memory);
    }

    /// Checks the dossier that is an entry of another container.
    static Verdict inside(ContainerFile around, String name, long memory) throws IOException {
        try {
            return around.isDossier(name) ? check(around.inside(name), memory) : noDossier();
        } catch (Altered notADossier) {
            return altered(notADossier);
        }
    }

    private static Verdict noDossier() {
        return none(Said.of("it does not begin as a dossier does: it is none, or its beginning was changed"));
    }

    private static Verdict altered(Altered notADossier) {
        return only(Verdict.Bytes.ALTERED, List.of(), new Verdict.Check("container", false, notADossier.said()));
    }

    /// Whether the file begins as a dossier does, or as what may hold one. What lies behind its beginning does
    /// not make it something else.
    public static boolean looksLikeDossier(Path file) throws IOException {
        return ContainerFile.begins(file) || ContainerFile.wraps(file);
    }

    private static Verdict none(Said why) {
        return only(Verdict.Bytes.UNCHECKED, List.of(), new Verdict.Check("container", false, why));
    }

    /// The verdict where nothing but this could be checked.
    private static Verdict only(Verdict.Bytes bytes, List<String> signers, Verdict.Check check) {
        return new Verdict(
                bytes,
                new Verdict.Unchecked(),
                new Verdict.Unchecked(),
                new Verdict.Origin(signers, List.of()),
                List.of(check));
    }

    private static Verdict newer(ManifestCheck.Newer newer) {
        var detail = Said.of(
                "says that it is of version {n}, made for a newer check; nothing in it is shown to hold",
                "n",
                newer.version());
        return only(
                Verdict.Bytes.UNCHECKED,
                List.of(newer.signer().fingerprint()),
                new Verdict.Check("version", false, detail));
    }

    private Verdict verdict(long memory) throws IOException {
        var manifest = new ManifestCheck(entries);
        var newer = manifest.newer();
        if (newer.isPresent()) {
            return newer(newer.get());
        }
        for (var name : entries.damaged()) {
            checked.wrong("entry", Said.of("{file}: its bytes are not those the container was made of", "file", name));
        }
        checked.step("container", Said.of("canonical ZIP"), entries::checkNames);
        checked.step("manifest", "MANIFEST.sha256", manifest::check);
        logs.check();
        checked.step("note", "MANIFEST.note", () -> signer = manifest.signer(logs.evidence(), logs.version()));
        checked.step("pointers", Said.of("between statements"), logs::checkPointers);
        checked.step("heads", Said.of("between logs"), logs::checkHeads);
        var exhibits = new ExhibitsCheck(entries, logs, checked);
        exhibits.check(memory);
        warnOfDigests(exhibits.whole());
        warnOfInstructions();
        return new Verdict(
                checked.bytes(Verdict.Bytes.INTACT),
                new Verdict.Unproven(claimed()),
                completeness(exhibits.whole()),
                new Verdict.Origin(fingerprints(signer::equals), fingerprints(id -> !signer.equals(id))),
                checked.all());
    }

    /// A digest or size shown without its file lets names behind a black box be guessed: a warning, not a
    /// fault.
    ///
    /// @param whole the items whose files are exhibits
    private void warnOfDigests(Set<String> whole) {
        for (var proof : logs.proofs().entrySet()) {
            boolean item = proof.getValue().leaf().schema().equals("item/1");
            boolean measured = proof.getValue().value("sha256").isPresent()
                    || proof.getValue().value("size").isPresent();
            if (item && measured && !whole.contains(proof.getKey())) {
                checked.fine(
                        "warning",
                        Said.of("{statement} shows a digest or size without its file", "statement", proof.getKey()));
            }
        }
    }

    /// `VERIFY.txt` tells a reader which commands to run, and comes from whoever made the dossier.
    private void warnOfInstructions() throws IOException {
        var ours = Digest.of(logs.version().instructions());
        if (entries.has("VERIFY.txt") && !entries.sha256("VERIFY.txt").equals(ours)) {
            checked.fine("warning", Said.of("VERIFY.txt is not the text of this program: run none of its commands"));
        }
    }

    private String claimed() {
        return logs.proofs().values().stream()
                .flatMap(proof -> proof.value("claimed").stream())
                .flatMap(value -> value instanceof Json.Obj object
                                && object.members().get("time") instanceof Json.Str(String time)
                                && TIME.matcher(time).matches()
                        ? Stream.of(time)
                        : Stream.empty())
                .min(String::compareTo)
                .orElse("");
    }

    private Verdict.Completeness completeness(Set<String> whole) {
        long shown = 0;
        long of = 0;
        for (var proof : logs.proofs().values()) {
            shown += proof.rows().getOrDefault(Schema.RECORDS, List.of()).size();
            of += size(proof.value(Schema.RECORDS).orElse(Json.NULL));
        }
        long statements = logs.logs().values().stream()
                .mapToLong(head -> head.checkpoint().size())
                .sum();
        return new Verdict.Counted(shown, of, logs.proofs().size(), statements, sources(whole));
    }

    private Verdict.Sources sources(Set<String> whole) {
        long skipped = 0;
        var items = new HashSet<String>();
        for (var proof : logs.proofs().values()) {
            skipped += ReadingCheck.skipped(proof).orElse(0L);
            items.addAll(ReadingCheck.items(proof));
        }
        int all = items.size();
        items.removeAll(whole);
        return new Verdict.Sources(skipped, all, items.size());
    }

    private static long size(Json tree) {
        return tree instanceof Json.Obj object && object.members().get("size") instanceof Json.Num(long size)
                ? size
                : 0;
    }

    private List<String> fingerprints(Predicate<String> wanted) {
        return logs.logs().entrySet().stream()
                .filter(log -> wanted.test(log.getKey()))
                .map(log -> log.getValue().key().fingerprint())
                .toList();
    }
}
