package org.taniq.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a synchronisation carries from one person's folder into another's.
final class Carried {
    private Carried() {}

    /// What one has and the other lacks.
    static TreeMap<Path, byte[]> between(Person from, Person to) throws IOException {
        return between(from, to, _ -> true);
    }

    /// Of it some files; what was new.
    static TreeMap<Path, byte[]> between(Person from, Person to, Predicate<Path> which) throws IOException {
        var came = new TreeMap<Path, byte[]>();
        try (Stream<Path> files = Files.walk(from.vault())) {
            for (var file : files.filter(Files::isRegularFile).filter(which).toList()) {
                var there = to.vault().resolve(from.vault().relativize(file).toString());
                boolean isNew = !Files.exists(there);
                if (isNew || file.endsWith("checkpoint") && size(file) > size(there)) {
                    Files.createDirectories(there.getParent());
                    Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
                }
                if (isNew) {
                    came.put(there, Files.readAllBytes(there));
                }
            }
        }
        return came;
    }

    private static long size(Path checkpoint) throws IOException {
        return Long.parseLong(Files.readAllLines(checkpoint).get(1));
    }

    /// Where files that changed are carried too: what was erased in one folder is in the other.
    static void openings(Person from, Person to) throws IOException {
        try (Stream<Path> files = Files.walk(from.vault().resolve("log"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".age")).toList()) {
                var there = to.vault().resolve(from.vault().relativize(file).toString());
                Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// A log that did not come yet, or goes.
    static void away(Person from, String log) throws IOException {
        try (Stream<Path> files = Files.walk(from.vault().resolve("log").resolve(log))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
