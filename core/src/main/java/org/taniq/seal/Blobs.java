package org.taniq.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;
import org.taniq.base.age.WrongKey;

/// The encrypted bytes of a vault: `blob/ab/ab….age`, each named by the SHA-256 of the file as it lies
/// there, so that any copy can be checked without a key. Inside: age to the one recipient, in it one zstd
/// frame of the bytes and the [Padding] that hides their length. By hand:
/// `age -d -i identity FILE | zstd -d | sha256sum`.
///
/// What [#put] returned is there, also after a power cut, once the [Durable] is settled. May be used by several
/// threads.
public final class Blobs {
    private static final String SUFFIX = ".age";
    private static final Pattern SHELF = Pattern.compile("[0-9a-f]{2}");

    private final Path folder;
    private final Path drafts;
    private final Durable durable;

    /// @param folder the `blob/` of the vault; made with the first blob
    public Blobs(Path folder, Durable durable) {
        this(folder, folder, durable);
    }

    /// @param drafts where blobs lie while they are written, on the same file system: a folder of one
    ///     writer only, who can tell there what a kill has left behind
    Blobs(Path folder, Path drafts, Durable durable) {
        this.folder = folder;
        this.drafts = drafts;
        this.durable = durable;
    }

    /// A blob and what it holds.
    ///
    /// @param name SHA-256 of the encrypted bytes, 64 hex digits
    /// @param sha256 of the bytes that were sealed, 64 hex digits
    /// @param size how many bytes were sealed
    public record Stored(String name, String sha256, long size) {
        public Stored {
            if (!Digest.isHex(name) || !Digest.isHex(sha256) || size < 0) {
                throw new IllegalArgumentException("no name, digest and size of a blob");
            }
        }
    }

    /// Writes the bytes to be sealed into the stream that is handed in.
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Seals what the stream holds, as it comes; no plain byte waits on the disk. Sealing the same bytes
    /// twice makes two blobs.
    public Stored put(InputStream content, Recipient recipient) throws IOException {
        return put(content::transferTo, recipient);
    }

    /// As [#put(InputStream, Recipient)], for bytes that are made while they are sealed.
    public Stored put(Writer writer, Recipient recipient) throws IOException {
        durable.createFolder(drafts);
        try (var pending = durable.begin(drafts)) {
            var encrypted = new Measure(pending.out());
            Measure plain = seal(writer, recipient, encrypted);
            var stored = new Stored(encrypted.sha256(), plain.sha256(), plain.size());
            durable.createFolder(shelf(stored.name()));
            pending.publishLater(file(stored.name()));
            return stored;
        }
    }

    /// The bytes that were sealed. They are authenticated chunk by chunk, and when the end is reached
    /// without an error they are whole: size and digest are those of `stored`. Close it.
    ///
    /// @throws NoSuchFileException if the blob is not here: not synced yet, or erased
    /// @throws WrongKey if the identity does not open it
    /// @throws Altered if it was altered, or does not hold what `stored` says; also while reading
    public InputStream open(Stored stored, Identity identity) throws IOException {
        InputStream file = read(stored.name());
        try {
            return new Expected(new Unpacked(identity.decrypt(file), stored.size()), stored);
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    /// As [#open(Stored, Identity)], for a blob whose content is believed because of something else.
    ///
    /// @throws Altered if it holds more than `most` bytes
    InputStream open(String name, Identity identity, long most) throws IOException {
        InputStream file = read(name);
        try {
            return new Unpacked(identity.decrypt(file), most);
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    /// Whether the file is here, has other bytes than its name says, and ends before a blob can end.
    boolean isCut(String name) throws IOException {
        return PlainFile.isHere(file(name))
                && CutFile.isCutHere(file(name))
                && !sums(List.of(name)).getFirst().equals(name);
    }

    /// Whether the file has the bytes that its name says. Needs no key.
    ///
    /// @throws NoSuchFileException if it is not here
    public boolean intact(String name) throws IOException {
        String sum = sums(List.of(name)).getFirst();
        if (sum.isEmpty()) {
            throw new NoSuchFileException(name);
        }
        return sum.equals(name);
    }

    /// The digest of each of these files, which is its name if it is intact; empty where it is not here.
    /// Needs no key.
    List<String> sums(List<String> names) throws IOException {
        return Sums.of(names, this::read);
    }

    /// The bytes of the file. Nothing else is read in its place: a pipe or a device could be without end.
    ///
    /// @throws NoSuchFileException if it is not here, whatever stands where its folder should be
    /// @throws Altered if something stands in its place
    private InputStream read(String name) throws IOException {
        if (isNoFolder(folder) || isNoFolder(shelf(name))) {
            throw new NoSuchFileException(file(name).toString());
        }
        var there = Files.readAttributes(file(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!there.isRegularFile()) {
            throw new Altered(Said.of("{blob}: it is no ordinary file, and was not read", "blob", name));
        }
        return Files.newInputStream(file(name), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isNoFolder(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isFolder(place);
    }

    /// The folder of all blobs may lie elsewhere, such as on another disk.
    private boolean isFolder(Path place) {
        return place.equals(folder) ? Files.isDirectory(place) : Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
    }

    /// Deletes blobs, and what another program put beside them under names that begin so: a conflict file is a
    /// copy of the blob.
    ///
    /// @return how many files went
    int delete(Set<String> names) throws IOException {
        var files = withCopies(names);
        for (var file : files) {
            durable.delete(file);
        }
        return files.size();
    }

    /// Whether one of these blobs is here, or a copy that another program put beside it.
    boolean hasAny(Set<String> names) throws IOException {
        return !withCopies(names).isEmpty();
    }

    private List<Path> withCopies(Set<String> names) throws IOException {
        var all = new ArrayList<Path>();
        var shelves = names.stream().map(this::shelf).collect(Collectors.toCollection(TreeSet::new));
        shelves.removeIf(shelf -> isNoFolder(folder) || !Files.isDirectory(shelf, LinkOption.NOFOLLOW_LINKS));
        for (var shelf : shelves) {
            try (var files = Files.newDirectoryStream(shelf, file -> isNamedAfter(file, names))) {
                files.forEach(all::add);
            } catch (DirectoryIteratorException failed) {
                throw failed.getCause();
            }
        }
        return all;
    }

    private static boolean isNamedAfter(Path file, Set<String> names) {
        String name = file.getFileName().toString();
        return name.length() >= Digest.LENGTH * 2
                && names.contains(name.substring(0, Digest.LENGTH * 2))
                && PlainFile.isHere(file);
    }

    public boolean has(String name) {
        return PlainFile.isHere(file(name));
    }

    /// The names of the blobs that are here, in order. Other files in the folder are left out.
    public List<String> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var names = new ArrayList<String>();
        try (var shelves = Files.newDirectoryStream(folder, this::isFolder)) {
            for (var shelf : shelves) {
                addNames(shelf, names);
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        Collections.sort(names);
        return names;
    }

    /// What stands where a folder of blobs should be, by its place in the vault.
    List<String> notFolders() throws IOException {
        if (isNoFolder(folder)) {
            return List.of("blob");
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var shelves = Files.list(folder)) {
            return shelves.filter(shelf ->
                            SHELF.matcher(shelf.getFileName().toString()).matches())
                    .filter(this::isNoFolder)
                    .map(shelf -> "blob/" + shelf.getFileName())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /// Looks at names alone: to ask the disk for more of each file would take as long as hashing a small
    /// one.
    private static void addNames(Path shelf, List<String> names) throws IOException {
        String start = shelf.getFileName().toString();
        try (var files = Files.newDirectoryStream(shelf)) {
            for (var file : files) {
                String name = nameOf(file);
                if (Digest.isHex(name) && name.startsWith(start) && start.length() == 2) {
                    names.add(name);
                }
            }
        }
    }

    /// Bytes small enough for the memory, packed, padded and encrypted as a blob is: for openings.
    public static byte[] wrap(byte[] plain, Recipient recipient) throws IOException {
        var encrypted = new ByteArrayOutputStream();
        seal(out -> out.write(plain), recipient, encrypted);
        return encrypted.toByteArray();
    }

    /// What [#wrap] took.
    ///
    /// @throws WrongKey if the identity does not open it
    /// @throws Altered if it was altered or unfolds to more than `most` bytes
    public static byte[] unwrap(byte[] encrypted, Identity identity, int most) throws IOException {
        try (var plain = new Unpacked(identity.decrypt(new ByteArrayInputStream(encrypted)), most)) {
            return plain.readAllBytes();
        }
    }

    private static Measure seal(Writer writer, Recipient recipient, OutputStream to) throws IOException {
        try (OutputStream age = recipient.encrypt(to)) {
            return Packed.write(writer, age);
        }
    }

    private Path file(String name) {
        if (!Digest.isHex(name)) {
            throw new IllegalArgumentException("not the name of a blob");
        }
        return shelf(name).resolve(name + SUFFIX);
    }

    private Path shelf(String name) {
        return folder.resolve(name.substring(0, 2));
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
    }
}
