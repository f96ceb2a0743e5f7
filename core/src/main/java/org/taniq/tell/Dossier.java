package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.seal.Altered;
import org.taniq.seal.DossierCheck;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;
import org.taniq.seal.Unlocked;
import org.taniq.seal.WriterKeys;

/// What is to leave the vault: the court edition of a choice of evidence.
///
/// @param steps ids of the steps to show
/// @param now what the computer's clock says
public record Dossier(
        Cover cover, List<Choice> choices, List<String> steps, Withholding withholding, Purpose purpose, Instant now) {
    public Dossier {
        choices = List.copyOf(choices);
        steps = List.copyOf(steps);
    }

    /// What stands on the cover; the capturer is named and signs by hand.
    public record Cover(DossierPages.Language language, String title, String capturer, String role, String device) {}

    /// To whom it goes and what for: sealed, and not printed.
    public record Purpose(String recipient, String purpose) {}

    /// One thing that is to be an exhibit.
    public sealed interface Choice {
        record Message(Pointer reading, long record) implements Choice {}

        record File(Pointer item) implements Choice {}
    }

    /// A dossier that was written.
    ///
    /// @param exhibits how many
    /// @param withheld what was counted as withheld
    public record Told(Path file, Digest sha256, int exhibits, DossierPages.Counts withheld, Purpose purpose) {

        /// The statement that it left.
        public Statement statement() {
            return Statement.of("told/1")
                    .with("digest", sha256.hex())
                    .with("edition", "court")
                    .with("recipient", Json.orNull(purpose.recipient()))
                    .with("purpose", Json.orNull(purpose.purpose()))
                    .with(
                            "withheld",
                            Json.object()
                                    .put("areas", withheld.pictureAreasWithheld())
                                    .put("passages", withheld.passagesWithheld())
                                    .put("senders", withheld.sendersWithheld())
                                    .build())
                    .with("shown", Json.object().put("exhibits", exhibits).build());
        }
    }

    /// Writes the dossier, checks it, and only then gives it its name.
    ///
    /// @throws IOException also if the file is there already, or if a withheld name would still stand in it
    public Told write(Unlocked vault, WriterKeys keys, Path file) throws IOException {
        var durable = new Durable();
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        durable.createFolder(folder);
        var writer = new DossierWriter(this, vault, keys);
        var container = writer.container();
        try (var pending = durable.begin(folder)) {
            container.write(pending.out());
            pending.publish(file);
        }
        durable.settle();
        var verdict = DossierCheck.check(file);
        if (!verdict.failed().isEmpty()) {
            throw new Altered(Said.of(
                    "the dossier that was written does not verify: {why}",
                    "why",
                    verdict.failed().getFirst().said()));
        }
        return new Told(file, sha256(file), choices.size(), writer.counts(), purpose);
    }

    private static Digest sha256(Path file) throws IOException {
        var sha = Digest.sha256();
        try (var in = new java.security.DigestInputStream(java.nio.file.Files.newInputStream(file), sha)) {
            in.transferTo(ByteArrayOutputStream.nullOutputStream());
        }
        return Digest.ofBytes(sha.digest());
    }
}
