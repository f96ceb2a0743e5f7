package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.acquire.Custody;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.SixWords;
import org.taniq.read.Records;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.tell.Dossier;
import org.taniq.tell.DossierPages;
import org.taniq.tell.Withholding;

/// A case of an invented person in a folder of its own, with keys that cost little to open.
record SmallCase(Path folder, Desk desk, Casebook casebook) implements Closeable {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Custody CUSTODY = new Custody("Aytac Nəbiyeva", "Aytac Nəbiyeva", "a telephone", Custody.Account.OWN);
    private static final int LITTLE_WORK = 4;

    static SmallCase in(Path folder) throws IOException {
        var words = Passphrase.of(SixWords.generate(new java.security.SecureRandom()), LITTLE_WORK);
        var desk = new Desk(
                folder.resolve("configuration"), () -> words, Optional.empty(), Clock.fixed(NOON, ZoneOffset.UTC));
        desk.makeKeys(words);
        var begun = new Begun(CUSTODY, Answer.NO, Answer.NO);
        return new SmallCase(folder, desk, Casebook.begin(desk, folder.resolve("case"), begun));
    }

    /// Seals and reads everything at a path.
    List<SealedItem.New> add(Path path) throws IOException {
        var added = new ArrayList<SealedItem.New>();
        for (var item : casebook.acquire(path, CUSTODY).items()) {
            if (casebook.seal(item) instanceof SealedItem.New sealed) {
                casebook.read(sealed);
                added.add(sealed);
            }
        }
        return added;
    }

    SealedItem.New add(String name, byte[] bytes) throws IOException {
        var file = Files.createDirectories(folder.resolve("from")).resolve(name);
        Files.write(file, bytes);
        return add(file).getFirst();
    }

    /// Every record whose text contains these words, as a choice of exhibits.
    List<Dossier.Choice> containing(String words) throws IOException {
        var found = new ArrayList<Dossier.Choice>();
        var unlocked = casebook.unlocked();
        for (var reading : unlocked.readings()) {
            unlocked.trees().rows(reading, "records", (number, row) -> {
                if (String.join("", Records.pieces(row)).contains(words)) {
                    found.add(new Dossier.Choice.Message(reading.pointer(), number));
                }
            });
        }
        return found;
    }

    /// The item of this name.
    Unlocked.Sealed item(String name) throws IOException {
        return casebook.unlocked().statements("item/1").stream()
                .filter(item -> Records.text(item.value("name")).equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Withholding withholding(Set<String> senders, Set<String> words) {
        return new Withholding(senders, words, Map.of());
    }

    static Withholding withholding(Pointer picture, Pixels.Area area) {
        return new Withholding(Set.of(), Set.of(), Map.of(picture, List.of(area)));
    }

    Dossier dossier(List<? extends Dossier.Choice> choices, Withholding withholding) throws IOException {
        return dossier(DossierPages.Language.EN, choices, withholding);
    }

    Dossier dossier(DossierPages.Language language, List<? extends Dossier.Choice> choices, Withholding withholding)
            throws IOException {
        var steps = org.taniq.act.Steps.of(casebook.unlocked()).all().stream()
                .map(last -> last.step().id())
                .toList();
        return new Dossier(
                new Dossier.Cover(language, "Threats in a neighbourhood", "Aytac Nəbiyeva", "neighbour", "a telephone"),
                List.copyOf(choices),
                steps,
                withholding,
                new Dossier.Purpose("a court", "complaint"),
                NOON);
    }

    @Override
    public void close() throws IOException {
        casebook.close();
        desk.close();
    }
}
