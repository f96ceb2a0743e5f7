package org.taniq.app.cli;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.taniq.app.Casebook;
import org.taniq.app.Surroundings;
import org.taniq.tell.Dossier;
import org.taniq.tell.ItemsShown;

/// What of a dossier somebody refused to have shown, or no longer allows; and what was said of consent in words that
/// this version does not know, because it may be just that.
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
        var shown = ItemsShown.of(casebook.unlocked(), exhibits, steps);
        var words = new ConsentWords(around, casebook);
        return Stream.concat(words.notUnderstood().stream(), words.against(shown).stream())
                .toList();
    }
}
