package org.taniq.read.proof;

import org.taniq.base.Hash;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;

/// The digest of what a proof is for.
///
/// @param hex in lower case
record Imprint(Hash kind, String hex) {
    Detail detail() {
        return new Detail(
                "imprint",
                Json.object().put("algorithm", kind.word()).put("value", hex).build());
    }
}
