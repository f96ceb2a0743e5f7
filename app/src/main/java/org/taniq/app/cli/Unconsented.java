package org.taniq.app.cli;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.act.Consents;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.app.Casebook;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.tell.Dossier;

/// What of a dossier somebody refused to have shown, or no longer allows: an exhibit, what it was read from, and
/// what that lies in or was made of.
final class Unconsented {
    private final Surroundings around;
    private final Casebook casebook;

    Unconsented(Surroundings around, Casebook casebook) {
        this.around = around;
        this.casebook = casebook;
    }

    /// One for each statement against it, as a person reads it.
    ///
    /// @param steps the ids of the steps that are shown, of which each proof is named
    List<String> sentences(List<Dossier.Choice> exhibits, Collection<String> steps) throws IOException {
        var unlocked = casebook.unlocked();
        var shown = new HashSet<Pointer>();
        for (var exhibit : exhibits) {
            switch (exhibit) {
                case Dossier.Choice.File(var item) -> {
                    addMadeOf(item, unlocked, shown);
                    add(item, unlocked, shown);
                }
                case Dossier.Choice.Message(var reading, var _) -> {
                    for (var item : pointers(unlocked.statement(reading).value("items"))) {
                        add(item, unlocked, shown);
                    }
                }
            }
        }
        for (var proof : proofs(steps, unlocked)) {
            add(proof, unlocked, shown);
        }
        addTwins(unlocked, shown);
        var words = new ConsentWords(around, casebook);
        return Consents.of(unlocked).against(shown).stream().map(words::line).toList();
    }

    /// What lies in a file that leaves whole, and the picture that was made of it.
    private static void addMadeOf(Pointer whole, Unlocked unlocked, Set<Pointer> shown) {
        for (var item : unlocked.statements("item/1")) {
            if (pointers(item.value("derivedFrom")).contains(whole) && shown.add(item.pointer())) {
                addMadeOf(item.pointer(), unlocked, shown);
            }
        }
    }

    /// An item and what it lies in or was made of.
    private static void add(Pointer item, Unlocked unlocked, Set<Pointer> shown) throws IOException {
        shown.add(item);
        if (unlocked.holds(item, "item/1")) {
            for (var origin : pointers(unlocked.statement(item).value("derivedFrom"))) {
                if (!shown.contains(origin)) {
                    add(origin, unlocked, shown);
                }
            }
        }
    }

    private static List<Pointer> proofs(Collection<String> steps, Unlocked unlocked) {
        return Steps.of(unlocked).all().stream()
                .filter(last -> steps.contains(last.step().id()))
                .flatMap(last -> last.stated().stream())
                .flatMap(stated -> stated.step().proofs().stream())
                .map(Step.Proof::item)
                .toList();
    }

    /// The same bytes, sealed once more.
    private static void addTwins(Unlocked unlocked, Set<Pointer> shown) {
        var items = unlocked.statements("item/1");
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
