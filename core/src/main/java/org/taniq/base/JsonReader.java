package org.taniq.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Reads strict JSON. Depth is bounded, so hostile input cannot exhaust the stack.
final class JsonReader {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,15}");
    private static final int MAX_DEPTH = 64;
    /// A value takes up to a hundred times the memory that it takes as text.
    private static final int MAX_VALUES = 1 << 21;

    private final String text;
    private int at;
    private int values;

    JsonReader(String text) {
        this.text = text;
    }

    static boolean reads(Json value) {
        return count(value, 0) <= MAX_VALUES;
    }

    /// How many values are in this one, itself among them; too many where it is nested too deep.
    private static long count(Json value, int depth) {
        return switch (value) {
            case Json.Arr(var items) -> count(items, depth);
            case Json.Obj object -> count(object.members().values(), depth);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> 1;
        };
    }

    private static long count(Collection<Json> inside, int depth) {
        if (depth >= MAX_DEPTH) {
            return MAX_VALUES + 1L;
        }
        long count = 1;
        for (var value : inside) {
            count += count(value, depth + 1);
        }
        return count;
    }

    Json document() {
        Json value = value(0);
        space();
        if (at != text.length()) {
            throw wrong("something after the end");
        }
        return value;
    }

    private Json value(int depth) {
        if (++values > MAX_VALUES) {
            throw wrong(Said.of("more than {most} values", "most", MAX_VALUES));
        }
        space();
        return switch (peek()) {
            case '{' -> object(inside(depth));
            case '[' -> array(inside(depth));
            case '"' -> new Json.Str(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", Json.NULL);
            default -> number();
        };
    }

    /// How many arrays and objects stand around what is inside this one.
    private int inside(int depth) {
        if (depth >= MAX_DEPTH) {
            throw wrong(Said.of("nested deeper than {most}", "most", MAX_DEPTH));
        }
        return depth + 1;
    }

    private Json object(int depth) {
        var members = new LinkedHashMap<String, Json>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new Json.Obj(members);
        }
        do {
            member(members, depth);
        } while (more('}'));
        return new Json.Obj(members);
    }

    private void member(SequencedMap<String, Json> members, int depth) {
        space();
        String name = string();
        space();
        expect(':');
        if (members.put(name, value(depth)) != null) {
            throw wrong("duplicate member");
        }
    }

    private Json array(int depth) {
        var items = new ArrayList<Json>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new Json.Arr(items);
        }
        do {
            items.add(value(depth));
        } while (more(']'));
        return new Json.Arr(items);
    }

    private boolean more(char end) {
        space();
        char c = peek();
        at++;
        if (c == ',') {
            return true;
        }
        if (c == end) {
            return false;
        }
        throw wrong(Said.of("expected , or {sign}", "sign", end));
    }

    private String string() {
        expect('"');
        int from = at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return text.substring(from, at++);
        }
        var out = new StringBuilder().append(text, from, at);
        while (true) {
            char c = next();
            if (c == '"') {
                break;
            }
            if (c < 0x20) {
                throw wrong("control character in a string");
            }
            out.append(c == '\\' ? escape() : c);
        }
        try {
            JsonWriter.refuseLoneSurrogates(out.toString());
        } catch (IllegalArgumentException lone) {
            throw wrong("lone surrogate");
        }
        return out.toString();
    }

    /// Whether it stands for itself, and is no half of a character.
    private static boolean isPlain(char c) {
        return c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    private char escape() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("unknown escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = next();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw wrong("not four hex digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Json number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(from, at);
        boolean integer = INTEGER.matcher(digits).matches();
        boolean fraction = at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0;
        if (!integer || fraction || Math.abs(Long.parseLong(digits)) > Json.MAX_INTEGER) {
            throw wrong("not an integer within 2^53-1");
        }
        return new Json.Num(Long.parseLong(digits));
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw wrong("unknown word");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("ends too early");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong(Said.of("expected {sign}", "sign", wanted));
        }
    }

    private Json.JsonException wrong(String what) {
        return wrong(Said.of(what));
    }

    private Json.JsonException wrong(Said what) {
        return new Json.JsonException(what, at);
    }
}
