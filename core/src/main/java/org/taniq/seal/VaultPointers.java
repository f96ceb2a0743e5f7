package org.taniq.seal;

import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Follows what the statements of a vault say of one another: pointers, and the heads of other logs. So a
/// log that was cut shows even where nobody remembers how long it was, if any statement that is left points
/// behind the cut.
final class VaultPointers {
    private final Unlocked unlocked;
    private final Set<String> own;
    private final SortedSet<String> missing = new TreeSet<>();

    /// @param own the ids of the logs of which nothing can be on its way
    VaultPointers(Unlocked unlocked, Set<String> own) {
        this.unlocked = unlocked;
        this.own = Set.copyOf(own);
    }

    /// @throws IOException if something that the statement names is not in its log, or is another
    void check(Unlocked.Sealed statement) throws IOException {
        for (var value : statement.opened().values()) {
            for (var object : value.objects()) {
                checkPointer(object);
                checkHead(object);
            }
        }
    }

    private void checkPointer(Json.Obj object) throws IOException {
        if (!Pointer.isIn(object)) {
            return;
        }
        var pointer = Pointer.of(object);
        if (!isHere("taniq/" + pointer.log())) {
            throw new NotHereYet(Said.of("it points into a log that is not here: {log}", "log", pointer.log()));
        }
        refuseBeyond(pointer.log(), pointer.index() + 1);
        unlocked.follow(pointer);
    }

    /// @throws NotHereYet if somebody else's log is shorter than that
    private void refuseBeyond(String log, long size) throws NotHereYet {
        if (!own.contains(log) && size > unlocked.log(log).checkpoint().size()) {
            throw new NotHereYet(Said.of("the log {log} was known with more statements than are here", "log", log));
        }
    }

    private void checkHead(Json.Obj object) throws IOException {
        var members = object.members();
        if (members.get("origin") instanceof Json.Str(String origin)
                && members.get("size") instanceof Json.Num(long size)
                && members.get("root") instanceof Json.Str(String root)) {
            checkHead(origin, size, root);
        }
    }

    private void checkHead(String origin, long size, String root) throws IOException {
        for (var log : unlocked.logs()) {
            if (!log.key().origin().equals(origin)) {
                continue;
            }
            refuseBeyond(log.key().id(), size);
            if (size < 0
                    || size > log.checkpoint().size()
                    || !log.tree().root(size).hex().equals(root)) {
                throw new Altered(Said.of("it knew another past of {log}", "log", origin));
            }
            return;
        }
        missing.add(origin);
    }

    private boolean isHere(String origin) {
        return unlocked.logs().stream().anyMatch(log -> log.key().origin().equals(origin));
    }

    /// The origins of logs that were known when another began, and that are not here, or not whole.
    SortedSet<String> missing() {
        return Collections.unmodifiableSortedSet(missing);
    }
}
