package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.age.PaperKey;
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
        var paper = PaperKey.read(leyla.paper());
        murad = Person.at(Files.createDirectory(folder.resolve("murad"))).with("these are other words");
        carry(leyla, murad);
        try (var desk = murad.desk()) {
            var readmission = Readmission.of(desk, murad.vault(), WayBack.keys(List.of(paper)));
            readmission.newWords(Person.passphrase(murad.words()));
            readmission.restore();
        }
    }

    /// What one has and the other lacks.
    private static TreeMap<Path, byte[]> carry(Person from, Person to) throws IOException {
        var came = new TreeMap<Path, byte[]>();
        try (Stream<Path> files = Files.walk(from.vault())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var there = to.vault().resolve(from.vault().relativize(file).toString());
                boolean isNew = !Files.exists(there);
                if (isNew || file.endsWith("checkpoint") && size(file) > size(there)) {
                    Files.createDirectories(there.getParent());
                    Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
                }
                if (isNew) {
                    came.put(there, Files.readAllBytes(there));
                }
            }
        }
        return came;
    }

    private static long size(Path checkpoint) throws IOException {
        return Long.parseLong(Files.readAllLines(checkpoint).get(1));
    }

    private static boolean isBehind(Person person) throws IOException {
        return person.does(casebook -> casebook.search().isBehind());
    }

    @Test
    void whatSomebodyElseReadIsFound() throws IOException {
        murad.adds("his.txt", "20.11.2026, 10:00 - Tofiq: zubrowka\n");
        carry(murad, leyla);
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
        carry(leyla, murad);
        int read = murad.does(casebook -> casebook.readLeft(_ -> {}));
        assertEquals(1, read);
        leyla.does(casebook -> {
            var items = casebook.unlocked().statements("item/1");
            var plan = casebook.erasing().plan(List.of(items.getLast()));
            return casebook.erasing().erase(plan, new Erasure.Stated("", "", SmallCase.NOON.toString(), ""));
        });
        carry(murad, leyla);
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
        carry(leyla, murad);
        assertEquals(1, murad.finds("ikinci"));
        erasesLast();
        carry(leyla, murad);
        assertEquals(1, murad.finds("ikinci"));
        assertEquals(1, murad.finds("ikinci"), "also when it was looked for before");
        carryOpenings();
        assertEquals(0, murad.finds("ikinci"));
        murad.adds("third.txt", "20.11.2026, 10:00 - Tofiq: ucuncu\n");
        assertEquals(0, murad.finds("ikinci"));
        assertEquals(1, murad.finds("ucuncu"));
    }

    private void erasesLast() throws IOException {
        leyla.does(casebook -> {
            var items = casebook.unlocked().statements("item/1");
            var plan = casebook.erasing().plan(List.of(items.getLast()));
            return casebook.erasing().erase(plan, new Erasure.Stated("", "", SmallCase.NOON.toString(), ""));
        });
    }

    /// As a synchronisation that carries changes too.
    private void carryOpenings() throws IOException {
        try (Stream<Path> files = Files.walk(leyla.vault().resolve("log"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".age")).toList()) {
                var there = murad.vault().resolve(leyla.vault().relativize(file).toString());
                Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private int madeSince() throws IOException {
        return leyla.does(casebook -> casebook.erasing().madeSince());
    }

    /// What cannot be read is not found, is said to be so, and is found once the bytes are the right ones.
    @Test
    void whatWasDamagedOnItsWayIsFoundOnceItIsMended() throws IOException {
        murad.adds("his.txt", "20.11.2026, 10:00 - Tofiq: zubrowka\n");
        var blobs = carry(murad, leyla);
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
        carry(murad, leyla);
        assertEquals(1, leyla.finds("zubrowka"));
        for (var log : Vault.logNames(leyla.vault())) {
            if (!own.contains(log)) {
                takeAway(leyla.vault().resolve("log").resolve(log));
            }
        }
        twin.adds("his.txt", "20.11.2026, 10:00 - Tofiq: limonad\n");
        carry(twin, leyla);
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

    private static void takeAway(Path log) throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
