package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.act.Step;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pointer;
import org.taniq.seal.Sealer;
import org.taniq.seal.Statement;
import org.taniq.seal.Vault;

/// Of which items a dossier shows something, also where only a part of them, or the same bytes, are an exhibit.
final class ItemsShownTest {
    @TempDir
    Path folder;

    private Vault vault;
    private Identity identity;
    private Sealer sealer;
    private Pointer archive;
    private Pointer member;
    private Pointer picture;
    private Pointer other;
    private Pointer twin;
    private Pointer reading;

    @SuppressWarnings("NullAway.Init")
    ItemsShownTest() {}

    @BeforeEach
    void begin() throws IOException {
        var random = new SecureRandom();
        identity = Identity.generate(random);
        vault = Vault.create(folder.resolve("case"), new Durable());
        var keys = Known.generate(vault.folder(), identity.recipient(), random).keys();
        sealer = vault.sealer(keys, Map.of(), new Durable());
        archive = seal(item("archive"));
        member = seal(item("member").with("derivedFrom", of(archive)));
        picture = seal(item("picture").with("derivedFrom", of(member)));
        other = seal(item("other"));
        twin = seal(item("other"));
        reading = seal(Statement.of("reading/1").with("items", Json.of(List.of(member.json()))));
    }

    private static Statement item(String text) {
        return Statement.of("item/1").content(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Json of(Pointer origin) {
        return Json.of(List.of(Json.object()
                .put("item", origin.json())
                .put("place", Json.object().build())
                .build()));
    }

    private Pointer seal(Statement statement) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        var pointer = group.add(statement);
        group.commit();
        return pointer;
    }

    private Set<Pointer> shown(Dossier.Choice exhibit) throws IOException {
        return ItemsShown.of(vault.unlock(identity, Map.of()), List.of(exhibit), List.of());
    }

    @Test
    void aMessageShowsWhatItWasReadFromAndWhatThatLiesIn() throws IOException {
        assertEquals(Set.of(archive, member), shown(new Dossier.Choice.Message(reading, 0)));
    }

    @Test
    void aFileShowsWhatLiesInItAndWhatWasMadeOfThat() throws IOException {
        assertEquals(Set.of(archive, member, picture), shown(new Dossier.Choice.File(archive)));
    }

    @Test
    void aPictureShowsWhatItWasMadeOf() throws IOException {
        assertEquals(Set.of(archive, member, picture), shown(new Dossier.Choice.File(picture)));
    }

    @Test
    void theSameBytesSealedTwiceAreBothShown() throws IOException {
        assertEquals(Set.of(other, twin), shown(new Dossier.Choice.File(twin)));
    }

    @Test
    void aStepShowsItsProofs() throws IOException {
        var step = new Step(
                "ab".repeat(16),
                "complaint",
                "the police",
                List.of(),
                Step.State.SENT,
                "",
                List.of(new Step.Proof(other, Step.Rank.COPY)),
                List.of());
        var group = sealer.group(LogKind.CASE);
        group.add(step.statement(""));
        group.commit();
        var shown = ItemsShown.of(vault.unlock(identity, Map.of()), List.of(), List.of(step.id()));
        assertEquals(Set.of(other, twin), shown);
        assertEquals(Set.of(), ItemsShown.of(vault.unlock(identity, Map.of()), List.of(), List.of()));
    }
}
