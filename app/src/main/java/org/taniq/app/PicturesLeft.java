package org.taniq.app;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.read.screen.Screenshot;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// Pictures of a case of which the words were not read yet by this parser, also those within archives. A copy of a
/// picture that the program made itself is none.
record PicturesLeft(Unlocked vault, String parser) {
    List<Pointer> pictures() throws IOException {
        var read = read();
        return vault.statements("item/1").stream()
                .filter(item -> Screenshot.TYPES.contains(Records.text(item.value("mediaType"))))
                .filter(item ->
                        !isCanonical(item) && !read.contains(item.pointer().json()))
                .map(Unlocked.Sealed::pointer)
                .toList();
    }

    private static boolean isCanonical(Unlocked.Sealed item) {
        return !item.value("pixels").equals(Json.NULL)
                && !item.value("derivedFrom").equals(Json.NULL);
    }

    private Set<Json> read() throws IOException {
        var read = new HashSet<Json>();
        for (var reading : vault.readings()) {
            if (reading.value("parser").equals(Json.of(parser))
                    && reading.value("items") instanceof Json.Arr(List<Json> items)) {
                read.addAll(items);
            }
        }
        return read;
    }
}
