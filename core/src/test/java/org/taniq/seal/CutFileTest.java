package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.age.Identity;

/// What ends too early is told from what is whole by its form alone.
final class CutFileTest {
    private static final Identity IDENTITY = Identity.generate(new SecureRandom());
    private static final SigningKey KEY = SigningKey.random(new SecureRandom());

    @TempDir
    Path folder;

    /// Around what one, two and more chunks of age hold, too.
    @Test
    void whatIsSealedIsWholeAndWhatADiskCutIsNot() throws IOException {
        Path file = folder.resolve("sealed");
        for (int size :
                new int[] {0, 1, 100, 5_000, 60_000, 63_000, 64_500, 65_000, 65_536, 130_000, 131_072, 300_000}) {
            var noise = new byte[size];
            new SecureRandom().nextBytes(noise);
            byte[] whole = Blobs.wrap(noise, IDENTITY.recipient());
            Files.write(file, whole);
            assertFalse(CutFile.isCut(file), () -> size + " bytes");
            for (int length = 0; length < whole.length; length += 512) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertTrue(CutFile.isCut(file), size + " bytes cut to " + length);
            }
        }
    }

    @Test
    void whatDoesNotBeginAsABlobIsNotCut() throws IOException {
        Path file = folder.resolve("other");
        byte[] other = new byte[512];
        Arrays.fill(other, (byte) 7);
        Files.write(file, other);
        assertFalse(CutFile.isCut(file));
    }

    @Test
    void whatEndsInZerosHasNotComeYet() throws IOException {
        Path file = folder.resolve("taken");
        for (int length : new int[] {1, 15, 16, 512}) {
            Files.write(file, new byte[length]);
            assertTrue(CutFile.isCut(file), length + " bytes");
            byte[] last = new byte[length];
            last[length - 1] = 1;
            assertFalse(CutFile.endsInZeros(last), length + " bytes");
        }
    }

    @Test
    void aCheckpointIsCutWhereverItEndsTooEarly() {
        byte[] note = new Checkpoint(KEY.verifier().origin(), 7, new Tree().root()).sign(KEY);
        assertFalse(CutFile.isCutNote(note));
        for (int length = 0; length < note.length; length++) {
            assertTrue(CutFile.isCutNote(Arrays.copyOf(note, length)), "cut to " + length);
        }
    }

    @Test
    void aKeyIsCutWhereverItEndsTooEarly() throws IOException {
        Path log = Files.createDirectory(folder.resolve(KEY.verifier().id()));
        byte[] vkey = (KEY.verifier().text() + "\n").getBytes(StandardCharsets.US_ASCII);
        Files.write(log.resolve("vkey"), vkey);
        assertEquals(KEY.verifier().text(), LogFolder.vkey(log).text());
        for (int length = 0; length < vkey.length; length++) {
            Files.write(log.resolve("vkey"), Arrays.copyOf(vkey, length));
            assertThrows(NotHereYet.class, () -> LogFolder.vkey(log));
        }
    }

    @Test
    void aValueInDerIsCutWhereverItEndsTooEarly() throws IOException {
        for (int content : new int[] {0, 5, 127, 128, 255, 256, 70_000}) {
            byte[] der = new DEROctetString(new byte[content]).getEncoded();
            assertFalse(CutFile.isCutDer(der), () -> content + " bytes");
            for (int length = 0; length < der.length; length++) {
                assertTrue(CutFile.isCutDer(Arrays.copyOf(der, length)), content + " bytes cut to " + length);
            }
        }
    }
}
