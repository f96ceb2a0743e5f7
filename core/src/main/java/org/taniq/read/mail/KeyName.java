package org.taniq.read.mail;

import java.util.Locale;

/// The name of a key in the name service (RFC 6376, 3.6.2.1).
///
/// @param selector which key of the domain
/// @param domain who signs
public record KeyName(String selector, String domain) {
    private static final String BETWEEN = "._domainkey.";

    /// The whole name in small letters, `selector._domainkey.example.org`.
    public String whole() {
        return (selector + BETWEEN + domain).toLowerCase(Locale.ROOT);
    }
}
