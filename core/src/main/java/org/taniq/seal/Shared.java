package org.taniq.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.taniq.base.Trouble;

/// Blobs that statements which stay lead to as well as some that go. Which blob a line leads to is not sealed, so
/// anybody who seals into the case can write any name there: an item counts only where the blob holds its bytes.
///
/// @param by the statements that stay
record Shared(Set<String> blobs, List<Unlocked.Sealed> by) {

    /// @param goes whether a statement goes
    /// @param blobs of those that go
    static Shared with(Unlocked unlocked, Predicate<Pointer> goes, Set<String> blobs) throws IOException {
        var shared = new HashSet<String>();
        var by = new LinkedHashSet<Unlocked.Sealed>();
        if (blobs.isEmpty()) {
            return new Shared(shared, List.of());
        }
        for (var here : unlocked.linesHere().entrySet()) {
            var statement = new Unlocked.Sealed(here.getKey(), here.getValue());
            var also = new LinkedHashSet<>(here.getValue().blobs());
            also.retainAll(blobs);
            if (!goes.test(here.getKey()) && !also.isEmpty() && isIts(unlocked, statement)) {
                shared.addAll(also);
                by.add(statement);
            }
        }
        return new Shared(shared, List.copyOf(by));
    }

    /// Of rows it is believed: whether they are those that were sealed, the check of the vault says.
    private static boolean isIts(Unlocked unlocked, Unlocked.Sealed statement) throws IOException {
        if (!statement.hasBytes()) {
            return true;
        }
        try (var bytes = unlocked.bytes(statement)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (Trouble _) {
            return false;
        }
    }
}
