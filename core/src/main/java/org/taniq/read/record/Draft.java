package org.taniq.read.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import org.taniq.base.Json;
import org.taniq.base.When;

/// A record while it is put together.
public final class Draft {
    /// Why a time is not known of which nothing is written.
    public static final String NO_TIME = "the source states no time";

    /// What is longer is cut.
    public static final int MAX_TEXT = 1 << 20;

    /// Files of one record.
    private static final int MOST_FILES = 1000;

    /// Addresses that are looked for in the words: more would take time that is squared.
    private static final int MOST_COMPARED = 100;

    private final SequencedSet<String> lines = new LinkedHashSet<>();
    private final List<Attachment> files = new ArrayList<>();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private final Map<String, Long> counts = new TreeMap<>();
    private final Details details = new Details();
    private Verb verb = Verb.CREATE;
    private Actor actor = Actor.UNSTATED;
    private Actor audience = Actor.UNSTATED;
    private When published = new When.Unknown("", NO_TIME);
    private String reply = "";
    private String address = "";
    private String id = "";
    private boolean isGone;
    private boolean isTwice;
    private int links;

    /// Who is named so; nobody where both are empty.
    public static Actor named(String name, String id) {
        return name.isEmpty() && id.isEmpty() ? Actor.UNSTATED : new Actor.Named(Detail.cut(name), Detail.cut(id));
    }

    public Draft verb(Verb what) {
        verb = what;
        return this;
    }

    public Draft by(Actor who) {
        actor = who;
        return this;
    }

    public Draft to(Actor whom) {
        audience = whom;
        return this;
    }

    public Draft at(When when) {
        published = when;
        return this;
    }

    public Draft called(String name) {
        id = Detail.cut(name);
        return this;
    }

    public Draft answers(String other) {
        reply = Detail.cut(other);
        return this;
    }

    public Draft stoodAt(String url) {
        address = Detail.cut(url);
        return this;
    }

    public Draft mark(Mark mark) {
        marks.add(mark);
        return this;
    }

    /// It was deleted: what there is are words that the application put in its place.
    public Draft gone() {
        isGone = true;
        return mark(Mark.DELETED);
    }

    /// Words of the application's behind those of whoever wrote: it is said where hers end.
    public Draft shown(List<String> ofApplication) {
        var others = ofApplication.stream().filter(text -> !text.isEmpty()).toList();
        if (!others.isEmpty()) {
            details.always(Detail.of("mainWords", String.join("\n", lines)));
            others.forEach(this::words);
        }
        return this;
    }

    /// Words as they are; not a second time where they are there already.
    public Draft words(String text) {
        if (!text.isEmpty()) {
            lines.add(text);
        }
        return this;
    }

    /// The address behind a link; not a second time where it stands in the words already.
    public Draft link(String url) {
        links++;
        boolean stands =
                links <= MOST_COMPARED && !lines.isEmpty() && lines.getFirst().contains(url);
        return stands ? this : words(url);
    }

    /// It says something twice: what it says may be of two people, and nobody is named who wrote it.
    public Draft twice() {
        isTwice = true;
        return mark(Mark.LOOKALIKE);
    }

    public boolean isTwice() {
        return isTwice;
    }

    public Draft file(String name, Attachment.State state) {
        if (files.size() < MOST_FILES) {
            files.add(new Attachment(Detail.cut(name), state));
        } else {
            detail("fileLeftOut", name);
        }
        return this;
    }

    /// Nothing where the text is empty.
    public Draft detail(String name, String text) {
        if (!text.isEmpty()) {
            details.add(Detail.of(name, text));
        }
        return this;
    }

    /// The same of what is said of the whole record and must not fall out: it is kept however much else there is.
    public Draft always(Detail detail) {
        details.always(detail);
        return this;
    }

    /// What is more than a text; its members have names of ours.
    public Draft detail(String name, Json value) {
        details.add(new Detail(name, value));
        return this;
    }

    /// As a count, where the text is a number from 0 on that a record can hold, else as a detail.
    public Draft count(String name, String text) {
        OptionalLong number = Fields.asNumber(text);
        if (number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= Json.MAX_INTEGER) {
            counts.put(name, number.getAsLong());
            return this;
        }
        return detail(name, text);
    }

    /// What somebody else calls something: under the name that stands there, with its value. What stands there a second
    /// time may be words, too.
    public Draft member(String called, Json value) {
        if (value instanceof Json.Null) {
            return this;
        }
        String name = Twice.plain(called);
        if (!name.equals(called) && value instanceof Json.Str(var again)) {
            words(again);
        }
        return said(name, value);
    }

    /// The same of a table, whose columns have no names twice.
    public Draft column(String called, Json value) {
        return said(called, value);
    }

    private Draft said(String name, Json value) {
        boolean isList = value instanceof Json.Arr || value instanceof Json.Obj;
        details.add(new Detail(
                "member",
                Json.object()
                        .put("name", Json.of(Detail.cut(name)))
                        .put("value", isList ? Json.of(value.inOrder()) : value)
                        .build()));
        return this;
    }

    /// Hands it over as what stands there.
    public void hand(JsonPass pass, JsonPass.Item item) throws IOException {
        item.marks().forEach(this::mark);
        if (item.value().orElse(Json.NULL) instanceof Json.Obj object && Twice.says(object)) {
            twice();
        }
        if (isTwice()) {
            pass.twice();
        }
        pass.read(record(Spot.Lines.of(item.span()), item.place()));
    }

    /// The record.
    public Activity record(Spot spot, Place place) {
        var text = text();
        Thing thing = isGone ? new Thing.Tombstone(text) : new Thing.Note(text, files);
        return new Activity(
                verb,
                author(),
                audience,
                published,
                thing,
                marks,
                spot,
                reply,
                address,
                counts,
                id,
                place,
                details.all());
    }

    private Actor author() {
        if (!isTwice || !(actor instanceof Actor.Named)) {
            return actor;
        }
        details.always(new Detail(
                "by",
                Json.object().put("name", actor.name()).put("id", actor.id()).build()));
        return Actor.UNSTATED;
    }

    private String text() {
        var text = String.join("\n", lines);
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        marks.add(Mark.CUT);
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }
}
