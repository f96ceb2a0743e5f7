package org.taniq.read.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What kind of text a file is that begins so. What is not recognised is `text/plain`: a chat, a note.
final class TextType {
    static final String PLAIN = "text/plain";
    private static final int HEAD = 64;
    private static final Pattern HTML = Pattern.compile("<(?:!doctype|!--|(?:html|head|body|meta|title|link|script"
            + "|style|div|p|span|table|img|picture|a|b|i|u|br|hr|h[1-6]|ul|ol|font|center|iframe)[\\s>/]).*");
    private static final String NUMBER = "\\s*-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?\\s*";
    /// Two numbers of a list are numbers of JSON: the stamp of a chat may be dots and digits between brackets.
    private static final Pattern JSON = Pattern.compile(
            "\\{\\s*[\"}].*|\\[\\s*[\\[{\"].*|\\[" + NUMBER + "," + NUMBER + "[,\\]].*", Pattern.DOTALL);
    /// The line before each letter of a mailbox.
    private static final Pattern POST = Pattern.compile("From \\S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ");
    private static final int HEAD_LINES = 64;
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9-]*):.*");
    private static final Set<String> MAIL = Set.of(
            "from",
            "received",
            "return-path",
            "delivered-to",
            "mime-version",
            "content-type",
            "content-transfer-encoding");
    private static final Set<String> MAIL_TOO =
            Set.of("to", "cc", "bcc", "date", "subject", "sender", "reply-to", "message-id", "content-disposition");

    private static final List<Kind> KINDS = List.of(
            new Kind("begin:vcard", "text/vcard"),
            new Kind("begin:v", "text/calendar"),
            new Kind("{\\rtf", "application/rtf"),
            new Kind("%pdf-", "application/pdf"),
            new Kind("%!ps", "application/postscript"),
            new Kind("/* xpm */", "image/x-xpixmap"),
            new Kind("http/1.", "application/http"),
            new Kind("filedesc://", "application/x-internet-archive"));
    private static final Pattern PIXELS =
            Pattern.compile("p[1-3]\\s+(?:#[^\\n]*\\n\\s*)*\\d+\\s+\\d+\\s.*", Pattern.DOTALL);

    private TextType() {}

    private record Kind(String begins, String type) {}

    /// @param start the beginning, without a byte order mark and white space before it
    static String of(String start) {
        String lower = start.substring(0, Math.min(start.length(), HEAD)).toLowerCase(Locale.ROOT);
        for (var kind : KINDS) {
            if (lower.startsWith(kind.begins())) {
                return kind.type();
            }
        }
        if (lower.startsWith("<")) {
            return markup(start, lower);
        }
        if (PIXELS.matcher(lower).matches()) {
            return "image/x-portable-anymap";
        }
        if (isMail(start)) {
            return start.startsWith("From ") ? "application/mbox" : "message/rfc822";
        }
        return JSON.matcher(start).matches() ? "application/json" : PLAIN;
    }

    private static String markup(String start, String lower) {
        if (lower.startsWith("<svg") || lower.startsWith("<?xml") && start.contains("<svg")) {
            return "image/svg+xml";
        }
        if (lower.startsWith("<?xml")) {
            return "application/xml";
        }
        return HTML.matcher(lower.replaceAll("\\s", " ")).matches() ? "text/html" : PLAIN;
    }

    private static boolean isMail(String start) {
        return POST.matcher(start).lookingAt()
                || isLetter(start.startsWith("From ") ? start.substring(start.indexOf('\n') + 1) : start);
    }

    /// Two fields of a letter's head at least, from the first line on: a chat in which somebody pasted a
    /// letter is none.
    private static boolean isLetter(String start) {
        var names = new ArrayList<String>();
        for (var line : start.split("\r?\n", HEAD_LINES)) {
            var field = FIELD.matcher(line);
            boolean folded = !names.isEmpty() && !line.isBlank() && Character.isWhitespace(line.charAt(0));
            if (!field.matches() && !folded) {
                break;
            }
            names.add(folded ? "" : field.group(1).toLowerCase(Locale.ROOT));
        }
        long known = names.stream()
                .filter(name -> MAIL.contains(name) || MAIL_TOO.contains(name))
                .count();
        return known > 1 && names.stream().anyMatch(MAIL::contains);
    }
}
