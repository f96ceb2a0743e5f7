package org.taniq.seal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// The entries of a dossier's container by what they are (docs/format.md, section 10). Its texts together
/// are bounded, so that nobody fills our memory with them.
final class DossierEntries {
    static final Pattern LOG_FILE = Pattern.compile("proof/log/([0-9a-f]{32})/(?:vkey|checkpoint)");
    static final Pattern STATEMENT = Pattern.compile("proof/statement/([0-9a-f]{32})-(0|[1-9][0-9]{0,14})\\.json");
    static final Pattern EXHIBIT = Pattern.compile("exhibit/E[0-9]{3,6}\\.(?:jpg|png|webp|gif|mp4|pdf|zip|txt|bin)");
    static final Pattern PIXELS = Pattern.compile("proof/pixels/E[0-9]{3,6}\\.bin");

    /// Of all texts together.
    static final int LARGEST_PROOF = 64 << 20;
    private static final Set<String> FIXED =
            Set.of("MANIFEST.sha256", "MANIFEST.note", "VERIFY.txt", "dossier.pdf", "index.csv", "proof/exhibits.json");

    private final ContainerFile container;
    private long read;

    DossierEntries(ContainerFile container) {
        this.container = container;
    }

    /// Each name belongs in a dossier, and what every dossier has is there.
    void checkNames() throws Altered {
        for (var name : names()) {
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
            if (!has(name)) {
                throw new Altered(Said.of("the entry {file} is missing", "file", name));
            }
        }
        read = container.size("VERIFY.txt"); // is never read as text and counts all the same
    }

    /// The entries whose bytes are not those that the container was made of.
    List<String> damaged() {
        return container.damaged();
    }

    List<String> names() {
        return List.copyOf(container.entries().keySet());
    }

    List<String> names(Pattern form) {
        return names().stream().filter(name -> form.matcher(name).matches()).toList();
    }

    /// What the first group of the form is in the names, each once.
    List<String> ids(Pattern form) {
        return names().stream()
                .map(form::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
    }

    boolean has(String name) {
        return container.entries().containsKey(name);
    }

    long size(String name) throws IOException {
        return container.size(name);
    }

    Digest sha256(String name) throws IOException {
        return container.sha256(name);
    }

    /// The bytes of a small entry that is no text, or is wanted as bytes.
    byte[] bytes(String name) throws IOException {
        return container.bytes(name, LARGEST_PROOF);
    }

    byte[] bytes(String name, int most) throws IOException {
        return container.bytes(name, most);
    }

    String text(String name) throws IOException {
        byte[] bytes = bytes(name);
        read += bytes.length;
        if (read > LARGEST_PROOF) {
            throw new Altered("proofs and lists together are larger than 64 MiB");
        }
        return RawText.utf8(bytes);
    }
}
