package org.taniq.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.acquire.Custody;
import org.taniq.base.Lang;
import org.taniq.base.age.Passphrase;
import org.taniq.read.index.Search;

/// Goes once through what the commands do, on an invented case that is thrown away, while the JVM watches
/// which classes are needed and which methods run often: that becomes the start cache. Run by `taniq` when
/// it is built.
final class Rehearsal {
    private static final int LITTLE_WORK = 10;
    private static final String CHAT = "20.11.2026, 12:00 - Aysel: salam\n20.11.2026, 12:01 - Rauf: necəsən?\n";
    /// Enough for the JVM to see that hashing matters.
    private static final int NOISE = 8 << 20;

    /// The first time more is looked at than later.
    private static final int AGAIN = 2;

    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("taniq-rehearsal");
        try {
            var rehearsal = new Rehearsal(folder);
            rehearsal.help();
            rehearsal.flow();
        } finally {
            delete(folder);
        }
    }

    private void help() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var around = new Surroundings(Messages.in(Lang.EN), nowhere, nowhere, Map.of(), Clock.systemUTC(), LITTLE_WORK);
        Main.run(around, "--version");
        Main.run(around, "--help");
        Main.run(around, "add", "--help");
    }

    private void flow() throws IOException {
        try (var desk = desk()) {
            desk.makeKeys(passphrase());
            var begun = new Begun(Custody.UNSTATED, Answer.NO, Answer.NO);
            try (var casebook = Casebook.begin(desk, folder.resolve("case"), begun)) {
                for (var item : casebook.acquire(files(), Custody.UNSTATED).items()) {
                    if (casebook.seal(item) instanceof SealedItem.New sealed) {
                        casebook.read(sealed);
                    }
                }
                casebook.search().find(Search.of("salam"));
                casebook.assess();
                casebook.check().verify();
            }
            for (int round = 0; round < AGAIN; round++) {
                again(desk);
            }
        }
    }

    /// Everything is added again.
    private void again(Desk desk) throws IOException {
        try (var casebook = Casebook.open(desk, folder.resolve("case"))) {
            var sealed = new ArrayList<SealedItem>();
            casebook.seal(
                    casebook.acquire(folder.resolve("files"), casebook.custody().latest())
                            .items(),
                    sealed::add);
            casebook.read(sealed, _ -> {});
        }
    }

    private Path files() throws IOException {
        var files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("chat.txt"), CHAT);
        var noise = new byte[NOISE];
        new SecureRandom().nextBytes(noise);
        Files.write(files.resolve("noise.bin"), noise);
        return files;
    }

    private Desk desk() {
        return new Desk(folder.resolve("keys"), Rehearsal::passphrase, Optional.empty(), Clock.systemUTC());
    }

    private static Passphrase passphrase() {
        return Passphrase.of("only for the rehearsal".toCharArray(), LITTLE_WORK);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
