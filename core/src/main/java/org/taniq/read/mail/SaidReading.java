package org.taniq.read.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taniq.base.Text;

/// Takes what a server says apart (RFC 8601, 2.2). Some servers leave out their name.
final class SaidReading {
    private static final int LONGEST = 1 << 16;
    private static final int MOST_RESULTS = 100;
    private static final int MOST_PROPERTIES = 50;

    private final String text;
    private final List<SaidByServer.Result> results = new ArrayList<>();
    private int at;
    private boolean whole;

    SaidReading(String value) {
        this.whole = value.length() <= LONGEST;
        this.text = whole ? value : Text.whole(value.substring(0, LONGEST));
    }

    SaidByServer said() {
        skipBetween();
        int begin = at;
        var server = word("=;");
        skipBetween();
        if (isAt('=')) {
            at = begin;
            server = "";
        } else {
            toSemicolon();
        }
        while (at < text.length() && results.size() < MOST_RESULTS) {
            result();
        }
        return new SaidByServer(server, results, whole && at >= text.length());
    }

    private void result() {
        skipBetween();
        if (isAt(';')) {
            forward();
            return;
        }
        var method = word("=;").toLowerCase(Locale.ROOT);
        skipBetween();
        if (!isAt('=')) {
            whole &= method.isEmpty() || method.equals("none");
            toSemicolon();
            return;
        }
        forward();
        skipBetween();
        var result = word(";").toLowerCase(Locale.ROOT);
        result(method, result);
        toSemicolon();
    }

    private void result(String method, String result) {
        var reason = "";
        var properties = new ArrayList<SaidByServer.Property>();
        skipBetween();
        while (at < text.length() && !isAt(';') && properties.size() < MOST_PROPERTIES) {
            var name = word("=;").toLowerCase(Locale.ROOT);
            skipBetween();
            if (!isAt('=')) {
                whole = false;
                break;
            }
            forward();
            skipBetween();
            var value = word(";");
            if (name.equals("reason")) {
                reason = value;
            } else {
                properties.add(new SaidByServer.Property(name, value));
            }
            skipBetween();
        }
        int slash = method.indexOf('/');
        var plain = slash < 0 ? method : method.substring(0, slash);
        results.add(new SaidByServer.Result(plain, result, reason, properties));
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /// To behind the next semicolon; what is skipped was not understood.
    private void toSemicolon() {
        skipBetween();
        while (at < text.length() && !isAt(';')) {
            whole &= Character.isDigit(text.charAt(at));
            forward();
            skipBetween();
        }
        forward();
    }

    private void forward() {
        at = Math.min(text.length(), at + 1);
    }

    /// Up to white space, a comment or one of `ends`; or what stands in quotes.
    private String word(String ends) {
        if (isAt('"')) {
            return quoted();
        }
        int from = at;
        while (at < text.length() && !isWhite() && !isAt('(') && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        var word = new StringBuilder();
        forward();
        while (at < text.length() && !isAt('"')) {
            if (isAt('\\') && at + 1 < text.length()) {
                forward();
            }
            word.append(text.charAt(at));
            forward();
        }
        forward();
        return word.toString();
    }

    private boolean isWhite() {
        return at < text.length() && Character.isWhitespace(text.charAt(at));
    }

    /// White space and comments, which may stand in each other.
    private void skipBetween() {
        int depth = 0;
        while (at < text.length() && (depth > 0 || isWhite() || isAt('('))) {
            if (isAt('\\')) {
                forward();
            } else if (isAt('(')) {
                depth++;
            } else if (isAt(')')) {
                depth--;
            }
            forward();
        }
    }
}
