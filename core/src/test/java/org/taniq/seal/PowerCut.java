package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.taniq.base.Durable.Moment;
import org.taniq.base.Durable.Op;
import org.taniq.base.Durable.Probe;

/// A disk that keeps what it must and nothing else. It watches every operation and says, for each instant,
/// what would be there after a power cut: of a file's bytes only what was synced, of names only what was
/// there when their folder was synced. [Cut#lucky] is one of the many disks in between, which kept some of
/// the rest: names in any order, bytes in part.
final class PowerCut implements Probe {
    private static final String FOLDER = "folder";

    private final Path root;
    private final Supplier<SealRun.Promises> promised;
    private final Map<Object, String> ids = new HashMap<>();
    private final Map<String, byte[]> synced = new HashMap<>();
    private final Map<String, byte[]> written = new HashMap<>();
    private final Map<Path, Map<String, String>> kept = new HashMap<>();
    private final List<Cut> cuts = new ArrayList<>();
    private int made;

    /// @param root what is below it now is on the disk
    PowerCut(Path root, Supplier<SealRun.Promises> promised) throws IOException {
        this.root = root;
        this.promised = promised;
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                if (Files.isRegularFile(file)) {
                    synced.put(id(file), Files.readAllBytes(file));
                }
            }
        }
        try (var files = Files.walk(root)) {
            for (var folder : files.filter(Files::isDirectory).toList()) {
                kept.put(folder, names(folder));
            }
        }
    }

    /// What a power cut at one instant leaves, and what had been promised by then.
    ///
    /// @param at the operation that was the last
    /// @param must the names that are on the disk for certain, by folder
    /// @param may the names that a program would see at this instant, by folder
    record Cut(
            String at,
            Map<Path, Map<String, String>> must,
            Map<Path, Map<String, String>> may,
            Map<String, byte[]> bytes,
            Map<String, byte[]> written,
            SealRun.Promises promises) {}

    /// The same disk at this instant, for the process that comes next.
    PowerCut by(Supplier<SealRun.Promises> nextPromised) {
        return new PowerCut(this, nextPromised);
    }

    private PowerCut(PowerCut before, Supplier<SealRun.Promises> promised) {
        this.root = before.root;
        this.promised = promised;
        ids.putAll(before.ids);
        synced.putAll(before.synced);
        written.putAll(before.written);
        kept.putAll(before.kept);
        made = before.made;
    }

    List<Cut> cuts() {
        return cuts;
    }

    @Override
    public void at(Op op, Path file, Moment moment) throws IOException {
        if (moment == Moment.AFTER) {
            observe(op, file.toAbsolutePath());
            cuts.add(new Cut(
                    cuts.size() + " " + op + " " + root.relativize(file.toAbsolutePath()),
                    deepCopy(kept),
                    live(),
                    Map.copyOf(synced),
                    Map.copyOf(written),
                    promised.get()));
        }
    }

    private void observe(Op op, Path file) throws IOException {
        switch (op) {
            case OPEN -> ids.put(key(file), "file " + made++);
            case WRITE -> written.put(id(file), Files.readAllBytes(file));
            case SYNC -> synced.put(id(file), Files.readAllBytes(file));
            case SYNC_FOLDER -> {
                if (file.startsWith(root)) {
                    kept.put(file, names(file));
                }
            }
            case CREATE_FOLDER -> kept.put(file, Map.of());
            case LINK, RENAME, DELETE -> {}
        }
    }

    private static Object key(Path file) throws IOException {
        return Objects.requireNonNull(Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey());
    }

    private String id(Path file) throws IOException {
        return ids.computeIfAbsent(key(file), _ -> "file " + made++);
    }

    private Map<String, String> names(Path folder) throws IOException {
        var names = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                names.put(file.getFileName().toString(), Files.isDirectory(file) ? FOLDER : id(file));
            }
        }
        return names;
    }

    private Map<Path, Map<String, String>> live() throws IOException {
        var live = new HashMap<Path, Map<String, String>>();
        try (var files = Files.walk(root)) {
            for (var folder : files.filter(Files::isDirectory).toList()) {
                live.put(folder, names(folder));
            }
        }
        return live;
    }

    private static Map<Path, Map<String, String>> deepCopy(Map<Path, Map<String, String>> all) {
        var copy = new HashMap<Path, Map<String, String>>();
        all.forEach((folder, names) -> copy.put(folder, Map.copyOf(names)));
        return copy;
    }

    /// Makes the folder as the strictest disk leaves it.
    void strictest(Cut cut, Path to) throws IOException {
        make(cut, root, to, (_, must, _) -> must, bytes -> bytes);
    }

    /// Makes the folder as some disk leaves it that kept a part of what it need not keep.
    void lucky(Cut cut, Path to, Random random) throws IOException {
        make(cut, root, to, (_, must, may) -> random.nextBoolean() ? must : may, bytes -> part(bytes, random));
    }

    private static byte[] part(byte[] bytes, Random random) {
        return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }

    /// Chooses what became of a name: what it certainly is, or what it perhaps is; `""` for nothing.
    @FunctionalInterface
    private interface Choice {
        String of(String name, String must, String may);
    }

    private void make(Cut cut, Path folder, Path to, Choice choice, java.util.function.UnaryOperator<byte[]> unsynced)
            throws IOException {
        Files.createDirectories(to);
        var must = cut.must().getOrDefault(folder, Map.of());
        var may = cut.may().getOrDefault(folder, Map.of());
        Set<String> names = new HashSet<>(must.keySet());
        names.addAll(may.keySet());
        for (var name : new java.util.TreeSet<>(names)) {
            String id = choice.of(name, must.getOrDefault(name, ""), may.getOrDefault(name, ""));
            if (id.equals(FOLDER)) {
                make(cut, folder.resolve(name), to.resolve(name), choice, unsynced);
            } else if (!id.isEmpty()) {
                byte[] bytes = cut.bytes().get(id);
                Files.write(
                        to.resolve(name),
                        bytes != null ? bytes : unsynced.apply(cut.written().getOrDefault(id, new byte[0])));
            }
        }
    }
}
