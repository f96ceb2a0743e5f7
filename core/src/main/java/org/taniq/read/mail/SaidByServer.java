package org.taniq.read.mail;

import java.util.List;

/// What a server says that it found when it checked a mail (`Authentication-Results`, RFC 8601). Nothing
/// protects it, unless [ArcChain] does: whoever has the mail can have written it.
///
/// @param server how the server calls itself; empty where it does not
/// @param results one for each method
/// @param isWhole whether all of it was understood
public record SaidByServer(String server, List<Result> results, boolean isWhole) {
    /// What one method gave.
    ///
    /// @param method such as `dkim`, `spf`, `dmarc`
    /// @param result such as `pass`, `fail`, `none`
    /// @param reason what the server says about it
    public record Result(String method, String result, String reason, List<Property> properties) {
        public Result {
            properties = List.copyOf(properties);
        }
    }

    /// What the result is about.
    ///
    /// @param name such as `header.d`
    public record Property(String name, String value) {}

    public SaidByServer {
        results = List.copyOf(results);
    }

    /// Reads the value of a field.
    static SaidByServer of(String value) {
        return new SaidReading(value).said();
    }

    /// Reads that of a field of ARC, which begins with its number.
    static SaidByServer ofArc(String value) {
        return of(value.substring(value.indexOf(';') + 1));
    }
}
