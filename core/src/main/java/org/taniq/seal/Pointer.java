package org.taniq.seal;

import org.jspecify.annotations.Nullable;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// Points to a statement: by its place in a log and the hash of its leaf, never by a digest of what it
/// says.
///
/// @param log 32 hex digits
public record Pointer(String log, long index, Digest leaf) {

    /// `<log>-<index>`, as files and indexes name a statement.
    public String name() {
        return log + "-" + index;
    }

    public Json.Obj json() {
        return Json.object()
                .put("index", index)
                .put("leaf", leaf.hex())
                .put("log", log)
                .build();
    }

    /// An object with the members `index` and `log` is a pointer, wherever it stands, and must have its
    /// form: one that one reader follows and another skips would have two meanings.
    static boolean isIn(Json.Obj object) throws Altered {
        var members = object.members();
        if (!members.containsKey("index") || !members.containsKey("log")) {
            return false;
        }
        boolean record = members.containsKey("record") || members.containsKey("recordLeaf");
        if (!(members.get("log") instanceof Json.Str)
                || !isNumber(members.get("index"))
                || !isHash(members.get("leaf"))
                || record && !(isNumber(members.get("record")) && isHash(members.get("recordLeaf")))) {
            throw new Altered("a pointer has another form than a pointer has");
        }
        return true;
    }

    private static boolean isNumber(@Nullable Json value) {
        return value instanceof Json.Num(long number) && number >= 0;
    }

    private static boolean isHash(@Nullable Json value) {
        return value instanceof Json.Str(String hex) && Digest.isHex(hex);
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
