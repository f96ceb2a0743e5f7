package org.taniq.app;

import java.text.NumberFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.taniq.base.Lang;

/// One sentence of [Messages] with its places.
record Sentence(String key, String pattern, Lang language) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:, plural,((?:\\s*\\w+ \\{[^{}]*\\})+)\\s*)?\\}");
    private static final Pattern FORM = Pattern.compile("(\\w+) \\{([^{}]*)\\}");

    /// The sentence with its places filled.
    ///
    /// @throws IllegalArgumentException if a value is missing, is not a number where one is counted, or has
    ///     no place
    String fill(Map<String, Object> values, Supplier<NumberFormat> numbers) {
        if (!places().equals(values.keySet())) {
            throw new IllegalArgumentException("message " + key + " has the places " + places());
        }
        return PLACE.matcher(pattern).replaceAll(found -> {
            Object value = values.getOrDefault(found.group(1), "");
            String shown =
                    value instanceof Number number ? numbers.get().format(number.longValue()) : String.valueOf(value);
            String forms = found.group(2);
            return java.util.regex.Matcher.quoteReplacement(
                    forms == null ? shown : form(forms, value).replace("#", shown));
        });
    }

    /// The names of the places.
    Set<String> places() {
        var names = new LinkedHashSet<String>();
        PLACE.matcher(pattern).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /// What a translator did wrong, if anything.
    List<String> faults() {
        var faults = new java.util.ArrayList<String>();
        if (PLACE.matcher(pattern).replaceAll("").matches("(?s).*[{}].*")) {
            faults.add("a brace that belongs to no place");
        }
        PLACE.matcher(pattern)
                .results()
                .filter(found -> found.group(2) != null)
                .map(found -> forms(found.group(2)).keySet())
                .filter(forms -> !forms.equals(needed()))
                .forEach(forms -> faults.add("plural forms " + forms + " and not " + needed()));
        return faults;
    }

    private Set<String> needed() {
        return language == Lang.RU ? Set.of("one", "few", "many") : Set.of("one", "other");
    }

    private String form(String forms, Object value) {
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException("message " + key + " counts something that is no number");
        }
        return forms(forms).getOrDefault(category(number.longValue()), "#");
    }

    private static Map<String, String> forms(String forms) {
        var all = new java.util.LinkedHashMap<String, String>();
        FORM.matcher(forms).results().forEach(found -> all.put(found.group(1), found.group(2)));
        return all;
    }

    /// The plural category of CLDR for whole numbers.
    private String category(long number) {
        if (language != Lang.RU) {
            return number == 1 ? "one" : "other";
        }
        long tens = Math.abs(number) % 100;
        long ones = tens % 10;
        if (ones == 1 && tens != 11) {
            return "one";
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }
}
