package org.taniq.seal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taniq.base.Altered;

/// What the statements `musterase/1` of a vault say was erased, and whether it is gone here. One that is not as it
/// must be, or points to what cannot be erased, takes nothing away.
final class Erasures {
    static final Erasures NONE = new Erasures();

    private final SortedMap<String, SortedMap<Long, List<ErasedStatement>>> said = new TreeMap<>();
    private final Set<Pointer> gone = new HashSet<>();

    private Erasures() {}

    /// @param logs those that are read, with what is behind their leaves
    /// @param remembered what our own log says comes first where several say it
    static Erasures of(
            SortedMap<String, LogFolder> logs, Map<String, Openings> openings, Blobs blobs, Remembered remembered) {
        var erasures = new Erasures();
        for (var log : ownFirst(logs.values(), remembered)) {
            openings.getOrDefault(log.key().id(), Openings.NONE).lines().values().stream()
                    .filter(line -> line.opened().schema().name().equals(Erasure.SCHEMA))
                    .forEach(line -> erasures.take(log, line, logs));
        }
        erasures.all().forEach(erased -> erasures.look(erased.pointer(), openings, blobs));
        return erasures;
    }

    private static List<LogFolder> ownFirst(Collection<LogFolder> logs, Remembered remembered) {
        return logs.stream()
                .sorted(Comparator.comparing(log -> !remembered.isOwn(log.key().id())))
                .toList();
    }

    private void take(LogFolder log, OpeningLine line, SortedMap<String, LogFolder> logs) {
        try {
            var by = new Pointer(log.key().id(), line.index(), log.tree().leafHash(line.index()));
            var erasure = Erasure.of(line.opened());
            for (var pointer : erasure.erased()) {
                schema(pointer, logs)
                        .filter(Erasure::isErasable)
                        .ifPresent(schema -> take(new ErasedStatement(pointer, schema, by, erasure)));
            }
        } catch (Altered _) {
            return; // the check says so
        }
    }

    private void take(ErasedStatement erased) {
        said.computeIfAbsent(erased.pointer().log(), _ -> new TreeMap<>())
                .computeIfAbsent(erased.pointer().index(), _ -> new ArrayList<>())
                .add(erased);
    }

    /// Of the leaf that is pointed to; nothing where it is not here, or another one is.
    static Optional<String> schema(Pointer pointer, Map<String, LogFolder> logs) {
        return Optional.ofNullable(logs.get(pointer.log()))
                .filter(log -> pointer.index() >= 0
                        && pointer.index() < log.checkpoint().size())
                .filter(log -> log.tree().leafHash(pointer.index()).equals(pointer.leaf()))
                .map(log -> log.leaves().get((int) pointer.index()).schema());
    }

    /// Its values are gone, or what they lead to is.
    private void look(Pointer pointer, Map<String, Openings> openings, Blobs blobs) {
        var opening = openings.getOrDefault(pointer.log(), Openings.NONE);
        var line = opening.lines().get(pointer.index());
        boolean lacksBytes = line != null && !line.blobs().stream().allMatch(blobs::has);
        if (lacksBytes || opening.blank().contains(pointer.index())) {
            gone.add(pointer);
        }
    }

    /// Everything that is said, in the order of what was erased: of one statement several may say it.
    List<ErasedStatement> all() {
        var all = new ArrayList<ErasedStatement>();
        said.values().forEach(log -> log.values().forEach(all::addAll));
        return all;
    }

    /// One for each statement that was erased.
    private List<ErasedStatement> once() {
        var once = new ArrayList<ErasedStatement>();
        said.values().forEach(log -> log.values().forEach(several -> once.add(several.getFirst())));
        return once;
    }

    /// The first statement that says that this one was erased, gone or not.
    Optional<ErasedStatement> said(Pointer pointer) {
        return said.getOrDefault(pointer.log(), new TreeMap<>()).getOrDefault(pointer.index(), List.of()).stream()
                .findFirst();
    }

    /// The statement that says that this one was erased, where it is gone.
    Optional<ErasedStatement> gone(Pointer pointer) {
        return gone.contains(pointer) ? said(pointer) : Optional.empty();
    }

    List<ErasedStatement> gone() {
        return once().stream().filter(each -> gone.contains(each.pointer())).toList();
    }

    /// What is said to be erased and can be read here.
    List<ErasedStatement> here() {
        return once().stream().filter(each -> !gone.contains(each.pointer())).toList();
    }
}
