package org.taniq.base.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.taniq.base.Altered;

class PassphraseTest {
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.US_ASCII);

    @Test
    void whatIsLockedOpensWithTheSameWordsHoweverTheyAreTyped() throws IOException {
        byte[] file = typed("stone-river-lamp-window-bread-six").lock(SECRET);
        for (String words : new String[] {
            "stone-river-lamp-window-bread-six",
            "  Stone River  LAMP window\tbread SIX \n",
            "stone – river – lamp — window ‑ bread ‐ six",
            "stone- river -lamp--window\u00a0bread-six-",
            "STONE RİVER LAMP WINDOW BREAD SIX",
            "stone rıver lamp wındow bread sıx",
        }) {
            assertArrayEquals(SECRET, typed(words).unlock(file, 100), words);
        }
        assertThrows(
                WrongPassphrase.class,
                () -> typed("stone river lamp window bread").unlock(file, 100));
        assertThrows(
                WrongPassphrase.class,
                () -> typed("stoneriver lamp window bread six").unlock(file, 100));
    }

    @Test
    void aFileForAKeyIsNotOpenedByWords() throws IOException {
        byte[] file = toANewKey();
        assertThrows(WrongPassphrase.class, () -> typed("stone").unlock(file, 100));
    }

    @Test
    void aFileThatAsksForTooMuchWorkIsRefusedAtOnce() throws IOException {
        byte[] file = typed("stone").lock(SECRET);
        String text = new String(file, StandardCharsets.ISO_8859_1).replaceFirst("(-> scrypt \\S+) 10\n", "$1 21\n");
        byte[] costly = text.getBytes(StandardCharsets.ISO_8859_1);
        assertFalse(Arrays.equals(file, costly));
        assertThrows(Altered.class, () -> typed("stone").unlock(costly, 100));
        assertThrows(IllegalArgumentException.class, () -> Passphrase.of("stone".toCharArray(), 21));
    }

    @Test
    void aLargerSecretThanExpectedIsRefused() throws IOException {
        byte[] file = typed("stone").lock(SECRET);
        assertThrows(Altered.class, () -> typed("stone").unlock(file, SECRET.length - 1));
    }

    @Test
    void aClosedPassphraseOpensNothing() throws IOException {
        Passphrase passphrase = typed("stone");
        byte[] file = passphrase.lock(SECRET);
        passphrase.close();
        assertThrows(WrongPassphrase.class, () -> passphrase.unlock(file, 100));
    }

    @Test
    void sixWordsAreNewEachTimeAndReadAsThemselves() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            char[] words = SixWords.generate(new SecureRandom());
            assertTrue(new String(words).matches("[a-z]+(-[a-z]+){5}"));
            assertArrayEquals(words, SixWords.plain(words));
            assertTrue(seen.add(new String(words)));
        }
    }

    @Test
    void anIdentityIsReadFromItsPaperFormAndPrintsNoSecret() {
        var identity = Identity.generate(new SecureRandom());
        assertEquals(identity, Identity.parse(identity.secret()));
        assertEquals(
                identity.recipient(),
                Identity.parse(identity.secret().toLowerCase(Locale.ROOT)).recipient());
        assertFalse(identity.toString().contains(identity.secret()));
        assertNotEquals(identity, Identity.generate(new SecureRandom()));
    }

    @Test
    void aMistypedKeyIsRefusedAndNotRepeated() {
        String secret = Identity.generate(new SecureRandom()).secret();
        String mistyped = secret.substring(0, 20) + (secret.charAt(20) == 'Q' ? 'P' : 'Q') + secret.substring(21);
        var refused = assertThrows(IllegalArgumentException.class, () -> Identity.parse(mistyped));
        assertFalse(String.valueOf(refused.getMessage()).contains(mistyped.substring(0, 25)));
        assertThrows(IllegalArgumentException.class, () -> new Recipient(secret));
        assertThrows(IllegalArgumentException.class, () -> new Recipient(""));
    }

    private static byte[] toANewKey() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = Identity.generate(new SecureRandom()).recipient().encrypt(file)) {
            out.write(SECRET);
        }
        return file.toByteArray();
    }

    private static Passphrase typed(String words) {
        return Passphrase.of(words.toCharArray(), 10);
    }
}
