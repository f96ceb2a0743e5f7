package org.taniq.app.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import org.taniq.read.recording.Ffprobe;
import org.taniq.read.recording.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq probe`: reads what the sounds and films of a case say of themselves.
@Command(name = "probe")
final class ProbeCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private CaseOptions options = new CaseOptions();

    ProbeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        return new AskedReading(around, options, new Words()).by(new Recording(Ffprobe.installed()));
    }

    private final class Words implements AskedReading.Sentences {
        @Override
        public String item(String reference, long n) {
            return around.say("probe.item", Map.of("reference", reference));
        }

        @Override
        public String nothing(String reference) {
            return around.say("probe.nothing", "reference", reference);
        }

        @Override
        public String allRead() {
            return around.say("probe.all-read");
        }
    }
}
