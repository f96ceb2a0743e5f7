package org.taniq.read.proof;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;

/// The file that a proof is for, as far as it is there: the one that is called as the proof without its ending, or
/// those in the archive that have the digest.
///
/// @param file its whole path; empty where none is known
/// @param these those that have the digest
record ProvenFile(String file, Found found, List<Attachment> these) {
    ProvenFile {
        these = List.copyOf(these);
    }

    /// What came of looking for it.
    enum Found {
        MATCHES("matches"),
        DIFFERS("differs"),
        MISSING("missing"),
        /// The proof is by itself, or says of nothing what it is for.
        NOT_CHECKED("notChecked");

        private final String word;

        Found(String word) {
            this.word = word;
        }
    }

    /// @param endings what a proof is called behind the name of its file
    static ProvenFile of(Input input, Optional<Imprint> imprint, List<String> endings) throws IOException {
        var name = withoutEnding(input.name(), endings);
        var path = name.isEmpty()
                ? ""
                : input.path().substring(0, input.path().length() - input.name().length()) + name;
        if (imprint.isEmpty() || input.beside().isAlone()) {
            return new ProvenFile(path, Found.NOT_CHECKED, List.of());
        }
        var named = name.isEmpty()
                ? Optional.<String>empty()
                : input.beside().digest(name, imprint.get().kind());
        if (named.equals(Optional.of(imprint.get().hex()))) {
            var there = new Attachment(path, input.beside().at(name));
            return new ProvenFile(path, Found.MATCHES, List.of(there));
        }
        var alike = input.beside().having(imprint.get().kind(), imprint.get().hex());
        return alike.isEmpty()
                ? new ProvenFile(path, named.isPresent() ? Found.DIFFERS : Found.MISSING, List.of())
                : new ProvenFile(alike.getFirst().name(), Found.MATCHES, alike);
    }

    private static String withoutEnding(String name, List<String> endings) {
        return endings.stream()
                .filter(ending -> name.length() > ending.length()
                        && name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length()))
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse("");
    }

    /// What a person should know of it.
    Optional<Said> warning() {
        return switch (found) {
            case MATCHES -> Optional.empty();
            case DIFFERS ->
                Optional.of(Said.of(
                        "the file beside the proof is not the one that the proof is for: it was changed, or it is"
                                + " another one"));
            case MISSING ->
                Optional.of(Said.of("the file that the proof is for is not in the archive, or cannot be read"));
            case NOT_CHECKED ->
                Optional.of(Said.of(
                        "whether the proof is for a file of the case was not looked at: add both in one ZIP archive"));
        };
    }

    Detail detail() {
        var json = Json.object();
        if (!file.isEmpty()) {
            json.put("file", Detail.cut(file));
        }
        return new Detail("stampedFile", json.put("result", found.word).build());
    }
}
