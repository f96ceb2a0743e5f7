package org.taniq.read.meta;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// Names that stand for many: what Meta writes instead of the name of whoever has no account any more.
final class Nobody {
    private static final String FILE = "/read/meta/nobody.txt";

    private Nobody() {}

    private static final class Holder {
        static final Set<String> NAMES = names();
    }

    static boolean isName(String name) {
        return Holder.NAMES.contains(name);
    }

    private static Set<String> names() {
        try (InputStream in = Nobody.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not in the program: " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
