package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.act.Step;
import org.taniq.base.Durable;
import org.taniq.base.FolderDestination;
import org.taniq.base.age.Identity;
import org.taniq.base.age.PaperKey;
import org.taniq.seal.Erasure;
import org.taniq.seal.Receipt;
import org.taniq.seal.VaultCopy;

/// What is lost with a computer, and who can open a case.
final class StatusTest {
    @TempDir
    private Path folder = Path.of("");

    private static Status.Inside inside(Person person) throws IOException {
        return person.does(Status::of).inside().orElseThrow();
    }

    private void copies(Person person, String place, VaultCopy.Keys keys) throws IOException {
        copies(person, place, keys, Place.Disk.ANOTHER);
    }

    private void copies(Person person, String place, VaultCopy.Keys keys, Place.Disk disk) throws IOException {
        person.does(casebook -> {
            var copy = casebook.copies()
                    .copy(new FolderDestination(folder.resolve(place), new Durable()), keys, (_, _) -> {});
            casebook.copies().made(copy, new CopySaid("", place, keys, disk));
            return copy;
        });
    }

    private static Receipt complains(Person person) throws IOException {
        var step = new Step(
                "0123456789abcdef0123456789abcdef",
                "complaint",
                "Police",
                List.of(),
                Step.State.SENT,
                "",
                List.of(),
                List.of());
        return person.does(casebook -> casebook.act(step, ""));
    }

    @Test
    void withoutACopyAllIsLost() throws IOException {
        var person = Person.at(folder).begins();
        assertEquals(Status.Left.NO_COPY, inside(person).left());
        assertEquals(new Amount(1, 0, 0), inside(person).kept());
        assertEquals(new Amount(1, 0, 0), inside(person).unsaved());
        assertEquals(List.of(), inside(person).copies());
    }

    @Test
    @Tag("slow")
    void whatIsSealedAfterACopyIsLost() throws IOException {
        var person = Person.at(folder).begins();
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertEquals(new Amount(0, 0, 0), inside(person).unsaved());
        assertEquals(Status.Left.SOMETHING, inside(person).left());
        person.adds("more.txt", "salam");
        complains(person);
        assertEquals(new Amount(1, 1, 0), inside(person).unsaved());
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertTrue(inside(person).unsaved().isNothing());
        assertEquals(1, inside(person).copies().size());
        assertEquals("stick", inside(person).copies().getFirst().made().place());
    }

    @Test
    void aCopyOnTheSameDiskIsLostWithIt() throws IOException {
        var person = Person.at(folder).begins();
        copies(person, "here", VaultCopy.Keys.WITH, Place.Disk.SAME);
        assertEquals(Status.Left.NONE_ELSEWHERE, inside(person).left());
        assertEquals(new Amount(1, 0, 0), inside(person).unsaved());
        copies(person, "stick", VaultCopy.Keys.WITH);
        copies(person, "here", VaultCopy.Keys.WITH, Place.Disk.SAME);
        assertEquals(Status.Left.SOMETHING, inside(person).left());
        assertTrue(inside(person).unsaved().isNothing());
        assertEquals(2, inside(person).copies().size());
    }

    private static void erases(Person person) throws IOException {
        person.does(casebook -> {
            var item = casebook.unlocked().statements("item/1").getFirst();
            var why = new Erasure.Stated("by mistake", "", "2026-11-22T10:00:00Z", "");
            return casebook.erasing().erase(casebook.erasing().plan(List.of(item)), why);
        });
    }

    private static List<String> placesThatHoldErased(Person person) throws IOException {
        return inside(person).copies().stream()
                .filter(Status.Copy::holdsErased)
                .map(copy -> copy.made().place())
                .sorted()
                .toList();
    }

    @Test
    void whatWasErasedAfterACopyMayStillBeInIt() throws IOException {
        var person = Person.at(folder).begins();
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertEquals(List.of(), placesThatHoldErased(person));
        erases(person);
        assertEquals(List.of("stick"), placesThatHoldErased(person));
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertEquals(List.of(), placesThatHoldErased(person));
    }

    /// A locked case cannot tell what goes: an older copy that it brings up to date keeps it.
    @Test
    void aCopyOfALockedCaseMayStillHoldWhatWasErased() throws IOException {
        var person = Person.at(folder).begins();
        var paper = person.paper();
        copies(person, "stick", VaultCopy.Keys.WITH);
        copies(person, "cleared", VaultCopy.Keys.WITH);
        erases(person);
        copies(person, "cleared", VaultCopy.Keys.WITH);
        person.locks();
        for (var place : List.of("stick", "cleared", "new")) {
            copies(person, place, VaultCopy.Keys.WITH);
        }
        person.unlocks(WayBack.keys(List.of(PaperKey.read(paper))));
        assertEquals(List.of("stick"), placesThatHoldErased(person));
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertEquals(List.of(), placesThatHoldErased(person));
    }

    @Test
    void aCopyWithoutKeysHelpsOnlyWhoHasThePaperKey() throws IOException {
        var person = Person.at(folder).begins();
        copies(person, "neighbour", VaultCopy.Keys.WITHOUT);
        assertEquals(Status.Left.NONE_OPENS, inside(person).left());
        assertEquals(new Amount(1, 0, 0), inside(person).unsaved());
        person.paper();
        assertEquals(Status.Left.SOMETHING, inside(person).left());
        assertTrue(inside(person).unsaved().isNothing());
    }

    @Test
    void asLongAsThereAreOnlyHerWordsItIsSaid() throws IOException {
        var person = Person.at(folder).begins();
        assertTrue(person.does(Status::of).hasOneWayOnly());
        var friend = Identity.generate(new SecureRandom()).recipient();
        String file = person.does(casebook -> casebook.keys().add(friend, "Nigar"));
        assertFalse(person.does(Status::of).hasOneWayOnly());
        person.does(casebook -> casebook.keys().remove(Path.of(file)));
        assertTrue(person.does(Status::of).hasOneWayOnly());
        person.does(casebook -> casebook.keys().add(Person.passphrase("words for my lawyer"), "Lawyer"));
        assertFalse(person.does(Status::of).hasOneWayOnly());
    }

    @Test
    void aLockedCaseTellsWhatCanBeSeenOnly() throws IOException {
        var person = Person.at(folder).begins();
        var friend = Identity.generate(new SecureRandom()).recipient();
        person.does(casebook -> casebook.keys().add(friend, "Nigar"));
        person.locks();
        var status = person.does(Status::of);
        assertEquals(Optional.empty(), status.inside());
        assertEquals(
                List.of("age-key UNTRIED "),
                status.ways().stream()
                        .map(way -> way.kind() + " " + way.standing() + " " + way.whose())
                        .toList());
    }
}
