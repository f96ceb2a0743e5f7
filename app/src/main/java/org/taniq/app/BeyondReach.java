package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.seal.Erasure;
import org.taniq.seal.ToErase;
import org.taniq.seal.Unlocked;

/// What holds something still that is erased from a case, as far as the case knows of it.
///
/// @param origins items that stay and of which one was made that goes
/// @param twins items that stay and have the same bytes
/// @param sharing other statements that stay and lead to the same encrypted bytes
/// @param dossiers statements on those that show it
/// @param others who else seals into this case; a name may be empty
public record BeyondReach(
        List<Unlocked.Sealed> origins,
        List<Unlocked.Sealed> twins,
        List<Unlocked.Sealed> sharing,
        List<CopyMade> copies,
        List<Unlocked.Sealed> dossiers,
        List<String> others,
        Interrupted interrupted) {
    public BeyondReach {
        origins = List.copyOf(origins);
        twins = List.copyOf(twins);
        sharing = List.copyOf(sharing);
        copies = List.copyOf(copies);
        dossiers = List.copyOf(dossiers);
        others = List.copyOf(others);
    }

    /// Whether something lies in the folder that was interrupted while it was sealed.
    public enum Interrupted {
        SOMETHING,
        NOTHING
    }

    /// @param own the id of the log into which this person seals evidence
    static BeyondReach of(ToErase plan, Unlocked sealed, String own) throws IOException {
        return new BeyondReach(
                plan.origins(),
                plan.twins(),
                plan.sharing(),
                CopiesMade.of(sealed),
                sealed.statements("told/1").stream()
                        .filter(told -> plan.isNamedIn(told.value("shown")))
                        .toList(),
                sealed.statements("log/1").stream()
                        .filter(first -> first.value("kind").equals(Json.of("evidence")))
                        .map(first -> first.pointer().log())
                        .filter(log -> !log.equals(own))
                        .map(sealed::whose)
                        .toList(),
                plan.leavesInterrupted() ? Interrupted.SOMETHING : Interrupted.NOTHING);
    }

    List<Erasure.Left> left() {
        var left = new ArrayList<Erasure.Left>();
        addUnlessEmpty(origins, Erasure.Left.ORIGIN, left);
        addUnlessEmpty(twins, Erasure.Left.TWINS, left);
        addUnlessEmpty(copies, Erasure.Left.COPIES, left);
        addUnlessEmpty(dossiers, Erasure.Left.DOSSIERS, left);
        addUnlessEmpty(others, Erasure.Left.OTHERS, left);
        if (interrupted == Interrupted.SOMETHING) {
            left.add(Erasure.Left.INTERRUPTED);
        }
        return left;
    }

    private static void addUnlessEmpty(List<?> what, Erasure.Left word, List<Erasure.Left> left) {
        if (!what.isEmpty()) {
            left.add(word);
        }
    }
}
