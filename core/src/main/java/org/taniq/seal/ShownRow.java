package org.taniq.seal;

import java.util.Set;

/// What is shown of a record: some of its fields, of its text all pieces but those withheld, and of its details
/// all but those withheld (both counted from 0).
public record ShownRow(Set<String> fields, Set<Integer> withheldPieces, Set<Integer> withheldDetails) {
    public ShownRow {
        fields = Set.copyOf(fields);
        withheldPieces = Set.copyOf(withheldPieces);
        withheldDetails = Set.copyOf(withheldDetails);
    }

    /// A record whose details, where they are shown, are all shown.
    public ShownRow(Set<String> fields, Set<Integer> withheldPieces) {
        this(fields, withheldPieces, Set.of());
    }
}
