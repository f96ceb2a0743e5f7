package org.taniq.base.age;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecipientTest {
    private static final int FILES = 64;

    private final Identity identity = Identity.generate(new SecureRandom());
    private final Recipient recipient = identity.recipient();

    @Test
    void twoFilesShareNoKey() throws IOException {
        var shares = new HashSet<String>();
        var ciphertexts = new HashSet<String>();
        for (int i = 0; i < FILES; i++) {
            String file = new String(encrypted("the same"), StandardCharsets.ISO_8859_1);
            shares.add(file.lines().skip(1).findFirst().orElseThrow());
            ciphertexts.add(file.substring(file.length() - "the same".length() - 16));
        }
        assertEquals(FILES, shares.size());
        assertEquals(FILES, ciphertexts.size());
    }

    @Test
    void severalThreadsMayEncryptToOneAndDecryptAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var files = IntStream.range(0, FILES)
                    .mapToObj(i -> (Callable<String>) () -> decrypted(encrypted("file " + i)))
                    .toList();
            var done = threads.invokeAll(files);
            for (int i = 0; i < FILES; i++) {
                assertEquals("file " + i, done.get(i).get());
            }
        }
    }

    @Test
    void whatHasTheSameTextIsTheSame() {
        assertEquals(recipient, new Recipient(recipient.text()));
        assertEquals(recipient.hashCode(), new Recipient(recipient.text()).hashCode());
    }

    @Test
    void aPointThatAgreesOnNoSecretIsNobodysKey() {
        for (var point : List.of(new byte[32], one())) {
            var refused = assertThrows(IllegalArgumentException.class, () -> Recipient.of(point));
            assertTrue(String.valueOf(refused.getMessage()).contains("nobody can have made it"));
        }
    }

    private static byte[] one() {
        var point = new byte[32];
        point[0] = 1;
        return point;
    }

    private byte[] encrypted(String plain) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = recipient.encrypt(file)) {
            out.write(plain.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    private String decrypted(byte[] file) throws IOException {
        try (var in = identity.decrypt(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
