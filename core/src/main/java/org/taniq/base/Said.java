package org.taniq.base;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence in English with named places, `cannot write {file}`, and what stands in them: so whoever
/// shows it can say it in another language, and need not take a finished sentence apart.
///
/// @param template the sentence as it is written in the code, which is how a translation of it is found
/// @param values what stands in its places: data, which is never translated, or another [Said], which is
public record Said(String template, Map<String, Object> values) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

    public Said {
        values = Map.copyOf(values);
    }

    /// A sentence without places.
    public static Said of(String template) {
        return new Said(template, Map.of());
    }

    /// A sentence with one place.
    public static Said of(String template, String place, Object value) {
        return new Said(template, Map.of(place, value));
    }

    /// A sentence with several places.
    public static Said of(String template, Map<String, ?> values) {
        return new Said(template, Map.copyOf(values));
    }

    /// The sentence in English.
    @Override
    public String toString() {
        return PLACE.matcher(template)
                .replaceAll(place ->
                        Matcher.quoteReplacement(String.valueOf(values.getOrDefault(place.group(1), place.group()))));
    }
}
