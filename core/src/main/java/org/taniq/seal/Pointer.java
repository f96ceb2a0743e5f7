package org.taniq.seal;

import org.taniq.base.Digest;
import org.taniq.base.Json;

/// Points to a statement: by its place in a log and the hash of its leaf, never by a digest of what it says.
///
/// @param log 32 hex digits
public record Pointer(String log, long index, Digest leaf) {

    /// `<log>-<index>`, as files and indexes name a statement.
    public String name() {
        return log + "-" + index;
    }

    public Json json() {
        return Json.object()
                .put("index", index)
                .put("leaf", leaf.hex())
                .put("log", log)
                .build();
    }

    /// Reads a pointer to a statement or to a record.
    ///
    /// @throws IllegalArgumentException if the value is none
    public static Pointer of(Json json) {
        if (json instanceof Json.Obj object
                && object.members().get("index") instanceof Json.Num(long index)
                && object.members().get("leaf") instanceof Json.Str(String leaf)
                && object.members().get("log") instanceof Json.Str(String log)) {
            return new Pointer(log, index, Digest.ofHex(leaf));
        }
        throw new IllegalArgumentException("not a pointer");
    }
}
