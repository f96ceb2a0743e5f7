package org.taniq.read.index;

import java.util.List;
import java.util.Set;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

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
