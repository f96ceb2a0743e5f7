package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taniq.Instants;
import org.taniq.base.Durable;
import org.taniq.base.Durable.Moment;
import org.taniq.base.Durable.Op;

/// Sealing fails at every instant (a seventh of them in `./check`), in every way that a disk, a kill or a power cut
/// can make it fail; after each the vault is intact, keeps what was promised, and can be sealed into again.
@Tag("slow")
final class SealFaultTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    @Test
    void aKillAtAnyInstantOfTheFirstUseLosesNothing() throws IOException {
        everyFault(Files.createDirectory(folder.resolve("nothing")), Fault.Kind.KILLED, new SealRun.Promises());
    }

    /// The order in which what was begun comes to the disk.
    enum Order {
        FIRST_FIRST(Durable::new),
        LAST_FIRST(Durable::lastFirst);

        private final Function<Durable.Probe, Durable> disk;

        Order(Function<Durable.Probe, Durable> disk) {
            this.disk = disk;
        }
    }

    private Order order = Order.FIRST_FIRST;

    @ParameterizedTest
    @EnumSource
    void aKillAtAnyInstantOfALaterUseLosesNothing(Order which) throws IOException {
        order = which;
        var promises = new SealRun.Promises();
        everyFault(used(promises), Fault.Kind.KILLED, promises);
    }

    @Test
    void oneFailedWriteAtAnyInstantLosesNothing() throws IOException {
        var promises = new SealRun.Promises();
        everyFault(used(promises), Fault.Kind.ONCE, promises);
    }

    @Test
    void aPowerCutAtAnyInstantOfTheFirstUseLosesNothing() throws IOException {
        everyCut(Files.createDirectory(folder.resolve("nothing")), new SealRun.Promises());
    }

    @ParameterizedTest
    @EnumSource
    void aPowerCutAtAnyInstantOfALaterUseLosesNothing(Order which) throws IOException {
        order = which;
        var promises = new SealRun.Promises();
        everyCut(used(promises), promises);
    }

    /// A process is killed, the next one builds on what it left, and then the power fails.
    @Test
    void aPowerCutAfterAKillLosesNothing() throws IOException {
        var promises = new SealRun.Promises();
        Path base = used(promises);
        for (int moment = 0; ; moment += 13) {
            Path place = place(base, "kill-then-cut");
            var watch = watch(place, promises);
            var killing = new Fault(moment, Fault.Kind.KILLED);
            if (!fails(place, promises.copy(), (op, file, when) -> {
                killing.at(op, file, when);
                watch.at(op, file, when);
            })) {
                assertTrue(moment > 100);
                return;
            }
            var kept = promises.copy();
            var again = watch.by(kept::copy);
            new SealRun(place, new Durable(again), kept).seal("again");
            cuts(again, 9);
            SealRun.delete(place);
        }
    }

    /// What a program does that goes on after an item could not be sealed.
    @Test
    void whoGoesOnAfterAFailureIsRefusedOrSealsWhatVerifies() throws IOException {
        var promises = new SealRun.Promises();
        Path base = used(promises);
        int refused = 0;
        for (int moment = 0; ; moment++) {
            Path place = place(base, "go-on");
            var fault = new Fault(moment, Fault.Kind.ONCE);
            var kept = promises.copy();
            if (!goesOn(place, fault, kept)) {
                refused++;
            }
            SealRun.check(place, kept);
            SealRun.delete(place);
            if (!fault.happened()) {
                assertTrue(refused > 20, "refused " + refused);
                return;
            }
        }
    }

    private static boolean goesOn(Path place, Fault fault, SealRun.Promises promises) throws IOException {
        var keyring = Keyring.open(SealRun.config(place), SealRun.words(), new Durable());
        var known = SealRun.known(keyring, place);
        Sealer sealer;
        try {
            sealer = Vault.at(SealRun.vault(place)).sealer(known.keys(), known.remembered(), new Durable(fault));
        } catch (IOException failed) {
            return false;
        }
        commit(SealRun.GROUP, sealer, promises);
        boolean done = commit(2 * SealRun.GROUP, sealer, promises);
        SealRun.remember(sealer, known); // of a commit that failed nothing may be remembered
        assertDoesNotThrow(
                () -> Vault.at(SealRun.vault(place)).sealer(known.keys(), known.remembered(), new Durable()));
        return done;
    }

    private static boolean commit(int size, Sealer sealer, SealRun.Promises promises) {
        var group = sealer.group(LogKind.EVIDENCE);
        var promised = new LinkedHashMap<Pointer, String>();
        try {
            for (int tries = 0; group.size() < size && tries < 20; tries++) {
                addOrFail(group, promised);
            }
            group.commit();
            promises.statements.putAll(promised);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void addOrFail(Group group, Map<Pointer, String> promised) {
        try {
            if (group.size() % SealRun.GROUP < 3) {
                SealRun.add(group, promised, "item " + group.size());
            } else {
                group.add(Statement.of("custody/1").with("what", "tested"));
            }
        } catch (IOException failed) {
            assertEquals("the disk failed", failed.getMessage());
        }
    }

    private Path used(SealRun.Promises promises) throws IOException {
        Path base = Files.createDirectory(folder.resolve("used"));
        new SealRun(base, new Durable(), promises).seal("first");
        SealRun.check(base, promises);
        return base;
    }

    private Path place(Path base, String name) throws IOException {
        Path place = folder.resolve(name);
        SealRun.copy(base, place);
        return place;
    }

    private void everyFault(Path base, Fault.Kind kind, SealRun.Promises before) throws IOException {
        for (int moment = 0; ; moment += Instants.STEP) {
            Path place = place(base, "fault");
            var promises = before.copy();
            boolean failed = fails(place, promises, new Fault(moment, kind));
            SealRun.check(place, promises);
            if (!failed) {
                assertTrue(moment > 200, "only " + moment);
                IO.println(kind + ": " + moment + " instants");
                return;
            }
            new SealRun(place, new Durable(), promises).seal("again");
            SealRun.check(place, promises);
            SealRun.delete(place);
        }
    }

    private boolean fails(Path place, SealRun.Promises promises, Durable.Probe probe) {
        try {
            new SealRun(place, order.disk.apply(probe), promises).seal("second");
            return false;
        } catch (IOException failed) {
            assertEquals("the disk failed", failed.getMessage());
            return true;
        }
    }

    private PowerCut watch(Path place, SealRun.Promises promises) throws IOException {
        return new PowerCut(place, promises::copy);
    }

    private void everyCut(Path base, SealRun.Promises before) throws IOException {
        Path place = place(base, "watched");
        var promises = before.copy();
        var watch = watch(place, promises);
        new SealRun(place, order.disk.apply(watch), promises).seal("second");
        assertTrue(watch.cuts().size() > 100);
        cuts(watch, Instants.STEP);
    }

    private void cuts(PowerCut watch, int every) throws IOException {
        var random = new Random(20);
        Set<Map<String, String>> seen = new HashSet<>();
        for (int n = 0; n < watch.cuts().size(); n += every) {
            var cut = watch.cuts().get(n);
            Path strict = folder.resolve("strict");
            watch.strictest(cut, strict);
            survives(cut, strict, seen);
            Path lucky = folder.resolve("lucky");
            watch.lucky(cut, lucky, random);
            survives(cut, lucky, seen);
        }
        IO.println("power cuts: " + seen.size() + " different disks");
    }

    private static void survives(PowerCut.Cut cut, Path place, Set<Map<String, String>> seen) throws IOException {
        var promises = cut.promises().copy();
        if (seen.add(SealRun.snapshot(place))) {
            try {
                SealRun.check(place, promises);
                new SealRun(place, new Durable(), promises).seal("again");
                SealRun.check(place, promises);
            } catch (IOException | AssertionError | RuntimeException broken) {
                throw new AssertionError("after a power cut at " + cut.at(), broken);
            }
        }
        SealRun.delete(place);
    }

    /// Makes one operation fail, before or after it persisted.
    private static final class Fault implements Durable.Probe {
        private final int moment;
        private final Kind kind;
        private int passed;

        private enum Kind {
            /// Everything after it fails too.
            KILLED,
            ONCE
        }

        private Fault(int moment, Kind kind) {
            this.moment = moment;
            this.kind = kind;
        }

        private boolean happened() {
            return passed > moment;
        }

        @Override
        public void at(Op op, Path file, Moment when) throws IOException {
            int now = passed++;
            if (now == moment || kind == Kind.KILLED && now > moment) {
                throw new IOException("the disk failed");
            }
        }
    }
}
