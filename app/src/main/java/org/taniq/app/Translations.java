package org.taniq.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Lang;

/// Sentences that the stages give in English, and what the system and the rules say, in another language:
/// `said/<language>/<area>.txt`. An English sentence stands on one line, its translation on the next, then
/// an empty line. Lines that begin with `#` explain.
final class Translations {
    /// The files there are: what went wrong or was checked, what the computer's system says, and why a rule
    /// found something.
    static final List<String> AREAS = List.of("trouble", "system", "reasons");

    private Translations() {}

    /// All of them, by the English sentence; none where the language is English.
    static Map<String, String> into(Lang language) {
        var all = new HashMap<String, String>();
        AREAS.forEach(area -> all.putAll(read(language, area)));
        return Map.copyOf(all);
    }

    static Map<String, String> read(Lang language, String area) {
        String name = "/said/" + language.code() + "/" + area + ".txt";
        try (InputStream in = Translations.class.getResourceAsStream(name)) {
            return in == null ? Map.of() : pairs(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("the messages cannot be read from the program", broken);
        }
    }

    private static Map<String, String> pairs(String name, String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var pairs = new HashMap<String, String>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            if (pairs.put(lines.get(i), lines.get(i + 1)) != null) {
                throw new IllegalStateException(name + " translates twice: " + lines.get(i));
            }
        }
        if (lines.size() % 2 != 0) {
            throw new IllegalStateException(name + " has a sentence without its translation");
        }
        return pairs;
    }
}
