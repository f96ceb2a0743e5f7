package org.taniq.read.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Twice;

/// A name with its value, as it stands in the lists of a HAR; of one that says something twice there are several.
///
/// @param names all that it has
/// @param file the name of a file that was sent; empty where none was
record HarPair(String name, String value, List<String> names, String file) {
    /// Of one name that many stand there under; of more the last are one.
    private static final int MOST = 16;

    static List<HarPair> of(Json item) {
        var names = texts(item, "name");
        var values = texts(item, "value");
        var files = texts(item, "fileName");
        var pairs = new ArrayList<HarPair>();
        int most = Math.max(1, Math.max(names.size(), values.size()));
        for (int i = 0; i < most; i++) {
            pairs.add(new HarPair(each(names, i), each(values, i), names, each(files, i)));
        }
        return pairs;
    }

    private static String each(List<String> texts, int i) {
        return texts.isEmpty() ? "" : texts.get(Math.min(i, texts.size() - 1));
    }

    private static List<String> texts(Json item, String name) {
        var all = Fields.of(item).left().entrySet().stream()
                .filter(member -> Twice.plain(member.getKey()).equals(name))
                .map(member -> text(member.getValue()))
                .toList();
        if (all.size() <= MOST) {
            return all;
        }
        var some = new ArrayList<>(all.subList(0, MOST - 1));
        some.add(String.join(" ", all.subList(MOST - 1, all.size())));
        return some;
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> Long.toString(number);
            case Json.Bool _ -> value.canonical();
            case Json.Obj _, Json.Arr _ -> Discreet.text("", value);
            case Json.Null _ -> "";
        };
    }

    /// The value, as a field of a form, without what is secret.
    String shown() {
        return names.stream().anyMatch(each -> Secrets.hides(each, value))
                ? Secrets.HIDDEN
                : JsonWords.withoutSecrets(value);
    }

    /// Whether it is among these lines, in the one or the other form in which a form is sent.
    boolean isIn(Set<String> lines) {
        return Stream.of(line(), shown())
                .filter(said -> !said.isEmpty())
                .anyMatch(said -> said.lines().allMatch(lines::contains));
    }

    /// Both, as a field of a form.
    String line() {
        return name + "=" + shown() + (file.isEmpty() ? "" : " (" + file + ")");
    }

    /// Both, as a line of a head.
    Json ofHead() {
        boolean isSecret = names.stream()
                .anyMatch(each -> Secrets.in(new RecordHead.Field(each, value)).equals(Secrets.HIDDEN));
        return Json.strings(List.of(name, isSecret ? Secrets.HIDDEN : Secrets.inAddresses(value)));
    }
}
