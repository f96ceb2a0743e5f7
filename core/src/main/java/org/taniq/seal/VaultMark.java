package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.taniq.base.Durable;
import org.taniq.base.Said;

/// The file that says what a folder is (docs/format.md, section 3). Its number only rises; but a synchronisation
/// may put an older one back, so whoever seals raises it again to what is held.
///
/// @param file the file, which need not be there
record VaultMark(Path file) {
    static final String NAME = "taniq.json";
    static final int LONGEST = 64;
    private static final Pattern ANOTHER_FORMAT = Pattern.compile("\\{\"format\":\\d{1,9}\\}\n");

    static VaultMark in(Path vault) {
        return new VaultMark(vault.resolve(NAME));
    }

    boolean isHere() {
        return Files.isRegularFile(file);
    }

    byte[] bytes() throws IOException {
        return PlainFile.upTo(LONGEST, file);
    }

    /// What it says; nothing where this program does not know that.
    Optional<VaultFormat> format() throws IOException {
        return VaultFormat.of(bytes());
    }

    /// Whether some version of the program writes it so.
    static boolean isOfAnyVersion(byte[] mark) {
        return VaultFormat.of(mark).isPresent()
                || ANOTHER_FORMAT
                        .matcher(new String(mark, StandardCharsets.UTF_8))
                        .matches();
    }

    boolean includes(VaultFormat format) throws IOException {
        return format().filter(here -> here.includes(format)).isPresent();
    }

    /// What it says.
    ///
    /// @throws NotHereYet if that is nothing that is understood: somebody writes it
    VaultFormat understood() throws IOException {
        return format().orElseThrow(() -> new NotHereYet(Said.of(
                "{file} in {folder} is being written by somebody else: try again",
                Map.of("file", NAME, "folder", String.valueOf(file.getParent())))));
    }

    /// Makes it say this too. When this returns it survives a power cut.
    ///
    /// @param drafts a folder on the same file system in which this writer alone writes
    /// @throws NotHereYet if it says nothing that is understood: then it is not written over
    void raise(VaultFormat format, Path drafts, Durable durable) throws IOException {
        var here = understood();
        if (!here.includes(format)) {
            durable.replace(file, here.with(format).bytes(), drafts);
        }
    }

    /// The lowest format in which these logs may stand, as far as it shows without a key: what says that the case was
    /// given another key is encrypted.
    static VaultFormat needed(List<LogFolder> logs) {
        return needed(schema -> logs.stream()
                .flatMap(log -> log.leaves().stream())
                .anyMatch(leaf -> leaf.schema().equals(schema)));
    }

    /// @param holds whether there is a statement of a schema
    static VaultFormat needed(Predicate<String> holds) {
        var erased = holds.test(Erasure.SCHEMA) ? VaultFormat.WITH_ERASED : VaultFormat.NEW;
        return holds.test(Schema.PLACED_READING) ? erased.with(VaultFormat.PLACED) : erased;
    }
}
