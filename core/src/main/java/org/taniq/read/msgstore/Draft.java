package org.taniq.read.msgstore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// What is put together of a record while the tables are gone through that say something of it.
final class Draft {
    private static final int MOST_FILES = 1_000;

    private final List<Detail> details = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final List<Attachment> files = new ArrayList<>();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private Verb verb = Verb.CREATE;
    private String inReplyTo = "";
    private int length;

    void done(Verb what) {
        verb = what;
    }

    void answers(String id) {
        inReplyTo = id;
    }

    void mark(Mark mark) {
        marks.add(mark);
    }

    void marks(Set<Mark> more) {
        marks.addAll(more);
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /// Words of the message, below those that are there already; what a record does not hold is not kept here either.
    void say(String text) {
        if (text.isEmpty() || words.contains(text)) {
            return;
        }
        if (length > Fields.LONGEST) {
            mark(Mark.CUT);
            return;
        }
        words.add(text);
        length += text.length() + 1;
    }

    /// A message has one file; only somebody who means harm makes one with thousands.
    void attach(Attachment file) {
        if (files.size() < MOST_FILES) {
            files.add(file);
        } else {
            mark(Mark.CUT);
        }
    }

    void note(String name, String text) {
        if (!text.isEmpty()) {
            details.add(Detail.of(name, text));
        }
    }

    void note(String name, long number) {
        details.add(new Detail(name, number(number)));
    }

    void note(String name, OptionalLong number) {
        number.ifPresent(stated -> note(name, stated));
    }

    /// Not where it is 0 or less, by which WhatsApp says that there is none.
    void noteSome(String name, OptionalLong number) {
        if (number.orElse(0) > 0) {
            note(name, number);
        }
    }

    void noteTime(String name, OptionalLong milliseconds) {
        if (milliseconds.orElse(0) > 0) {
            note(name, Moment.text(milliseconds.getAsLong()));
        }
    }

    /// Whether the owner of the phone sent it, as far as that is said.
    void ofOwner(OptionalLong fromMe) {
        long number = fromMe.orElse(0);
        if (number == 1) {
            note("fromMe", Json.of(true));
        } else if (number != 0) {
            note("fromMeNumber", number);
        }
    }

    void note(String name, Json value) {
        details.add(new Detail(name, value));
    }

    /// A number as this format writes it: a large one is text.
    static Json number(long number) {
        return Math.abs(number) > Json.MAX_INTEGER || number == Long.MIN_VALUE
                ? Json.of(Long.toString(number))
                : Json.of(number);
    }

    /// The record.
    ///
    /// @param row where it stands
    Activity activity(Fields row, String id, Who who, When published) {
        marks(row.marks());
        unnamed(row);
        if (row.isApart() && !row.isUnnamed()) {
            note("rowUnsure", Json.of(true));
        }
        row.where().detail().ifPresent(details::add);
        var thing = thing();
        return new Activity(
                        verb,
                        who.actor(),
                        who.audience(),
                        published,
                        thing,
                        marks,
                        row.where().spot(),
                        inReplyTo,
                        "",
                        Map.of(),
                        id,
                        Place.row(row.table(), row.row()),
                        List.of())
                .with(details);
    }

    /// The schema does not say which column is which: all that is there, and its texts as words.
    private void unnamed(Fields row) {
        if (row.isUnnamed()) {
            values(row);
            row.words().forEach(this::say);
        }
    }

    /// All that stands in a row of which the columns are not known.
    void values(Fields row) {
        note("columnsUnknown", row.table());
        note("values", Json.strings(row.values()));
    }

    /// Who did it, and in which chat.
    record Who(Actor actor, Actor audience) {}

    /// What is left of something deleted has no words, unless the database still has them.
    private Thing thing() {
        String text = String.join("\n", words);
        if (text.length() > Fields.LONGEST) {
            marks.add(Mark.CUT);
            text = Fields.beginning(text, Fields.LONGEST);
        }
        return marks.contains(Mark.DELETED) && text.isEmpty() && files.isEmpty()
                ? new Thing.Tombstone("")
                : new Thing.Note(text, files);
    }
}
