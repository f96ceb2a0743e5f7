package org.taniq.read.proof;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;

/// What ProofMode noted (its class `ProofModeV1Constants`): nobody but the telephone says so.
///
/// @param all by the names that the program gives them, in its order
record ProofModeClaims(SequencedMap<String, String> all) {
    private static final String NOTES = "Notes";
    private static final String MADE = "Proof Generated";

    /// The program puts a Z behind the time of the telephone's own clock, whatever its zone is.
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private static final Set<String> HARMLESS = Set.of(
            ProofModeFile.DIGEST,
            "File Created",
            "File Modified",
            MADE,
            "SafetyCheck",
            "SafetyCheckBasicIntegrity",
            "SafetyCheckCtsMatch",
            "SafetyCheckTimestamp");

    private static final int MOST_ROWS = 100;

    ProofModeClaims {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    }

    /// The rows of a table: the program puts a comma behind each value, and none into any.
    static Optional<List<ProofModeClaims>> table(String text) {
        var lines = text.split("\r\n|\r|\n", -1);
        var names = lines[0].split(",", -1);
        var rows = new ArrayList<ProofModeClaims>();
        for (int i = 1; i < lines.length && rows.size() < MOST_ROWS; i++) {
            if (!lines[i].isBlank()) {
                rows.add(row(names, lines[i].split(",", -1)));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    /// What has no name, because somebody wrote several lines, is kept as a note.
    private static ProofModeClaims row(String[] names, String[] values) {
        var claims = new LinkedHashMap<String, String>();
        boolean isWhole = values.length == names.length;
        for (int i = 0; i < values.length; i++) {
            var name = isWhole && !names[i].isBlank() ? names[i].strip() : NOTES;
            if (!values[i].isEmpty()) {
                claims.merge(name, values[i], (before, more) -> before + "\n" + more);
            }
        }
        return new ProofModeClaims(claims);
    }

    String digest() {
        return all.getOrDefault(ProofModeFile.DIGEST, "").strip().toLowerCase(Locale.ROOT);
    }

    String notes() {
        return all.getOrDefault(NOTES, "");
    }

    When time() {
        var source = all.getOrDefault(MADE, "");
        if (source.isEmpty()) {
            return new When.Unknown("", Draft.NO_TIME);
        }
        try {
            return new When.Local(
                    source, LocalDateTime.parse(source, CLOCK), "", "clock of the telephone, whatever its zone");
        } catch (DateTimeException other) {
            return new When.Unknown(source, "no time as ProofMode writes it");
        }
    }

    List<Detail> details() {
        return all.entrySet().stream()
                .filter(claim -> !claim.getKey().equals(NOTES))
                .map(ProofModeClaims::detail)
                .toList();
    }

    /// Places, devices and what is not known here do not leave unless she asks for it.
    private static Detail detail(Map.Entry<String, String> claim) {
        return new Detail(
                HARMLESS.contains(claim.getKey()) ? "claim" : "claimWithheld",
                Json.object()
                        .put("name", Detail.cut(claim.getKey()))
                        .put("value", Detail.cut(claim.getValue()))
                        .build());
    }
}
