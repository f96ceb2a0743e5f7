package org.taniq.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Lang;
import org.taniq.base.Said;
import org.taniq.base.Text;

/// What the program says, in one language. The sentences are data, `messages/<language>/<area>.properties`;
/// the area of a key is what stands before its first dot, so `add.sealed` is in `add.properties`. Help
/// texts, which picocli asks for, are in the area of their command: `taniq.add.…` is in `add.properties`
/// too, and what belongs to no command in `taniq.properties`.
///
/// A sentence has places with names, `{file}`, and counts,
/// `{n, plural, one {# message} other {# messages}}`, with the forms of its language: one and other; in
/// Russian one, few and many. What is put into a place is made visible first (see [Text#visible]), so a
/// name from evidence cannot move the cursor.
public final class Messages {
    /// The languages that there are, best known first.
    public static final List<Lang> LANGUAGES = List.of(Lang.EN, Lang.AZ, Lang.RU);

    private static final String ROOT = "taniq";
    private static final String COMMON = "common";
    private static final String TOLD = "told";

    private final Lang language;
    private final Map<Lang, NumberFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, Properties> areas = new ConcurrentHashMap<>();
    private final Map<String, Sentence> sentences = new ConcurrentHashMap<>();
    private final Map<Lang, Map<String, String>> translations = new ConcurrentHashMap<>();

    private Messages(Lang language) {
        this.language = language;
    }

    /// In this language, in English where there are no messages in it.
    public static Messages in(Lang language) {
        return new Messages(LANGUAGES.contains(language) ? language : Lang.EN);
    }

    /// The language that is meant: the one after `--lang`, else that of the person's computer.
    ///
    /// @param typed the whole command line, not parsed yet
    public static Messages chosen(List<String> typed, Locale locale) {
        for (int i = 0; i < typed.size() && !typed.get(i).equals("--"); i++) {
            if (typed.get(i).startsWith("--lang=")) {
                return in(Lang.of(typed.get(i).substring("--lang=".length())));
            }
            if (typed.get(i).equals("--lang") && i + 1 < typed.size()) {
                return in(Lang.of(typed.get(i + 1)));
            }
        }
        return in(Lang.of(locale.getLanguage()));
    }

    public Lang language() {
        return language;
    }

    /// A sentence without places.
    public String say(String key) {
        return say(key, Map.of());
    }

    /// A sentence with one place.
    public String say(String key, String place, Object value) {
        return say(key, Map.of(place, value));
    }

    /// A sentence with every place filled.
    ///
    /// @param values strings and whole numbers, by the names of their places
    /// @throws IllegalArgumentException if there is no such sentence, or the values are not those that it
    ///     needs
    public String say(String key, Map<String, ?> values) {
        var shown = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> shown.put(name, shown(value)));
        return sentences.computeIfAbsent(key, this::sentence).fill(shown, this::numbers);
    }

    private Sentence sentence(String key) {
        String pattern = text(key).orElseThrow(() -> new IllegalArgumentException("no message " + key));
        return new Sentence(key, pattern, language);
    }

    /// A format of one's own: it is for one thread. The first takes long to make, and few sentences have numbers.
    private NumberFormat numbers() {
        var first = formats.computeIfAbsent(language, each -> NumberFormat.getIntegerInstance(each.locale()));
        return (NumberFormat) first.clone();
    }

    private NumberFormat ungrouped() {
        var numbers = numbers();
        numbers.setGroupingUsed(false);
        return numbers;
    }

    private Object shown(Object value) {
        return switch (value) {
            case Said said -> say(said);
            case Number number -> number;
            default -> Text.visible("" + value);
        };
    }

    /// A sentence that a stage gave, found by its English: in this language where somebody translated it,
    /// else in English. Numbers in it are indexes or sizes, so they are not grouped.
    public String say(Said said) {
        var shown = new LinkedHashMap<String, Object>();
        said.values().forEach((name, value) -> shown.put(name, shown(value)));
        String template = said.template();
        return new Sentence(template, translated(template), language).fill(shown, this::ungrouped);
    }

    /// A finished sentence in English, without places: in this language where somebody translated it, else
    /// as it is.
    String translated(String english) {
        return translations.computeIfAbsent(language, Translations::into).getOrDefault(english, english);
    }

    /// The word for something that data name by an id, such as `label.threat_to_life`; the id itself where
    /// there is none.
    public String word(String group, String id) {
        return text(group + "." + id).orElse(id);
    }

    /// The sentence as it is written, places and all; nothing where there is none.
    Optional<String> text(String key) {
        String[] parts = key.split("\\.", 3);
        boolean ofCommand = parts[0].equals(ROOT) && parts.length == 3;
        var here = Optional.ofNullable(area(parts[ofCommand ? 1 : 0]).getProperty(key));
        return here.isPresent() ? here : Optional.ofNullable(area(ROOT).getProperty(key));
    }

    private Properties area(String name) {
        return areas.computeIfAbsent(name, area -> read(language, area));
    }

    /// The sentences of one area; empty where there is no such area.
    static Properties read(Lang language, String area) {
        var sentences = new Properties();
        if (!area.matches("[a-z-]+")) {
            return sentences;
        }
        try (InputStream in =
                Messages.class.getResourceAsStream("/messages/" + language.code() + "/" + area + ".properties")) {
            if (in != null) {
                sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return sentences;
        } catch (IOException broken) {
            throw new UncheckedIOException("the messages cannot be read from the program", broken);
        }
    }

    /// The help texts, as picocli looks for them.
    ///
    /// @param commands the names of all commands, which are areas too
    public ResourceBundle help(Set<String> commands) {
        var texts = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of(ROOT, COMMON, TOLD), commands.stream())
                .forEach(area -> area(area).forEach((key, text) -> texts.put("" + key, "" + text)));
        return new Help(texts);
    }

    private static final class Help extends ResourceBundle {
        private final Map<String, String> texts;

        private Help(Map<String, String> texts) {
            this.texts = texts;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return texts.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
