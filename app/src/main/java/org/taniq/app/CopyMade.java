package org.taniq.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.read.Records;
import org.taniq.seal.Checkpoint;
import org.taniq.seal.Known;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// Copies that were made of a case to one place, as it is sealed.
///
/// @param place as the person said it; empty where she said nothing
/// @param keys whether ways in were to be copied
/// @param times how often
/// @param last the day of the last time, in UTC
public record CopyMade(String place, boolean keys, long times, String last) {

    /// One for each place, with and without keys.
    static List<CopyMade> of(Unlocked sealed) {
        var all = new LinkedHashMap<CopyMade, List<String>>();
        for (var statement : sealed.statements("custody/1")) {
            if (statement.value("what").equals(Json.of(CopySaid.COPIED))
                    && statement.value("detail") instanceof Json.Obj detail) {
                String place = Records.text(detail.members().getOrDefault("place", Json.NULL));
                boolean keys = Json.of(true).equals(detail.members().get("keys"));
                all.computeIfAbsent(new CopyMade(place, keys, 0, ""), _ -> new ArrayList<>())
                        .add(Records.text(statement.value("when")));
            }
        }
        return all.entrySet().stream()
                .map(made -> new CopyMade(
                        made.getKey().place(),
                        made.getKey().keys(),
                        made.getValue().size(),
                        day(made.getValue().getLast())))
                .toList();
    }

    private static String day(String when) {
        return when.replaceFirst("T.*", "");
    }

    /// When `taniq copy` last left a copy with exactly the heads that this folder has; empty where that is not
    /// sealed in the folder in which the case is gone on with, or this is that folder.
    static String asItIs(Vault copy, Known known, Identity identity) throws IOException {
        if (!Vault.isVault(known.path()) || Files.isSameFile(known.path(), copy.folder())) {
            return "";
        }
        var heads = Json.of(copy.heads().stream().map(Checkpoint::json).toList());
        return said(known, identity).stream()
                .filter(statement -> statement.value("what").equals(Json.of(CopySaid.COPIED)))
                .filter(statement -> statement.value("detail") instanceof Json.Obj detail
                        && heads.equals(detail.members().get("logs")))
                .map(statement -> Records.text(statement.value("when")))
                .reduce("", (_, later) -> later);
    }

    /// Nothing where that folder cannot be read: a copy is checked then too.
    private static List<Unlocked.Sealed> said(Known known, Identity identity) throws IOException {
        try {
            return Vault.at(known.path()).unlock(identity, known.remembered()).statements("custody/1");
        } catch (Trouble damaged) {
            return List.of();
        }
    }
}
