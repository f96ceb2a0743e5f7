package org.taniq.app;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.read.record.Parser;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// Items of a case that this parser may know and has not read yet, also those within archives. A copy of a picture that
/// the program made itself is none.
record ItemsLeft(Unlocked vault, Parser parser) {
    List<Pointer> items() throws IOException {
        var read = read();
        return vault.statements("item/1").stream()
                .filter(item -> parser.mayKnow(Records.text(item.value("mediaType"))))
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
            if (reading.value("parser").equals(Json.of(parser.name()))
                    && reading.value("items") instanceof Json.Arr(List<Json> items)) {
                read.addAll(items);
            }
        }
        return read;
    }
}
