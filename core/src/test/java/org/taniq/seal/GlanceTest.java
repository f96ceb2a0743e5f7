package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;

/// A glance shows what opening everything shows, or there is none.
final class GlanceTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SCHEMA = "custody/1";

    @TempDir
    Path folder;

    private SmallVault small;
    private Known known;

    @BeforeEach
    void sealed() throws IOException {
        small = SmallVault.in(folder.resolve("vault"));
        known = new Known(small.vault.folder(), small.keys, new byte[32], new byte[32]);
        said(small.sealer, "Aytac");
        small.sealer.heads().forEach(head -> known.remember(head.log(), head));
    }

    private static List<Receipt> said(Sealer sealer, String name) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        group.add(Statement.of(SCHEMA).with("byWhom", name));
        return group.commit();
    }

    private Optional<Glance> glance() {
        return glance(small.identity);
    }

    private Optional<Glance> glance(Identity identity) {
        return small.vault.glance(identity, known, SCHEMA);
    }

    /// Nothing can be opened with this one: what it shows was not opened.
    private Identity another() {
        return Identity.generate(RANDOM);
    }

    private void note() {
        glance().orElseThrow().opened().forEach(known::note);
    }

    private Path log() {
        return small.vault.logFolder(small.keys.evidence().verifier().id());
    }

    private Path opening(long first) throws IOException {
        return Openings.files(log()).stream()
                .filter(file -> file.getFileName().toString().startsWith(first + "-"))
                .findFirst()
                .orElseThrow();
    }

    private void change(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void itShowsWhatOpeningAllShows() throws IOException {
        for (int round = 0; round < 2; round++) {
            assertEquals(
                    small.unlocked().statements(SCHEMA), glance().orElseThrow().statements());
            note();
        }
    }

    @Test
    void whatSomebodyElseSealedSinceIsSeen() throws IOException {
        note();
        var keys = new WriterKeys(SigningKey.random(RANDOM), SigningKey.random(RANDOM), small.identity.recipient());
        said(small.vault.sealer(keys, Map.of(), new Durable()), "Leyla");
        said(small.sealer, "Aytac again");
        var seen = glance().orElseThrow().statements();
        assertEquals(3, seen.size());
        assertEquals(small.unlocked().statements(SCHEMA), seen);
    }

    @Test
    void whatWasOpenedBeforeOrSealedHereIsNotOpenedAgain() throws IOException {
        assertTrue(glance(another()).isEmpty());
        note();
        assertTrue(small.vault.glance(another(), known, "told/1").isPresent());
        var sealed = said(small.sealer, "Aytac again");
        long first = sealed.getFirst().pointer().index();
        known.sealed(sealed, Digest.of(Files.readAllBytes(opening(first))));
        assertEquals(
                glance().orElseThrow().opened(),
                small.vault.glance(another(), known, "told/1").orElseThrow().opened());
        said(small.sealer, "by another program");
        assertTrue(small.vault.glance(another(), known, "told/1").isEmpty());
    }

    @Test
    void whatIsChangedMissingOrThereTwiceIsForOpeningAll() throws IOException {
        note();
        var file = opening(1);
        byte[] bytes = Files.readAllBytes(file);
        change(file);
        assertTrue(glance().isEmpty());
        Files.delete(file);
        assertTrue(glance().isEmpty());
        Files.write(file, bytes);
        assertTrue(glance().isPresent());
        Files.write(file.resolveSibling("1-3.age"), bytes);
        assertTrue(glance().isEmpty());
    }

    @Test
    void aChangedLeafIsForOpeningAll() throws IOException {
        note();
        change(TwoVaults.files(log().resolve("tile/0")).getLast());
        assertTrue(glance().isEmpty());
    }

    /// A file with other bytes that opens and fits is as good.
    @Test
    void anOpeningThatWasEncryptedAgainIsOpenedAgain() throws IOException {
        note();
        var file = opening(1);
        var text = String.join(
                        "\n",
                        new GroupFile(LogFolder.read(log()), file, 1)
                                .lines(small.identity, Openings.LARGEST)
                                .texts())
                + "\n";
        Files.write(
                file, Blobs.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), small.identity.recipient()));
        assertTrue(small.vault.glance(another(), known, "told/1").isEmpty());
        note();
        assertTrue(small.vault.glance(another(), known, "told/1").isPresent());
    }

    @Test
    void whereSomethingWasErasedThereIsNone() throws IOException {
        note();
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(new Erasure(
                        List.of(small.letter),
                        List.of(),
                        new Erasure.Stated("", "", "2026-11-20T12:00:00Z", ""),
                        List.of())
                .statement());
        group.commit();
        assertTrue(glance().isEmpty());
    }

    @Test
    void ofAnOlderVaultThereIsNone() throws IOException {
        SealRun.copy(small.vault.folder(), folder.resolve("older"));
        said(small.sealer, "Aytac again");
        small.sealer.heads().forEach(head -> known.remember(head.log(), head));
        note();
        assertTrue(Vault.at(folder.resolve("older"))
                .glance(small.identity, known, SCHEMA)
                .isEmpty());
    }
}
