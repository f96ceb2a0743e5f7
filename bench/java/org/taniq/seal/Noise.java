package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Files of noise, as pictures and ciphertext are, of 1 to 196 kB; the same number gives the same bytes:
/// two arguments, how many and an empty folder.
public final class Noise {
    private static final int SMALLEST = 1_000;
    private static final int SPREAD = 194_800;
    private static final int STRIDE = 19_483;

    private Noise() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[1]);
        each(Integer.parseInt(arguments[0]), (number, bytes) -> Files.write(folder.resolve(number + ".bin"), bytes));
    }

    @FunctionalInterface
    interface Each {
        void file(int number, byte[] bytes) throws IOException;
    }

    static void each(int files, Each each) throws IOException {
        var random = new SplittableRandom(1);
        for (int i = 0; i < files; i++) {
            var bytes = new byte[SMALLEST + (int) ((long) i * STRIDE % SPREAD)];
            random.nextBytes(bytes);
            each.file(i, bytes);
        }
    }
}
