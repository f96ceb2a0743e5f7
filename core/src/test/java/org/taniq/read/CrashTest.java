package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// What once broke a parser (`crash/`, a folder for each format), and the samples from which `checks/fuzz.sh` begins.
final class CrashTest {
    private static final Path CRASHES = Path.of("..", "crash");
    /// Nothing is one without other files beside it, or is not told from anything else.
    private static final Set<String> NOT_ALONE = Set.of("wacz", "whole-file");

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void whatOnceBrokeAParserBreaksNone() throws IOException {
        for (var crash : crashes()) {
            byte[] bytes = Files.readAllBytes(crash);
            for (var parser : FuzzedParser.all()) {
                Assertions.assertTimeoutPreemptively(
                        LONGEST,
                        () -> assertDoesNotThrow(
                                () -> FuzzedParser.read(parser, bytes),
                                () -> parser.name() + " broke down over " + crash));
            }
        }
    }

    private static List<Path> crashes() throws IOException {
        if (!Files.isDirectory(CRASHES)) {
            return List.of();
        }
        try (var files = Files.walk(CRASHES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /// A parser whose samples are none of its own is not tried at all.
    @Test
    void eachFormatIsFuzzedFromSamplesThatItsParserKnows() throws IOException {
        for (var parser : FuzzedParser.all()) {
            String format = FuzzedParser.format(parser);
            if (NOT_ALONE.contains(format)) {
                continue;
            }
            int known = 0;
            for (var sample : samples(format)) {
                known += FuzzedParser.read(parser, sample) ? 1 : 0;
            }
            assertTrue(known > 0, format + " has no sample that it knows");
        }
    }

    static List<byte[]> samples(String format) throws IOException {
        var samples = new ArrayList<byte[]>();
        byte[] all;
        try (var in = Objects.requireNonNull(
                CrashTest.class.getResourceAsStream("/read/seeds/" + format + ".zip"), "no samples of " + format)) {
            all = in.readAllBytes();
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(all))) {
            while (zip.getNextEntry() != null) {
                samples.add(zip.readAllBytes());
            }
        }
        return samples;
    }
}
