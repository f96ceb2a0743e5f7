package org.taniq.read.eml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A platform that sends notices by mail, of `read/mail/platforms.yaml`.
///
/// @param senders the addresses from which it sends
/// @param signers the domains that sign it
/// @param isSeen whether a notice of it was looked at with its signature
record Platform(String name, List<String> senders, List<String> signers, boolean isSeen) {
    private static final String FILE = "/read/mail/platforms.yaml";

    private static final class Holder {
        static final List<Platform> ALL = read();
    }

    /// The one that sends from this address.
    static Optional<Platform> of(String address) {
        var bare = address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
        return Holder.ALL.stream().filter(one -> one.senders.contains(bare)).findFirst();
    }

    private static List<Platform> read() {
        try (InputStream in = Platform.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not in the program: " + FILE);
            }
            var list = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return list.stream().map(one -> of((Map<?, ?>) one)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Platform of(Map<?, ?> row) {
        return new Platform(
                value(row, "platform").toString(),
                texts(row, "senders"),
                texts(row, "signers"),
                value(row, "seen").equals(true));
    }

    private static List<String> texts(Map<?, ?> row, String name) {
        return ((List<?>) value(row, name)).stream().map(Object::toString).toList();
    }

    private static Object value(Map<?, ?> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }
}
