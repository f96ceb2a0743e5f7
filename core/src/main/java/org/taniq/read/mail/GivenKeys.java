package org.taniq.read.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.taniq.base.Bytes;

/// Keys that a person gives in files: a line each, `selector._domainkey.domain` and what the name service
/// holds, as it is or as `dig` prints it (`name 3600 IN TXT "v=DKIM1; " "p=…"`). Empty lines and those that
/// begin with `#` or `;` are left out.
public final class GivenKeys implements Keys {
    /// How many bytes of a file are read; where there are more, the last line of these is told as one that is no key.
    public static final int MOST_BYTES = 16 << 20;

    /// How many different keys of one name are tried; how many more there are, the answer says.
    public static final int MOST_OF_A_NAME = 8;

    /// A file of keys.
    ///
    /// @param name what it is called
    /// @param had when its keys were taken from the name service, or when the file was
    public record Source(String name, Bytes bytes, Instant had) {}

    /// A line that is no key.
    public record Strange(String file, int line) {}

    private final Map<String, OfName> keys = new HashMap<>();
    private final List<Strange> strange = new ArrayList<>();

    private GivenKeys() {}

    /// Reads the files, in their order.
    public static GivenKeys of(List<Source> files) throws IOException {
        var given = new GivenKeys();
        for (var file : files) {
            given.take(file);
        }
        return given;
    }

    @Override
    public Answer of(KeyName name) {
        var found = keys.get(name.whole());
        return found == null ? new NotGiven() : new Found(found.kept, found.leftOut);
    }

    /// The lines that could not be understood.
    public List<Strange> strange() {
        return List.copyOf(strange);
    }

    private void take(Source file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.bytes().open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        int number = 0;
        for (var line : new String(bytes, StandardCharsets.UTF_8).split("\\R", -1)) {
            number++;
            take(line.strip(), file, number);
        }
        if (bytes.length > MOST_BYTES) {
            strange.add(new Strange(file.name(), number));
        }
    }

    private void take(String line, Source file, int number) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        var words = new KeyLine(line);
        if (words.isKey()) {
            add(words.name(), new KeyText(words.text(), file.name(), file.had()));
        } else {
            strange.add(new Strange(file.name(), number));
        }
    }

    private void add(String name, KeyText key) {
        keys.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new OfName()).add(key);
    }

    /// The keys of one name. Of those with the same text the first counts.
    private static final class OfName {
        private final List<KeyText> kept = new ArrayList<>();
        private int leftOut;

        void add(KeyText key) {
            if (kept.stream().anyMatch(one -> one.text().equals(key.text()))) {
                return;
            }
            if (kept.size() < MOST_OF_A_NAME) {
                kept.add(key);
            } else {
                leftOut++;
            }
        }
    }
}
