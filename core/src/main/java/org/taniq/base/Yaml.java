package org.taniq.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A node of a YAML data file that knows its file and line, so that a mistake is named where it was made.
/// Only plain mappings, lists and scalars; nothing is ever constructed from a tag.
public record Yaml(String file, Node node) {
    private static final int MAX_CHARACTERS = 1 << 20;

    /// Reads a resource of the program.
    public static Yaml resource(String path) {
        return optionalResource(path)
                .orElseThrow(() -> new IllegalStateException("the program is damaged: it lacks " + path));
    }

    public static Optional<Yaml> optionalResource(String path) {
        try (InputStream in = Yaml.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " of the program", e);
        }
    }

    public static Yaml parse(String file, String content) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            return new Compose(settings)
                    .composeString(content)
                    .map(root -> new Yaml(file, root))
                    .orElseThrow(() -> new YamlMistake(file, 1, Said.of("the file is empty")));
        } catch (YamlEngineException e) {
            throw new YamlMistake(
                    file, 1, Said.of("not readable as YAML: {why}", "why", String.valueOf(e.getMessage())));
        }
    }

    /// Refuses a member that is none of these.
    public void allow(String... names) {
        for (var member : members().entrySet()) {
            if (!List.of(names).contains(member.getKey())) {
                throw wrong(Said.of(
                        "unknown key '{name}'; known are {known}",
                        Map.of("name", member.getKey(), "known", String.join(", ", names))));
            }
        }
    }

    public Yaml get(String name) {
        return find(name).orElseThrow(() -> wrong(Said.of("'{name}' is missing", "name", name)));
    }

    public Optional<Yaml> find(String name) {
        return Optional.ofNullable(members().get(name));
    }

    /// The members of a mapping, in order.
    public SequencedMap<String, Yaml> members() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(Said.of("a mapping is expected"));
        }
        var members = new LinkedHashMap<String, Yaml>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new Yaml(file, tuple.getKeyNode()).text();
            if (members.put(key, new Yaml(file, tuple.getValueNode())) != null) {
                throw new Yaml(file, tuple.getKeyNode()).wrong(Said.of("'{name}' stands twice", "name", key));
            }
        }
        return members;
    }

    public List<Yaml> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(Said.of("a list is expected"));
        }
        return sequence.getValue().stream().map(item -> new Yaml(file, item)).toList();
    }

    /// The items of a list; what is none is its own only one.
    public List<Yaml> oneOrMore() {
        return node instanceof SequenceNode ? items() : List.of(this);
    }

    /// What one of these words stands for.
    public <T> T oneOf(Map<String, T> words) {
        return Optional.ofNullable(words.get(text()))
                .orElseThrow(() -> wrong(Said.of(
                        "one of these is expected: {words}",
                        "words",
                        String.join(", ", new TreeSet<>(words.keySet())))));
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /// The strings of a list; empty where the member is absent.
    public List<String> texts(String name) {
        return find(name).map(Yaml::texts).orElse(List.of());
    }

    public List<String> texts() {
        return items().stream().map(Yaml::text).toList();
    }

    /// Each member's list of strings; empty where the member is absent.
    public Map<String, List<String>> lists(String name) {
        var lists = new LinkedHashMap<String, List<String>>();
        find(name).ifPresent(map -> map.members().forEach((key, list) -> lists.put(key, list.texts())));
        return lists;
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong(Said.of("a text is expected"));
        }
        return scalar.getValue();
    }

    public int integer(int least, int most) {
        String digits = text();
        if (!digits.matches("[0-9]{1,9}") || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most) {
            throw wrong(
                    Said.of("a whole number from {least} to {most} is expected", Map.of("least", least, "most", most)));
        }
        return Integer.parseInt(digits);
    }

    /// A fraction written as `0.85`.
    public double fraction() {
        String digits = text();
        if (!digits.matches("0\\.[0-9]{1,4}|1(\\.0)?")) {
            throw wrong(Said.of("a number from 0 to 1 is expected, such as 0.85"));
        }
        return Double.parseDouble(digits);
    }

    /// What is wrong here.
    public YamlMistake wrong(String what) {
        return wrong(Said.of(what));
    }

    /// The same, for whoever is no programmer.
    public YamlMistake wrong(Said what) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new YamlMistake(file, line, what);
    }
}
