package org.taniq.read.record;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;

/// One walk through a JSON text, from its beginning or from behind damage to its end or to damage.
public final class JsonPass {
    private final Stretch stretch;
    private final Handing handing;
    private final boolean isWhole;
    private JsonWalk.Start begun;
    private JsonWalk.Start done;
    private Optional<JsonWalk.Start> held = Optional.empty();

    /// Whether places in what is walked through are places in the file.
    public enum Places {
        IN_FILE,
        /// It is a part of the file: behind damage, or a line of it.
        IN_PART
    }

    /// A value that was read whole: as far as it could be, where it stands, and what is peculiar about its bytes.
    public record Item(Optional<Json> value, Span span, Place place, Set<Mark> marks) {}

    /// @param start where it begins
    public JsonPass(Stretch stretch, Places places, JsonWalk.Start start, Handing handing) {
        this.stretch = stretch;
        this.handing = handing;
        this.isWhole = places == Places.IN_FILE;
        this.begun = start;
        this.done = start;
    }

    public JsonWalk walk() {
        return stretch.walk();
    }

    /// Whether it begins where the text begins.
    public boolean isWhole() {
        return isWhole;
    }

    /// Where damage begins that comes up now.
    public JsonWalk.Start damage() {
        return held.orElse(begun.at() > done.at() ? begun : done);
    }

    /// Behind all of it, once it is read.
    public JsonWalk.Start end() {
        return behind(walk().since(new JsonWalk.Start(0, 1)));
    }

    private static JsonWalk.Start behind(Span span) {
        return new JsonWalk.Start(span.to(), span.last());
    }

    private JsonWalk.Start begin() {
        var start = walk().start();
        if (start.at() >= begun.at()) {
            begun = start;
        }
        if (held.isEmpty()) {
            stretch.forget(begun.at());
        }
        return start;
    }

    /// Goes into the array or object that is next.
    public void enter() {
        begin();
        walk().enter();
    }

    /// What is done with one element of a list.
    @FunctionalInterface
    public interface Element {
        void read(JsonPass pass) throws IOException;
    }

    /// Goes through the list that is next. Lists within it are gone into: a bracket too many must not take all that
    /// stands behind it along.
    public void elements(Element each) throws IOException {
        enter();
        while (walk().hasNext()) {
            if (walk().isArray() && walk().depth() < JsonReading.DEEPEST) {
                elements(each);
            } else {
                each.read(this);
            }
        }
    }

    private Span end(JsonWalk.Start start) {
        var span = walk().since(start);
        done = behind(span);
        return span;
    }

    /// Reads the next value whole. What has a hole in it is none: it may be the beginning of one and the end of
    /// another.
    public Item item() throws IOException {
        var start = begin();
        long replaced = stretch.replaced(start.at());
        var place = isWhole ? Place.path(walk().pointer()) : Place.UNSTATED;
        var value = walk().value();
        var span = end(start);
        if (stretch.hasHole(span, replaced)) {
            return new Item(Optional.empty(), span, place, Set.of(Mark.NOT_TEXT));
        }
        return new Item(value, span, place, stretch.replaced(span.to()) > replaced ? Set.of(Mark.NOT_TEXT) : Set.of());
    }

    /// Passes over the next value, which says nothing but what the text is, or of which it was said elsewhere.
    public void frame() throws IOException {
        var start = begin();
        walk().skip();
        end(start);
    }

    /// Passes over the next value, and says so.
    public void section() throws IOException {
        var start = begin();
        walk().skip();
        handing.unread(end(start), Unread.Reason.SECTION);
    }

    /// What is no record, because it is damaged, too large or something else.
    public void none(Item item) throws IOException {
        if (item.value().isPresent()) {
            handing.unread(item.span(), Unread.Reason.NO_MESSAGE);
        } else if (item.marks().contains(Mark.NOT_TEXT)) {
            handing.hole(item.span(), item.span().last());
        } else {
            handing.unread(item.span(), Unread.Reason.TOO_LARGE);
        }
    }

    /// Hands over a record.
    public void read(Activity record) throws IOException {
        handing.read(record);
    }

    /// The record that is read next says something twice.
    public void twice() {
        handing.twice();
    }

    /// Goes into the object that is next, whose members are read one by one: where one of them is damaged, all of it
    /// counts as damaged, until it is left.
    ///
    /// @return where it begins
    public JsonWalk.Start hold() {
        var start = begin();
        walk().enter();
        held = Optional.of(start);
        return start;
    }

    /// It was left, or what was read of it is handed over.
    ///
    /// @return where it stands
    public Span release(JsonWalk.Start start) {
        held = Optional.empty();
        return end(start);
    }

    /// What was read of it up to damage is handed over: the damage begins with the last member that was begun, for a
    /// quote that is lost is seen behind it only.
    ///
    /// @return where that stands
    public Span releaseAtDamage(JsonWalk.Start start) {
        held = Optional.empty();
        done = begun;
        return new Span(start.at(), begun.at(), start.line(), Math.max(start.line(), begun.line()));
    }
}
