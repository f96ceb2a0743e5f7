package org.taniq.base.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The pictures of PngSuite (Willem van Schaik), as the Debian package golang-go brings them.
class ForeignPngTest {
    @Test
    void thePicturesOfPngSuiteAreReadAsAnotherDecoderReadsThem() throws IOException {
        int read = 0;
        for (var path : pictures("testdata/pngsuite")) {
            byte[] file = Files.readAllBytes(path);
            if (depth(file) == 16) {
                assertThrows(PngException.class, () -> Png.read(file, Png.MAX_PIXELS), path.toString());
                continue;
            }
            assertArrayEquals(
                    PngTest.foreign(file),
                    Png.read(file, Png.MAX_PIXELS).picture().rgb(),
                    path.toString());
            read++;
        }
        assertTrue(read > 20);
    }

    @Test
    void brokenPicturesOfOthersAreRefused() throws IOException {
        int refused = 0;
        for (var path : pictures("testdata")) {
            if (path.getFileName().toString().startsWith("invalid-")) {
                byte[] file = Files.readAllBytes(path);
                assertThrows(PngException.class, () -> Png.read(file, Png.MAX_PIXELS), path.toString());
                refused++;
            }
        }
        assertTrue(refused >= 4);
    }

    private static int depth(byte[] file) {
        return file[24];
    }

    private static List<Path> pictures(String folder) throws IOException {
        var share = Path.of("/usr/share");
        if (Files.isDirectory(share)) {
            try (var installed = Files.newDirectoryStream(share, "go-*")) {
                for (var go : installed) {
                    return in(go.resolve("src/image/png").resolve(folder));
                }
            }
        }
        System.out.println("NOT RUN ForeignPngTest: package golang-go is not installed");
        Assumptions.abort("NOT RUN ForeignPngTest: package golang-go is not installed");
        return List.of();
    }

    private static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
    }
}
