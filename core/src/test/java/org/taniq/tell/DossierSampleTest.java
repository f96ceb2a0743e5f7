package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taniq.tell.DossierPages.Language;

final class DossierSampleTest {

    /// Left in `core/target/dossier` for the eye and for `checks/dossier-ocr.sh`, with the sentences it
    /// must read.
    @ParameterizedTest
    @EnumSource(Language.class)
    void aSampleOfEachLanguageIsLeftForTheEye(Language language) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "dossier"));
        String name = "dossier-" + language.name().toLowerCase(Locale.ROOT);
        var file = folder.resolve(name + ".pdf");
        try (var out = Files.newOutputStream(file)) {
            DossierPdf.write(DossierSample.full(language), out);
        }
        Files.write(folder.resolve(name + ".txt"), DossierSample.sentences(language));
        assertTrue(Files.size(file) > 50_000);
    }
}
