package org.taniq.seal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files in the folder of a vault that are part of it, by their names in it, and what else lies there. No
/// link is followed but one in the place of `blob/`, which may lie on another disk. The search index, what was
/// set aside and temporary files are no part and are not mentioned.
final class VaultFiles {
    private static final Pattern TOP = Pattern.compile("taniq\\.json|blob|log|keys|index|orphan");
    private static final Pattern TEMPORARY = Pattern.compile("\\.tmp-[0-9a-f]{16}");
    private static final Set<String> DERIVED = Set.of("index", "orphan");
    private static final String LOG = "log/[0-9a-f]{32}/";
    private static final Pattern KEY = Pattern.compile("keys/[0-9a-f]{16}\\.age");
    private static final Pattern BLOB = Pattern.compile("blob/([0-9a-f]{2})/(\\1[0-9a-f]{62})\\.age");
    private static final Pattern OF_LOG = Pattern.compile(LOG
            + "(vkey|checkpoint|opening/(0|[1-9]\\d{0,14})-[1-9]\\d{0,8}\\.age"
            + "|tile/(entries|\\d)/(x\\d{3}/){0,4}\\d{3}(\\.p/\\d{1,3})?"
            + "|time/\\d{1,15}/\\d{1,9}/[A-Za-z0-9_-][A-Za-z0-9._-]{0,63})");

    private final SortedSet<String> files = new TreeSet<>();
    private final SortedSet<String> strange = new TreeSet<>();

    private VaultFiles() {}

    static VaultFiles in(Path folder) throws IOException {
        var found = new VaultFiles();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> tops = Files.list(folder)) {
            for (var top : tops.toList()) {
                found.takeTop(top);
            }
        }
        return found;
    }

    private void takeTop(Path top) throws IOException {
        String name = top.getFileName().toString();
        if (DERIVED.contains(name) || isTemporary(name)) {
            return;
        }
        if (!TOP.matcher(name).matches()) {
            strange.add(name);
            return;
        }
        Path place = name.equals("blob") && Files.isDirectory(top) ? top.toRealPath() : top;
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes there) {
                take(inVault(name, place, file), there);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                if (!(failed instanceof NoSuchFileException)) {
                    strange.add(inVault(name, place, file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String inVault(String name, Path place, Path file) {
        String below = place.relativize(file).toString().replace('\\', '/');
        return below.isEmpty() ? name : name + "/" + below;
    }

    private void take(String name, BasicFileAttributes there) {
        if (there.isRegularFile() && isPart(name)) {
            files.add(name);
        } else if (!there.isRegularFile() || !isTemporary(name.substring(name.lastIndexOf('/') + 1))) {
            strange.add(name);
        }
    }

    private static boolean isPart(String name) {
        return name.equals("taniq.json")
                || Stream.of(KEY, BLOB, OF_LOG)
                        .anyMatch(part -> part.matcher(name).matches());
    }

    private static boolean isTemporary(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    /// What lies there and is no part of a vault, or stands in the place of a part without being a file.
    List<String> strange() {
        return List.copyOf(strange);
    }

    /// Whether nothing is there at all.
    boolean isEmpty() {
        return files.isEmpty() && strange.isEmpty();
    }

    List<String> keys() {
        return files.stream().filter(name -> KEY.matcher(name).matches()).toList();
    }

    /// The names of the blobs, as [Blobs] gives them.
    List<String> blobs() {
        return files.stream()
                .map(BLOB::matcher)
                .filter(blob -> blob.matches())
                .map(blob -> blob.group(2))
                .toList();
    }

    /// The files of one log, without the name of its folder.
    List<String> ofLog(String id) {
        String folder = "log/" + id + "/";
        return files.subSet(folder, folder + "~").stream()
                .map(name -> name.substring(folder.length()))
                .toList();
    }

    static String blob(String name) {
        return "blob/" + name.substring(0, 2) + "/" + name + ".age";
    }
}
