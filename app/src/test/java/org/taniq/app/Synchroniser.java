package org.taniq.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Carries the files of one folder to another as programs do that keep folders alike: each file for itself, in
/// any order, some late, some under another name until they are whole, some cut while they are written. What
/// one side alone writes comes from there only, so that nothing older ever replaces something newer.
final class Synchroniser {
    /// What is written of a file at once.
    private static final int BLOCK = 512;

    private final Path from;
    private final Path to;
    private final Set<String> came;
    private final Set<String> brought;
    private final RandomGenerator chance;
    private final TreeMap<String, byte[]> underWay = new TreeMap<>();

    private Synchroniser(Path from, Path to, Set<String> came, Set<String> brought, RandomGenerator chance) {
        this.from = from;
        this.to = to;
        this.came = came;
        this.brought = brought;
        this.chance = chance;
    }

    /// From one to the other, and back, where the second folder began as a copy of the first. What one has brought
    /// the other does not take back.
    static List<Synchroniser> between(Path one, Path two, RandomGenerator chance) throws IOException {
        var there = new TreeSet<>(files(one));
        there.retainAll(files(two));
        var back = new TreeSet<String>();
        return List.of(
                new Synchroniser(one, two, back, there, chance), new Synchroniser(two, one, there, back, chance));
    }

    /// Carries some files, some of them as they were when they were last looked at.
    void some() throws IOException {
        var names = new ArrayList<>(names());
        Collections.shuffle(names, new java.util.Random(chance.nextLong()));
        double part = chance.nextDouble();
        for (var name : names) {
            if (chance.nextDouble() < part) {
                carry(name);
            }
        }
        if (chance.nextInt(3) == 0) {
            takeAway();
        }
        if (chance.nextInt(4) == 0) {
            noteConflict(names);
        }
    }

    private void carry(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(from.resolve(name));
        if (isThere(name, bytes)) {
            return;
        }
        switch (chance.nextInt(8)) {
            case 0 -> underWay.putIfAbsent(name, bytes);
            case 1 -> write(temporary(name), cut(bytes));
            case 2 -> write(name, cut(bytes));
            case 3 -> arrive(name, underWay.getOrDefault(name, bytes));
            default -> arrive(name, bytes);
        }
    }

    private void arrive(String name, byte[] bytes) throws IOException {
        underWay.remove(name);
        write(name, bytes);
    }

    private byte[] cut(byte[] bytes) {
        int blocks = bytes.length / BLOCK;
        return Arrays.copyOf(bytes, chance.nextInt(blocks + 1) * BLOCK);
    }

    private static String temporary(String name) {
        int slash = name.lastIndexOf('/') + 1;
        return name.substring(0, slash) + ".syncthing." + name.substring(slash) + ".tmp";
    }

    private void write(String name, byte[] bytes) throws IOException {
        brought.add(name);
        var file = to.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private boolean isThere(String name, byte[] bytes) throws IOException {
        var file = to.resolve(name);
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /// What is gone here and came from here, goes there too.
    private void takeAway() throws IOException {
        var here = names();
        for (var name : List.copyOf(brought)) {
            if (!here.contains(name) && !isLeft(name) && chance.nextBoolean()) {
                Files.deleteIfExists(to.resolve(name));
                brought.remove(name);
            }
        }
    }

    /// Such a program keeps what it could not bring together beside the file.
    private void noteConflict(List<String> names) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(chance.nextInt(names.size()));
        byte[] bytes = Files.readAllBytes(from.resolve(name));
        String of = chance.nextBoolean() ? ".sync-conflict-20261122-031500-ABCDEF" : " (conflicted copy)";
        int dot = Math.max(name.lastIndexOf('.'), name.lastIndexOf('/') + 1);
        String end = name.lastIndexOf('.') > name.lastIndexOf('/') ? name.substring(dot) : "";
        write((end.isEmpty() ? name : name.substring(0, dot)) + of + end, cut(bytes));
    }

    /// Brings everything.
    void all() throws IOException {
        for (var name : names()) {
            byte[] bytes = Files.readAllBytes(from.resolve(name));
            if (!isThere(name, bytes)) {
                arrive(name, bytes);
            }
        }
        var here = names();
        for (var name : brought) {
            if (!here.contains(name) && !isLeft(name)) {
                Files.deleteIfExists(to.resolve(name));
            }
        }
    }

    /// The files that this side may bring.
    private Set<String> names() throws IOException {
        var names = files(from);
        names.removeAll(came);
        names.removeIf(Synchroniser::isLeft);
        return names;
    }

    private static Set<String> files(Path folder) throws IOException {
        var names = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .forEach(names::add);
        }
        return names;
    }

    static boolean isLeft(String name) {
        return name.contains(".sync-conflict-")
                || name.contains(" (conflicted copy)")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }
}
