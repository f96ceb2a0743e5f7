package org.taniq.tell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.taniq.base.Json;
import org.taniq.read.Records;

/// The names of details that do not leave unless the person asks for them: `detail/withheld.yaml`.
final class UnlessAsked {
    private static final String FILE = "/detail/withheld.yaml";
    private static final Map<?, ?> NAMES = names();
    private static final Set<String> DETAILS = of("details");

    private static final Set<String> MEMBERS = of("members");
    private static final Set<String> IDS = of("ids");
    private static final Pattern SAID = Pattern.compile("\""
            + MEMBERS.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"))
            + "\"\\s*+:");

    private UnlessAsked() {}

    static Set<String> details() {
        return DETAILS;
    }

    /// Names of members that hold the id of an account.
    static Set<String> ids() {
        return IDS;
    }

    /// Whether this text is JSON with a member that says where or with what.
    static boolean areIn(String json) {
        return SAID.matcher(json).find();
    }

    /// Whether this is such a member, or holds one: its name, and its value as it is or as text.
    static boolean isMember(Json.Obj member) {
        var value = member.members().getOrDefault("value", Json.NULL);
        return MEMBERS.contains(Records.text(member.members().getOrDefault("name", Json.NULL)))
                || areIn(value instanceof Json.Str(String text) ? text : value.canonical());
    }

    private static Set<String> of(String list) {
        return NAMES.get(list) instanceof List<?> names
                ? names.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Map<?, ?> names() {
        try (InputStream in = Objects.requireNonNull(UnlessAsked.class.getResourceAsStream(FILE), FILE)) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read which details are withheld: " + FILE, e);
        }
    }
}
