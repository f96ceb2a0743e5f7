package org.taniq.read.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.Hash;

/// What a parser is given: bytes that can be opened again and again.
///
/// @param path as the archive names it, with the folders in it; of a file by itself its name. A hint only, but some
///     exports say what a file is by its folder alone
/// @param bytes the content
/// @param beside the files that lie beside it in the same archive
public record Input(String path, Content bytes, Beside beside) {

    /// A file by itself.
    public static Input alone(String name, Content bytes) {
        return new Input(name, bytes, _ -> Attachment.State.MISSING);
    }

    /// The first bytes, at most [Parser#PROBED], by which a parser tells what an input is.
    public byte[] head() throws IOException {
        try (var in = bytes.open()) {
            return in.readNBytes(Parser.PROBED);
        }
    }

    /// The file name: what follows the last `/` of the path.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The files beside one that is read.
    @FunctionalInterface
    public interface Beside {
        /// How much of a file beside another one is read.
        int LARGEST = 64 << 20;

        /// How many files of one digest are told.
        int MOST_ALIKE = 10;

        /// What is there of a file that a record names so.
        Attachment.State of(String name);

        /// What is there at this path, counted from the folder of the one that is read, such as `../media/1.jpg`. A
        /// file of that name elsewhere is none, nor is a folder.
        default Attachment.State at(String path) {
            return Attachment.State.MISSING;
        }

        /// What is there of a file that a record names by a path whose beginning is not known: the only file whose
        /// path ends so, in whole names of folders.
        default Attachment.State below(String path) {
            return Attachment.State.MISSING;
        }

        /// The file at this path, counted from the folder of the one that is read, such as `messages2.html`
        /// or `../manifest.js`: at most [#LARGEST] bytes of it, and up to where it is damaged. Nothing where
        /// there is none, where it could be more than one, or where too much was looked at before. It stays
        /// a file of its own: to look into it is not to read it.
        default Optional<Content> open(String path) {
            return Optional.empty();
        }

        /// The SHA-256 of the whole file at this path, however large it is. Nothing where there is none, where it
        /// could be more than one, or where it cannot be read to its end.
        default Optional<Digest> digest(String path) throws IOException {
            return Optional.empty();
        }

        /// Another digest of the whole file at this path, in lower-case hex. Nothing where [#digest(String)] gives
        /// none.
        default Optional<String> digest(String path, Hash kind) throws IOException {
            return Optional.empty();
        }

        /// The files that have this digest, wherever they lie in the archive, by their whole paths; of more than
        /// [#MOST_ALIKE] the first so many.
        ///
        /// @param hex in lower case
        default List<Attachment> having(Hash kind, String hex) throws IOException {
            return List.of();
        }

        /// The paths, counted from the same folder, of all files in it and below it that can be opened.
        default List<String> files() {
            return List.of();
        }

        /// The same in alphabetical order, where there are no more than so many; else none. Many files of one archive
        /// may ask.
        default List<String> files(int most) {
            var all = files();
            return all.size() > most ? List.of() : all.stream().sorted().toList();
        }

        /// The names of the files in the same folder, and in none below it, that end so in small or capital letters, in
        /// alphabetical order; of more than so many the first.
        default List<String> inFolder(List<String> endings, int most) {
            return files().stream()
                    .filter(path -> path.indexOf('/') < 0 && endsIn(path, endings))
                    .sorted()
                    .limit(most)
                    .toList();
        }

        /// Whether the archive names a file at this path, though it may be there several times, or damaged.
        default boolean isNamed(String path) {
            return at(path) instanceof Attachment.Present;
        }

        /// Whether a name ends in one of these, in small or capital letters.
        static boolean endsIn(String name, List<String> endings) {
            return endings.stream()
                    .anyMatch(ending ->
                            name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length()));
        }

        /// Whether it is read by itself, and not as a file of an archive.
        default boolean isAlone() {
            return files().isEmpty();
        }
    }

    /// Opens the content from its first byte; each stream is independent of the others.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;

        /// Where it lies in an archive, as far as that is known.
        default Optional<Spot.Member> member() {
            return Optional.empty();
        }

        /// Whether all of it was given when it was opened last; not where damage or a limit ([Beside#open]) cut it, or
        /// where an archive says that it was another.
        default boolean isWhole() {
            return true;
        }

        /// The content for reading from any place: a file as it lies on the disk, anything else unpacked into
        /// memory. Nothing where that would be more than so many bytes.
        default Optional<Bytes> anywhere(long most) throws IOException {
            try (var in = open()) {
                return Bytes.held(in, most);
            }
        }

        /// The content of bytes that can be read from any place.
        static Content of(Bytes bytes) {
            return new Content() {
                @Override
                public InputStream open() throws IOException {
                    return bytes.open();
                }

                @Override
                public Optional<Bytes> anywhere(long most) {
                    return Optional.of(bytes);
                }
            };
        }
    }
}
