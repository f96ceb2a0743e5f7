package org.taniq.seal;

import java.util.Set;

/// What is shown of a record: some of its fields, and of its text all pieces but those withheld (counted
/// from 0).
public record ShownRow(Set<String> fields, Set<Integer> withheldPieces) {
    public ShownRow {
        fields = Set.copyOf(fields);
        withheldPieces = Set.copyOf(withheldPieces);
    }
}
