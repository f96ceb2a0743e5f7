package org.taniq.read.proof;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Digest;
import org.taniq.base.Hash;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;

/// What ProofMode noted (its class `ProofModeV1Constants`): nobody but the telephone says so.
///
/// @param all in the order of the file
/// @param end the byte behind the last one
/// @param isTwice whether one stands there a second time, as something else
record ProofModeClaims(List<Claim> all, long end, boolean isTwice) {
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

    /// What such a claim can say: a place that stands under its name is none.
    private static final Pattern AS_THEY_ARE =
            Pattern.compile("[0-9a-fA-F]{64}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}Z|true|false|");

    /// @param name as the program calls it
    record Claim(String name, String value) {
        /// Places, devices and what is not known here do not leave unless she asks for it.
        private Detail detail() {
            boolean isHarmless =
                    HARMLESS.contains(name) && AS_THEY_ARE.matcher(value).matches();
            return new Detail(
                    isHarmless ? "claim" : "claimWithheld",
                    Json.object()
                            .put("name", Detail.cut(name))
                            .put("value", Detail.cut(value))
                            .build());
        }
    }

    ProofModeClaims {
        all = List.copyOf(all);
    }

    private List<String> of(String name) {
        return all.stream()
                .filter(claim -> claim.name().equals(name))
                .map(Claim::value)
                .toList();
    }

    /// Of which file they are; nothing where they name none, or several.
    Optional<Imprint> imprint() {
        var named = of(ProofModeFile.DIGEST).stream()
                .map(hex -> hex.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return named.size() == 1 && Digest.isHex(named.getFirst())
                ? Optional.of(new Imprint(Hash.SHA_256, named.getFirst()))
                : Optional.empty();
    }

    /// What the person wrote.
    List<String> notes() {
        return of(NOTES);
    }

    /// The program notes a file a second time where she asks for it: the last time is that of all.
    When time() {
        var made = of(MADE);
        if (made.isEmpty() || made.getLast().isEmpty()) {
            return new When.Unknown("", Draft.NO_TIME);
        }
        var source = made.getLast();
        try {
            return new When.Local(
                    source, LocalDateTime.parse(source, CLOCK), "", "clock of the telephone, whatever its zone");
        } catch (DateTimeException other) {
            return new When.Unknown(Detail.cut(source), "no time as ProofMode writes it");
        }
    }

    List<Detail> details() {
        var details = new ArrayList<Detail>();
        all.stream()
                .filter(claim -> !claim.name().equals(NOTES))
                .map(Claim::detail)
                .forEach(details::add);
        return details;
    }
}
