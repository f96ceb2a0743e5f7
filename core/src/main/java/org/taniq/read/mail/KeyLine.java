package org.taniq.read.mail;

/// A line of a file of keys, taken apart.
final class KeyLine {
    private static final String MARK = "._domainkey.";

    private final String line;
    private int at;
    private final String name;
    private final String text;

    KeyLine(String line) {
        this.line = line;
        var first = word();
        this.name = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        skipFrame();
        this.text = at < line.length() && line.charAt(at) == '"' ? quoted() : line.substring(at);
    }

    boolean isKey() {
        return name.contains(MARK) && text.contains("=");
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    private String word() {
        int from = at;
        while (at < line.length() && !isWhite(line.charAt(at))) {
            at++;
        }
        var word = line.substring(from, at);
        skipWhite();
        return word;
    }

    private void skipWhite() {
        while (at < line.length() && isWhite(line.charAt(at))) {
            at++;
        }
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t';
    }

    /// What `dig` writes before the text: how long it may be kept, `IN`, `TXT`.
    private void skipFrame() {
        for (int before = at; ; before = at) {
            var word = word();
            boolean isFrame = word.equalsIgnoreCase("in")
                    || word.equalsIgnoreCase("txt")
                    || !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!isFrame) {
                at = before;
                return;
            }
        }
    }

    /// Strings in quotes, joined; a backslash stands before what is meant as it is.
    private String quoted() {
        var joined = new StringBuilder();
        boolean inside = false;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                inside = !inside;
            } else if (c == '\\' && at + 1 < line.length()) {
                joined.append(line.charAt(++at));
            } else if (inside) {
                joined.append(c);
            }
        }
        return joined.toString();
    }
}
