package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// Checks that a dossier's manifest lists what lies in the container, and that a log of the dossier signed
/// it.
final class ManifestCheck {
    private static final Pattern NEWER = Pattern.compile(
            "taniq/dossier/([3-9]|[1-9][0-9]{1,5})\ntaniq/([0-9a-f]{32})\n[a-z]{1,32}\n([0-9a-f]{64})\n");

    private final DossierEntries entries;

    ManifestCheck(DossierEntries entries) {
        this.entries = entries;
    }

    /// A version whose rules we do not know, and the key that signed for it.
    record Newer(String version, VerifierKey signer) {}

    /// What the note says, where it and the manifest hold and a newer program made this: then no rule that we
    /// know can be held against it.
    Optional<Newer> newer() throws IOException {
        if (!entries.damaged().isEmpty() || !entries.has("MANIFEST.note") || !entries.has("MANIFEST.sha256")) {
            return Optional.empty();
        }
        try {
            byte[] note = entries.bytes("MANIFEST.note");
            var newer = NEWER.matcher(new String(note, StandardCharsets.ISO_8859_1));
            if (!newer.lookingAt()) {
                return Optional.empty();
            }
            check();
            var manifest = Digest.of(entries.bytes("MANIFEST.sha256"));
            var key = key(newer.group(2));
            boolean holds = newer.group().equals(Note.verifyAlone(note, key))
                    && newer.group(3).equals(manifest.hex());
            return holds ? Optional.of(new Newer(newer.group(1), key)) : Optional.empty();
        } catch (Altered doesNotHold) {
            return Optional.empty(); // said by the checks that follow
        }
    }

    private VerifierKey key(String log) throws IOException {
        String text = RawText.utf8(entries.bytes("proof/log/" + log + "/vkey"));
        var key = VerifierKey.parse(text.endsWith("\n") ? text.substring(0, text.length() - 1) : "");
        if (!key.id().equals(log)) {
            throw new Altered("the key is another log's");
        }
        return key;
    }

    /// Every entry but the manifest and its note is listed with its digest, and nothing else.
    void check() throws IOException {
        var expected = new StringBuilder();
        for (var name : entries.names()) {
            if (!name.equals("MANIFEST.sha256") && !name.equals("MANIFEST.note")) {
                expected.append(entries.sha256(name)).append("  ").append(name).append('\n');
            }
        }
        var listed = List.of(entries.text("MANIFEST.sha256").split("\n", -1));
        var there = List.of(expected.toString().split("\n", -1));
        if (!listed.equals(there)) {
            var lines = new ArrayList<>(there);
            lines.removeAll(listed);
            var missing = new ArrayList<>(listed);
            missing.removeAll(there);
            lines.addAll(missing);
            var files = lines.stream().map(ManifestCheck::nameIn).distinct().toList();
            throw new Altered(Said.of("not what lies in the container: {files}", "files", String.join(", ", files)));
        }
    }

    private static String nameIn(String line) {
        String name = line.length() > 66 ? line.substring(66) : "";
        return Container.isName(name) ? name : "?";
    }

    /// The id of the evidence log whose key signed the manifest.
    ///
    /// @param keys of the evidence logs, by id
    /// @param version that its statements need
    String signer(Map<String, VerifierKey> keys, DossierVersion version) throws IOException {
        byte[] note = entries.bytes("MANIFEST.note");
        var manifest = Digest.of(entries.bytes("MANIFEST.sha256"));
        for (var log : keys.entrySet()) {
            if (isSignedBy(log.getValue(), note, version, manifest)) {
                return log.getKey();
            }
        }
        throw new Altered("no evidence log of this dossier signed the manifest as it is");
    }

    private static boolean isSignedBy(VerifierKey key, byte[] note, DossierVersion version, Digest manifest) {
        try {
            return Note.verifyAlone(note, key).equals(Container.noteText(version, key.origin(), "court", manifest));
        } catch (Altered notSigned) {
            return false;
        }
    }
}
