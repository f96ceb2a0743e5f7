package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Instants;
import org.taniq.base.Durable;
import org.taniq.base.FolderDestination;
import org.taniq.seal.Copied;
import org.taniq.seal.Erasure;
import org.taniq.seal.IsErased;
import org.taniq.seal.Unlocked;
import org.taniq.seal.VaultCopy;
import org.taniq.seal.Verdict;

/// Erasing in a case, as commands do it.
final class CaseErasingTest {
    private static final Erasure.Stated STATED =
            new Erasure.Stated("by mistake", "", SmallCase.NOON.toString(), "Aytac Nəbiyeva");

    @TempDir
    private Path folder = Path.of("");

    private Person person() throws IOException {
        var person = Person.at(folder.resolve("home")).begins();
        person.adds("second.txt", "21.11.2026, 09:00 - Tofiq: ikinci\n");
        return person;
    }

    private static void erasesFirst(Person person) throws IOException {
        person.does(casebook -> {
            var plan = casebook.erasing().plan(List.of(first(casebook.unlocked())));
            return casebook.erasing().erase(plan, STATED);
        });
    }

    private static Unlocked.Sealed first(Unlocked unlocked) {
        return unlocked.statements("item/1").getFirst();
    }

    private static void assertErased(Person person) throws IOException {
        assertEquals(0, person.finds(Person.CANARY));
        assertEquals(1, person.finds("ikinci"));
        var verdict = person.does(casebook -> casebook.check().verify());
        assertEquals(List.of(), verdict.failed());
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        assertEquals(2, person.does(Casebook::unlocked).erased().size());
    }

    @Test
    void whatIsErasedIsFoundNoMoreAndCanBeAddedAgain() throws IOException {
        var person = person();
        assertEquals(1, person.finds(Person.CANARY));
        erasesFirst(person);
        assertErased(person);
        int left = person.does(casebook -> casebook.readLeft(_ -> {}));
        assertEquals(0, left);
        var again = person.adds(
                "first.txt", "20.11.2026, 10:00 - Tofiq: " + Person.CANARY + "\n20.11.2026, 10:01 - Aytac: salam\n");
        assertInstanceOf(SealedItem.New.class, again.getFirst());
        assertEquals(1, person.finds(Person.CANARY));
    }

    @Test
    void whatASynchronisationBringsBackIsErasedAgainByTheNextCommand() throws IOException {
        var person = person();
        Path before = folder.resolve("before");
        copy(person.vault(), before);
        erasesFirst(person);
        copy(before.resolve("blob"), person.vault().resolve("blob"));
        copyOpenings(before, person.vault());
        copy(before.resolve("index"), person.vault().resolve("index"));
        Files.copy(
                before.resolve("taniq.json"),
                person.vault().resolve("taniq.json"),
                StandardCopyOption.REPLACE_EXISTING);
        var told = new ArrayList<CaseErasing.Again>();
        var pointer = person.does(casebook -> {
            casebook.tellErasedAgainTo(told::add);
            return casebook.unlocked().erased().getFirst().pointer();
        });
        assertEquals(List.of(new CaseErasing.Again.Erased()), told);
        assertThrows(IsErased.class, () -> person.does(Casebook::unlocked).statement(pointer));
        assertErased(person);
    }

    /// Bytes alone came back, which the search index never held: it is not made again for it.
    @Test
    void theSearchIndexStaysWhereItHoldsNothingOfWhatCameBack() throws IOException {
        var person = person();
        Path before = folder.resolve("before");
        copy(person.vault(), before);
        erasesFirst(person);
        var index = indexOf(person);
        copy(before.resolve("blob"), person.vault().resolve("blob"));
        var told = new ArrayList<CaseErasing.Again>();
        person.does(casebook -> {
            casebook.tellErasedAgainTo(told::add);
            return casebook.unlocked();
        });
        assertEquals(List.of(new CaseErasing.Again.Erased()), told);
        assertEquals(index, indexOf(person));
        assertErased(person);
    }

    private static Map<Path, FileTime> indexOf(Person person) throws IOException {
        var all = new TreeMap<Path, FileTime>();
        try (var files = Files.walk(person.vault().resolve("index"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.put(file, Files.getLastModifiedTime(file));
            }
        }
        return all;
    }

    /// Another program of hers is writing: nobody waits for it, and why is said, once.
    @Test
    void whatCannotBeErasedNowIsToldOnceAndDoneLater() throws IOException {
        var person = person();
        Path before = folder.resolve("before");
        copy(person.vault(), before);
        erasesFirst(person);
        copy(before.resolve("blob"), person.vault().resolve("blob"));
        var told = new ArrayList<CaseErasing.Again>();
        try (var desk = person.desk();
                var _ = desk.turn()) {
            person.does(casebook -> {
                casebook.tellErasedAgainTo(told::add);
                casebook.unlocked();
                return casebook.unlocked();
            });
        }
        assertEquals(1, told.size());
        var notNow = assertInstanceOf(CaseErasing.Again.NotNow.class, told.getFirst());
        assertTrue(notNow.why().toString().contains("another"), () -> notNow.why() + "");
        person.does(Casebook::unlocked);
        assertErased(person);
    }

    /// Somebody puts an index back that finds what was erased.
    @Test
    void anIndexThatIsOlderFindsNothingErased() throws IOException {
        var person = person();
        Path before = folder.resolve("before");
        copy(person.vault().resolve("index"), before);
        erasesFirst(person);
        person.does(casebook -> org.taniq.seal.Vault.at(casebook.folder()).deleteDerived(new Durable()));
        copy(before, person.vault().resolve("index"));
        assertErased(person);
    }

    /// Whoever searches a case in which something was erased long ago opens nothing for it.
    @Test
    void aSearchOpensTheCaseAgainOnlyWhenMoreWasErased() throws IOException {
        var person = person();
        erasesFirst(person);
        person.adds("third.txt", "21.11.2026, 10:00 - Tofiq: ucuncu\n");
        Path keys = person.vault().resolve("keys");
        Path away = folder.resolve("away");
        Files.move(keys, away);
        assertEquals(0, person.finds(Person.CANARY));
        assertEquals(1, person.finds("ikinci"));
        assertEquals(1, person.finds("ucuncu"));
        Files.move(away, keys);
        erasesFirst(person);
        assertEquals(0, person.finds("ikinci"));
        assertEquals(1, person.finds("ucuncu"));
    }

    /// Whatever the folder says that it is: the logs tell.
    @Test
    void anOlderIndexWithAnOlderMarkFindsNothingErased() throws IOException {
        var person = person();
        Path before = folder.resolve("before");
        copy(person.vault(), before);
        erasesFirst(person);
        person.does(casebook -> org.taniq.seal.Vault.at(casebook.folder()).deleteDerived(new Durable()));
        copy(before.resolve("index"), person.vault().resolve("index"));
        Files.copy(
                before.resolve("taniq.json"),
                person.vault().resolve("taniq.json"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals(0, person.finds(Person.CANARY));
    }

    @Test
    void theErasedFileIsInNoCopyThatIsBroughtUpToDate() throws IOException {
        var person = person();
        Path stick = folder.resolve("stick");
        long blobs = copies(person, stick).contents().blobs();
        erasesFirst(person);
        var copied = copies(person, stick);
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), () -> copied.failed() + "");
        assertEquals(blobs - 2, copied.contents().blobs());
    }

    private static Copied copies(Person person, Path to) throws IOException {
        return person.does(casebook ->
                casebook.copies().copy(new FolderDestination(to, new Durable()), VaultCopy.Keys.WITH, (_, _) -> {}));
    }

    @Test
    void aLockedCaseErasesNothing() throws IOException {
        var person = person();
        person.paper();
        person.locks();
        assertThrows(Desk.Locked.class, () -> erasesFirst(person));
    }

    /// Whatever a kill leaves, the next command ends: either nothing was sealed, and all is there, or it is gone.
    @Test
    @Tag("slow")
    void aKillAtAnyInstantIsMadeGoodByTheNextCommand() throws IOException {
        var base = person();
        int erased = 0;
        int whole = 0;
        for (int moment = 0; ; moment += Instants.STEP) {
            var person = movedTo(base, "kill-" + moment);
            boolean killed = isKilled(person, moment);
            if (person.does(Casebook::unlocked).erased().isEmpty()) {
                whole++;
                assertEquals(
                        List.of(),
                        person.does(casebook -> casebook.check().verify()).failed(),
                        "at " + moment);
                assertEquals(1, person.finds(Person.CANARY), "at " + moment);
            } else {
                erased++;
                assertTrue(person.does(Casebook::unlocked).erasedAndHere().isEmpty(), "at " + moment);
                person.does(casebook -> casebook.search().rebuild());
                assertErased(person);
                assertFalse(holdsTemporary(person.vault()), "at " + moment);
            }
            if (!killed) {
                break;
            }
        }
        assertTrue(erased > 3 && whole > 3, erased + " erased, " + whole + " whole");
    }

    private boolean isKilled(Person person, int moment) {
        return LockingTest.killed(person, moment, CaseErasingTest::erasesFirst);
    }

    private Person movedTo(Person base, String name) throws IOException {
        Path home = folder.resolve(name);
        copy(base.home(), home);
        return Person.at(home).with(base.words());
    }

    private static boolean holdsTemporary(Path vault) throws IOException {
        try (var files = Files.walk(vault)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(".tmp-"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else if (!Files.exists(there)) {
                    Files.copy(file, there, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void copyOpenings(Path from, Path to) throws IOException {
        try (var files = Files.walk(from.resolve("log"))) {
            for (var file :
                    files.filter(each -> each.toString().contains("/opening/")).toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
