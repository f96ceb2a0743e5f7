package org.taniq.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import org.taniq.read.screen.Screenshot;
import org.taniq.read.screen.Tesseract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq ocr`: reads the words that the pictures of a case show.
@Command(name = "ocr")
final class OcrCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(
            arity = "1",
            split = ",",
            paramLabel = "${bundle:taniq.arg-languages}",
            descriptionKey = "taniq.ocr.languages")
    private List<String> languages = List.of();

    @Mixin
    private CaseOptions options = new CaseOptions();

    OcrCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        return new AskedReading(around, options, new Words()).by(new Screenshot(Tesseract.reading(languages)));
    }

    private final class Words implements AskedReading.Sentences {
        @Override
        public String item(String reference, long n) {
            return around.say("ocr.item", Map.of("reference", reference, "n", n));
        }

        @Override
        public String nothing(String reference) {
            return around.say("ocr.nothing", "reference", reference);
        }

        @Override
        public String allRead() {
            return around.say("ocr.all-read");
        }
    }
}
