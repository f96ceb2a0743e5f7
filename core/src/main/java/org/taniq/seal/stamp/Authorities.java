package org.taniq.seal.stamp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// The public authorities that the program knows: `time/authorities.txt` and the certificates beside it.
public final class Authorities {
    private static final List<String> FIELDS =
            List.of("name", "address", "roots", "learns", "terms", "source", "tried");

    private static final List<Authority> KNOWN = load();

    private Authorities() {}

    /// Where the certificates of an authority are read.
    @FunctionalInterface
    public interface Certificates {
        byte[] of(String name) throws IOException;
    }

    /// All that come with the program.
    public static List<Authority> known() {
        return KNOWN;
    }

    private static List<Authority> load() {
        try {
            String text = new String(resource("authorities.txt"), StandardCharsets.UTF_8);
            return List.copyOf(read(text, name -> resource(name + ".pem")));
        } catch (IOException notWhole) {
            throw new UncheckedIOException("the program is not whole", notWhole);
        }
    }

    public static Optional<Authority> named(String name) {
        return known().stream()
                .filter(authority -> authority.name().equals(name))
                .findFirst();
    }

    /// @param root the SHA-256 of a root certificate (DER), in hex
    static Optional<Authority> withRoot(String root) {
        return known().stream()
                .filter(authority -> authority.anchor().fingerprints().contains(root))
                .findFirst();
    }

    /// The same roots, those of the program's list first: what leads to several is said by one that others know.
    public static List<X509Certificate> knownFirst(List<X509Certificate> roots) {
        return roots.stream()
                .sorted(Comparator.comparing(
                        root -> withRoot(Anchor.fingerprint(root)).isEmpty()))
                .toList();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Authorities.class.getResourceAsStream("/time/" + name)) {
            if (in == null) {
                throw new Trouble(Said.of("{file} is not in the program", "file", name));
            }
            return in.readAllBytes();
        }
    }

    /// @throws Trouble if a block lacks a field, has another one, or has other roots than it says
    public static List<Authority> read(String text, Certificates certificates) throws IOException {
        var all = new ArrayList<Authority>();
        var names = new HashSet<String>();
        for (var block : text.split("\n\n+", -1)) {
            var lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                var authority = authority(fields(lines), certificates);
                if (!names.add(authority.name())) {
                    throw bad(authority.name());
                }
                all.add(authority);
            }
        }
        return all;
    }

    private static Map<String, String> fields(List<String> lines) throws Trouble {
        var fields = new LinkedHashMap<String, String>();
        for (var line : lines) {
            int colon = line.indexOf(": ");
            if (colon < 1 || fields.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
                throw bad(line);
            }
        }
        if (!List.copyOf(fields.keySet()).equals(FIELDS) || fields.containsValue("")) {
            throw bad(fields.getOrDefault("name", lines.getFirst()));
        }
        return fields;
    }

    private static Authority authority(Map<String, String> fields, Certificates certificates) throws IOException {
        String name = field(fields, "name");
        if (!Authority.isName(name)) {
            throw bad(name);
        }
        var anchor = Anchor.read(certificates.of(name));
        var stated = Set.copyOf(Arrays.asList(field(fields, "roots").split(" ", -1)));
        if (!Set.copyOf(anchor.fingerprints()).equals(stated)) {
            throw bad(name);
        }
        return new Authority(
                name,
                Authority.address(field(fields, "address")),
                anchor,
                field(fields, "learns"),
                field(fields, "terms"),
                field(fields, "source"),
                field(fields, "tried"));
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static Trouble bad(String name) {
        return new Trouble(Said.of(
                "the list of time-stamping authorities is not whole at {name}: each needs its roots and where they are known from",
                "name",
                name));
    }
}
