package org.taniq.seal.stamp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Whom a person chose to ask for time-stamps of a case, once and until she chooses again. Nobody is asked
/// before she has.
///
/// @param made whether she chose
/// @param with names of the program's list
/// @param own authorities that she named herself
/// @param proxy `host:port` of a SOCKS5 proxy, or nothing
public record StampChoice(boolean made, List<String> with, List<Own> own, String proxy) {
    /// Not chosen yet.
    public static final StampChoice OPEN = new StampChoice(false, List.of(), List.of(), "");

    public StampChoice {
        with = with.stream().distinct().toList();
        own = List.copyOf(own);
    }

    /// An address and its certificates in PEM.
    public record Own(String address, String roots) {
        public static Own of(String address, Anchor anchor) throws Trouble {
            return new Own(Authority.address(address).toString(), new String(anchor.pem(), StandardCharsets.US_ASCII));
        }

        Authority authority() throws IOException {
            return Authority.own(Authority.address(address), Anchor.read(roots.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /// Whether she chose that nobody is asked.
    public boolean isNever() {
        return made && with.isEmpty() && own.isEmpty();
    }

    /// What is said of each name that is chosen and that the program's list has not, or no longer.
    public Map<String, Trouble> gone() {
        var gone = new LinkedHashMap<String, Trouble>();
        with.stream().filter(name -> Authorities.named(name).isEmpty()).forEach(name -> gone.put(name, unknown(name)));
        return gone;
    }

    private static Trouble unknown(String name) {
        String all = Authorities.known().stream().map(Authority::name).collect(Collectors.joining(", "));
        return new Trouble(Said.of(
                "no time-stamping authority is called {name}: there are {all}", Map.of("name", name, "all", all)));
    }

    /// Those that are chosen and are not [#gone].
    public List<Authority> authorities() throws IOException {
        var all = new ArrayList<Authority>();
        with.forEach(name -> Authorities.named(name).ifPresent(all::add));
        for (var named : own) {
            all.add(named.authority());
        }
        return List.copyOf(all);
    }
}
