package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.app.Place;
import org.taniq.app.Surroundings;
import org.taniq.base.bucket.BucketAddress;
import org.taniq.base.bucket.BucketKeys;
import org.taniq.base.net.Route;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options of the commands that reach a copy, which may lie in a bucket: `s3://BUCKET/FOLDER`. Keys to it are no
/// options, because other programs see what is typed.
final class PlaceOptions {
    private static final Pattern ADDRESS = Pattern.compile("(?is)s3:.*|[a-z][a-z0-9+.-]+:/.*");

    @Option(names = "--endpoint", paramLabel = "${bundle:taniq.arg-address}", descriptionKey = "common.endpoint")
    private String endpoint = "";

    @Option(names = "--region", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "common.region")
    private String region = "";

    @Option(names = "--socks", paramLabel = "${bundle:taniq.arg-proxy}", descriptionKey = "common.socks")
    private String socks = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /// What was typed as a folder, or as a bucket, which is reached now.
    ///
    /// @param proxy the SOCKS proxy through which this person asks others; empty for none
    Place open(String typed, String proxy, Surroundings around) throws IOException {
        refuseOtherAddress(typed, around);
        if (!BucketAddress.isMeant(typed)) {
            return Place.folder(Path.of(typed));
        }
        var address = BucketAddress.of(
                typed,
                first(around, endpoint, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"),
                first(around, region, "AWS_REGION", "AWS_DEFAULT_REGION"));
        refuseUnnamed(around);
        var route = route(proxy);
        refuseOpenThroughProxy(address, route, around);
        if (!address.isEncrypted()) {
            around.warn(around.say("common.plain-http", "host", address.host()));
        }
        return Place.bucket(address, BucketKeys.find(around.environment(), home(around)), route);
    }

    /// As [#open(String, String, Surroundings)], where no case says how others are asked: the person does. Who copies
    /// through a proxy must not be seen at the provider by another command.
    Place open(String typed, Surroundings around) throws IOException {
        if (BucketAddress.isMeant(typed) && socks.isEmpty()) {
            throw new ParameterException(spec.commandLine(), around.say("common.say-route"));
        }
        return open(typed, "", around);
    }

    /// A folder with the name of an address would look like a copy elsewhere. What was typed is not said again: it may
    /// hold a password.
    void refuseOtherAddress(String typed, Surroundings around) {
        if (!BucketAddress.isMeant(typed) && ADDRESS.matcher(typed).matches()) {
            throw new ParameterException(spec.commandLine(), around.say("common.no-place"));
        }
    }

    private static String first(Surroundings around, String typed, String... variables) {
        return Stream.concat(
                        Stream.of(typed),
                        Stream.of(variables).map(name -> around.environment().getOrDefault(name, "")))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Nobody is asked whom the person did not name: neither Amazon where an address was forgotten.
    private void refuseUnnamed(Surroundings around) {
        boolean named = !first(around, endpoint, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
                        .isEmpty()
                || !first(around, region, "AWS_REGION", "AWS_DEFAULT_REGION").isEmpty();
        if (!named) {
            throw new ParameterException(spec.commandLine(), around.say("common.no-endpoint"));
        }
    }

    private Route route(String proxy) throws IOException {
        return Route.of(socks.isEmpty() ? proxy : socks);
    }

    private void refuseOpenThroughProxy(BucketAddress address, Route route, Surroundings around) {
        if (route instanceof Route.Socks && !address.isEncrypted()) {
            throw new ParameterException(spec.commandLine(), around.say("common.socks-https"));
        }
    }

    private static Path home(Surroundings around) {
        return Path.of(Optional.ofNullable(around.environment().get("HOME"))
                .filter(home -> !home.isEmpty())
                .orElseGet(() -> System.getProperty("user.home")));
    }
}
