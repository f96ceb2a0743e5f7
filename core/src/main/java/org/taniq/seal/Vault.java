package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.NotGiven;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;

/// The folder of one case. As it is opened here it can be checked and nothing more; [#sealer] seals into
/// it, [#unlock] reads what is sealed.
public final class Vault {
    /// Sealed into leaf 0 of every log.
    public static final String PROGRAM = "taniq 0.3.0";

    private static final Pattern LOG = Pattern.compile("[0-9a-f]{32}");

    private final Path folder;
    private final boolean anotherFormat;

    private Vault(Path folder, boolean anotherFormat) {
        this.folder = folder;
        this.anotherFormat = anotherFormat;
    }

    /// What must be on the disk before a folder counts as a vault: its ways in, and what this machine
    /// remembers of it. A vault that is there and that nobody can open would take evidence in and never
    /// give it back.
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

    /// Makes the folder of a new vault; it is one only when this returns. What an attempt that was
    /// interrupted has left is no hindrance: its keys are moved to `orphan/`.
    ///
    /// @throws IOException also if there is something else in the folder already
    public static Vault create(Path folder, Durable durable, Preparation preparation) throws IOException {
        durable.createFolder(folder);
        new Unfinished(folder).clear(durable);
        for (var name : List.of("keys", "blob", "log")) {
            durable.createFolder(folder.resolve(name));
        }
        var vault = new Vault(folder, false);
        return vault.finish(VaultFormat.NEW, preparation, durable);
    }

    /// Makes this folder, which holds all that belongs to it, a vault.
    Vault finish(VaultFormat format, Preparation preparation, Durable durable) throws IOException {
        preparation.prepare(this);
        durable.replace(folder.resolve(VaultMark.NAME), format.bytes());
        return this;
    }

    public static boolean isVault(Path folder) {
        return VaultMark.in(folder).isHere();
    }

    /// Whether a folder is a vault that this program or another version of it made, also where its mark is a link.
    public static boolean isOfAnyVersion(Path folder) {
        var mark = VaultMark.in(folder);
        try {
            return mark.isHere() && VaultMark.isOfAnyVersion(mark.bytes());
        } catch (NoSuchFileException link) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// @throws NotThisFormat if it is no vault, or one of a newer program
    /// @throws Altered if the file that says so was altered
    public static Vault at(Path folder) throws IOException {
        var vault = toCheck(folder);
        if (vault.anotherFormat) {
            throw new NotThisFormat(Said.of(
                    "{folder} was made by another version of Taniq: use that version or a newer one",
                    "folder",
                    folder));
        }
        return vault;
    }

    /// What is left of a vault: a copy that was never finished, or whose mark was altered or is not given, too.
    ///
    /// @throws NotThisFormat if it is none, or one of a newer program
    public static Vault remainsAt(Path folder) throws IOException {
        if (!isVault(folder) && !logFolders(folder).isEmpty()) {
            return new Vault(folder, false);
        }
        try {
            return at(folder);
        } catch (Altered | NotGiven damaged) {
            return new Vault(folder, false);
        }
    }

    /// A vault of any version, of which can be checked what stays in every one: logs, and the names of blobs.
    ///
    /// @throws NotThisFormat if it is no vault
    /// @throws Altered if the file that says so was altered
    public static Vault toCheck(Path folder) throws IOException {
        try {
            byte[] mark = VaultMark.in(folder).bytes();
            if (VaultMark.isOfAnyVersion(mark)) {
                return new Vault(folder, VaultFormat.of(mark).isEmpty());
            }
            throw new Altered(Said.of(
                    "{file} in {folder} is not as Taniq writes it", Map.of("file", VaultMark.NAME, "folder", folder)));
        } catch (NoSuchFileException missing) {
            throw new NotThisFormat(Said.of(
                    "{folder} is not a vault: it has no {file}", Map.of("folder", folder, "file", VaultMark.NAME)));
        }
    }

    public Path folder() {
        return folder;
    }

    /// Whether the folder says that values may have been erased: an older program would call that altered.
    public boolean saysErased() throws IOException {
        return mark().includes(VaultFormat.WITH_ERASED);
    }

    /// Whether the folder says that the case was given a new key.
    public boolean saysNewKey() throws IOException {
        return mark().includes(VaultFormat.WITH_NEW_KEY);
    }

    /// What the folder says that it is.
    VaultMark mark() {
        return VaultMark.in(folder);
    }

    /// Whether values may have been erased, also where an older state of the folder was put back. Needs no key.
    public boolean mayLackErased() throws IOException {
        return saysErased() || counts(Erasure.SCHEMA).values().stream().anyMatch(n -> n > 0);
    }

    /// Of each log that is whole the head that it had when it was last sealed in it that something was erased; of
    /// size 0 where it never was. Needs no key. While these are the same, the same logs are here, and no statement
    /// says more of what was erased, and none less.
    public List<Checkpoint> saidErased() throws IOException {
        return saidErased(logs().whole());
    }

    static List<Checkpoint> saidErased(List<LogFolder> logs) {
        return logs.stream().map(log -> log.headAfterLast(Erasure.SCHEMA)).toList();
    }

    /// Makes the folder say that values may have been erased. When this returns it survives a power cut.
    ///
    /// @param drafts a folder on the same file system in which this writer alone writes
    public void sayErased(Path drafts, Durable durable) throws IOException {
        raise(VaultFormat.WITH_ERASED, drafts, durable);
    }

    /// Makes the folder say this too. When this returns it survives a power cut.
    ///
    /// @param drafts a folder on the same file system in which this writer alone writes
    void raise(VaultFormat format, Path drafts, Durable durable) throws IOException {
        if (mark().format().isEmpty()) {
            at(folder); // says what is wrong with the mark, which is not written over
        }
        mark().raise(format, drafts, durable);
    }

    /// Raises what the folder says, where that is too low for what was opened of it.
    public void raiseTo(Unlocked sealed, Path drafts, Durable durable) throws IOException {
        raise(sealed.needed(), drafts, durable);
    }

    /// Whether the folder says less than what was opened of it needs: a synchronisation put an older state back.
    public boolean isTooLowFor(Unlocked sealed) throws IOException {
        return !mark().includes(sealed.needed());
    }

    /// The lowest format in which what the logs hold that are whole may stand, as far as it shows without a key.
    VaultFormat needed() throws IOException {
        return VaultMark.needed(logs().whole());
    }

    /// Deletes what was derived, of every writer: the search index and the leaf hashes of large trees. It can be
    /// made again.
    ///
    /// @return whether there was something
    public boolean deleteDerived(Durable durable) throws IOException {
        return deleteDerived("", durable);
    }

    /// @param but the writer whose search index stays
    boolean deleteDerived(String but, Durable durable) throws IOException {
        Path index = folder.resolve("index");
        if (!Files.isDirectory(index, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var files = Files.walk(index)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (but.isEmpty() || !file.equals(index) && !file.startsWith(index.resolve(but))) {
                    durable.delete(file);
                }
            }
        }
        durable.settle();
        return true;
    }

    /// Whether this program knows all its rules.
    public boolean isOfThisFormat() {
        return !anotherFormat;
    }

    Blobs blobs(Durable durable) {
        return new Blobs(blobFolder(), durable);
    }

    Path blobFolder() {
        return folder.resolve("blob");
    }

    /// The SHA-256 of the opening of the first statement of a log. It has other bytes under another key and for no
    /// other
    /// reason: what it holds cannot be erased.
    public Optional<Digest> firstOpening(String log) throws IOException {
        Path file = logFolder(log).resolve("opening/0-1.age");
        return PlainFile.isHere(file)
                ? Optional.of(Digest.of(PlainFile.upTo(Openings.LARGEST, file)))
                : Optional.empty();
    }

    /// Where a log lies; its writer alone writes there.
    public Path logFolder(String id) {
        return folder.resolve("log").resolve(id);
    }

    /// The logs, each checked against its checkpoint. One that is not as it was sealed stops no other.
    LogsHere logs() throws IOException {
        var whole = new ArrayList<LogFolder>();
        var gaps = new ArrayList<Gap>();
        for (var log : logFolders()) {
            String id = log.getFileName().toString();
            try {
                whole.add(LogFolder.read(log));
            } catch (NotHereYet missing) {
                gaps.add(new Gap.NotHere(id, missing.said()));
            } catch (Altered altered) {
                gaps.add(new Gap.Damaged(id, altered.said()));
            } catch (IOException unreadable) {
                gaps.add(Gap.unreadable(id, unreadable));
            }
        }
        return new LogsHere(whole, gaps);
    }

    /// The heads of the logs that are whole, in the order of their ids.
    public List<Checkpoint> heads() throws IOException {
        return logs().whole().stream().map(LogFolder::checkpoint).toList();
    }

    /// The root of the first so many statements of a log, where it is whole here and has so many.
    public Optional<Digest> root(String log, long size) throws IOException {
        return logs().whole().stream()
                .filter(here ->
                        here.key().id().equals(log) && size <= here.checkpoint().size())
                .map(here -> here.tree().root(size))
                .findFirst();
    }

    /// What cannot be read, as far as it shows without a key.
    public List<Gap> gaps() throws IOException {
        return logs().gaps();
    }

    /// How many statements of a schema each log holds that is whole, by log id; needs no key.
    public Map<String, Long> counts(String schema) throws IOException {
        return counts(schema::equals);
    }

    /// How many readings each log holds that is whole, by log id; needs no key.
    public Map<String, Long> countsOfReadings() throws IOException {
        return counts(Schema::isReading);
    }

    private Map<String, Long> counts(Predicate<String> schemas) throws IOException {
        return logs().whole().stream()
                .collect(Collectors.toMap(
                        log -> log.key().id(),
                        log -> log.leaves().stream()
                                .filter(leaf -> schemas.test(leaf.schema()))
                                .count()));
    }

    /// The ids of the logs whose folders are here, checked or not.
    public List<String> logNames() throws IOException {
        return logNames(folder);
    }

    /// Those in a folder that need not be a vault yet.
    public static List<String> logNames(Path folder) throws IOException {
        return logFolders(folder).stream()
                .map(log -> log.getFileName().toString())
                .toList();
    }

    /// Of other names are folders that a program beside this one makes.
    List<Path> logFolders() throws IOException {
        return logFolders(folder);
    }

    private static List<Path> logFolders(Path folder) throws IOException {
        Path logs = folder.resolve("log");
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(logs)) {
            return folders.filter(Files::isDirectory)
                    .filter(log -> LOG.matcher(log.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /// Opens the vault for sealing.
    ///
    /// @param remembered the highest checkpoints that this machine has seen, by log id
    /// @throws Rollback if the vault is older than that
    public Sealer sealer(WriterKeys keys, Map<String, Checkpoint> remembered, Durable durable) throws IOException {
        return Sealer.open(this, keys, remembered, durable);
    }

    /// Opens what is sealed, as far as it can be read; see [Unlocked#gaps].
    ///
    /// @param remembered the highest checkpoints that this machine has seen, by log id
    /// @throws NotThisFormat if a newer program sealed that something may not be read by this one
    public Unlocked unlock(Identity identity, Map<String, Checkpoint> remembered) throws IOException {
        var unlocked = unlockToCheck(identity, new Remembered(remembered));
        unlocked.refuseToGoPast();
        return unlocked;
    }

    /// The statements of a schema, where nothing else is to be told of the case.
    public Optional<Glance> glance(Identity identity, Known known, String schema) {
        return Glance.at(this, identity, known, schema);
    }

    /// As [#unlock], where nothing is told of what is read.
    Unlocked unlockToCheck(Identity identity, Remembered remembered) throws IOException {
        return Unlocked.open(this, identity, remembered);
    }
}
