package org.taniq.seal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.taniq.base.Said;

/// Files of others that are written while they are looked at: a copy on its way is there under its name and ends
/// too early. Who could cut a file could take it away as well, so both are told alike: *not here yet*.
final class CutFile {
    /// Head of an age file to one X25519 recipient, and the nonce behind it.
    private static final int HEAD = 168 + 16;

    private static final String BEGIN = "age-encryption.org/v1\n";
    private static final int TAG = 16;
    private static final int CHUNK = (1 << 16) + TAG;

    private CutFile() {}

    /// @param what the file, as a person finds it
    static NotHereYet of(Object what) {
        return new NotHereYet(Said.of("{file} is here in part only", "file", what));
    }

    /// Whether a blob or opening begins as one and has a length that this program writes none with: what is in
    /// it fills a Padmé size. A file that is cut where the disk is, after a multiple of 512 bytes, always shows.
    /// Another program need not fill up, so this only explains why a file is not what it should be.
    static boolean isCut(Path encrypted) throws IOException {
        return !isWhole(Files.size(encrypted)) && BEGIN.startsWith(begin(encrypted)) || endsInZeros(encrypted);
    }

    private static boolean endsInZeros(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - TAG));
            return endsInZeros(in.readNBytes(TAG));
        } catch (EOFException shorter) {
            return false; // it is being written just now
        }
    }

    /// Whether the end has not come yet of a file for which a program took the room first. None of ours ends so: it
    /// is an authentication tag, a hash or text.
    static boolean endsInZeros(byte[] file) {
        return file.length > 0
                && Arrays.equals(
                        file,
                        Math.max(0, file.length - TAG),
                        file.length,
                        new byte[TAG],
                        0,
                        Math.min(TAG, file.length));
    }

    private static String begin(Path encrypted) throws IOException {
        try (var in = Files.newInputStream(encrypted)) {
            return new String(in.readNBytes(BEGIN.length()), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean isWhole(long length) {
        long body = length - HEAD;
        long chunks = Math.ceilDiv(body, CHUNK);
        long plain = body - chunks * TAG;
        boolean lastIsOne = body - (chunks - 1) * CHUNK > TAG;
        return plain >= 2 && lastIsOne && Padding.padme(plain) == plain;
    }

    /// As [#isCut], where the file may have gone meanwhile: then it is not.
    static boolean isCutHere(Path encrypted) throws IOException {
        try {
            return isCut(encrypted);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /// Whether a value in DER, as the two files of a time-stamp hold, ends before the length that it begins with.
    static boolean isCutDer(byte[] der) {
        if (der.length < 2) {
            return true;
        }
        int first = der[1] & 0xff;
        int more = first < 0x80 ? 0 : first - 0x80;
        if (more > 3 || der.length < 2 + more) {
            return more <= 3;
        }
        int length = more == 0 ? first : 0;
        for (int i = 0; i < more; i++) {
            length = length << 8 | der[2 + i] & 0xff;
        }
        return der.length < 2 + more + length;
    }

    /// Whether a signed note ends before a signature does.
    static boolean isCutNote(byte[] note) {
        String text = new String(note, StandardCharsets.UTF_8);
        return !text.endsWith("\n") || !text.contains("\n\n\u2014 ");
    }
}
