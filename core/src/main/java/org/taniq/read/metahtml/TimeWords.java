package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.taniq.base.Yaml;

/// The words in a time, of all languages at once. A name of two different months is none.
final class TimeWords {
    private static final String FILE = "/read/metahtml/times.yaml";

    private final Map<String, Integer> months = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> mornings = new HashSet<>();
    private final Set<String> afternoons = new HashSet<>();

    private static final class Holder {
        static final TimeWords WORDS = new TimeWords(Yaml.resource(FILE));
    }

    private TimeWords(Yaml file) {
        file.allow("am", "pm", "between", "languages");
        file.texts("am").forEach(word -> mornings.add(plain(word)));
        file.texts("pm").forEach(word -> afternoons.add(plain(word)));
        file.texts("between").forEach(word -> silent.add(plain(word)));
        file.get("languages").members().values().forEach(this::language);
        ambiguous.forEach(months::remove);
    }

    private void language(Yaml language) {
        language.allow("months", "days");
        language.texts("days").forEach(word -> silent.add(plain(word)));
        var all = new ArrayList<>(language.get("months").items());
        for (int month = 1; month <= all.size(); month++) {
            names(all.get(month - 1).texts(), month);
        }
    }

    private void names(List<String> names, int month) {
        for (var name : names) {
            Integer before = months.put(plain(name), month);
            if (before != null && before != month) {
                ambiguous.add(plain(name));
            }
        }
    }

    static TimeWords all() {
        return Holder.WORDS;
    }

    /// A word without its full stop and without capitals.
    static String plain(String word) {
        return word.replaceAll("^[.,]+|[.,]+$", "").toLowerCase(Locale.ROOT);
    }

    OptionalInt month(String plain) {
        Integer month = months.get(plain);
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }

    /// Whether it says nothing of when: a day of the week, `at`.
    boolean isSilent(String plain) {
        return plain.isEmpty() || silent.contains(plain) && !months.containsKey(plain);
    }

    boolean isMorning(String plain) {
        return mornings.contains(plain);
    }

    boolean isAfternoon(String plain) {
        return afternoons.contains(plain);
    }
}
