package org.taniq.read.bag;

import java.util.regex.Pattern;

/// `bag-info.txt`: what whoever made the bag says of it. Who that is, and where, is a detail of its own.
///
/// @param words all but who it is
/// @param contact the lines that name people, organisations and where they are, with those that go on from them
record BagInfo(String words, String contact) {
    private static final Pattern LINES = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");
    private static final Pattern CONTACT = Pattern.compile(
            "(?is)\uFEFF?[ \t]*(?:Contact[ _-][a-z _-]{0,40}|Source-Organization|Organization-Address)[ \t]*:.*");

    static BagInfo of(String text) {
        var words = new StringBuilder();
        var contact = new StringBuilder();
        boolean isContact = false;
        for (var line : LINES.split(text)) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            isContact = CONTACT.matcher(line).matches() || goesOn && isContact;
            (isContact ? contact : words).append(line);
        }
        return new BagInfo(words.toString(), contact.toString());
    }
}
