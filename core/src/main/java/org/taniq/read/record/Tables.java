package org.taniq.read.record;

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

/// Names that a format uses, with what they mean: lists, and words of ours.
public final class Tables {
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

    /// @param file a resource, such as `/read/telegram/members.yaml`
    public static Tables read(String file) {
        try (InputStream in = Tables.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not in the program: " + file);
            }
            return new Tables((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    public Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }

    public boolean has(String list, String name) {
        return list(list).contains(name);
    }

    /// Our word; empty where there is none.
    public String word(String map, String name) {
        return words.getOrDefault(map, Map.of()).getOrDefault(name, "");
    }
}
