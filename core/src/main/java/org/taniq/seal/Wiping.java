package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;

/// Takes out of a folder what was erased: lines of openings and blobs, also where a synchronisation or a copy
/// has put them under another name or set them aside. All else stays as it is: a line goes only where it is what
/// is behind a leaf that was erased. Doing it again does what is left to do.
final class Wiping {
    private static final Pattern OPENING = Pattern.compile("(0|[1-9]\\d{0,14})-([1-9]\\d{0,8})\\.age");
    private static final int NAME = 2 * Digest.LENGTH;

    private final Set<Pointer> erased;
    private final Set<String> blobs;

    private Wiping(Set<Pointer> erased, Set<String> blobs) {
        this.erased = Set.copyOf(erased);
        this.blobs = Set.copyOf(blobs);
    }

    /// @param which of all that somebody says was erased
    static Wiping of(Unlocked unlocked, Predicate<ErasedStatement> which) throws IOException {
        var erased = new HashSet<Pointer>();
        var blobs = new HashSet<String>();
        unlocked.allErased().stream().filter(which).forEach(each -> {
            erased.add(each.pointer());
            blobs.addAll(each.erasure().blobs());
            unlocked.lineHere(each.pointer()).ifPresent(line -> blobs.addAll(line.blobs()));
        });
        blobs.removeAll(Shared.with(unlocked, erased::contains, blobs).blobs());
        return new Wiping(erased, blobs);
    }

    boolean isNothing() {
        return erased.isEmpty();
    }

    Set<Pointer> erased() {
        return erased;
    }

    /// The names of the blobs that held it, and nothing that stays.
    Set<String> blobs() {
        return blobs;
    }

    /// Whether something of it is in the folder of a vault, also where another program put a copy beside it.
    boolean isIn(Path folder, Identity identity) throws IOException {
        if (new Blobs(folder.resolve("blob"), new Durable()).hasAny(blobs)) {
            return true;
        }
        var blanking = new Blanking(leaves(), folder, identity, new Durable());
        for (var log : places().entrySet()) {
            for (var file : openings(folder.resolve("log").resolve(log.getKey()), log.getValue())) {
                boolean isCopy = !OPENING.matcher(file.getFileName().toString()).matches();
                if (isCopy && blanking.isNeeded(file)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Takes it out of a folder of a vault, or of a copy of one.
    ///
    /// @param drafts on the same file system, where nobody else writes
    /// @return how many files are gone or changed
    int in(Path folder, Path drafts, Identity identity, Durable durable) throws IOException {
        var blanking = new Blanking(leaves(), drafts, identity, durable);
        int files = setAside(folder.resolve("orphan"), blanking, durable);
        files += new Blobs(folder.resolve("blob"), durable).delete(blobs);
        durable.settle();
        for (var log : places().entrySet()) {
            for (var file : openings(folder.resolve("log").resolve(log.getKey()), log.getValue())) {
                files += blanking.blank(file) ? 1 : 0;
            }
        }
        durable.settle();
        return files;
    }

    private Set<Digest> leaves() {
        return erased.stream().map(Pointer::leaf).collect(Collectors.toUnmodifiableSet());
    }

    private SortedMap<String, SortedSet<Long>> places() {
        var places = new TreeMap<String, SortedSet<Long>>();
        erased.forEach(pointer ->
                places.computeIfAbsent(pointer.log(), _ -> new TreeSet<>()).add(pointer.index()));
        return places;
    }

    private int setAside(Path orphan, Blanking blanking, Durable durable) throws IOException {
        if (!Files.isDirectory(orphan, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        int files = 0;
        for (var file : regular(orphan)) {
            if (isErasedBlob(file)) {
                durable.delete(file);
                files++;
            } else if (isBelowOpening(file)) {
                files += blanking.blank(file) ? 1 : 0;
            }
        }
        return files;
    }

    private static List<Path> regular(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(PlainFile::isHere).toList();
        }
    }

    private boolean isErasedBlob(Path file) {
        String name = file.getFileName().toString();
        return name.length() > NAME && blobs.contains(name.substring(0, NAME));
    }

    private static boolean isBelowOpening(Path file) {
        return file.getNameCount() > 1
                && file.getName(file.getNameCount() - 2).toString().equals("opening");
    }

    /// Those that may hold one of these statements; of another name than ours may be a copy of any.
    private static List<Path> openings(Path log, SortedSet<Long> indexes) throws IOException {
        Path folder = log.resolve("opening");
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(PlainFile::isHere)
                    .filter(file -> mayHold(file.getFileName().toString(), indexes))
                    .sorted()
                    .toList();
        }
    }

    private static boolean mayHold(String name, SortedSet<Long> indexes) {
        var group = OPENING.matcher(name);
        if (!group.matches()) {
            return true;
        }
        long first = Long.parseLong(group.group(1));
        return !indexes.subSet(first, first + Long.parseLong(group.group(2))).isEmpty();
    }
}
