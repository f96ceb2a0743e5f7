package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.app.Surroundings;
import org.taniq.base.Bytes;
import org.taniq.read.mail.GivenKeys;
import org.taniq.read.mail.Keys;
import picocli.CommandLine.Option;

/// Files with public keys of domains, by which signatures of mail are checked. The person gives them: those that lie
/// beside a mail could be of whoever forged it.
final class MailKeys {
    @Option(names = "--dkim-keys", paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "common.dkim-keys")
    private List<Path> files = List.of();

    /// Reads them. Lines that are no keys are told.
    Keys keys(Surroundings around) throws IOException {
        var sources = new ArrayList<GivenKeys.Source>();
        for (var file : files) {
            var had = Files.getLastModifiedTime(file).toInstant();
            sources.add(new GivenKeys.Source(name(file), Bytes.of(file), had));
        }
        var given = GivenKeys.of(sources);
        for (var strange : given.strange()) {
            around.warn(around.say("common.no-dkim-key", Map.of("file", strange.file(), "line", strange.line())));
        }
        return given;
    }

    /// The root of a disk has no name of its own.
    private static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file).toString();
    }
}
