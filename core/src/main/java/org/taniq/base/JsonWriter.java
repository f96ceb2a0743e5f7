package org.taniq.base;

import java.util.Map;
import java.util.TreeMap;

/// Writes [Json] as RFC 8785 asks.
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private JsonWriter() {}

    enum Order {
        SORTED,
        AS_PUT
    }

    static void write(Json json, StringBuilder out, Order order) {
        switch (json) {
            case Json.Obj object -> object(object, out, order);
            case Json.Arr array -> array(array, out, order);
            case Json.Str string -> string(string.value(), out);
            case Json.Num number -> out.append(number.value());
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null _ -> out.append("null");
        }
    }

    private static void object(Json.Obj object, StringBuilder out, Order order) {
        Map<String, Json> members = switch (order) {
            case SORTED -> new TreeMap<>(object.members());
            case AS_PUT -> object.members();
        };
        var separator = '{';
        for (var member : members.entrySet()) {
            out.append(separator);
            string(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out, order);
            separator = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private static void array(Json.Arr array, StringBuilder out, Order order) {
        var separator = '[';
        for (var item : array.items()) {
            out.append(separator);
            write(item, out, order);
            separator = ',';
        }
        out.append(array.items().isEmpty() ? "[]" : "]");
    }

    private static void string(String value, StringBuilder out) {
        out.append('"');
        if (isPlain(value)) {
            out.append(value);
        } else {
            refuseLoneSurrogates(value);
            for (int i = 0; i < value.length(); i++) {
                character(value.charAt(i), out);
            }
        }
        out.append('"');
    }

    /// Whether it stands in JSON as it is, as most strings do.
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static void character(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                } else {
                    out.append(c);
                }
            }
        }
    }

    static void refuseLoneSurrogates(String value) {
        int at = 0;
        while (at < value.length()) {
            int point = value.codePointAt(at);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("lone surrogate in text");
            }
            at += Character.charCount(point);
        }
    }
}
