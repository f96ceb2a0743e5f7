package org.taniq.seal;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Checks the logs that a dossier shows: their checkpoints, the statements below them, that each begins as
/// a log begins, and what the statements say of one another. What holds is kept for the checks that rest on
/// it.
final class LogsCheck {
    /// Schemas of vaults that stand in no dossier of these versions.
    private static final Set<String> LATER = Set.of("heads/1", "time/1", Erasure.SCHEMA, "mustconsent/1");

    private final DossierEntries entries;
    private final Checked checked;
    private final Map<String, Head> logs = new LinkedHashMap<>();
    private final Map<String, Proof> proofs = new LinkedHashMap<>();
    private final Map<String, VerifierKey> evidence = new LinkedHashMap<>();
    private DossierVersion version = DossierVersion.FIRST;

    /// A log as the container shows it.
    record Head(VerifierKey key, Checkpoint checkpoint) {}

    LogsCheck(DossierEntries entries, Checked checked) {
        this.entries = entries;
        this.checked = checked;
    }

    void check() throws IOException {
        for (var id : entries.ids(DossierEntries.LOG_FILE)) {
            checked.step("log", "proof/log/" + id, () -> readLog(id));
        }
        for (var name : entries.names(DossierEntries.STATEMENT)) {
            checked.step("statement", name, () -> readStatement(name));
        }
        for (var id : logs.keySet()) {
            checked.step("log", Said.of("leaf 0 of {log}", "log", id), () -> checkFirst(id));
        }
    }

    /// The logs whose checkpoint verifies, by id.
    Map<String, Head> logs() {
        return Collections.unmodifiableMap(logs);
    }

    /// The statements that lead to their checkpoint, by `<log>-<index>`.
    Map<String, Proof> proofs() {
        return Collections.unmodifiableMap(proofs);
    }

    /// The keys of the evidence logs, by id.
    Map<String, VerifierKey> evidence() {
        return Collections.unmodifiableMap(evidence);
    }

    /// The version that the statements need which are in the container.
    DossierVersion version() {
        return version;
    }

    private void readLog(String id) throws IOException {
        String text = entries.text("proof/log/" + id + "/vkey");
        if (!text.endsWith("\n")) {
            throw new Altered("vkey does not end in a line feed");
        }
        var key = VerifierKey.parse(text.substring(0, text.length() - 1));
        if (!key.id().equals(id)) {
            throw new Altered("the key is another log's");
        }
        byte[] note = entries.bytes("proof/log/" + id + "/checkpoint");
        logs.put(id, new Head(key, Checkpoint.verify(note, key)));
        if (Note.hasOthers(note)) {
            checked.fine("warning", Said.of("log {log}: signatures by other names are not checked", "log", id));
        }
    }

    private void readStatement(String name) throws IOException {
        var matcher = DossierEntries.STATEMENT.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException(name);
        }
        String id = matcher.group(1);
        var head = logs.get(id);
        if (head == null) {
            throw new Altered("its log is not in the container, or does not verify");
        }
        var proof = Proof.parse(entries.text(name), id);
        version = version.and(DossierVersion.of(proof.leaf().schema()));
        if (LATER.contains(proof.leaf().schema())) {
            throw new Altered("a leaf has a schema that is not known");
        }
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
            evidence.put(id, key);
        }
    }

    /// No log is shown with two pasts, or known to be longer than it is here.
    void checkHeads() throws Altered {
        var heads = new HeadsCheck();
        logs.values().forEach(head -> heads.checkpoint(head.checkpoint()));
        for (var proof : proofs.values()) {
            heads.continues(proof.value("continues").orElse(Json.NULL));
        }
        heads.check();
    }

    /// What a shown statement points to, where that is shown, is what it points to.
    void checkPointers() throws Altered {
        var sizes = new HashMap<String, Long>();
        logs.forEach((id, head) -> sizes.put(id, head.checkpoint().size()));
        var pointers = new Pointers(proofs, sizes);
        for (var proof : proofs.values()) {
            pointers.check(proof);
        }
    }
}
