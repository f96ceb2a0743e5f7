package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    /// Chosen: nobody.
    public static final StampChoice NEVER = new StampChoice(true, List.of(), List.of(), "");

    public StampChoice {
        with = List.copyOf(with);
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
        return equals(NEVER);
    }

    /// Those that are chosen.
    ///
    /// @throws Trouble if the program's list has one of them not
    public List<Authority> authorities() throws IOException {
        var all = new ArrayList<Authority>();
        for (var name : with) {
            all.add(Authorities.named(name)
                    .orElseThrow(() -> new Trouble(Said.of(
                            "no time-stamping authority is called {name}: `taniq stamp` lists them", "name", name))));
        }
        for (var named : own) {
            all.add(named.authority());
        }
        return List.copyOf(all);
    }
}
