package org.taniq.seal;

import java.util.List;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Checks that what statements point to, where it is shown, is what they point to.
final class Pointers {
    private final Map<String, Proof> proofs;
    private final Map<String, Long> sizes;

    /// @param proofs by `<log>-<index>`
    /// @param sizes of the logs that are shown
    Pointers(Map<String, Proof> proofs, Map<String, Long> sizes) {
        this.proofs = proofs;
        this.sizes = sizes;
    }

    void check(Proof proof) throws Altered {
        for (var disclosure : proof.show()) {
            for (var object : disclosure.value().objects()) {
                checkPointer(object);
            }
        }
        for (var rows : proof.rows().values()) {
            for (var row : rows) {
                check(row);
            }
        }
    }

    private void checkPointer(Json.Obj object) throws Altered {
        var members = object.members();
        if (!Pointer.isIn(object)
                || !(members.get("log") instanceof Json.Str(String log))
                || !(members.get("index") instanceof Json.Num(long index))) {
            return;
        }
        if (index >= sizes.getOrDefault(log, Long.MAX_VALUE)) {
            throw new Altered(Said.of("a pointer goes beyond the end of log {log}", "log", log));
        }
        var target = proofs.get(log + "-" + index);
        if (target == null) {
            return;
        }
        if (!Json.of(target.leaf().hash().hex()).equals(members.get("leaf"))) {
            throw new Altered(Said.of(
                    "a pointer to statement {statement} of {log} means another leaf",
                    Map.of("statement", index, "log", log)));
        }
        if (members.get("record") instanceof Json.Num(long record)) {
            checkRecord(target, record, members.getOrDefault("recordLeaf", Json.NULL));
        }
    }

    private static void checkRecord(Proof reading, long record, Json leaf) throws Altered {
        var records = reading.value(Schema.RECORDS).orElse(Json.NULL);
        if (records instanceof Json.Obj
                && record >= ProofCheck.TreeValue.shown(reading, Schema.RECORDS).size()) {
            throw new Altered("a pointer goes beyond the last record");
        }
        for (var row : reading.rows().getOrDefault(Schema.RECORDS, List.of())) {
            if (row.index() == record && !Json.of(row.leaf().hash().hex()).equals(leaf)) {
                throw new Altered(Said.of("a pointer to record {record} means another leaf", "record", record));
            }
        }
    }
}
