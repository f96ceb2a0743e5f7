package org.taniq.seal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.NotGiven;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.WrongKey;

/// What was checked so far and how each check ended: what one finds wrong ends it and not the others.
final class Checked {
    private final List<Verdict.Check> checks = new ArrayList<>();
    private int unknown;

    /// One check.
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /// Not more than this machine has memory for: nothing is known to be wrong with it.
    static final class TooLarge extends Trouble {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("unchecked: this machine has too little memory for it");
        }
    }

    /// Runs a check, and names it however it ends.
    void step(String name, Object of, Step step) {
        if (passes(name, of, step)) {
            fine(name, Said.of("{of}", "of", of));
        }
    }

    /// Runs one of many checks, which is named only where it fails.
    boolean passes(String name, Object of, Step step) {
        try {
            step.run();
            return true;
        } catch (IsErased _) {
            return true; // it goes while it is checked
        } catch (TooLarge | NotHereYet | NotThisFormat | NotGiven unchecked) {
            unknown(name, why(of, unchecked));
        } catch (Altered | Rollback | WrongKey wrong) {
            wrong(name, why(of, wrong));
        } catch (NoSuchFileException missing) {
            wrong(
                    name,
                    Said.of(
                            "{of}: {file} is not here",
                            Map.of("of", of, "file", String.valueOf(missing.getMessage()))));
        } catch (IOException unreadable) {
            unknown(
                    name,
                    Said.of(
                            "{of}: it cannot be read ({why})",
                            Map.of("of", of, "why", String.valueOf(unreadable.getMessage()))));
        }
        return false;
    }

    private static Said why(Object of, Trouble trouble) {
        return Said.of("{of}: {why}", Map.of("of", of, "why", trouble.said()));
    }

    void fine(String name, Said detail) {
        checks.add(new Verdict.Check(name, true, detail));
    }

    /// What could not be checked, so that nothing is known to be wrong with it.
    void unknown(String name, Said detail) {
        unknown++;
        wrong(name, detail);
    }

    void wrong(String name, Said detail) {
        checks.add(new Verdict.Check(name, false, detail));
    }

    /// What was found elsewhere, behind what was found here.
    void add(Checked more) {
        checks.addAll(more.checks);
        unknown += more.unknown;
    }

    List<Verdict.Check> all() {
        return List.copyOf(checks);
    }

    /// @param best what may be said of the bytes if nothing failed
    Verdict.Bytes bytes(Verdict.Bytes best) {
        long failed = checks.stream().filter(check -> !check.ok()).count();
        if (failed > unknown) {
            return Verdict.Bytes.ALTERED;
        }
        return failed == 0 ? best : Verdict.Bytes.UNCHECKED;
    }
}
