package org.taniq.base.pdf;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A dictionary as it stands in a PDF (ISO 32000-1, 7.2 and 7.3): the values of its own members as they are written.
/// What
/// is not written as it must be, the library reads somehow; here it is refused, because the two could differ.
final class PdfDictionary {
    private static final int LONGEST = 1 << 20;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final String WHITE = "\0\t\n\f\r ";
    private static final String DELIMITERS = "()<>[]/%";

    private final String latin;
    private final int most;
    private final Map<String, String> members = new HashMap<>();
    private final StringBuilder open = new StringBuilder();
    private int at;

    private PdfDictionary(String latin, int from) {
        this.latin = latin;
        this.at = from;
        this.most = Math.min(latin.length(), from + LONGEST);
    }

    /// It is not written as it must be, or it is cut off.
    static final class Irregular extends Exception {
        private static final long serialVersionUID = 1;
    }

    static boolean begins(String latin, int at) {
        return latin.startsWith("<<", at);
    }

    /// The first place from here on that is neither white nor in a comment.
    static int behindSpace(String latin, int from) {
        int at = from;
        while (at < latin.length() && (isWhite(latin.charAt(at)) || latin.charAt(at) == '%')) {
            at = latin.charAt(at) == '%' ? behindLine(latin, at) : at + 1;
        }
        return at;
    }

    private static int behindLine(String latin, int from) {
        int at = from;
        while (at < latin.length() && latin.charAt(at) != '\n' && latin.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /// Reads the one that begins here.
    static PdfDictionary of(String latin, int from) throws Irregular {
        var dictionary = new PdfDictionary(latin, from);
        dictionary.read();
        return dictionary;
    }

    /// The value of a member as it is written; empty where there is none. Of two by one name it is both.
    String value(String name) {
        return members.getOrDefault(name, "");
    }

    boolean holds(String name) {
        return members.containsKey(name);
    }

    /// Where it ends.
    int end() {
        return at;
    }

    private void read() throws Irregular {
        at += 2;
        space();
        while (here() == '/') {
            String name = ESCAPED.matcher(name())
                    .replaceAll(hex ->
                            Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(hex.group(1)))));
            members.merge(name, value(), (first, second) -> first + " " + second);
        }
        end(">>");
    }

    private String value() throws Irregular {
        space();
        int from = at;
        do {
            item();
        } while (!open.isEmpty());
        while (isRegular(here())) {
            item(); // the rest of a reference
        }
        return latin.substring(from, at).strip();
    }

    private char here() throws Irregular {
        if (at >= most) {
            throw new Irregular();
        }
        return latin.charAt(at);
    }

    private void space() {
        at = behindSpace(latin, at);
    }

    private static boolean isWhite(char c) {
        return WHITE.indexOf(c) >= 0;
    }

    private static boolean isRegular(char c) {
        return !isWhite(c) && DELIMITERS.indexOf(c) < 0;
    }

    /// Behind the next of what it is made of.
    private void item() throws Irregular {
        switch (here()) {
            case '(' -> string();
            case '/' -> name();
            case '[' -> open("[", ']');
            case ']' -> close("]");
            case '<' -> hexOrDictionary();
            case '>' -> close(">>");
            default -> word();
        }
        space();
    }

    private void open(String sign, char close) {
        open.append(close);
        at += sign.length();
    }

    private void close(String sign) throws Irregular {
        if (open.isEmpty() || open.charAt(open.length() - 1) != sign.charAt(0)) {
            throw new Irregular();
        }
        open.setLength(open.length() - 1);
        end(sign);
    }

    private void end(String sign) throws Irregular {
        if (!latin.startsWith(sign, at)) {
            throw new Irregular();
        }
        at += sign.length();
    }

    private void hexOrDictionary() throws Irregular {
        if (begins(latin, at)) {
            open("<<", '>');
            return;
        }
        while (here() != '>') {
            at++;
        }
        at++;
    }

    private String name() throws Irregular {
        int from = ++at;
        while (isRegular(here())) {
            at++;
        }
        String name = latin.substring(from, at);
        space();
        return name;
    }

    private void word() throws Irregular {
        if (!isRegular(here())) {
            throw new Irregular();
        }
        while (isRegular(here())) {
            at++;
        }
    }

    private void string() throws Irregular {
        int deep = 0;
        do {
            char c = here();
            at++;
            boolean escaped = c == '\\';
            if (escaped) {
                c = here();
                at++;
            }
            deep += escaped ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            refuseEnd(c, deep);
        } while (deep > 0);
    }

    /// Where a line ends behind a bracket, the library may take it for the end of the string.
    private void refuseEnd(char before, int deep) throws Irregular {
        if (before != ')' || deep == 0 || here() != '\r' && here() != '\n') {
            return;
        }
        String next = latin.substring(at, Math.min(latin.length(), at + 3));
        if (next.indexOf('/') >= 0 || next.indexOf('>') >= 0) {
            throw new Irregular();
        }
    }
}
