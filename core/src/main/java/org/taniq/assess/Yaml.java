package org.taniq.assess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
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
record Yaml(String file, Node node) {
    private static final int MAX_CHARACTERS = 1 << 20;

    /// Reads a resource of the program.
    static Yaml resource(String path) {
        return optionalResource(path)
                .orElseThrow(() -> new IllegalStateException("the program is damaged: it lacks " + path));
    }

    static Optional<Yaml> optionalResource(String path) {
        try (InputStream in = Yaml.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " of the program", e);
        }
    }

    static Yaml parse(String file, String content) {
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
                    .orElseThrow(() -> new RuleException(file, 1, "the file is empty"));
        } catch (YamlEngineException e) {
            throw new RuleException(file, 1, "not readable as YAML: " + e.getMessage());
        }
    }

    /// Refuses a member that is none of these.
    void allow(String... names) {
        for (var member : members().entrySet()) {
            if (!List.of(names).contains(member.getKey())) {
                throw wrong("unknown key '" + member.getKey() + "'; known are " + String.join(", ", names));
            }
        }
    }

    Yaml get(String name) {
        return find(name).orElseThrow(() -> wrong("'" + name + "' is missing"));
    }

    Optional<Yaml> find(String name) {
        return Optional.ofNullable(members().get(name));
    }

    /// The members of a mapping, in order.
    SequencedMap<String, Yaml> members() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("a mapping is expected");
        }
        var members = new LinkedHashMap<String, Yaml>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new Yaml(file, tuple.getKeyNode()).text();
            if (members.put(key, new Yaml(file, tuple.getValueNode())) != null) {
                throw new Yaml(file, tuple.getKeyNode()).wrong("'" + key + "' stands twice");
            }
        }
        return members;
    }

    List<Yaml> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list is expected");
        }
        return sequence.getValue().stream().map(item -> new Yaml(file, item)).toList();
    }

    /// The strings of a list; empty where the member is absent.
    List<String> texts(String name) {
        return find(name).map(Yaml::texts).orElse(List.of());
    }

    List<String> texts() {
        return items().stream().map(Yaml::text).toList();
    }

    /// Each member's list of strings; empty where the member is absent.
    Map<String, List<String>> lists(String name) {
        var lists = new LinkedHashMap<String, List<String>>();
        find(name).ifPresent(map -> map.members().forEach((key, list) -> lists.put(key, list.texts())));
        return lists;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong("a text is expected");
        }
        return scalar.getValue();
    }

    int integer(int least, int most) {
        String digits = text();
        if (!digits.matches("[0-9]{1,9}") || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most) {
            throw wrong("a whole number from " + least + " to " + most + " is expected");
        }
        return Integer.parseInt(digits);
    }

    /// A fraction written as `0.85`.
    double fraction() {
        String digits = text();
        if (!digits.matches("0\\.[0-9]{1,4}|1(\\.0)?")) {
            throw wrong("a number from 0 to 1 is expected, such as 0.85");
        }
        return Double.parseDouble(digits);
    }

    RuleException wrong(String what) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new RuleException(file, line, what);
    }
}
