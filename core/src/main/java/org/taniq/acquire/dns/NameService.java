package org.taniq.acquire.dns;

import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.net.Route;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// A server of the name service (RFC 1035), asked for texts. What it answers is not proven: whoever keeps it, or is on
/// the way to it, can answer otherwise. It learns what was asked, and so does whoever keeps the domain.
public final class NameService {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_TEXTS = 16;
    private static final int PORT = 53;
    private static final int LARGEST_PORT = 65_535;

    /// `192.0.2.1`, `192.0.2.1:5353`, `[2001:db8::1]:5353`: an address, so that no other server is asked where it is.
    private static final Pattern SERVER =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");

    /// What can be the name of a key and nothing else.
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})+");

    private final Resolver resolver;
    private final String called;

    private NameService(Resolver resolver, String called) {
        this.resolver = resolver;
        this.called = called;
        resolver.setTimeout(LONGEST);
    }

    /// What it answered.
    public sealed interface Answer {}

    /// @param all that it has under the name, each with its pieces joined
    public record Texts(List<String> all) implements Answer {}

    /// It says that there is none.
    public record None() implements Answer {}

    /// It was not asked.
    public record NotAsked(Said why) implements Answer {}

    /// It did not answer, or not so that it could be understood.
    public record NoAnswer(Said why) implements Answer {}

    /// @param server its address, with a port or without one; empty for the one that the computer asks
    /// @param route through a proxy only a server with an address is asked
    /// @throws Trouble if it is no address
    public static NameService at(String server, Route route) throws Trouble {
        try {
            return switch (route) {
                case Route.Direct _ when server.isEmpty() -> new NameService(new ExtendedResolver(), "");
                case Route.Direct _ -> new NameService(given(server), server);
                case Route.Socks proxy -> new NameService(through(proxy, server), server);
            };
        } catch (UnknownHostException noAddress) {
            throw notAnAddress(server);
        }
    }

    private static Resolver through(Route.Socks proxy, String server) throws Trouble, UnknownHostException {
        if (server.isEmpty()) {
            throw new Trouble(Said.of("through a proxy, say which name server is asked: its address"));
        }
        var resolver = given(server);
        resolver.setTCP(true);
        resolver.setIoClientFactory(new ThroughProxy(proxy));
        return resolver;
    }

    private static SimpleResolver given(String server) throws Trouble, UnknownHostException {
        var address = SERVER.matcher(server);
        if (!address.matches()) {
            throw notAnAddress(server);
        }
        int port = address.group(2) == null ? PORT : Integer.parseInt(address.group(2));
        if (port < 1 || port > LARGEST_PORT) {
            throw notAnAddress(server);
        }
        var resolver = new SimpleResolver(address.group(1).replaceAll("[\\[\\]]", ""));
        resolver.setPort(port);
        return resolver;
    }

    private static Trouble notAnAddress(String server) {
        return new Trouble(Said.of("not the address of a name server: {server}", "server", server));
    }

    /// Its address; empty for the one that the computer asks.
    public String called() {
        return called;
    }

    /// The texts under a name.
    public Answer texts(String name) {
        if (!NAME.matcher(name).matches()) {
            return new NotAsked(Said.of("not a name that can be asked for"));
        }
        try {
            return texts(Name.fromString(name, Name.root));
        } catch (TextParseException noName) {
            return new NotAsked(Said.of("not a name that can be asked for"));
        }
    }

    private Answer texts(Name name) {
        var lookup = new Lookup(name, Type.TXT, DClass.IN);
        lookup.setResolver(resolver);
        lookup.setCache(null);
        var records = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL ->
                new Texts(Arrays.stream(records)
                        .flatMap(NameService::text)
                        .limit(MOST_TEXTS)
                        .toList());
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new None();
            default -> new NoAnswer(Said.of("the name server did not answer"));
        };
    }

    /// Its pieces belong together (RFC 6376, 3.6.2.2).
    private static Stream<String> text(org.xbill.DNS.Record record) {
        if (!(record instanceof TXTRecord texts)) {
            return Stream.empty();
        }
        var whole = new StringBuilder();
        texts.getStringsAsByteArrays().forEach(piece -> whole.append(new String(piece, StandardCharsets.UTF_8)));
        return Stream.of(whole.toString());
    }
}
