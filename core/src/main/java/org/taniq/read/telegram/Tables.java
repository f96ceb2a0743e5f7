package org.taniq.read.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Names of members and actions with what they mean, of a file in `read/telegram/`.
final class Tables {
    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, Map<String, String>> words = new HashMap<>();

    private Tables(Map<?, ?> yaml) {
        yaml.forEach((key, value) -> {
            if (value instanceof List<?> list) {
                var names = new LinkedHashSet<String>();
                list.forEach(name -> names.add(name.toString()));
                lists.put(key.toString(), names);
            } else if (value instanceof Map<?, ?> map) {
                var named = new HashMap<String, String>();
                map.forEach((name, word) -> named.put(name.toString(), word.toString()));
                words.put(key.toString(), named);
            }
        });
    }

    private static final class Holder {
        static final Tables MEMBERS = read("members");
        static final Tables ACTIONS = read("actions");
    }

    static Tables members() {
        return Holder.MEMBERS;
    }

    static Tables actions() {
        return Holder.ACTIONS;
    }

    private static Tables read(String file) {
        String name = "/read/telegram/" + file + ".yaml";
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the program: " + name);
            }
            return new Tables((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }

    boolean has(String list, String name) {
        return list(list).contains(name);
    }

    /// Our word; empty where there is none.
    String word(String map, String name) {
        return words.getOrDefault(map, Map.of()).getOrDefault(name, "");
    }
}
