package org.taniq.seal.stamp;

import java.net.URI;
import java.util.regex.Pattern;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A time-stamping authority: where it is asked, and whom its answers must lead to.
///
/// @param name one word, for the person and for what is sealed
/// @param learns what it learns of the person
/// @param terms under which conditions it answers
/// @param source where all this is known from
/// @param tried whether it was asked, and when
public record Authority(
        String name, URI address, Anchor anchor, String learns, String terms, String source, String tried) {
    private static final int LAST_PORT = 65_535;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

    public Authority {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name of an authority");
        }
    }

    /// Whether it may be the name of one: small letters, digits, points and hyphens.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// An address that can be asked: by HTTP or HTTPS, without a name or password in it.
    ///
    /// @throws Trouble if it is another
    public static URI address(String text) throws Trouble {
        try {
            var address = URI.create(text);
            String scheme = String.valueOf(address.getScheme());
            boolean web = scheme.equals("http") || scheme.equals("https");
            boolean port = address.getPort() == -1 || address.getPort() > 0 && address.getPort() <= LAST_PORT;
            boolean host = address.getHost() != null && address.getUserInfo() == null;
            if (web && host && port && address.getFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new Trouble(Said.of("{address} is no address that can be asked for a time-stamp", "address", text));
        }
        throw new Trouble(Said.of("{address} is no address that can be asked for a time-stamp", "address", text));
    }

    /// One that the person named: nothing is known of it but what she said.
    public static Authority own(URI address, Anchor anchor) {
        return new Authority(anchor.name(), address, anchor, "", "", "", "");
    }
}
