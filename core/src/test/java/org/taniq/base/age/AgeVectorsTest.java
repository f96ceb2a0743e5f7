package org.taniq.base.age;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.taniq.NotRun;
import org.taniq.base.Altered;

/// The age test vectors of C2SP/CCTV that concern X25519 and passphrases: not those of armour and hybrid
/// keys.
class AgeVectorsTest {
    /// Vectors whose reference gives out one chunk more before it fails. Giving out less of a broken file
    /// is no fault.
    private static final Set<String> WE_GIVE_OUT_LESS = Set.of(
            "stream_no_final_full",
            "stream_no_final_two_chunks_full",
            "stream_trailing_garbage_long",
            "stream_trailing_garbage_short",
            "stream_two_final_chunks",
            "stream_two_final_chunks_full",
            "stream_two_final_chunks_second");

    @TestFactory
    List<DynamicTest> everyVectorEndsAsItsHeadSays() throws IOException {
        Path folder = NotRun.unlessShared("suites/cctv/age/testdata");
        var tests = new ArrayList<DynamicTest>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                var vector = Vector.read(file);
                if (vector.concernsUs()) {
                    tests.add(DynamicTest.dynamicTest(vector.name, vector::check));
                }
            }
        }
        assertTrue(tests.size() > 70, "only " + tests.size() + " vectors");
        return tests;
    }

    private static final Identity STRANGER = Identity.generate(new SecureRandom());

    private static final class Vector {
        private final String name;
        private final List<String> head;
        private final byte[] file;

        private Vector(String name, List<String> head, byte[] file) {
            this.name = name;
            this.head = head;
            this.file = file;
        }

        static Vector read(Path path) throws IOException {
            byte[] all = Files.readAllBytes(path);
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\n\n");
            byte[] rest = Arrays.copyOfRange(all, end + 2, all.length);
            List<String> head = text.substring(0, end).lines().toList();
            if (head.contains("compressed: zlib")) {
                rest = new InflaterInputStream(new ByteArrayInputStream(rest)).readAllBytes();
            }
            return new Vector(path.getFileName().toString(), head, rest);
        }

        boolean concernsUs() {
            return first("armored").isEmpty()
                    && all("identity").noneMatch(identity -> identity.startsWith("AGE-SECRET-KEY-PQ"));
        }

        void check() throws IOException {
            var released = sha256();
            assertEquals(expected(), outcome(released), name);
            if (first("payload").isPresent() && !WE_GIVE_OUT_LESS.contains(name)) {
                assertEquals(first("payload").orElseThrow(), HexFormat.of().formatHex(released.digest()), name);
            }
        }

        private String expected() {
            return switch (first("expect").orElseThrow()) {
                case "success" -> "success";
                case "no match" -> "wrong key";
                default -> "damaged";
            };
        }

        private String outcome(MessageDigest released) throws IOException {
            String last = outcome(released, () -> STRANGER.decrypt(new ByteArrayInputStream(file)));
            for (String identity : all("identity").toList()) {
                last = outcome(released, () -> Identity.parse(identity).decrypt(new ByteArrayInputStream(file)));
            }
            for (String words : all("passphrase").toList()) {
                var scrypt = new Scrypt(words.getBytes(StandardCharsets.UTF_8), 1);
                last = outcome(released, () -> Age.decrypt(new ByteArrayInputStream(file), scrypt));
            }
            return last;
        }

        private static String outcome(MessageDigest released, Opening opening) throws IOException {
            try (InputStream in = opening.open()) {
                var buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    released.update(buffer, 0, n);
                }
                return "success";
            } catch (WrongKey wrong) {
                return "wrong key";
            } catch (Altered damaged) {
                return "damaged";
            }
        }

        private Optional<String> first(String key) {
            return all(key).findFirst();
        }

        private Stream<String> all(String key) {
            return head.stream()
                    .filter(line -> line.startsWith(key + ": "))
                    .map(line -> line.substring(key.length() + 2));
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
