package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.PaperKey;
import org.taniq.seal.Vault;

/// Who can open a case.
final class CaseKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder = Path.of("");

    private static List<String> list(Person person) throws IOException {
        return person.does(casebook -> casebook.keys().list()).stream()
                .map(way -> way.kind() + " " + way.standing() + " " + way.whose())
                .toList();
    }

    @Test
    void eachWayInIsListedWithWhatTheCaseKnowsOfIt() throws IOException {
        var person = Person.at(folder).begins();
        var friend = Identity.generate(RANDOM).recipient();
        String first = person.does(casebook -> casebook.keys().add(friend, "Nigar"));
        person.does(casebook -> casebook.keys().add(friend, ""));
        person.does(casebook -> casebook.keys().add(Person.passphrase("words for my lawyer"), "Lawyer"));
        person.paper();
        person.does(casebook -> casebook.keys().remove(Path.of("keys", first + ".age")));
        try (var desk = person.desk()) {
            desk.ways(Vault.at(person.vault())).add("0123456789abcdef", Identity.generate(RANDOM), friend);
        }
        assertEquals(
                List.of(
                        "age-key GONE Nigar",
                        "age-key ADDED ",
                        "passphrase ADDED Lawyer",
                        "paper ADDED ",
                        "age-key STRANGE ",
                        "passphrase OWN "),
                list(person).stream().sorted(CaseKeysTest::strangeLast).toList());
        assertEquals(
                List.of("0123456789abcdef"),
                person.does(casebook -> casebook.check().strangeWays()));
    }

    /// Files come in the order of their names, which are random.
    private static int strangeLast(String one, String other) {
        return Boolean.compare(one.contains("OWN"), other.contains("OWN"));
    }

    @Test
    void whatIsSealedNamesTheKindAndNoKey() throws IOException {
        var person = Person.at(folder).begins();
        var friend = Identity.generate(RANDOM);
        String name = person.does(casebook -> casebook.keys().add(friend.recipient(), ""));
        var paper = person.paper();
        var details = person.does(casebook -> casebook.unlocked().statements("custody/1")).stream()
                .filter(statement -> statement.value("what").equals(Json.of("key-added")))
                .map(statement -> statement.value("detail").canonical())
                .toList();
        assertEquals(
                List.of(
                        "{\"file\":\"" + name + "\",\"kind\":\"age-key\",\"whose\":null}",
                        "{\"file\":null,\"kind\":\"paper\",\"whose\":null}"),
                details);
        assertEquals(person.does(Casebook::identity), PaperKey.read(paper));
        assertEquals(
                List.of(), person.does(casebook -> casebook.check().verify()).failed());
    }

    @Test
    void herOwnWayInIsNotRemovedByMistake() throws IOException {
        var person = Person.at(folder).begins();
        Path own = Path.of(LockingTest.names(person.vault().resolve("keys")).getFirst());
        assertThrows(
                Trouble.class, () -> person.does(casebook -> casebook.keys().remove(own)));
        assertThrows(
                Trouble.class, () -> person.does(casebook -> casebook.keys().remove(Path.of("../../x.age"))));
        assertTrue(Files.exists(person.vault().resolve("keys").resolve(own)));
        assertEquals(1, person.finds(Person.CANARY));
    }

    @Test
    void theWayBackIntoALockedCaseIsNotRemoved() throws IOException {
        var person = Person.at(folder).begins();
        var friend = Identity.generate(RANDOM);
        String back = person.does(casebook -> casebook.keys().add(friend.recipient(), "Nigar"));
        String words = person.does(casebook -> casebook.keys().add(Person.passphrase("words for my lawyer"), ""));
        person.locks();
        assertThrows(
                Trouble.class, () -> person.does(casebook -> casebook.keys().remove(Path.of(back))));
        person.does(casebook -> casebook.keys().remove(Path.of(words)));
        assertEquals(List.of(back + ".age"), LockingTest.names(person.vault().resolve("keys")));
        person.unlocks(WayBack.keys(List.of(friend)));
        assertEquals(1, person.finds(Person.CANARY));
    }

    @Test
    void theKeyOfTheCaseItselfIsNotAdded() throws IOException {
        var person = Person.at(folder).begins();
        assertThrows(
                Trouble.class,
                () -> person.does(
                        casebook -> casebook.keys().add(casebook.identity().recipient(), "")));
    }
}
