package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taniq.base.age.PaperKey;
import org.taniq.seal.InMemory;
import org.taniq.seal.Verdict;

/// Two people work on one case, each in a folder and with keys of her own, while something brings files from
/// one folder to the other, each for itself and in any order. At every moment what either sees is whole or not
/// here yet; in the end both have the same. A seed that fails is run alone with `-Dtaniq.seed=N`.
final class InterleavingTest {
    private static final int TURNS = 16;

    @TempDir(factory = InMemory.class)
    private static Path template = Path.of("");

    @TempDir(factory = InMemory.class)
    private Path folder = Path.of("");

    @BeforeAll
    static void letTheSecondIn() throws IOException {
        var one = Person.at(Files.createDirectory(template.resolve("one"))).begins();
        var paper = PaperKey.read(one.paper());
        var two = Person.at(Files.createDirectory(template.resolve("two"))).with("these are other words");
        copy(one.vault(), two.vault());
        try (var desk = two.desk()) {
            var readmission = Readmission.of(desk, two.vault(), WayBack.keys(List.of(paper)));
            readmission.newWords(Person.passphrase(two.words()));
            readmission.restore();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    static LongStream seeds() {
        var one = Long.getLong("taniq.seed");
        if (one != null) {
            return LongStream.of(one);
        }
        return LongStream.range(
                0,
                switch (System.getProperty("taniq.check", "full")) {
                    case "fast" -> 3;
                    case "long" -> 500;
                    default -> 12;
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverComesInWhateverOrderNobodyIsHarmed(long seed) throws IOException {
        var chance = new SplittableRandom(seed);
        var one = writer("one", "six words for a test only", chance);
        var two = writer("two", "these are other words", chance);
        var ways = Synchroniser.between(one.vault(), two.vault(), chance);
        for (int turn = 0; turn < TURNS; turn++) {
            int which = chance.nextInt(2);
            var writer = which == 0 ? one : two;
            if (chance.nextBoolean()) {
                ways.get(1 - which).some();
            } else {
                writer.works();
            }
            writer.looks();
        }
        for (var way : ways) {
            way.all();
        }
        assertSame(one, two);
    }

    private CaseWriter writer(String name, String words, SplittableRandom chance) throws IOException {
        copy(template.resolve(name), folder.resolve(name));
        return CaseWriter.of(Person.at(folder.resolve(name)).with(words), name, chance);
    }

    private static void assertSame(CaseWriter one, CaseWriter two) throws IOException {
        for (var writer : List.of(one, two)) {
            var verdict = writer.person().does(casebook -> casebook.check().verify());
            assertEquals(List.of(), verdict.failed());
            assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        }
        assertEquals(String.join("\n", sealed(one.vault())), String.join("\n", sealed(two.vault())));
        assertEquals(one.state(), two.state());
        for (var word :
                Stream.concat(one.words().stream(), two.words().stream()).toList()) {
            assertEquals(1, one.person().finds(word), word);
            assertEquals(1, two.person().finds(word), word);
        }
    }

    /// Every file that is sealed, by name.
    private static TreeSet<String> sealed(Path vault) throws IOException {
        var names = new TreeSet<String>();
        for (var part : List.of("blob", "log", "keys")) {
            try (Stream<Path> files = Files.walk(vault.resolve(part))) {
                files.filter(Files::isRegularFile)
                        .map(file -> vault.relativize(file).toString())
                        .filter(name -> !Synchroniser.isLeft(name))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
