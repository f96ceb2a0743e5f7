package org.taniq.read;

import java.util.List;
import java.util.Set;
import org.taniq.base.When;

/// Records of people who do not exist.
final class Invented {
    private Invented() {}

    static Activity note(String actor, When when, String text) {
        return activity(actor, when, new Thing.Note(text, List.of()));
    }

    static Activity activity(String actor, When when, Thing thing) {
        return Activity.of(Verb.CREATE, new Actor.Named(actor, ""), when, thing, Set.of(), new Spot.Lines(0, 1, 1, 1));
    }

    static When unknown() {
        return new When.Unknown("", "none");
    }
}
