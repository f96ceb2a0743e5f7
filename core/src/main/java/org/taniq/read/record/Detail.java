package org.taniq.read.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.Text;
import org.taniq.seal.PlaceCheck;

/// One further thing that the source says of a record and that is peculiar to its format: when it was edited, from
/// whom it was forwarded, what a camera noted. It mirrors the sealed schema `detail/1`.
///
/// @param name our word for it, such as `forwardedFrom`; never taken from evidence
/// @param value what the source says; members of objects in it have names of ours, too, and none points anywhere
public record Detail(String name, Json value) {
    /// Characters of one text; what is longer is cut, and ends with `…`.
    public static final int LONGEST = 1 << 16;

    /// Characters of all details of one record together; see docs/format.md, section 7, for how large a row may be.
    static final long MOST = 4 << 20;

    /// What each value counts besides its characters.
    private static final int EACH = 32;

    /// Arrays and objects within one another: what a parser puts together of its own words, not what a source nests.
    static final int DEEPEST = 8;

    public Detail {
        if (!PlaceCheck.isName(name)
                || !value.objects().stream()
                        .allMatch(object -> object.members().keySet().stream().allMatch(PlaceCheck::isName))) {
            throw new IllegalArgumentException("a name that is none of ours");
        }
        if (value.objects().stream()
                .anyMatch(object -> object.members().keySet().containsAll(List.of("index", "log")))) {
            throw new IllegalArgumentException("it would count as a pointer");
        }
    }

    public static Detail of(String name, String text) {
        return new Detail(name, Json.of(Text.whole(text)));
    }

    public static Detail of(String name, long number) {
        return new Detail(name, Json.of(number));
    }

    /// These as far as one record holds them: long texts are cut, what is nested too deep becomes its text, and where
    /// not all fit the last says how many were left out.
    static List<Detail> fitting(List<Detail> all) {
        var fitting = new Details();
        all.forEach(fitting::add);
        return fitting.all();
    }

    /// The same, cut to what a detail holds.
    Detail fitting() {
        return new Detail(name, cut(depth(value) > DEEPEST ? Json.of(value.canonical()) : value));
    }

    /// About the characters that it takes, and something for each value: of those a row holds a limited number too.
    public static long size(Json value) {
        return EACH
                + switch (value) {
                    case Json.Str(String text) -> text.length();
                    case Json.Arr(List<Json> values) -> size(values);
                    case Json.Obj object ->
                        size(object.members().values())
                                + (long) EACH * object.members().size();
                    case Json.Null _, Json.Bool _, Json.Num _ -> 0;
                };
    }

    private static long size(Collection<Json> values) {
        return values.stream().mapToLong(Detail::size).sum();
    }

    private static int depth(Json value) {
        return switch (value) {
            case Json.Arr(List<Json> values) -> 1 + deepest(values);
            case Json.Obj object -> 1 + deepest(object.members().values());
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> 0;
        };
    }

    private static int deepest(Collection<Json> values) {
        return values.stream().mapToInt(Detail::depth).max().orElse(0);
    }

    private static Json cut(Json value) {
        return switch (value) {
            case Json.Str(String text) -> Json.of(cut(text));
            case Json.Arr(List<Json> values) ->
                Json.of(values.stream().map(Detail::cut).toList());
            case Json.Obj object -> {
                var members = new LinkedHashMap<>(object.members());
                members.replaceAll((_, member) -> cut(member));
                yield new Json.Obj(members);
            }
            case Json.Null _, Json.Bool _, Json.Num _ -> value;
        };
    }

    /// A text of which no more is kept than [#LONGEST] characters.
    public static String cut(String text) {
        return cut(text, LONGEST);
    }

    /// A text of which no more is kept than so many characters, two or more; where it is cut, it ends with `…`.
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /// A text in as many pieces as details need, so that none of it is cut.
    public static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        while (text.length() - from > LONGEST) {
            int end = from + LONGEST;
            end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            pieces.add(text.substring(from, end));
            from = end;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /// The row that is sealed.
    public Json row() {
        return Json.of(List.of(Json.of(name), value));
    }
}
