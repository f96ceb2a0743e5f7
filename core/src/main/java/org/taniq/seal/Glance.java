package org.taniq.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.taniq.base.age.Identity;

/// A case in which nothing is missing, damaged, erased or of a newer program, and its statements of one schema: what
/// opening all of it would show too, in less time. Every leaf is hashed and every opening read; but one that was
/// opened before and has the same bytes is not opened again. Where anything else is the case there is no glance, and
/// [Vault#unlock] tells what it is.
///
/// @param statements of the schema, in the order of their logs
/// @param opened which openings were opened, now or before, by log id
public record Glance(List<Unlocked.Sealed> statements, Map<String, OpenedBefore> opened) {
    public Glance {
        statements = List.copyOf(statements);
        opened = Map.copyOf(opened);
    }

    /// @param known with what was opened before
    static Optional<Glance> at(Vault vault, Identity identity, Known known, String schema) {
        try {
            if (vault.saysErased()) {
                return Optional.empty();
            }
            var here = vault.logs();
            return here.gaps().isEmpty() && isUsual(vault, here.whole(), new Remembered(known.remembered()))
                    ? at(here.whole(), identity, known, schema)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // what it is, opening all of it tells
        }
    }

    private static boolean isUsual(Vault vault, List<LogFolder> logs, Remembered remembered) throws IOException {
        if (!vault.logNames().containsAll(remembered.begun()) || logs.stream().anyMatch(Glance::holdsUnusual)) {
            return false;
        }
        for (var log : logs) {
            String id = log.key().id();
            if (remembered.hasBegun(id)) {
                LogWriter.refuseRollback(log, remembered.head(id).orElseThrow());
            } else {
                new Beyond(log.folder(), log.checkpoint().size()).isOneGroup();
            }
        }
        return true;
    }

    private static boolean holdsUnusual(LogFolder log) {
        return log.leaves().stream()
                .anyMatch(leaf -> !leaf.isKnown() || leaf.schema().equals(Erasure.SCHEMA));
    }

    private static Optional<Glance> at(List<LogFolder> logs, Identity identity, Known known, String schema)
            throws IOException {
        var statements = new ArrayList<Unlocked.Sealed>();
        var opened = new TreeMap<String, OpenedBefore>();
        for (var log : logs) {
            String id = log.key().id();
            var glanced = GlancedLog.of(log, identity, known.openedBefore(id), schema);
            if (glanced.isEmpty()) {
                return Optional.empty();
            }
            statements.addAll(glanced.get().found());
            opened.put(id, glanced.get().opened());
        }
        return Optional.of(new Glance(statements, opened));
    }
}
