package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.PaperKey;
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
        copied(person, place, said(place, keys, disk));
    }

    private static CopySaid said(String place, VaultCopy.Keys keys, Place.Disk disk) {
        return new CopySaid("", place, keys, disk);
    }

    private void copied(Person person, String to, CopySaid said) throws IOException {
        person.does(casebook -> {
            var destination = new FolderDestination(folder.resolve(to), new Durable());
            var copy = casebook.copies().copy(destination, said.keys(), (_, _) -> {});
            casebook.copies().made(copy, said);
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

    private static List<String> placesThatHoldErased(Person person) throws IOException {
        return inside(person).copies().stream()
                .filter(Status.Copy::holdsErased)
                .map(copy -> copy.made().place())
                .sorted()
                .toList();
    }

    private static List<String> places(Person person) throws IOException {
        return inside(person).copies().stream().map(copy -> copy.made().place()).toList();
    }

    @Test
    void whatWasErasedAfterACopyMayStillBeInIt() throws IOException {
        var person = Person.at(folder).begins();
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertEquals(List.of(), placesThatHoldErased(person));
        person.erases("first.txt");
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
        person.erases("first.txt");
        copies(person, "cleared", VaultCopy.Keys.WITH);
        person.locks();
        for (var place : List.of("stick", "cleared", "new")) {
            copies(person, place, VaultCopy.Keys.WITH);
        }
        person.unlocks(WayBack.keys(List.of(PaperKey.read(paper))));
        assertEquals(List.of("new", "stick"), placesThatHoldErased(person));
        copies(person, "new", VaultCopy.Keys.WITH);
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertEquals(List.of(), placesThatHoldErased(person));
    }

    /// Nobody knows whether it is one copy that was brought up to date or two.
    @Test
    void aCopyOfWhichNobodySaidWhereItIsClearsNoOther() throws IOException {
        var person = Person.at(folder).begins();
        copied(person, "one", said("", VaultCopy.Keys.WITH, Place.Disk.ANOTHER));
        person.erases("first.txt");
        copied(person, "other", said("", VaultCopy.Keys.WITH, Place.Disk.ANOTHER));
        assertEquals(List.of(""), placesThatHoldErased(person));
        person.does(casebook -> casebook.copies().lost("", ""));
        assertEquals(List.of(), inside(person).copies());
        copied(person, "other", said("", VaultCopy.Keys.WITH, Place.Disk.ANOTHER));
        assertEquals(List.of(), placesThatHoldErased(person));
        assertEquals(1, inside(person).copies().size());
    }

    /// Only this person's own command takes what she erased out of a copy.
    @Test
    void whatSomebodyElseSaysOfACopyClearsNothing() throws IOException {
        var leyla = Person.at(folder).begins();
        copies(leyla, "stick", VaultCopy.Keys.WITH);
        leyla.erases("first.txt");
        var murad = leyla.letsIn(Files.createDirectory(folder.resolve("murad")));
        copied(murad, "his-stick", said("stick", VaultCopy.Keys.WITH, Place.Disk.ANOTHER));
        Carried.between(murad, leyla);
        assertEquals(List.of("stick"), placesThatHoldErased(leyla));
    }

    /// A stick that was taken saves nothing.
    @Test
    void aCopyThatWasLostDoesNotCount() throws IOException {
        var person = Person.at(folder).begins();
        copies(person, "stick", VaultCopy.Keys.WITH);
        copies(person, "aunt", VaultCopy.Keys.WITH);
        person.does(casebook -> casebook.copies().lost("stick", ""));
        assertEquals(List.of("aunt"), places(person));
        person.does(casebook -> casebook.copies().lost("aunt", ""));
        assertEquals(Status.Left.NO_COPY, inside(person).left());
        assertEquals(new Amount(1, 0, 0), inside(person).unsaved());
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertEquals(List.of("stick"), places(person));
    }

    @Test
    void aCopyThatNobodyMadeIsNotLost() throws IOException {
        var person = Person.at(folder).begins();
        copies(person, "stick", VaultCopy.Keys.WITH);
        assertThrows(
                Trouble.class, () -> person.does(casebook -> casebook.copies().lost("stik", "")));
        assertEquals(List.of("stick"), places(person));
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
