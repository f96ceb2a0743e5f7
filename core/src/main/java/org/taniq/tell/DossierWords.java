package org.taniq.tell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The fixed words of the dossier in one language, read strictly: every [Word] is there, nothing else is,
/// and each text holds exactly the placeholders of its word.
final class DossierWords {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final Map<Word, String> texts;

    private DossierWords(Map<Word, String> texts) {
        this.texts = texts;
    }

    static DossierWords of(DossierPages.Language language) {
        String file = "/dossier/" + language.name().toLowerCase(Locale.ROOT) + ".yaml";
        try (InputStream in = Objects.requireNonNull(DossierWords.class.getResourceAsStream(file), file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the words of the dossier: " + file, e);
        }
    }

    static DossierWords read(InputStream in) {
        var loaded = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the words of the dossier are not a map");
        }
        var left = new HashMap<Object, Object>(map);
        var texts = new EnumMap<Word, String>(Word.class);
        for (var word : Word.values()) {
            texts.put(word, checked(word, left.remove(word.key())));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("unknown words of the dossier: " + left.keySet());
        }
        return new DossierWords(texts);
    }

    private static String checked(Word word, @Nullable Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw new IllegalArgumentException("missing word of the dossier: " + word.key());
        }
        List<String> found = new ArrayList<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        if (!found.stream()
                .sorted()
                .distinct()
                .toList()
                .equals(word.placeholders().stream().sorted().toList())) {
            throw new IllegalArgumentException(word.key() + " needs the placeholders " + word.placeholders());
        }
        return text.strip();
    }

    /// The text with its placeholders filled, in the order in which [Word] declares them. A value that
    /// looks like a placeholder stays as it is.
    String say(Word word, Object... values) {
        if (values.length != word.placeholders().size()) {
            throw new IllegalArgumentException(word.key() + " needs " + word.placeholders());
        }
        return PLACEHOLDER.matcher(texts.get(word)).replaceAll(match -> {
            int at = word.placeholders().indexOf(match.group(1));
            return Matcher.quoteReplacement(String.valueOf(values[at]));
        });
    }

    /// The word whose name is this prefix and the name of the constant: `KIND_` and `Kind.MESSAGE`.
    String say(String prefix, Enum<?> constant) {
        return say(Word.valueOf(prefix + constant.name()));
    }
}
