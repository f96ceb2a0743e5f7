package org.taniq.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Json;

/// Checks that who shows a record also shows what it was read from, and how much of that was left out
/// (docs/format.md, section 10.2).
final class ReadingCheck {
    private static final List<String> OF_READING = List.of("items", "parser", "records", "skipped", "replaces");
    /// The activity types of ActivityStreams 2.0 (W3C Activity Vocabulary, section 3.1).
    private static final Set<String> TYPES = Set.of(("Accept Add Announce Arrive Block Create Delete Dislike Flag"
                    + " Follow Ignore Invite Join Leave Like Listen Move Offer Question Read Reject Remove"
                    + " TentativeAccept TentativeReject Travel Undo Update View")
            .split(" "));

    private static final Pattern MARK = Pattern.compile("[a-z][a-z-]{0,31}");

    private ReadingCheck() {}

    /// @param proofs the statements shown, by `<log>-<index>`
    static void check(Proof reading, Proof record, Map<String, Proof> proofs) throws Altered {
        refuseWithheld(reading, OF_READING);
        refuseWithheld(record, List.of("type", "marks"));
        refuseOtherWords(record);
        PlaceCheck.check(record);
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

    /// What `index.csv` says of a record in our words is nothing that its sealer could make up.
    private static void refuseOtherWords(Proof record) throws Altered {
        boolean known = record.value("type").orElse(Json.NULL) instanceof Json.Str(String type) && TYPES.contains(type);
        if (!known || marks(record.value("marks").orElse(Json.NULL)).isEmpty()) {
            throw new Altered("its record is of no type that there is, or its marks are not a sorted list of words");
        }
    }

    /// The words of a sealed list of marks; nothing where it is not one.
    static Optional<List<String>> marks(Json marks) {
        if (!(marks instanceof Json.Arr(List<Json> items))) {
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        for (var item : items) {
            boolean next = item instanceof Json.Str(String word)
                    && MARK.matcher(word).matches()
                    && (words.isEmpty() || words.getLast().compareTo(word) < 0);
            if (!next) {
                return Optional.empty();
            }
            words.add(((Json.Str) item).value());
        }
        return Optional.of(words);
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
