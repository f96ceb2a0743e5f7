package org.taniq.app;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.taniq.seal.Unlocked;

/// The copies of a case, as it is sealed that they were made, without those that are said to be lost since.
final class CopiesMade {
    private final List<Unlocked.Sealed> custody;
    private final Set<String> own;
    private final List<CopyLost> lost;

    /// @param own the logs that this person writes
    private CopiesMade(List<Unlocked.Sealed> custody, Set<String> own) {
        this.custody = custody;
        this.own = own;
        this.lost = custody.stream().map(CopyLost::of).flatMap(Optional::stream).toList();
    }

    /// Of all that are sealed the last for each place, the last of all at the end. What was taken out of them is
    /// not known.
    static List<CopyMade> of(Unlocked unlocked) {
        return of(unlocked, _ -> true, Set.of());
    }

    /// As [#of(Unlocked)], of those that are sealed in certain logs.
    ///
    /// @param own the logs that this person writes
    static List<CopyMade> of(Unlocked unlocked, Predicate<String> logs, Set<String> own) {
        var custody = unlocked.statements("custody/1").stream()
                .filter(statement -> logs.test(statement.pointer().log()))
                .toList();
        return new CopiesMade(custody, own).last();
    }

    private List<CopyMade> last() {
        var last = new LinkedHashMap<CopyMade.Kind, CopyMade>();
        for (var statement : custody) {
            made(statement).ifPresent(copy -> last.merge(copy.kind(), copy, CopyMade::and));
        }
        return last.values().stream()
                .sorted(Comparator.comparing(CopyMade::when))
                .toList();
    }

    private Optional<CopyMade> made(Unlocked.Sealed statement) {
        return CopyMade.of(statement)
                .filter(copy -> lost.stream().noneMatch(each -> each.isOf(copy, statement.pointer())))
                .map(copy -> own.contains(statement.pointer().log()) ? copy : copy.byAnother());
    }
}
