package org.taniq.seal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.taniq.base.age.Recipient;

/// The evidence logs of one case that this person writes, or wrote, on this computer: she holds their keys, and
/// what they say was erased, she erased. Nobody else can write them.
public final class OwnLogs {
    /// On a computer on which nothing of the case is known.
    public static final OwnLogs NONE = new OwnLogs(Map.of());

    /// By the text of the verifier key.
    private final Map<String, Known> known;

    private OwnLogs(Map<String, Known> known) {
        this.known = Map.copyOf(known);
    }

    /// @param all what this computer knows, also of other cases and of folders that are gone
    public static OwnLogs of(Recipient recipient, List<Known> all) {
        return new OwnLogs(all.stream()
                .filter(each -> each.keys().recipient().equals(recipient))
                .collect(Collectors.toMap(OwnLogs::key, Function.identity(), (_, newer) -> newer)));
    }

    private static String key(Known known) {
        return known.keys().evidence().verifier().text();
    }

    /// Whether the log is signed by such a key and has the past that is remembered of it. A copy of it is older than
    /// that: that it was copied is sealed after it.
    boolean holds(LogFolder log) {
        return Optional.ofNullable(known.get(log.key().text()))
                .filter(mine -> goesOn(log, mine))
                .isPresent();
    }

    private static boolean goesOn(LogFolder log, Known mine) {
        try {
            var remembered = Optional.ofNullable(mine.remembered().get(log.key().id()));
            if (remembered.isPresent()
                    && remembered.get().size() <= log.checkpoint().size()) {
                LogWriter.refuseRollback(log, remembered.get());
            }
            return true;
        } catch (Rollback _) {
            return false;
        }
    }

    /// The ids of those among them.
    public Set<String> among(List<LogFolder> logs) {
        return logs.stream().filter(this::holds).map(log -> log.key().id()).collect(Collectors.toUnmodifiableSet());
    }

    /// What these logs say was erased, as far as they are such.
    public Predicate<ErasedStatement> saying(List<LogFolder> logs) {
        var mine = among(logs);
        return erased -> mine.contains(erased.by().log());
    }
}
