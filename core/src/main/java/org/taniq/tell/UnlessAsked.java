package org.taniq.tell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The names of details that do not leave unless the person asks for them: `detail/withheld.yaml`.
final class UnlessAsked {
    private static final String FILE = "/detail/withheld.yaml";
    private static final Map<?, ?> NAMES = names();
    private static final Set<String> DETAILS = of("details");
    private static final Set<String> FILES = of("files");

    private UnlessAsked() {}

    static Set<String> details() {
        return DETAILS;
    }

    /// Those of which one is enough that the file that says it does not leave either.
    static Set<String> files() {
        return FILES;
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
