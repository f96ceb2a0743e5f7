package org.taniq.base.age;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A file of age secret keys as `age-keygen` writes it: one a line, empty lines and those that begin with `#`
/// are passed over.
public final class IdentityFile {
    private static final int LARGEST = 1 << 16;

    private IdentityFile() {}

    /// @throws Trouble if a line is something else, or there is no key
    public static List<Identity> read(Path file) throws IOException {
        var identities = new ArrayList<Identity>();
        int number = 0;
        for (var line : text(file).split("\n", -1)) {
            number++;
            String key = line.strip();
            if (!key.isEmpty() && !key.startsWith("#")) {
                identities.add(identity(key, number));
            }
        }
        if (identities.isEmpty()) {
            throw new Trouble(Said.of("there is no age secret key in {file}", "file", file));
        }
        return identities;
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Trouble(Said.of("there is no age secret key in {file}", "file", file));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Identity identity(String key, int line) throws Trouble {
        try {
            return Identity.parse(key);
        } catch (IllegalArgumentException other) {
            throw new Trouble(
                    Said.of("line {line} of the file is no age secret key (AGE-SECRET-KEY-1…)", "line", line));
        }
    }
}
