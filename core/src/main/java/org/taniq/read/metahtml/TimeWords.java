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

/// The words in a time, of one language.
final class TimeWords {
    private static final String FILE = "/read/metahtml/times.yaml";

    private final Map<String, Integer> months = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> firsts = new HashSet<>();
    private final List<Half> halves = new ArrayList<>();

    /// A half of the day.
    ///
    /// @param words that stand for it, one after another
    record Half(List<String> words, boolean isAfternoon) {

        boolean standsAt(List<String> plain, int at) {
            return at + words.size() <= plain.size()
                    && plain.subList(at, at + words.size()).equals(words);
        }
    }

    private static final class Holder {
        static final Yaml FILE = Yaml.resource(TimeWords.FILE);
        static final Set<String> ZONES = Set.copyOf(FILE.texts("zones"));
        static final List<TimeWords> ALL = FILE.get("languages").members().values().stream()
                .map(language -> new TimeWords(FILE, language))
                .toList();
        static final Map<String, List<TimeWords>> OF_MONTHS = new HashMap<>();
        static final Map<String, List<Half>> OF_HALVES = new HashMap<>();

        static {
            for (var language : ALL) {
                language.months
                        .keySet()
                        .forEach(month -> OF_MONTHS
                                .computeIfAbsent(month, _ -> new ArrayList<>())
                                .add(language));
                language.halves.forEach(half -> OF_HALVES
                        .computeIfAbsent(half.words().getFirst(), _ -> new ArrayList<>())
                        .add(half));
            }
        }
    }

    private TimeWords(Yaml file, Yaml language) {
        file.allow("am", "pm", "between", "zones", "languages");
        language.allow("months", "days", "am", "pm", "between", "first");
        List.of(file, language).forEach(this::words);
        language.texts("days").forEach(word -> silent.add(plain(word)));
        language.find("first").ifPresent(first -> first.texts().forEach(word -> firsts.add(plain(word))));
        var all = language.get("months").items();
        for (int month = 1; month <= all.size(); month++) {
            int number = month;
            all.get(month - 1).texts().forEach(name -> months.put(plain(name), number));
        }
    }

    private void words(Yaml words) {
        words.find("am").ifPresent(all -> all.texts().forEach(word -> half(word, false)));
        words.find("pm").ifPresent(all -> all.texts().forEach(word -> half(word, true)));
        words.find("between").ifPresent(all -> all.texts().forEach(word -> silent.add(plain(word))));
    }

    private void half(String words, boolean isAfternoon) {
        var plain = List.of(words.split(" ")).stream().map(TimeWords::plain).toList();
        halves.add(new Half(plain, isAfternoon));
    }

    /// Languages that have a month of this name, in the order of the file.
    static List<TimeWords> withMonth(String plain) {
        return Holder.OF_MONTHS.getOrDefault(plain, List.of());
    }

    /// Halves of the day, in any language, that begin with this word.
    static List<Half> halvesOfAll(String plain) {
        return Holder.OF_HALVES.getOrDefault(plain, List.of());
    }

    /// Whether it is the short name of a zone.
    static boolean isZone(String word) {
        return Holder.ZONES.contains(word);
    }

    /// A word without its full stop and without capitals; that of a capital İ is an i.
    static String plain(String word) {
        return word.replaceAll("^[.,]+|[.,]+$", "").toLowerCase(Locale.ROOT).replace("\u0307", "");
    }

    OptionalInt month(String plain) {
        Integer month = months.get(plain);
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }

    boolean isFirst(String plain) {
        return firsts.contains(plain);
    }

    /// Whether it says nothing of when: a day of the week, `at`.
    boolean isSilent(String plain) {
        return plain.isEmpty() || silent.contains(plain);
    }

    /// What stands for halves of the day.
    List<Half> halves() {
        return halves;
    }
}
