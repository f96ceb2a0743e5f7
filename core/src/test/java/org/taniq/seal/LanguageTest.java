package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Numbers in names and notes are ASCII digits on a computer that writes others.
final class LanguageTest {
    private static final String PERSIAN = "fa";

    @TempDir
    Path folder;

    @Test
    void aDossierIsIntactInEveryLanguage() throws IOException {
        var file = Files.write(folder.resolve("honest.zip"), Forged.honest());
        assertEquals(List.of(), in(PERSIAN, () -> DossierCheck.check(file)).failed());
    }

    @Test
    void aVaultIsTheSameInEveryLanguage() throws IOException {
        var small = in(PERSIAN, () -> SmallVault.in(folder.resolve("case")));
        assertEquals(
                List.of(),
                VaultCheck.check(small.vault, Map.of(), small.identity).failed());
    }

    @FunctionalInterface
    private interface Made<T> {
        T make() throws IOException;
    }

    private static <T> T in(String language, Made<T> made) throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.of(language));
        try {
            return made.make();
        } finally {
            Locale.setDefault(before);
        }
    }
}
