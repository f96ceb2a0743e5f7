package org.taniq.read.record;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.taniq.base.Json;
import org.taniq.base.When;

/// One thing that was read: who did what, when, to what, as the source says it, in the words of
/// ActivityStreams 2.0. It mirrors the sealed schema `record/2`; empty text means that the source has none.
///
/// @param verb what was done
/// @param actor who did it, as the source wrote it
/// @param audience to whom, where the source says so
/// @param published when, with what the source wrote and how it was understood
/// @param object what was written, attached, or left after a deletion
/// @param marks what is peculiar about it
/// @param spot the place in the bytes that were read
/// @param inReplyTo the source's id of what is answered
/// @param address where it stood on the web
/// @param counts likes, votes, shares as the source wrote them
/// @param id the source's own id of it
/// @param place where in its source it stands, besides lines and bytes
/// @param details what else the source says, in its order
public record Activity(
        Verb verb,
        Actor actor,
        Actor audience,
        When published,
        Thing object,
        Set<Mark> marks,
        Spot spot,
        String inReplyTo,
        String address,
        Map<String, Long> counts,
        String id,
        Place place,
        List<Detail> details) {

    public Activity {
        marks = ordered(marks);
        counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(counts));
        details = List.copyOf(details);
    }

    /// An activity with no reply, address, counts, id, place or details: a line of a chat.
    public static Activity of(Verb verb, Actor actor, When published, Thing object, Set<Mark> marks, Spot spot) {
        return new Activity(
                verb,
                actor,
                Actor.UNSTATED,
                published,
                object,
                marks,
                spot,
                "",
                "",
                Map.of(),
                "",
                Place.UNSTATED,
                List.of());
    }

    /// The same, about something else.
    public Activity about(Thing thing) {
        return new Activity(
                verb, actor, audience, published, thing, marks, spot, inReplyTo, address, counts, id, place, details);
    }

    /// The same, with the source's own id of it.
    public Activity called(String name) {
        return new Activity(
                verb, actor, audience, published, object, marks, spot, inReplyTo, address, counts, name, place,
                details);
    }

    /// The same, at this place of its source.
    public Activity at(Place where) {
        return new Activity(
                verb, actor, audience, published, object, marks, spot, inReplyTo, address, counts, id, where, details);
    }

    /// The same, with these marks and no others.
    public Activity marked(Set<Mark> others) {
        return new Activity(
                verb, actor, audience, published, object, others, spot, inReplyTo, address, counts, id, place, details);
    }

    /// The same, with these details and no others, as far as one record holds them.
    public Activity with(List<Detail> more) {
        return new Activity(
                verb,
                actor,
                audience,
                published,
                object,
                marks,
                spot,
                inReplyTo,
                address,
                counts,
                id,
                place,
                Detail.fitting(more));
    }

    /// The activity with the members of `record/2`, as `taniq read --records` prints it.
    public Json.Obj toJson() {
        return ActivityJson.of(this);
    }

    private static Set<Mark> ordered(Set<Mark> marks) {
        return marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
    }
}
