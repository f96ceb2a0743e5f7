package org.taniq.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.SplittableRandom;
import org.taniq.acquire.Custody;
import org.taniq.base.age.Passphrase;

/// Seals many small files of noise into a new case, in one process, the key derivation made short.
public final class SealBench {
    private static final int LITTLE_WORK = 10;
    private static final int SIZE = 2_000;

    private SealBench() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        var files = Files.createDirectories(folder.resolve("files"));
        var random = new SplittableRandom(1);
        for (int i = 0; i < count; i++) {
            var bytes = new byte[SIZE];
            random.nextBytes(bytes);
            Files.write(files.resolve(i + ".bin"), bytes);
        }
        try (var desk = new Desk(folder.resolve("keys"), SealBench::passphrase, Optional.empty(), Clock.systemUTC())) {
            desk.makeKeys(passphrase());
            var begun = new Begun(Custody.UNSTATED, Answer.NO, Answer.NO);
            try (var casebook = Casebook.begin(desk, folder.resolve("case"), begun)) {
                long start = System.nanoTime();
                seal(casebook, files);
                System.out.printf("%d files sealed in %d ms%n", count, (System.nanoTime() - start) / 1_000_000);
                System.out.println(casebook.verify().failed());
            }
        }
    }

    private static void seal(Casebook casebook, Path files) throws IOException {
        casebook.seal(casebook.acquire(files, Custody.UNSTATED).items(), _ -> {});
    }

    private static Passphrase passphrase() {
        return Passphrase.of("only for measuring it".toCharArray(), LITTLE_WORK);
    }
}
