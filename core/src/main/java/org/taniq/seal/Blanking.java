package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;

/// Takes lines out of openings: those that are behind a leaf that was erased, and no others.
///
/// @param leaves hashes of the leaves
/// @param drafts on the same file system, where nobody else writes
record Blanking(Set<Digest> leaves, Path drafts, Identity identity, Durable durable) {

    /// What this key does not open, or is no opening, holds nothing that this key could read.
    ///
    /// @return whether there was such a line
    boolean blank(Path file) throws IOException {
        var now = without(file);
        if (now.isPresent()) {
            byte[] wrapped = Blobs.wrap(now.get().getBytes(StandardCharsets.UTF_8), identity.recipient());
            durable.replaceTimeless(file, wrapped, drafts);
        }
        return now.isPresent();
    }

    /// Whether there is such a line.
    boolean isNeeded(Path file) throws IOException {
        return without(file).isPresent();
    }

    /// The text without these lines; nothing where there are none.
    private Optional<String> without(Path file) throws IOException {
        String text;
        try {
            byte[] bytes = PlainFile.upTo(Openings.LARGEST, file);
            text = RawText.utf8(Blobs.unwrap(bytes, identity, Openings.LARGEST));
        } catch (Altered | WrongKey _) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
            lines.add(blanked(line));
        }
        return Optional.of(String.join("\n", lines)).filter(now -> !now.equals(text));
    }

    private String blanked(String text) {
        try {
            var line = OpeningLine.parse(text);
            return leaves.contains(line.opened().leaf().hash()) ? OpeningLine.erased(line.index()) : text;
        } catch (Altered _) {
            return text;
        }
    }
}
