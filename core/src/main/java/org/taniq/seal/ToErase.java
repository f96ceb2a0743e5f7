package org.taniq.seal;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// What goes when items are erased: they, every item made of them or lying in them, and every reading of any of
/// these, whoever sealed it.
public final class ToErase {
    private final Unlocked vault;
    private final SequencedMap<Pointer, Unlocked.Sealed> going = new LinkedHashMap<>();
    private final Set<Pointer> sources = new HashSet<>();

    private ToErase(Unlocked vault) {
        this.vault = vault;
    }

    /// @throws Trouble if one of them is no item
    public static ToErase of(Unlocked vault, List<Unlocked.Sealed> items) throws Trouble {
        var plan = new ToErase(vault);
        for (var item : items) {
            if (!is("item/1", item)) {
                throw new Trouble(Said.of(
                        "statement {statement} is no item: what is erased are items, and what was read of them goes with them",
                        "statement",
                        item.pointer().index()));
            }
            plan.go(item);
        }
        plan.follow();
        return plan;
    }

    /// What somebody says was erased and is here all the same, and what was made of something that was erased.
    public static ToErase ofWhatIsSaid(Unlocked vault) {
        var plan = new ToErase(vault);
        vault.allErased().forEach(each -> plan.sources.add(each.pointer()));
        vault.statements().stream()
                .filter(each -> plan.sources.contains(each.pointer()))
                .forEach(plan::go);
        plan.follow();
        return plan;
    }

    /// The same, in the vault as it is now.
    public ToErase in(Unlocked now) {
        var plan = new ToErase(now);
        plan.sources.addAll(sources);
        now.statements().stream()
                .filter(each -> sources.contains(each.pointer()))
                .forEach(plan::go);
        plan.follow();
        return plan;
    }

    private void go(Unlocked.Sealed statement) {
        sources.add(statement.pointer());
        going.put(statement.pointer(), statement);
    }

    /// Whether nothing goes.
    public boolean isNothing() {
        return going.isEmpty();
    }

    private static boolean is(String schema, Unlocked.Sealed statement) {
        return statement.opened().schema().name().equals(schema);
    }

    /// Until nothing more is made of what goes.
    private void follow() {
        var items = vault.statements("item/1");
        int before;
        do {
            before = going.size();
            items.stream().filter(item -> isOf(item, "derivedFrom")).forEach(this::go);
        } while (going.size() > before);
        vault.readings().stream().filter(reading -> isOf(reading, "items")).forEach(this::go);
    }

    private boolean isOf(Unlocked.Sealed statement, String field) {
        return pointers(statement.value(field)).stream().anyMatch(sources::contains);
    }

    private static List<Pointer> pointers(Json value) {
        return value.objects().stream()
                .filter(ToErase::isPointer)
                .map(Pointer::of)
                .toList();
    }

    /// One that has another form is altered, and the check says so.
    private static boolean isPointer(Json.Obj object) {
        try {
            return Pointer.isIn(object);
        } catch (Altered _) {
            return false;
        }
    }

    public List<Unlocked.Sealed> items() {
        return going.values().stream().filter(each -> is("item/1", each)).toList();
    }

    public List<Unlocked.Sealed> readings() {
        return going.values().stream().filter(Unlocked.Sealed::isReading).toList();
    }

    public boolean holds(Pointer statement) {
        return going.containsKey(statement);
    }

    /// Items that stay and hold what goes: the archive of a member, the picture that another one was made of.
    public List<Unlocked.Sealed> origins() {
        var origins = new LinkedHashSet<Pointer>();
        for (var item : items()) {
            pointers(item.value("derivedFrom")).stream()
                    .filter(origin -> !holds(origin))
                    .forEach(origins::add);
        }
        return vault.statements("item/1").stream()
                .filter(item -> origins.contains(item.pointer()))
                .toList();
    }

    /// Items that stay and have the same bytes as one that goes.
    public List<Unlocked.Sealed> twins() {
        Set<Json> digests = new HashSet<>();
        items().forEach(item -> digests.add(item.value("sha256")));
        return staying("item/1", item -> digests.contains(item.value("sha256")));
    }

    private List<Unlocked.Sealed> staying(String schema, Predicate<Unlocked.Sealed> which) {
        return vault.statements(schema).stream()
                .filter(each -> !holds(each.pointer()))
                .filter(which)
                .toList();
    }

    /// Whether a value of a statement points to something that goes, such as what a dossier showed.
    public boolean isNamedIn(Json value) {
        return pointers(value).stream().anyMatch(this::holds);
    }

    /// Whether something lies in the folder that was interrupted while it was sealed, and may hold the same.
    public boolean leavesInterrupted() throws IOException {
        return vault.hasInterrupted();
    }

    /// The names of the blobs that hold it, and nothing that stays.
    private List<String> blobs() throws IOException {
        var blobs = held();
        blobs.removeAll(Shared.with(vault, this::holds, blobs).blobs());
        return List.copyOf(blobs);
    }

    private Set<String> held() {
        var blobs = new LinkedHashSet<String>();
        going.values().forEach(each -> blobs.addAll(each.line().blobs()));
        return blobs;
    }

    /// Statements that stay and lead to the same blobs, which stay for it.
    public List<Unlocked.Sealed> sharing() throws IOException {
        return Shared.with(vault, this::holds, held()).by();
    }

    /// What is sealed of it.
    public Erasure erasure(Erasure.Stated stated, List<Erasure.Left> left) throws IOException {
        return new Erasure(List.copyOf(going.sequencedKeySet()), blobs(), stated, left);
    }
}
