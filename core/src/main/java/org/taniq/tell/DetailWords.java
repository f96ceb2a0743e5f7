package org.taniq.tell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.taniq.base.Json;

/// What a source says besides, as people read it: the names of details, and the codes that stand in them, in one
/// language. What has no words here is shown as it is.
public final class DetailWords {
    private static final String LINE = " / ";
    private static final String NOTHING = "–";

    private final Map<?, ?> words;

    private DetailWords(Map<?, ?> words) {
        this.words = words;
    }

    /// @param language `en`, `az` or `ru`
    public static DetailWords of(String language) {
        String file = "/detail/" + language + ".yaml";
        try (InputStream in = Objects.requireNonNull(DetailWords.class.getResourceAsStream(file), file)) {
            return new DetailWords((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the words of details: " + file, e);
        }
    }

    /// One detail on a line: `forwarded from: Rauf`.
    public String say(String name, Json value) {
        if (name.equals("member")
                && value instanceof Json.Obj(var member)
                && member.get("name") instanceof Json.Str(String called)) {
            return other(called) + ": " + value("", member.getOrDefault("value", Json.NULL));
        }
        return name(name) + ": " + value(name, value);
    }

    /// What a detail is called.
    String name(String name) {
        String label = named(name);
        return label.isEmpty() ? other(name) : label;
    }

    /// What the source itself calls so.
    private String other(String name) {
        return word(words, "other").replace("{name}", name);
    }

    private String value(String name, Json value) {
        return switch (value) {
            case Json.Str(String text) -> text(name, text);
            case Json.Num(long number) -> Long.toString(number);
            case Json.Bool(boolean is) -> word(words, Boolean.toString(is));
            case Json.Null _ -> NOTHING;
            case Json.Arr(var items) ->
                items.stream().map(item -> within(name, item)).collect(Collectors.joining(", "));
            case Json.Obj(var members) ->
                members.entrySet().stream()
                        .map(each -> member(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", "));
        };
    }

    private String within(String name, Json item) {
        return item instanceof Json.Obj ? "(" + value(name, item) + ")" : value(name, item);
    }

    private String member(String name, Json value) {
        String label = named(name);
        return (label.isEmpty() ? name : label) + " " + within(name, value);
    }

    private String text(String name, String text) {
        if (text.isBlank()) {
            return NOTHING;
        }
        String code = word(map(map(words, "codes"), name), text);
        return code.isEmpty() ? text.strip().replaceAll("\\R", LINE) : code;
    }

    private String named(String name) {
        return word(map(words, "names"), name);
    }

    /// Whether a detail of this name has words.
    public boolean knows(String name) {
        return !named(name).isEmpty();
    }

    /// All that have words, with the codes of each behind it.
    Set<String> all() {
        var all = new TreeSet<String>();
        map(words, "names").keySet().forEach(name -> all.add(name.toString()));
        map(words, "codes")
                .forEach((name, codes) -> ((Map<?, ?>) codes).keySet().forEach(code -> all.add(name + " " + code)));
        return all;
    }

    private static Map<?, ?> map(Map<?, ?> of, String name) {
        return of.get(name) instanceof Map<?, ?> map ? map : new LinkedHashMap<>();
    }

    private static String word(Map<?, ?> of, String name) {
        return of.get(name) instanceof String text ? text : "";
    }
}
