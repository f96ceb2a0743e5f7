package org.taniq.tell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.taniq.base.Json;
import org.taniq.read.Records;

/// The names of details that do not leave unless the person asks for them: `detail/withheld.yaml`.
final class UnlessAsked {
    private static final String FILE = "/detail/withheld.yaml";
    private static final Map<?, ?> LISTS = lists();
    private static final Set<String> DETAILS = of("details");

    private static final Set<String> MEMBERS = of("members");
    private static final Set<String> ACCOUNTS = of("accounts");
    private static final Set<String> NAMES_OF_ACCOUNTS = of("names");
    private static final String ANY = anyOf(MEMBERS.stream());
    /// Of shorter ones people begin sentences.
    private static final int SHORTEST = 5;

    /// A member of one of these names that is not empty, however it is spelt, also in JSON within a text.
    private static final Pattern SAID = Pattern.compile(
            "(?i)\\\\*+\"" + ANY + "\\\\*+\"\\s*+:\\s*+(?!null|\\\\*+\"\\\\*+\"|\\{\\s*+\\}|\\[\\s*+\\])");

    /// A column of such a name in the first line of a table, and a line that begins with one and goes on as a table
    /// does. Of words with blanks before them it is none.
    private static final Pattern COLUMN = Pattern.compile(
            "(?i)\\A(?:\u00EF\u00BB\u00BF)?(?:[^\r\n]{0,65535}?[,;\t])?\"?" + ANY + "\"?(?:[,;\t\r\n]|\\z)");

    private static final Pattern ROW = Pattern.compile("(?im)^[ \"]*+"
            + anyOf(MEMBERS.stream().filter(name -> name.length() >= SHORTEST))
            + "[ \"]*+[,;\t][ \"]*+[^\\s\",;]");

    /// A line that is called so and says something.
    private static final Pattern LINE = Pattern.compile(
            "(?im)^(?:\u00EF\u00BB\u00BF)?[ \t]*+" + anyOf(of("lines").stream()) + "[ \t]*+:[ \t]*+[^\\s]");

    /// A line of `fetch.txt` of a bag, whose address may let anybody in who has it.
    private static final Pattern TO_FETCH =
            Pattern.compile("(?m)^[ \t]*+[^\\s?@]{1,2000}+[?@]\\S{0,8000}+[ \t]++(?:[0-9]{1,20}|-)[ \t]++data/");

    /// A letter, a digit, a blank, a dot, a hyphen or a low line.
    private static final Pattern ESCAPE = Pattern.compile("\\\\u00(2[0deDE]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|5[fF])");

    private static final int HEX = 16;

    private UnlessAsked() {}

    static Set<String> details() {
        return DETAILS;
    }

    /// Members that hold the id of an account.
    static Set<String> accounts() {
        return ACCOUNTS;
    }

    /// Members that say whose an account beside them is.
    static Set<String> names() {
        return NAMES_OF_ACCOUNTS;
    }

    /// Whether this text is JSON with a member that says where or with what.
    static boolean areIn(String json) {
        return SAID.matcher(json).find()
                || ESCAPE.matcher(json).find() && SAID.matcher(unescaped(json)).find();
    }

    /// JSON may write any letter by its number. Quotes and what stands between members stay as they are.
    private static String unescaped(String json) {
        return ESCAPE.matcher(json).replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), HEX)));
    }

    /// Whether this is a table with such a column, or of such names with what each of them is behind it, or a text with
    /// such a line.
    static boolean areInTable(String text) {
        return COLUMN.matcher(text).find()
                || ROW.matcher(text).find()
                || LINE.matcher(text).find()
                || TO_FETCH.matcher(text).find();
    }

    /// Whether this is such a member, or holds one: its name, and its value as it is or as text.
    static boolean isMember(Json.Obj member) {
        var value = member.members().getOrDefault("value", Json.NULL);
        String name = Records.text(member.members().getOrDefault("name", Json.NULL));
        return areIn("\"" + name + "\":7") || areIn(value instanceof Json.Str(String text) ? text : value.canonical());
    }

    private static String anyOf(Stream<String> names) {
        return names.sorted().map(UnlessAsked::spelt).collect(Collectors.joining("|", "(?:", ")"));
    }

    /// `device_id` is spelt `deviceId` and `Device ID`, too.
    private static String spelt(String member) {
        return Arrays.stream(member.split("[ _-]|(?<=[a-z])(?=[A-Z])"))
                .map(Pattern::quote)
                .collect(Collectors.joining("[ _-]?"));
    }

    private static Set<String> of(String list) {
        return LISTS.get(list) instanceof List<?> names
                ? names.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Map<?, ?> lists() {
        try (InputStream in = Objects.requireNonNull(UnlessAsked.class.getResourceAsStream(FILE), FILE)) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read which details are withheld: " + FILE, e);
        }
    }
}
