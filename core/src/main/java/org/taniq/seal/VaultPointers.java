package org.taniq.seal;

import java.io.IOException;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Follows what the statements of a vault say of one another: pointers, and the heads of other logs. So a log
/// that
/// was
/// cut shows even where nobody remembers how long it was, if any statement that is left points behind the cut.
final class VaultPointers {
    private final Unlocked unlocked;

    VaultPointers(Unlocked unlocked) {
        this.unlocked = unlocked;
    }

    /// @throws IOException if something that the statement names is not here, or is another
    void check(Unlocked.Sealed statement) throws IOException {
        for (var value : statement.opened().values()) {
            check(value);
        }
    }

    private void check(Json value) throws IOException {
        switch (value) {
            case Json.Obj object -> {
                checkPointer(object);
                checkHead(object);
                for (var member : object.members().values()) {
                    check(member);
                }
            }
            case Json.Arr(List<Json> items) -> {
                for (var item : items) {
                    check(item);
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void checkPointer(Json.Obj object) throws IOException {
        if (Pointer.isIn(object)) {
            unlocked.statement(Pointer.of(object));
        }
    }

    private void checkHead(Json.Obj object) throws Altered {
        var members = object.members();
        if (members.get("origin") instanceof Json.Str(String origin)
                && members.get("size") instanceof Json.Num(long size)
                && members.get("root") instanceof Json.Str(String root)) {
            checkHead(origin, size, root);
        }
    }

    private void checkHead(String origin, long size, String root) throws Altered {
        for (var log : unlocked.logs()) {
            if (!log.key().origin().equals(origin)) {
                continue;
            }
            if (size < 0
                    || size > log.checkpoint().size()
                    || !log.tree().root(size).hex().equals(root)) {
                throw new Altered(Said.of("it knew another past of {log}", "log", origin));
            }
            return;
        }
        throw new Altered(Said.of("it names a log that is not here: {log}", "log", origin));
    }
}
