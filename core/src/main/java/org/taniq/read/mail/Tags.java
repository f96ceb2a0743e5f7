package org.taniq.read.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A list `name=value; name=value` (RFC 6376, 3.2).
///
/// @param isBroken whether a part of it is no tag, or a name stands twice: such a list says nothing
record Tags(Map<String, String> values, boolean isBroken) {
    private static final String WHITE = " \t\r\n";

    static Tags of(String text) {
        var values = new LinkedHashMap<String, String>();
        boolean broken = false;
        var list = trim(text);
        for (int at = 0; at < list.length() && !broken; ) {
            int semicolon = list.indexOf(';', at);
            int end = semicolon < 0 ? list.length() : semicolon;
            broken = !add(trim(list.substring(at, end)), values);
            at = end + 1;
        }
        return new Tags(values, broken);
    }

    /// False if it is no tag, or a second one of its name.
    private static boolean add(String tag, Map<String, String> values) {
        int equals = tag.indexOf('=');
        var name = trim(tag.substring(0, Math.max(0, equals)));
        return isName(name) && values.putIfAbsent(name, trim(tag.substring(equals + 1))) == null;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && isLetter(name.charAt(0))
                && name.chars().allMatch(c -> isLetter(c) || c >= '0' && c <= '9' || c == '_');
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// The text without the white space of mail around it.
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && WHITE.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && WHITE.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /// The value without white space around it.
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The value without any white space, empty if there is none.
    String compact(String name) {
        var value = values.getOrDefault(name, "");
        var compact = new StringBuilder(value.length());
        value.chars().filter(c -> WHITE.indexOf(c) < 0).forEach(c -> compact.append((char) c));
        return compact.toString();
    }
}
