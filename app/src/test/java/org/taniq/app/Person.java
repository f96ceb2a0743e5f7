package org.taniq.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.PaperKey;
import org.taniq.base.age.Passphrase;
import org.taniq.read.index.Search;
import org.taniq.seal.Erasure;

/// An invented person with words, at a computer whose disk may fail: what she types is done by a desk of its
/// own each time, as by a new process.
record Person(Path home, String words, Durable durable) {
    private static final int LITTLE_WORK = 2;
    static final String CANARY = "kanareyka1";

    static Person at(Path home) {
        return new Person(home, "six words for a test only", new Durable());
    }

    Person with(Durable disk) {
        return new Person(home, words, disk);
    }

    Person with(String other) {
        return new Person(home, other, durable);
    }

    static Passphrase passphrase(String words) {
        return Passphrase.of(words.toCharArray(), LITTLE_WORK);
    }

    Path configuration() {
        return home.resolve("config");
    }

    Path vault() {
        return home.resolve("case");
    }

    Desk desk() {
        return new Desk(
                configuration(),
                () -> passphrase(words),
                Optional.empty(),
                Clock.fixed(SmallCase.NOON, ZoneOffset.UTC),
                durable);
    }

    /// A case with one message, and keys under her words.
    Person begins() throws IOException {
        try (var desk = desk()) {
            desk.makeKeys(passphrase(words));
            Casebook.begin(desk, vault(), new Begun(SmallCase.CUSTODY, Answer.NO, Answer.NO))
                    .close();
        }
        adds("first.txt", "20.11.2026, 10:00 - Tofiq: " + CANARY + "\n20.11.2026, 10:01 - Aytac: salam\n");
        return this;
    }

    @FunctionalInterface
    interface Doing<T> {
        T with(Casebook casebook) throws IOException;
    }

    <T> T does(Doing<T> doing) throws IOException {
        try (var desk = desk();
                var casebook = Casebook.open(desk, vault())) {
            casebook.keys().lockAgain();
            casebook.keys().endChange();
            return doing.with(casebook);
        }
    }

    /// The file is gone afterwards, as a careful person would have it.
    List<SealedItem> adds(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, text);
        try {
            return does(casebook -> {
                var sealed = new ArrayList<SealedItem>();
                casebook.seal(casebook.acquire(file, SmallCase.CUSTODY).items(), sealed::add);
                casebook.read(sealed, _ -> {});
                return sealed;
            });
        } finally {
            Files.delete(file);
        }
    }

    long finds(String words) throws IOException {
        return does(casebook -> casebook.search().find(Search.of(words)).total().count());
    }

    List<String> paper() throws IOException {
        return does(casebook -> {
            var lines = casebook.keys().paper();
            casebook.keys().paperMade("");
            return lines;
        });
    }

    /// Somebody else, who has the case in a folder of his own from now on.
    Person letsIn(Path itsHome) throws IOException {
        var other = at(itsHome).with("words of " + itsHome.getFileName() + " for a test");
        var key = PaperKey.read(paper());
        Carried.between(this, other);
        try (var desk = other.desk()) {
            var readmission = Readmission.of(desk, other.vault(), WayBack.keys(List.of(key)));
            readmission.newWords(passphrase(other.words()));
            readmission.restore();
        }
        return other;
    }

    void erases(String name) throws IOException {
        does(casebook -> {
            var items = casebook.unlocked().statements("item/1").stream()
                    .filter(item -> item.value("name").equals(Json.of(name)))
                    .toList();
            var plan = casebook.erasing().plan(items);
            return casebook.erasing().erase(plan, new Erasure.Stated("", "", SmallCase.NOON.toString(), ""));
        });
    }

    void locks() throws IOException {
        does(casebook -> casebook.keys().locking().lock());
    }

    void unlocks(WayBack back) throws IOException {
        does(casebook -> {
            casebook.keys().locking().unlock(back);
            return true;
        });
        does(casebook -> casebook.search().rebuild());
    }
}
