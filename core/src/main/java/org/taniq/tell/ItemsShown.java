package org.taniq.tell;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// The items of which a dossier shows something: an exhibit, what it was read from, what that lies in or was made
/// of, what lies in a file that leaves whole, the proofs of its steps, and the same bytes sealed once more.
public final class ItemsShown {
    private final Unlocked vault;
    private final Set<Pointer> shown = new HashSet<>();

    private ItemsShown(Unlocked vault) {
        this.vault = vault;
    }

    /// @param steps the ids of the steps that are shown, of which each proof is named
    public static Set<Pointer> of(Unlocked vault, List<Dossier.Choice> exhibits, Collection<String> steps)
            throws IOException {
        var items = new ItemsShown(vault);
        for (var exhibit : exhibits) {
            items.add(exhibit);
        }
        for (var proof : items.proofs(steps)) {
            items.add(proof);
        }
        items.addTwins();
        return Set.copyOf(items.shown);
    }

    private void add(Dossier.Choice exhibit) throws IOException {
        switch (exhibit) {
            case Dossier.Choice.File(var item) -> {
                addMadeOf(item);
                add(item);
            }
            case Dossier.Choice.Message(var reading, var _) -> {
                for (var item : pointers(vault.statement(reading).value("items"))) {
                    add(item);
                }
            }
        }
    }

    private void addMadeOf(Pointer whole) {
        for (var item : vault.statements("item/1")) {
            if (pointers(item.value("derivedFrom")).contains(whole) && shown.add(item.pointer())) {
                addMadeOf(item.pointer());
            }
        }
    }

    /// An item and what it lies in or was made of.
    private void add(Pointer item) throws IOException {
        shown.add(item);
        if (vault.holds(item, "item/1")) {
            for (var origin : pointers(vault.statement(item).value("derivedFrom"))) {
                if (!shown.contains(origin)) {
                    add(origin);
                }
            }
        }
    }

    private List<Pointer> proofs(Collection<String> steps) {
        return Steps.of(vault).all().stream()
                .filter(last -> steps.contains(last.step().id()))
                .flatMap(last -> last.stated().stream())
                .flatMap(stated -> stated.step().proofs().stream())
                .map(Step.Proof::item)
                .toList();
    }

    private void addTwins() {
        var items = vault.statements("item/1");
        var digests = items.stream()
                .filter(item -> shown.contains(item.pointer()))
                .map(item -> item.value("sha256"))
                .collect(Collectors.toSet());
        items.stream()
                .filter(item -> digests.contains(item.value("sha256")))
                .forEach(item -> shown.add(item.pointer()));
    }

    private static List<Pointer> pointers(Json value) {
        return value.objects().stream()
                .filter(object -> object.members().containsKey("leaf"))
                .map(Pointer::of)
                .toList();
    }
}
