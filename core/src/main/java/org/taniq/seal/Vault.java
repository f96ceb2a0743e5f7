package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Durable;
import org.taniq.base.Said;

/// The folder of one case. As it is opened here it can be checked and nothing more; [#sealer] seals into it,
/// [#unlock] reads what is sealed.
public final class Vault {
    /// Sealed into leaf 0 of every log.
    static final String PROGRAM = "taniq 0.1.0";

    private static final String MARK = "taniq.json";
    private static final String FORMAT = "{\"format\":0}\n";

    private static final Pattern ANOTHER_FORMAT = Pattern.compile("\\{\"format\":\\d{1,9}\\}\n");

    private final Path folder;

    private Vault(Path folder) {
        this.folder = folder;
    }

    /// What must be on the disk before a folder counts as a vault: its ways in, and what this machine
    /// remembers of
    /// it.
    /// A vault that is there and that nobody can open would take evidence in and never give it back.
    @FunctionalInterface
    public interface Preparation {
        void prepare(Vault unfinished) throws IOException;
    }

    /// Makes the folder of a new vault.
    ///
    /// @throws IOException also if there is something in the folder already
    public static Vault create(Path folder, Durable durable) throws IOException {
        return create(folder, durable, _ -> {});
    }

    /// Makes the folder of a new vault; it is one only when this returns. What an attempt that was interrupted
    /// has
    /// left
    /// is no hindrance: its keys are moved to `orphan/`.
    ///
    /// @throws IOException also if there is something else in the folder already
    public static Vault create(Path folder, Durable durable, Preparation preparation) throws IOException {
        durable.createFolder(folder);
        new Unfinished(folder).clear(durable);
        for (var name : List.of("keys", "blob", "log")) {
            durable.createFolder(folder.resolve(name));
        }
        var vault = new Vault(folder);
        preparation.prepare(vault);
        durable.replace(folder.resolve(MARK), FORMAT.getBytes(StandardCharsets.US_ASCII));
        return vault;
    }

    public static boolean isVault(Path folder) {
        return Files.isRegularFile(folder.resolve(MARK));
    }

    /// @throws NotThisFormat if it is no vault, or one of a newer program
    /// @throws Altered if the file that says so was altered
    public static Vault at(Path folder) throws IOException {
        try {
            String mark = new String(Files.readAllBytes(folder.resolve(MARK)), StandardCharsets.UTF_8);
            if (mark.equals(FORMAT)) {
                return new Vault(folder);
            }
            if (ANOTHER_FORMAT.matcher(mark).matches()) {
                throw new NotThisFormat(Said.of(
                        "{folder} was made by another version of Taniq: use that version or a newer one",
                        "folder",
                        folder));
            }
            throw new Altered(
                    Said.of("{file} in {folder} is not as Taniq writes it", Map.of("file", MARK, "folder", folder)));
        } catch (NoSuchFileException missing) {
            throw new NotThisFormat(
                    Said.of("{folder} is not a vault: it has no {file}", Map.of("folder", folder, "file", MARK)));
        }
    }

    public Path folder() {
        return folder;
    }

    Blobs blobs(Durable durable) {
        return new Blobs(blobFolder(), durable);
    }

    Path blobFolder() {
        return folder.resolve("blob");
    }

    Path logFolder(String id) {
        return folder.resolve("log").resolve(id);
    }

    /// The logs that have a checkpoint, each checked against it, in order of their ids.
    ///
    /// @throws Altered if one of them is not as it was sealed
    List<LogFolder> logs() throws IOException {
        var logs = new ArrayList<LogFolder>();
        for (var log : logFolders()) {
            if (Files.exists(log.resolve("checkpoint"))) {
                logs.add(LogFolder.read(log));
            }
        }
        return logs;
    }

    /// How many statements of a schema the logs hold; needs no key.
    public long count(String schema) throws IOException {
        return logs().stream()
                .flatMap(log -> log.leaves().stream())
                .filter(leaf -> leaf.schema().equals(schema))
                .count();
    }

    /// The ids of the logs whose folders are here, checked or not.
    public List<String> logNames() throws IOException {
        return logFolders().stream().map(log -> log.getFileName().toString()).toList();
    }

    List<Path> logFolders() throws IOException {
        Path logs = folder.resolve("log");
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(logs)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /// Opens the vault for sealing.
    ///
    /// @param remembered the highest checkpoints that this machine has seen, by log id
    /// @throws Rollback if the vault is older than that
    public Sealer sealer(WriterKeys keys, Map<String, Checkpoint> remembered, Durable durable) throws IOException {
        return Sealer.open(this, keys, remembered, durable);
    }

    /// Opens what is sealed.
    ///
    /// @throws Altered if a log or an opening is not as it was sealed
    public Unlocked unlock(Identity identity) throws IOException {
        return Unlocked.open(this, identity);
    }
}
