package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.seal.Erasure;
import org.taniq.seal.Vault;

/// What somebody else sealed and read is found here as soon as it can be read.
final class OthersFoundTest {
    @TempDir
    Path folder;

    private Person leyla;
    private Person murad;

    @SuppressWarnings("NullAway.Init")
    OthersFoundTest() {}

    @BeforeEach
    void letTheSecondIn() throws IOException {
        leyla = Person.at(Files.createDirectory(folder.resolve("leyla"))).begins();
        murad = leyla.letsIn(Files.createDirectory(folder.resolve("murad")));
    }

    private static boolean isBehind(Person person) throws IOException {
        return person.does(casebook -> casebook.search().isBehind());
    }

    @Test
    void whatSomebodyElseReadIsFound() throws IOException {
        murad.adds("his.txt", "20.11.2026, 10:00 - Tofiq: zubrowka\n");
        Carried.between(murad, leyla);
        assertTrue(isBehind(leyla));
        assertEquals(1, leyla.finds("zubrowka"));
        assertFalse(isBehind(leyla));
    }

    /// He read it before he heard that she erased it.
    @Test
    void aReadingOfSomethingThatWasErasedMeanwhileIsNamedAndNotWaitedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "kagiz");
        leyla.does(casebook -> {
            casebook.seal(casebook.acquire(file, SmallCase.CUSTODY).items(), _ -> {});
            return true;
        });
        Carried.between(leyla, murad);
        int read = murad.does(casebook -> casebook.readLeft(_ -> {}));
        assertEquals(1, read);
        leyla.erases("notes.txt");
        Carried.between(murad, leyla);
        assertTrue(isBehind(leyla));
        leyla.finds("notes");
        assertFalse(isBehind(leyla));
        assertEquals(1, madeSince());
        leyla.does(casebook -> casebook.erasing()
                .erase(casebook.erasing().planOfOthers(), new Erasure.Stated("", "", SmallCase.NOON.toString(), "")));
        assertEquals(0, madeSince());
        leyla.finds("notes");
        assertFalse(isBehind(leyla));
    }

    /// That she erased it comes before it is gone from his folder too: until then it is found, and then no more.
    @Test
    void whatAnotherErasedIsFoundUntilItIsGoneHere() throws IOException {
        leyla.adds("second.txt", "20.11.2026, 10:00 - Tofiq: ikinci\n");
        Carried.between(leyla, murad);
        assertEquals(1, murad.finds("ikinci"));
        leyla.erases("second.txt");
        Carried.between(leyla, murad);
        assertEquals(1, murad.finds("ikinci"));
        assertEquals(1, murad.finds("ikinci"), "also when it was looked for before");
        Carried.openings(leyla, murad);
        assertEquals(0, murad.finds("ikinci"));
        murad.adds("third.txt", "20.11.2026, 10:00 - Tofiq: ucuncu\n");
        assertEquals(0, murad.finds("ikinci"));
        assertEquals(1, murad.finds("ucuncu"));
    }

    /// She erased it while the log that holds it was away here: it comes back without it.
    @Test
    void whatAThirdErasedInALogThatWasAwayIsNotFoundWhenItIsBack() throws IOException {
        var nigar = leyla.letsIn(Files.createDirectory(folder.resolve("nigar")));
        murad.adds("his.txt", "20.11.2026, 10:00 - Tofiq: zubrowka\n");
        Carried.between(murad, leyla);
        Carried.between(murad, nigar);
        assertEquals(1, leyla.finds("zubrowka"));
        var last = murad.does(Casebook::log);
        Carried.away(leyla, last);
        nigar.erases("his.txt");
        Carried.between(nigar, leyla, file -> !file.toString().contains(last));
        leyla.finds("zubrowka");
        Carried.between(nigar, leyla);
        assertEquals(0, leyla.finds("zubrowka"));
        assertEquals(0, leyla.finds("zubrowka"), "also when it was looked for before");
    }

    private int madeSince() throws IOException {
        return leyla.does(casebook -> casebook.erasing().madeSince());
    }

    /// What cannot be read is not found, is said to be so, and is found once the bytes are the right ones.
    @Test
    void whatWasDamagedOnItsWayIsFoundOnceItIsMended() throws IOException {
        murad.adds("his.txt", "20.11.2026, 10:00 - Tofiq: zubrowka\n");
        var blobs = Carried.between(murad, leyla);
        blobs.keySet().removeIf(file -> !file.startsWith(leyla.vault().resolve("blob")));
        for (var blob : blobs.entrySet()) {
            byte[] damaged = blob.getValue().clone();
            damaged[damaged.length - 1] ^= 1;
            Files.write(blob.getKey(), damaged);
        }
        assertEquals(0, leyla.finds("zubrowka"));
        assertTrue(isBehind(leyla));
        for (var blob : blobs.entrySet()) {
            Files.write(blob.getKey(), blob.getValue());
        }
        assertEquals(1, leyla.finds("zubrowka"));
        assertFalse(isBehind(leyla));
    }

    /// Who holds the keys of a log can seal another past of it; what is found then is what is there now.
    @Test
    void ofALogThatTellsAnotherPastTheNewOneIsFound() throws IOException {
        var own = Vault.logNames(leyla.vault());
        var twin = Person.at(folder.resolve("twin")).with(murad.words());
        copy(murad.home(), twin.home());
        murad.adds("his.txt", "20.11.2026, 10:00 - Tofiq: zubrowka\n");
        Carried.between(murad, leyla);
        assertEquals(1, leyla.finds("zubrowka"));
        for (var log : Vault.logNames(leyla.vault())) {
            if (!own.contains(log)) {
                Carried.away(leyla, log);
            }
        }
        twin.adds("his.txt", "20.11.2026, 10:00 - Tofiq: limonad\n");
        Carried.between(twin, leyla);
        assertTrue(isBehind(leyla));
        assertEquals(1, leyla.finds("limonad"));
        assertEquals(0, leyla.finds("zubrowka"));
        assertFalse(isBehind(leyla));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
