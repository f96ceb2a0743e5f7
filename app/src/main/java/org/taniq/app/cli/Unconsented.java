package org.taniq.app.cli;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.taniq.act.Consents;
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
    List<String> sentences(List<Dossier.Choice> exhibits) throws IOException {
        var unlocked = casebook.unlocked();
        var shown = new HashSet<Pointer>();
        for (var exhibit : exhibits) {
            switch (exhibit) {
                case Dossier.Choice.File(var item) -> add(item, unlocked, shown);
                case Dossier.Choice.Message(var reading, var _) -> {
                    for (var item : pointers(unlocked.statement(reading).value("items"))) {
                        add(item, unlocked, shown);
                    }
                }
            }
        }
        var words = new ConsentWords(around, casebook);
        return Consents.of(unlocked).against(shown).stream().map(words::line).toList();
    }

    private static void add(Pointer item, Unlocked unlocked, Set<Pointer> shown) throws IOException {
        if (shown.add(item) && unlocked.erased(item).isEmpty()) {
            for (var origin : pointers(unlocked.statement(item).value("derivedFrom"))) {
                add(origin, unlocked, shown);
            }
        }
    }

    private static List<Pointer> pointers(Json value) {
        return value.objects().stream()
                .filter(object -> object.members().containsKey("leaf"))
                .map(Pointer::of)
                .toList();
    }
}
