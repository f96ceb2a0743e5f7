package org.taniq.read.meta;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Mark;

/// All words, files and times in a value, wherever in it they stand: what is added to the format tomorrow is found as
/// well, and nothing that somebody wrote is only in a detail.
final class Gathered {
    /// What phones and cameras noted; files in it are files.
    private static final String OF_DEVICES = "media_metadata";
    /// Since 2023: a list of values with labels in the language of the account.
    static final String LABELLED = "label_values";
    /// What no person writes as words.
    private static final Set<String> SILENT = Set.of("latitude", "longitude");

    private static final Set<String> FILES = Set.of("uri", "path");
    private static final int LONGEST_PATH = 1 << 12;
    private static final Pattern ADDRESS = Pattern.compile("https?://.*", Pattern.DOTALL);

    /// A number that no person writes so: of a position, or of a time as a fraction.
    private static final Pattern FRACTION =
            Pattern.compile("-?\\d{1,20}(\\.\\d{4,40}|(\\.\\d{1,40})?[eE][+-]?\\d{1,5})");

    private static final Set<String> TIMES =
            Set.of("timestamp", "timestamp_ms", "creation_timestamp", "created_at", "taken_at", "timestamp_value");

    private final Set<Mark> marks;
    private final SequencedSet<String> words = new LinkedHashSet<>();
    private final SequencedSet<String> files = new LinkedHashSet<>();
    private final SequencedSet<String> notExported = new LinkedHashSet<>();
    private Optional<When> time = Optional.empty();
    private long characters;

    /// @param marks takes what is found on the way
    Gathered(Set<Mark> marks) {
        this.marks = marks;
    }

    /// @param name of the member that it is, or of the list it stands in
    void add(String name, Json value) {
        if (name.equals(OF_DEVICES)) {
            filesOnly(name, value);
            return;
        }
        if (SILENT.contains(name) || isTime(name, value) || Inner.isList(name, value)) {
            return;
        }
        mark(name);
        switch (value) {
            case Json.Str(String text) -> text(name, text);
            case Json.Arr(var items) when name.equals(LABELLED) -> items.forEach(this::labelled);
            case Json.Arr(var items) -> items.forEach(item -> add(name, item));
            case Json.Obj(var members) -> members.forEach(this::add);
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private boolean isTime(String name, Json value) {
        var found = TIMES.contains(name) ? Moment.of(value) : Optional.<When>empty();
        time = time.or(() -> found);
        return found.isPresent();
    }

    private void filesOnly(String name, Json value) {
        switch (value) {
            case Json.Str(String text) when FILES.contains(name) -> text(name, text);
            case Json.Arr(var items) -> items.forEach(item -> filesOnly(name, item));
            case Json.Obj(var members) -> members.forEach(this::filesOnly);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    /// Without what the platform calls it.
    private void labelled(Json value) {
        switch (value) {
            case Json.Obj(var members) -> {
                boolean isGroup = members.containsKey("dict");
                members.forEach((name, member) -> {
                    boolean isLabel =
                            name.equals("label") || name.equals("ent_field_name") || isGroup && name.equals("title");
                    if (name.equals("dict") || name.equals("vec")) {
                        labelled(member);
                    } else if (!isLabel) {
                        add(name, member);
                    }
                });
            }
            case Json.Arr(var items) -> items.forEach(this::labelled);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> add("", value);
        }
    }

    private void mark(String name) {
        switch (name) {
            case "poll" -> marks.add(Mark.POLL);
            case "coordinate" -> marks.add(Mark.LOCATION);
            case "call_duration" -> marks.add(Mark.CALL);
            default -> {}
        }
    }

    private void text(String name, String text) {
        if (text.isBlank() || FRACTION.matcher(text).matches()) {
            return;
        }
        boolean isPath = FILES.contains(name)
                && text.length() <= LONGEST_PATH
                && !ADDRESS.matcher(text).matches();
        if (!isPath) {
            word(text);
        } else if (text.indexOf('/') < 0 && text.indexOf('.') < 0) {
            notExported.add(text);
        } else {
            files.add(text);
        }
    }

    /// What a record's text cannot hold need not be remembered.
    private void word(String text) {
        if (characters > Saying.LONGEST) {
            marks.add(Mark.CUT);
        } else if (words.add(text)) {
            characters += text.length();
        }
    }

    /// In the order of the source, none twice.
    SequencedSet<String> words() {
        return words;
    }

    /// The paths of files.
    SequencedSet<String> files() {
        return files;
    }

    /// What stands instead of the path of a file that was not exported.
    SequencedSet<String> notExported() {
        return notExported;
    }

    /// The first one.
    Optional<When> time() {
        return time;
    }
}
