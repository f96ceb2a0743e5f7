package org.taniq.app.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.taniq.app.Stamps;
import org.taniq.app.Surroundings;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Text;
import org.taniq.base.Trouble;
import org.taniq.base.net.NotReached;
import org.taniq.seal.Revocations.Wanted;

/// Asks whether certificates of the time-stamps that are kept were revoked: for the lists, and about a certificate
/// alone
/// only where no list says it as of after the time-stamp. Whom is said before anything leaves the machine.
final class AskingRevocations {
    private final Surroundings around;
    private final CaseOptions options;
    private final Stamps stamps;
    /// What was answered, for the next time-stamp of the same authority.
    private final Map<String, byte[]> answers = new HashMap<>();

    private final List<Json> kept = new ArrayList<>();
    /// Of what was not kept yet what was tried in vain.
    private final Map<Wanted, List<Json>> tried = new LinkedHashMap<>();

    AskingRevocations(Surroundings around, CaseOptions options, Stamps stamps) {
        this.around = around;
        this.options = options;
        this.stamps = stamps;
    }

    /// One way to ask, and what of it is said: which hosts are asked, and what was kept or not.
    private record Way(Function<Wanted, List<URI>> whom, Asking asking, Keys keys) {}

    /// @param through what is said instead of `asked` where it goes through a proxy, which sees another address
    private record Keys(String asked, String through, String done, String failed) {}

    /// Asks and keeps.
    @FunctionalInterface
    private interface Asking {
        /// @return as of when it is
        Instant ask(Wanted wanted, URI address) throws IOException;
    }

    private Way lists() {
        return new Way(
                Wanted::lists,
                this::list,
                new Keys(
                        "stamp.revocation-asking",
                        "stamp.revocation-asking-through",
                        "stamp.revocation-kept",
                        "stamp.revocation-failed"));
    }

    private Way responders() {
        return new Way(
                Wanted::responders,
                this::answer,
                new Keys(
                        "stamp.responder-asking",
                        "stamp.responder-asking-through",
                        "stamp.responder-kept",
                        "stamp.responder-failed"));
    }

    /// Asks for each; what one address does not have the next may.
    ///
    /// @return how the command ends
    int ask() throws IOException {
        var wanted = stamps.wanted();
        wanted.forEach(this::warnIfNobody);
        ask(wanted, lists());
        ask(stamps.stillOf(wanted), responders());
        if (wanted.isEmpty()) {
            say("stamp.revocation-nothing", Map.of());
        }
        return failed().isEmpty() ? Exit.DONE : Exit.COULD_NOT;
    }

    private void warnIfNobody(Wanted wanted) {
        if (wanted.lists().isEmpty() && wanted.responders().isEmpty()) {
            around.warn(around.say("stamp.revocation-nowhere", "subject", Text.visible(wanted.subject())));
            var why = Json.object()
                    .put("certificate", wanted.subject())
                    .put("why", "the certificate names nobody who could be asked")
                    .build();
            tried.put(wanted, new ArrayList<>(List.of(why)));
        }
    }

    private List<Json> failed() {
        return tried.values().stream().flatMap(List::stream).toList();
    }

    Json json() {
        return Json.object()
                .put("failed", Json.of(failed()))
                .put("kept", Json.of(kept))
                .build();
    }

    private void ask(List<Wanted> wanted, Way way) throws IOException {
        String hosts = wanted.stream()
                .flatMap(each -> way.whom().apply(each).stream())
                .map(URI::getHost)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!hosts.isEmpty()) {
            announce(way.keys(), hosts);
        }
        for (var each : wanted) {
            ask(each, way);
        }
    }

    private void announce(Keys keys, String hosts) {
        String proxy = stamps.choice().proxy();
        if (proxy.isEmpty()) {
            say(keys.asked(), Map.of("hosts", hosts));
        } else {
            say(keys.through(), Map.of("hosts", hosts, "proxy", proxy));
        }
    }

    private void ask(Wanted wanted, Way way) throws IOException {
        for (var address : way.whom().apply(wanted)) {
            try {
                var moment = way.asking().ask(wanted, address);
                say(way.keys().done(), Map.of("date", moment, "host", address.getHost()));
                kept.add(json(address, "date", moment));
                tried.remove(wanted);
                return;
            } catch (NotReached | Altered notKept) {
                warn(way.keys().failed(), address, notKept);
                tried.computeIfAbsent(wanted, _ -> new ArrayList<>()).add(json(address, "why", notKept.said()));
            }
        }
    }

    private Instant list(Wanted wanted, URI address) throws IOException {
        String key = address.toString();
        if (!answers.containsKey(key)) {
            answers.put(key, stamps.list(address));
        }
        return stamps.keepList(wanted, Objects.requireNonNull(answers.get(key)));
    }

    private Instant answer(Wanted wanted, URI address) throws IOException {
        byte[] request = wanted.request();
        String key = address + " " + Digest.of(request).hex();
        if (!answers.containsKey(key)) {
            answers.put(key, stamps.answer(address, request));
        }
        return stamps.keepAnswer(wanted, Objects.requireNonNull(answers.get(key)));
    }

    private void say(String key, Map<String, Object> values) {
        if (!options.json()) {
            around.tell(around.say(key, values));
        }
    }

    private void warn(String key, URI address, Trouble why) {
        around.warn(around.say(
                key, Map.of("host", address.getHost(), "why", around.messages().say(why.said()))));
    }

    private static Json json(URI address, String what, Object value) {
        return Json.object()
                .put("address", address.toString())
                .put(what, value.toString())
                .build();
    }
}
