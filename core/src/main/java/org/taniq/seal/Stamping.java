package org.taniq.seal;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.seal.stamp.Authorities;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.Stamp;
import org.taniq.seal.stamp.StampCheck;
import org.taniq.seal.stamp.StampRequest;

/// Has this writer's evidence log stamped: [#sealHeads] of all other logs, so that one stamp is one for all;
/// [#stamp] by each authority that [#isDue]; [#sealStamps], so that each is missed if it is taken away. What
/// was interrupted after any of these is done by the next one. Asks nobody that it is not told to.
public final class Stamping {
    private static final String TIME = "time/1";
    private static final String HEADS = "heads/1";

    private final Vault vault;
    private final String log;
    private final Turn turn;
    private final Durable durable;

    /// @param log the id of this writer's evidence log
    public Stamping(Vault vault, String log, Turn turn, Durable durable) {
        this.vault = vault;
        this.log = log;
        this.turn = turn;
        this.durable = durable;
    }

    /// The turn to seal into the evidence log.
    public interface Turn {
        Group group() throws IOException;

        void commit(Group group) throws IOException;
    }

    /// Hands a request to an authority and brings its answer.
    @FunctionalInterface
    public interface Asking {
        byte[] ask(Authority authority, byte[] request) throws IOException;
    }

    private LogFolder own() throws IOException {
        return LogFolder.read(vault.logFolder(log));
    }

    /// Seals the heads of all other logs, where they moved and something is to be stamped.
    public void sealHeads(Unlocked unlocked) throws IOException {
        var known = lastHeads(unlocked);
        var others = vault.logs().whole().stream()
                .filter(other -> !other.key().id().equals(log))
                .toList();
        boolean moved = others.stream()
                .anyMatch(other -> known(known, other) != other.checkpoint().size());
        boolean news = others.stream().anyMatch(other -> hasNews(other, known(known, other)));
        if (moved && (news || isDue(lastStamped(List.of())))) {
            var group = turn.group();
            group.add(Statement.of(HEADS)
                    .with(
                            "heads",
                            Json.of(others.stream()
                                    .map(other -> other.checkpoint().json())
                                    .toList())));
            turn.commit(group);
        }
    }

    private static long known(Map<String, Long> heads, LogFolder other) {
        return heads.getOrDefault(other.key().origin(), 0L);
    }

    /// How long each other log was when its head was last sealed.
    private Map<String, Long> lastHeads(Unlocked unlocked) {
        var sizes = new HashMap<String, Long>();
        for (var statement : unlocked.statements(HEADS)) {
            if (statement.pointer().log().equals(log) && statement.value("heads") instanceof Json.Arr(List<Json> all)) {
                sizes.clear();
                all.forEach(head -> take(head, sizes));
            }
        }
        return sizes;
    }

    private static void take(Json head, Map<String, Long> sizes) {
        if (head instanceof Json.Obj object
                && object.members().get("origin") instanceof Json.Str(String origin)
                && object.members().get("size") instanceof Json.Num(long size)) {
            sizes.put(origin, size);
        }
    }

    /// Whether it says something behind the first `from` that is not about time alone.
    private static boolean hasNews(LogFolder log, long from) {
        return log.leaves().stream()
                .skip(from)
                .anyMatch(leaf -> !leaf.schema().equals(TIME) && !leaf.schema().equals(HEADS));
    }

    /// Whether something is in the log that this authority has not stamped.
    public boolean isDue(Authority authority) throws IOException {
        return isDue(lastStamped(List.of(authority)));
    }

    private boolean isDue(long stamped) throws IOException {
        return isBehind(own(), stamped);
    }

    private static boolean isBehind(LogFolder log, long stamped) {
        return log.leaves().stream()
                .skip(stamped)
                .anyMatch(leaf -> !leaf.schema().equals(TIME));
    }

    /// @param authorities whose stamps count; those of all where there is none
    private long lastStamped(List<Authority> authorities) throws IOException {
        return held(own()).stream()
                .filter(stamp -> authorities.isEmpty() || isBy(authorities, stamp))
                .mapToLong(stamp -> stamp.checkpoint().size())
                .max()
                .orElse(0);
    }

    private static boolean isBy(List<Authority> authorities, StampFolder.Judged judged) {
        return authorities.stream()
                .anyMatch(authority -> authority
                        .anchor()
                        .fingerprints()
                        .contains(judged.stamp().root()));
    }

    /// The stamps that hold, the smallest first. What does not is named by `taniq verify` and stops nothing here.
    private static List<StampFolder.Judged> held(LogFolder whole) throws IOException {
        var held = new ArrayList<StampFolder.Judged>();
        for (var stamp : StampFolder.of(whole.folder())) {
            judged(stamp, whole).ifPresent(held::add);
        }
        return held;
    }

    private static Optional<StampFolder.Judged> judged(StampFolder stamp, LogFolder whole) throws IOException {
        try {
            if (!stamp.missing().isEmpty()) {
                return Optional.empty();
            }
            var judged = stamp.judge(whole);
            return new RevocationCheck(judged, new Remembered(Map.of())).holds(new Checked())
                    ? Optional.of(judged)
                    : Optional.empty();
        } catch (Altered altered) {
            return Optional.empty();
        }
    }

    /// By somebody whom the program or the person chose. Anybody who can write into the folder can put a stamp of
    /// his own there, which says any time.
    static List<StampFolder.Judged> trusted(LogFolder whole, List<Authority> chosen) throws IOException {
        return held(whole).stream()
                .filter(stamp -> isBy(Authorities.known(), stamp) || isBy(chosen, stamp))
                .toList();
    }

    /// When this log was last stamped, and whether something is in it that is not.
    ///
    /// @param last empty where it never was
    public record Standing(List<Instant> last, boolean isBehind) {
        public Standing {
            last = List.copyOf(last);
        }
    }

    /// How it stands with time-stamps of a log; what does not hold does not count, and no stranger's.
    public static Standing standing(Vault vault, String log, List<Authority> chosen) throws IOException {
        var whole = LogFolder.read(vault.logFolder(log));
        var stamps = trusted(whole, chosen);
        if (stamps.isEmpty()) {
            return new Standing(List.of(), isBehind(whole, 0));
        }
        var last = stamps.getLast();
        return new Standing(
                List.of(last.stamp().notLater()),
                isBehind(whole, last.checkpoint().size()));
    }

    /// Asks the authority for the time of the checkpoint as it is now, and keeps the answer if it holds.
    ///
    /// @throws StampRefused if it does not
    /// @throws Trouble also if nothing could be kept: then nobody is asked
    public Stamp stamp(Authority authority, Asking asking, SecureRandom random) throws IOException {
        var whole = own();
        StampFolder.refuseUnlessFolders(whole);
        var request = StampRequest.of(Digest.of(whole.note()), random);
        byte[] answer = asking.ask(authority, request.bytes());
        var stamp = StampCheck.judge(answer, request, authority.anchor());
        StampFolder.keep(whole, request, answer, authority.anchor(), durable);
        return stamp;
    }

    /// Seals which stamps there are, of those of which it is not sealed and that no stranger put there.
    ///
    /// @return how many
    public int sealStamps(Unlocked unlocked, List<Authority> chosen) throws IOException {
        var sealed = new HashSet<Json>();
        unlocked.statements(TIME).forEach(statement -> sealed.add(statement.value("response")));
        var unsealed = trusted(own(), chosen).stream()
                .filter(stamp -> !sealed.contains(Json.of(stamp.response().hex())))
                .toList();
        if (unsealed.isEmpty()) {
            return 0;
        }
        var group = turn.group();
        for (var stamp : unsealed) {
            group.add(statement(stamp));
        }
        turn.commit(group);
        return unsealed.size();
    }

    private static Statement statement(StampFolder.Judged judged) {
        return Statement.of(TIME)
                .with("origin", judged.checkpoint().origin())
                .with("size", Json.of(judged.checkpoint().size()))
                .with("root", judged.checkpoint().root().hex())
                .with("authority", judged.stamp().authority())
                .with("response", judged.response().hex());
    }
}
