package org.taniq.read.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Twice;

/// A record while it is put together: what is known goes into the draft, what nobody asked for is kept under its own
/// name, and a key is left out and said to be.
final class Entry {
    /// What only codes, numbers and bytes are made of.
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9+/=_-]*+|[0-9.:]*+");

    /// Of these, what nobody types as a word: numbers, names of ours with `_`, and long ones that are not letters
    /// alone.
    private static final Pattern NO_WORD =
            Pattern.compile("[0-9.:+-]*+|[A-Z0-9]*+(?:_[A-Z0-9]++)++|(?=[A-Za-z_-]*+[0-9+/=])[A-Za-z0-9+/=_-]{16,}+");

    private static final Pattern CHOICE = Pattern.compile("[A-Z0-9_]*+");
    private static final Pattern NO_BLANK = Pattern.compile("\\S{0,2048}");

    private static final Pattern KEY_NAME =
            Pattern.compile(".*(?:Key|Keys|Password|Secret|Token|Credential|Presentation|Entropy|EntropyPool)");

    private static final Pattern SNAKE = Pattern.compile("_([a-z])");
    private static final Set<String> SECRET =
            Known.MEMBERS.list("secret").stream().map(Entry::plain).collect(Collectors.toUnmodifiableSet());

    /// Names of keys that are told of one record.
    private static final int MOST_KEYS = 100;

    private static final int LONGEST_NAME = 100;

    private final Draft draft = new Draft();
    private final Directory directory;
    private final Set<String> keys = new TreeSet<>();
    private final List<String> ofOthers = new ArrayList<>();
    private boolean isNotice;
    private boolean contradicts;

    Entry(Directory directory) {
        this.directory = directory;
    }

    Draft draft() {
        return draft;
    }

    Directory directory() {
        return directory;
    }

    /// It belongs to nobody, and stands under the name of whoever it is about or who acted.
    Entry notice(Actor under) {
        isNotice = true;
        draft.mark(Mark.SYSTEM).by(new Actor.App(under.name()));
        draft.detail("actedId", under.id());
        return this;
    }

    /// Words that whoever wrote the record did not write, or not as words.
    void shown(String text) {
        ofOthers.add(text);
    }

    void person(String name, Actor who) {
        if (!who.equals(Actor.UNSTATED)) {
            draft.detail(name, Directory.said(who));
        }
    }

    void time(String name, String text) {
        draft.detail(name, Moment.text(text));
    }

    void yes(String name, Json is) {
        if (is.equals(Json.of(true))) {
            draft.detail(name, Json.of(true));
        }
    }

    /// A text of any length in as many details as it needs.
    void whole(String name, String text) {
        Detail.pieces(text).forEach(piece -> draft.detail(name, piece));
    }

    /// Takes an object; what is none stays, and is kept as it stands.
    static Fields inside(Fields fields, String name) {
        var value = fields.value(name);
        if (value instanceof Json.Obj) {
            fields.take(name);
        }
        return Fields.of(value);
    }

    /// Takes a list of objects; what in it is none is kept as it stands.
    void each(Fields fields, String name, Consumer<Fields> use) {
        for (var item : fields.list(name)) {
            if (item instanceof Json.Obj) {
                use.accept(Fields.of(item));
            } else {
                rest(name, item);
            }
        }
    }

    /// It says two things of who wrote it: nobody is named.
    void contradicts() {
        contradicts = true;
        draft.twice();
    }

    boolean isContradicting() {
        return contradicts;
    }

    /// What is left of these.
    void rest(Fields fields) {
        fields.left().forEach(this::rest);
    }

    /// What nobody asked for, with every word in it.
    void rest(String called, Json value) {
        kept(called, value).ifPresent(kept -> words(Twice.plain(called), kept));
    }

    /// The same of what somebody else wrote: no word of it is text of the record.
    void keep(String called, Json value) {
        kept(called, value);
    }

    /// @return what was kept, without keys
    private Optional<Json> kept(String called, Json value) {
        String name = Twice.plain(called);
        if (isSilent(name, value) || value instanceof Json.Null) {
            return Optional.empty();
        }
        if (isKey(name, value)) {
            leftOut(name);
            return Optional.empty();
        }
        var kept = withoutKeys(value);
        for (var piece : Detail.pieces(kept instanceof Json.Str(String text) ? text : kept.inOrder())) {
            draft.column(name, isText(kept) ? Json.of(piece) : kept);
        }
        return Optional.of(kept);
    }

    private static boolean isText(Json value) {
        return value instanceof Json.Str || value instanceof Json.Arr || value instanceof Json.Obj;
    }

    /// Every text within, whatever it looks like.
    void allWords(Json value) {
        switch (value) {
            case Json.Str(String text) -> shown(text);
            case Json.Arr(var items) -> items.forEach(this::allWords);
            case Json.Obj object -> object.members().forEach(this::allWords);
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void allWords(String called, Json value) {
        String name = Twice.plain(called);
        if (!isKey(name, value) && !isSilent(name, value) && !name.equals("type")) {
            allWords(value);
        }
    }

    private void words(String name, Json value) {
        switch (value) {
            case Json.Str(String text) -> {
                boolean isChoice = Known.MEMBERS.has("choices", name)
                        && CHOICE.matcher(text).matches();
                if (!isChoice && !NO_WORD.matcher(text).matches()) {
                    shown(text);
                }
            }
            case Json.Arr(var items) -> items.forEach(item -> words(name, item));
            case Json.Obj object -> object.members().forEach((called, member) -> words(Twice.plain(called), member));
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private Json withoutKeys(Json value) {
        return switch (value) {
            case Json.Arr(var items) ->
                Json.of(items.stream().map(this::withoutKeys).toList());
            case Json.Obj object -> withoutKeys(object);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    private Json withoutKeys(Json.Obj object) {
        var kept = new LinkedHashMap<String, Json>();
        object.members().forEach((called, value) -> {
            String name = Twice.plain(called);
            if (isKey(name, value)) {
                leftOut(name);
            } else if (!isSilent(name, value)) {
                kept.put(called, withoutKeys(value));
            }
        });
        return new Json.Obj(kept);
    }

    private void leftOut(String name) {
        if (keys.size() < MOST_KEYS) {
            keys.add(Detail.cut(name, LONGEST_NAME));
        }
    }

    /// Nothing that a person wrote or did: what holds words, wherever they stand, is kept.
    private static boolean isSilent(String name, Json value) {
        return Known.MEMBERS.has("silent", name) && hasNoWords(value);
    }

    private static boolean hasNoWords(Json value) {
        return switch (value) {
            case Json.Str(String text) -> NO_BLANK.matcher(text).matches();
            case Json.Arr(var items) -> items.stream().allMatch(Entry::hasNoWords);
            case Json.Obj object -> object.members().values().stream().allMatch(Entry::hasNoWords);
            case Json.Num _, Json.Bool _, Json.Null _ -> true;
        };
    }

    /// Whether it opens something, in whatever spelling: `profileKey`, `profile_key`.
    private static boolean isKey(String name, Json value) {
        if (SECRET.contains(plain(name))) {
            return true;
        }
        String camel = SNAKE.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return (Known.MEMBERS.has("secretBytes", name)
                        || KEY_NAME.matcher(camel).matches())
                && isCode(value);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isCode(Json value) {
        return switch (value) {
            case Json.Str(String text) -> CODE.matcher(text).matches();
            case Json.Arr(var items) -> items.stream().allMatch(Entry::isCode);
            case Json.Num _ -> true;
            case Json.Obj _, Json.Bool _, Json.Null _ -> false;
        };
    }

    /// The record, which is in this line.
    ///
    /// @param item the line
    Activity record(JsonPass.Item item) {
        if (!keys.isEmpty()) {
            draft.always(new Detail("keysLeftOut", Json.strings(List.copyOf(keys))));
        }
        item.marks().forEach(draft::mark);
        words();
        return draft.record(Spot.Lines.of(item.span()), item.place());
    }

    /// In what nobody wrote, nobody's words end.
    private void words() {
        if (isNotice) {
            ofOthers.forEach(draft::words);
        } else {
            draft.shown(ofOthers);
        }
    }
}
