package org.taniq.seal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.taniq.base.Altered;
import org.taniq.base.Json;

/// Checks that who shows a record also shows what it was read from, and how much of that was left out
/// (docs/format.md, section 10.2).
final class ReadingCheck {
    private static final List<String> OF_READING = List.of("items", "parser", "records", "skipped", "replaces");
    private static final List<String> OF_RECORD = List.of("type", "marks");

    private ReadingCheck() {}

    /// @param proofs the statements shown, by `<log>-<index>`
    static void check(Proof reading, Proof record, Map<String, Proof> proofs) throws Altered {
        refuseWithheld(reading, OF_READING);
        refuseWithheld(record, OF_RECORD);
        var items = items(reading);
        if (items.isEmpty() || skipped(reading).isEmpty()) {
            throw new Altered("its reading names nothing that was read, or does not count what it skipped");
        }
        for (var item : items) {
            var shown = proofs.get(item);
            if (shown != null && !shown.leaf().schema().equals("item/1")) {
                throw new Altered("its reading read something that is no item");
            }
        }
    }

    private static void refuseWithheld(Proof proof, List<String> fields) throws Altered {
        for (var field : fields) {
            if (proof.value(field).isEmpty()) {
                throw new Altered(proof.leaf().schema() + " does not show " + field);
            }
        }
    }

    /// The items that a reading shows, as `<log>-<index>`; none where it shows something else than a list
    /// of pointers.
    static Set<String> items(Proof reading) {
        var names = new TreeSet<String>();
        if (!(reading.value("items").orElse(Json.NULL) instanceof Json.Arr(List<Json> items))) {
            return names;
        }
        for (var item : items) {
            if (!isPointer(item)) {
                return Set.of();
            }
            names.add(Pointer.of(item).name());
        }
        return names;
    }

    private static boolean isPointer(Json item) {
        try {
            return item instanceof Json.Obj object && Pointer.isIn(object);
        } catch (Altered otherForm) {
            return false; // said where pointers are checked
        }
    }

    /// How many passages a reading shows as skipped; nothing where it shows no count.
    static Optional<Long> skipped(Proof reading) {
        return reading.value("skipped").orElse(Json.NULL) instanceof Json.Obj object
                        && object.members().get("count") instanceof Json.Num(long count)
                        && count >= 0
                ? Optional.of(count)
                : Optional.empty();
    }
}
