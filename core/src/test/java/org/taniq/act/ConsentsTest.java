package org.taniq.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pointer;
import org.taniq.seal.Sealer;
import org.taniq.seal.Statement;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;
import org.taniq.seal.VaultCheck;
import org.taniq.seal.Verdict;

/// What people allow: what stands of it, and what is against it.
final class ConsentsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private Vault vault;
    private Identity identity;
    private Sealer sealer;
    private Pointer picture;
    private Pointer letter;

    @SuppressWarnings("NullAway.Init")
    ConsentsTest() {}

    @BeforeEach
    void begin() throws IOException {
        var random = new SecureRandom();
        identity = Identity.generate(random);
        vault = Vault.create(folder.resolve("case"), new Durable());
        var keys = Known.generate(vault.folder(), identity.recipient(), random).keys();
        sealer = vault.sealer(keys, Map.of(), new Durable());
        picture = seal(item("picture"));
        letter = seal(item("letter"));
    }

    private static Statement item(String text) {
        return Statement.of("item/1").content(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Pointer seal(Statement statement) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        var pointer = group.add(statement);
        group.commit();
        return pointer;
    }

    private Unlocked unlocked() throws IOException {
        return vault.unlock(identity, Map.of());
    }

    private Pointer says(Consent consent) throws IOException {
        return seal(consent.statement(NOON, "Leyla", Consents.of(unlocked()).replacedBy(consent)));
    }

    private static Consent consent(String whose, Consent.State state, Pointer... items) {
        return new Consent(List.of(items), whose, "for the court", "a letter", state, LocalDate.parse("2027-03-01"));
    }

    private List<Pointer> standing() throws IOException {
        return Consents.of(unlocked()).standing().stream()
                .map(Consents.Stated::statement)
                .toList();
    }

    @Test
    void whatIsSaidAgainTakesThePlaceOfWhatWasSaid() throws IOException {
        says(consent("Aysel", Consent.State.GIVEN, picture));
        var other = says(consent("Nigar", Consent.State.GIVEN, picture));
        var wider = says(consent("Aysel", Consent.State.GIVEN, picture, letter));
        var last = says(consent("Aysel", Consent.State.WITHDRAWN, picture));
        assertEquals(List.of(other, wider, last), standing());
        var stated = Consents.of(unlocked()).standing().getLast();
        assertEquals(consent("Aysel", Consent.State.WITHDRAWN, picture), stated.consent());
        assertEquals("Leyla", stated.saidBy());
    }

    @Test
    void whatWasRefusedOrTakenBackIsAgainstShowingIt() throws IOException {
        says(consent("Aysel", Consent.State.GIVEN, picture));
        says(consent("Nigar", Consent.State.REFUSED, letter));
        var consents = Consents.of(unlocked());
        assertEquals(List.of(), consents.against(List.of(picture)));
        assertEquals(1, consents.against(List.of(picture, letter)).size());
        says(consent("Tofiq", Consent.State.WITHDRAWN));
        assertEquals(1, Consents.of(unlocked()).against(List.of(picture)).size());
    }

    @Test
    void aWordThatIsNotKnownStandsForNothingAndIsNamed() throws IOException {
        seal(Statement.of("mustconsent/1").with("state", "perhaps"));
        assertEquals(List.of(), standing());
        assertEquals(1, Consents.of(unlocked()).notUnderstood().size());
    }

    private List<Verdict.Check> failed() throws IOException {
        return VaultCheck.check(vault, Map.of(), identity).failed();
    }

    @Test
    void whatIsSealedHasItsForm() throws IOException {
        says(consent("Aysel", Consent.State.GIVEN, picture));
        says(new Consent(List.of(), "", "", "", Consent.State.WITHDRAWN, Consent.NO_DAY));
        assertEquals(List.of(), failed());
        var good = consent("Aysel", Consent.State.REFUSED, letter);
        var forged = List.of(
                good.statement(NOON, "", List.of()).with("state", "perhaps"),
                good.statement(NOON, "", List.of()).with("state", Json.NULL),
                good.statement(NOON, "", List.of()).with("keepUntil", "soon"),
                good.statement(NOON, "", List.of()).with("keepUntil", "2027-3-1"),
                good.statement(NOON, "", List.of()).with("when", "noon"),
                good.statement(NOON, "", List.of()).with("whose", Json.of(List.of())),
                good.statement(NOON, "", List.of()).with("items", "all"),
                good.statement(NOON, "", List.of()).with("items", Json.strings(List.of("all"))),
                good.statement(NOON, "", List.of()).with("replaces", Json.of(1)));
        for (int n = 0; n < forged.size(); n++) {
            seal(forged.get(n));
            assertEquals(n + 1, failed().size(), "forged " + n);
        }
    }

    @Test
    void aDayThatWasNotSaidIsNone() throws IOException {
        says(new Consent(List.of(), "Aysel", "", "", Consent.State.GIVEN, Consent.NO_DAY));
        var consent = Consents.of(unlocked()).standing().getFirst().consent();
        assertFalse(consent.hasDay());
        assertTrue(consent.isWholeCase());
    }
}
