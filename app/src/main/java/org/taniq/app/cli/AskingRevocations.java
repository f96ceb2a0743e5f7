package org.taniq.app.cli;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.taniq.app.Stamps;
import org.taniq.app.Surroundings;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.net.NotReached;
import org.taniq.seal.Revocations;

/// Asks for the revocation lists of the time-stamps that are kept. Whom is said before anything leaves the machine.
final class AskingRevocations {
    private final Surroundings around;
    private final CaseOptions options;
    private final Stamps stamps;
    /// What was answered, for the next time-stamp of the same authority.
    private final Map<URI, byte[]> lists = new HashMap<>();

    private final List<Json> kept = new ArrayList<>();
    private final List<Json> failed = new ArrayList<>();

    AskingRevocations(Surroundings around, CaseOptions options, Stamps stamps) {
        this.around = around;
        this.options = options;
        this.stamps = stamps;
    }

    /// Asks for each; what one address does not have the next may.
    ///
    /// @return how the command ends
    int ask() throws IOException {
        var wanted = stamps.wanted();
        announce(hosts(wanted));
        for (var each : wanted) {
            ask(each);
        }
        if (wanted.isEmpty()) {
            say("stamp.revocation-nothing", Map.of());
        }
        return failed.isEmpty() ? Exit.DONE : Exit.COULD_NOT;
    }

    Json json() {
        return Json.object()
                .put("failed", Json.of(failed))
                .put("kept", Json.of(kept))
                .build();
    }

    private static String hosts(List<Revocations.Wanted> wanted) {
        var hosts = new ArrayList<String>();
        for (var each : wanted) {
            each.addresses().forEach(address -> hosts.add(address.getHost()));
        }
        return hosts.stream().distinct().collect(Collectors.joining(", "));
    }

    private void announce(String hosts) {
        if (!hosts.isEmpty()) {
            say("stamp.revocation-asking", Map.of("hosts", hosts));
        }
    }

    private void say(String key, Map<String, Object> values) {
        if (!options.json()) {
            around.tell(around.say(key, values));
        }
    }

    private void ask(Revocations.Wanted wanted) throws IOException {
        var addresses = wanted.addresses();
        if (addresses.isEmpty()) {
            say("stamp.revocation-nowhere", Map.of());
        }
        var tried = new ArrayList<Json>();
        for (var address : addresses) {
            try {
                kept.add(kept(wanted, address));
                return;
            } catch (NotReached | Altered notKept) {
                tried.add(notKept(address, notKept));
            }
        }
        failed.addAll(tried);
    }

    private Json kept(Revocations.Wanted wanted, URI address) throws IOException {
        if (!lists.containsKey(address)) {
            lists.put(address, stamps.list(address));
        }
        var moment = stamps.keep(wanted, Objects.requireNonNull(lists.get(address)));
        say("stamp.revocation-kept", Map.of("date", moment, "host", address.getHost()));
        return Json.object()
                .put("address", address.toString())
                .put("date", moment.toString())
                .build();
    }

    private Json notKept(URI address, Trouble why) {
        around.warn(around.say(
                "stamp.revocation-failed",
                Map.of("host", address.getHost(), "why", around.messages().say(why.said()))));
        return Json.object()
                .put("address", address.toString())
                .put("why", why.said().toString())
                .build();
    }
}
