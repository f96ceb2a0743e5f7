package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.seal.DossierCheck;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Verdict;
import org.taniq.seal.WriterKeys;

/// What is to leave the vault: the court edition of a choice of evidence.
///
/// @param steps ids of the steps to show
/// @param now what the computer's clock says
/// @param discarding what is done if the program is stopped while the file is written
public record Dossier(
        Cover cover,
        List<Choice> choices,
        List<String> steps,
        Withholding withholding,
        Purpose purpose,
        Instant now,
        Discarding discarding) {
    public Dossier {
        choices = List.copyOf(choices);
        steps = List.copyOf(steps);
    }

    /// One of which a part stays on the disk if the program is stopped.
    public Dossier(
            Cover cover,
            List<Choice> choices,
            List<String> steps,
            Withholding withholding,
            Purpose purpose,
            Instant now) {
        this(cover, choices, steps, withholding, purpose, now, _ -> () -> {});
    }

    /// Discards a file, which shows evidence that is not encrypted, if the program is stopped before the file
    /// is whole.
    @FunctionalInterface
    public interface Discarding {
        /// Until what is returned is closed.
        Closeable ifStopped(Durable.Pending unfinished);
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
    /// @param shown the exhibits in their order
    /// @param withheld what was counted as withheld
    /// @param also accounts and other names of those whose names are withheld, which were withheld, too
    /// @param unread readings of the case that could not be read, in which the accounts of those whose names are
    /// withheld could not be looked for
    public record Told(
            Path file,
            Digest sha256,
            List<Choice> shown,
            DossierPages.Counts withheld,
            Purpose purpose,
            List<String> also,
            List<Pointer> unread) {
        public Told {
            shown = List.copyOf(shown);
            also = List.copyOf(also);
            unread = List.copyOf(unread);
        }

        /// How many exhibits there are.
        public int exhibits() {
            return shown.size();
        }

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
                    .with(
                            "shown",
                            Json.of(records().entrySet().stream()
                                    .map(Told::json)
                                    .toList()));
        }

        /// What is shown of each item or reading: of an item nothing but itself.
        private Map<Pointer, List<Json>> records() {
            var records = new LinkedHashMap<Pointer, List<Json>>();
            for (var choice : shown) {
                switch (choice) {
                    case Choice.Message(var reading, var record) ->
                        records.computeIfAbsent(reading, _ -> new ArrayList<>()).add(Json.of(record));
                    case Choice.File(var item) -> records.putIfAbsent(item, List.of());
                }
            }
            return records;
        }

        private static Json json(Map.Entry<Pointer, List<Json>> of) {
            return Json.object()
                    .put("records", Json.of(of.getValue()))
                    .put("statement", of.getKey().json())
                    .build();
        }

        /// How many exhibits a sealed statement says that there were.
        public static int exhibits(Unlocked.Sealed told) {
            return told.value("shown") instanceof Json.Arr(List<Json> shown)
                    ? shown.stream().mapToInt(Told::exhibits).sum()
                    : 0;
        }

        private static int exhibits(Json shown) {
            return shown instanceof Json.Obj object
                            && object.members().get("records") instanceof Json.Arr(List<Json> records)
                    ? Math.max(1, records.size())
                    : 0;
        }
    }

    /// Seals that a dossier leaves.
    @FunctionalInterface
    public interface Leaving {
        /// Durable when it returns.
        void seal(Told told) throws IOException;
    }

    /// Writes the dossier under a name that nobody looks for, checks it, has it sealed that it leaves, and
    /// only then gives it its name. A kill in between leaves a `told/1` without a file: harmless, because
    /// nothing left that the log does not know.
    ///
    /// @throws IOException also if the file is there already, or if a withheld name would still stand in
    ///     it; then there is no file
    public Told write(Unlocked vault, WriterKeys keys, Path file, Leaving leaving) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var durable = new Durable();
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        durable.createFolder(folder);
        var writer = new DossierWriter(this, vault, keys);
        var container = writer.container();
        try (var pending = durable.begin(folder);
                var _ = discarding.ifStopped(pending)) {
            container.write(pending.out());
            refuseFailed(DossierCheck.check(pending.written()));
            var told = new Told(
                    file,
                    sha256(pending.written()),
                    choices,
                    writer.counts(),
                    purpose,
                    List.copyOf(writer.also()),
                    writer.unread());
            leaving.seal(told);
            pending.publish(file);
            settle(durable);
            return told;
        }
    }

    /// The dossier is there and sealed as told: that a power cut could still take its name away does not
    /// make it one that could not be written.
    private static boolean settle(Durable durable) {
        try {
            durable.settle();
            return true;
        } catch (IOException unsettled) {
            return false;
        }
    }

    private static void refuseFailed(Verdict verdict) throws Altered {
        if (!verdict.failed().isEmpty()) {
            throw new Altered(Said.of(
                    "the dossier that was written does not verify: {why}",
                    "why",
                    verdict.failed().getFirst().said()));
        }
    }

    private static Digest sha256(Path file) throws IOException {
        var sha = Digest.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), sha)) {
            in.transferTo(ByteArrayOutputStream.nullOutputStream());
        }
        return Digest.ofBytes(sha.digest());
    }
}
