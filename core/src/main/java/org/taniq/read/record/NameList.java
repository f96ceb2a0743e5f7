package org.taniq.read.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Names that stand in a file of the program, one in each line.
public final class NameList {
    private final Set<String> names;

    private NameList(Set<String> names) {
        this.names = names;
    }

    /// @param file in the program; empty lines and those that begin with `#` are none
    public static NameList of(String file) {
        try (InputStream in = NameList.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not in the program: " + file);
            }
            return new NameList(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(HashSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    public boolean has(String name) {
        return names.contains(name);
    }
}
