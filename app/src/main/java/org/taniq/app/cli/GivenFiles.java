package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.acquire.dns.NameService;
import org.taniq.app.AskedKeys;
import org.taniq.app.Surroundings;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.net.Route;
import org.taniq.read.Given;
import org.taniq.read.Records;
import org.taniq.read.mail.GivenKeys;
import org.taniq.read.mail.Keys;
import org.taniq.read.mapped.MappedFile;
import org.taniq.read.mapped.Mapping;
import org.taniq.read.mapped.MappingFile;
import org.taniq.read.record.Ledger;
import org.taniq.seal.Unlocked;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Files that a person gives for reading: public keys of domains, by which signatures of mail are checked (those that
/// lie beside a mail could be of whoever forged it), and mappings of tables and JSON that no parser knows.
final class GivenFiles {
    /// The name server that this computer asks.
    private static final String OWN = "own";

    @Option(names = "--dkim-keys", paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "common.dkim-keys")
    private List<Path> keys = List.of();

    @Option(names = "--dkim-ask", paramLabel = "${bundle:taniq.arg-server}", descriptionKey = "common.dkim-ask")
    private String server = "";

    @Option(names = "--socks", paramLabel = "${bundle:taniq.arg-proxy}", descriptionKey = "common.dkim-socks")
    private String socks = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--map", paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "common.map")
    private List<Path> mappings = List.of();

    private final Set<MappedFile> unused = new LinkedHashSet<>();

    /// Reads them.
    Given given(Surroundings around) throws IOException {
        for (var file : mappings) {
            unused.add(new MappedFile(mapping(file)));
        }
        return new Given(keys(around), List.copyOf(unused));
    }

    /// With the keys that a name server is asked for, if the person allows it.
    ///
    /// @param proxy the SOCKS proxy through which she has others asked about the case; empty for none
    Given asking(Given given, String proxy, Surroundings around) throws IOException {
        if (server.isEmpty()) {
            return given;
        }
        var route = Route.of(socks.isEmpty() ? proxy : socks);
        return new Given(
                new AskedKeys(given.keys(), NameService.at(server.equals(OWN) ? "" : server, route), around.clock()),
                given.mappings());
    }

    /// As [#asking(Given, String, Surroundings)], where no case says how others are asked: the person does.
    Given asking(Given given, Surroundings around) throws IOException {
        if (!server.isEmpty() && socks.isEmpty()) {
            throw new ParameterException(spec.commandLine(), around.say("common.say-dkim-route"));
        }
        return asking(given, "", around);
    }

    /// A file was read so.
    void read(Ledger ledger) {
        used(ledger.format());
    }

    /// What was read of a case before, by any mapping, was read so then.
    void readBefore(Unlocked vault) {
        for (var reading : vault.readings()) {
            if (reading.value("settings") instanceof Json.Obj(var members)) {
                used(Records.text(members.getOrDefault("format", Json.NULL)));
            }
        }
    }

    private void used(String format) {
        unused.removeIf(mapping -> mapping.format().equals(format));
    }

    /// Says which mappings read nothing, and what they look for.
    void warnOfUnused(Surroundings around) {
        for (var file : unused) {
            var mapping = file.mapping();
            around.warn(around.say("common.map-unused", Map.of("name", mapping.name(), "places", mapping.lookedFor())));
        }
    }

    private static Mapping mapping(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return MappingFile.of(name(file), in.readNBytes(MappingFile.LONGEST + 1));
        }
    }

    /// Lines that are no keys are told.
    private Keys keys(Surroundings around) throws IOException {
        var sources = new ArrayList<GivenKeys.Source>();
        for (var file : keys) {
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
