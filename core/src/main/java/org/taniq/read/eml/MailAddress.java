package org.taniq.read.eml;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Utf8;

/// A name and an address, as a field of a mail has them (RFC 5322, 3.4); each may be empty.
record MailAddress(String name, String address) {
    private static final int MOST = 2_000;
    private static final int LONGEST_NAME = 1_000;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\"'()\\[\\],;:]{1,100}@[^\\s@<>\"'()\\[\\],;:]{1,200}");

    /// White space around the sign of an address, where behind it stands the name of a domain.
    private static final Pattern SPACED = Pattern.compile(" ?@ ?(?=[\\p{L}\\p{N}-]{1,100}\\.[\\p{L}\\p{N}])");

    private static final Pattern WHITE = Pattern.compile("\\s++");

    /// What a field names.
    ///
    /// @param isWhole whether that is all that stands in it
    record Named(List<MailAddress> all, boolean isWhole) {
        static final Named NONE = new Named(List.of(), false);
    }

    /// All of a field, in its order. What is no address is a name.
    static Named all(String value, HeaderText text) {
        return new Reading(value, text).named();
    }

    /// Whether the name looks like another address: programs show the name, and hide the address. Or whether the
    /// address itself is none that programs write: some show another one then.
    boolean isLookalike() {
        return isStrange(address) || namesAnother();
    }

    private static boolean isStrange(String address) {
        int at = address.indexOf('@');
        return at >= 0 && address.indexOf('@', at + 1) >= 0
                || address.contains("=?")
                || address.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))
                || address.chars().skip(Math.max(0, at)).anyMatch(c -> c >= 0x80);
    }

    private boolean namesAnother() {
        var plain = Normalizer.normalize(Utf8.withoutMarks(name), Normalizer.Form.NFKC);
        var close = SPACED.matcher(WHITE.matcher(plain).replaceAll(" ")).replaceAll("@");
        return namesAnother(plain) || namesAnother(close);
    }

    private boolean namesAnother(String plain) {
        if (plain.indexOf('@') < 0) {
            return false;
        }
        var shown = ADDRESS.matcher(plain);
        boolean other = false;
        while (shown.find()) {
            other |= !shown.group().equalsIgnoreCase(address);
        }
        return other;
    }

    /// What follows the last `@`, in small letters.
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    Actor actor() {
        return name.isEmpty() && address.isEmpty() ? Actor.UNSTATED : new Actor.Named(name, address);
    }

    Json json() {
        return Json.object()
                .put("name", Json.orNull(name))
                .put("address", Json.orNull(address))
                .build();
    }

    /// Goes through the characters of a field once. Encoded words are decoded when its form is known.
    private static final class Reading {
        private final String value;
        private final HeaderText text;
        private final List<MailAddress> all = new ArrayList<>();
        private final StringBuilder phrase = new StringBuilder();
        private final StringBuilder angle = new StringBuilder();
        private final StringBuilder comment = new StringBuilder();
        private int depth;
        private String before = "";
        private boolean quoted;
        private boolean inAngle;
        private boolean isWhole = true;

        Reading(String value, HeaderText text) {
            this.value = value;
            this.text = text;
        }

        Named named() {
            int i = 0;
            for (; i < value.length() && all.size() < MOST; i++) {
                char c = value.charAt(i);
                if (c == '\\' && (quoted || depth > 0) && i + 1 < value.length()) {
                    i++;
                    put(value.charAt(i));
                } else {
                    take(c);
                }
            }
            end();
            if (!before.isEmpty()) {
                add(before, "");
            }
            return new Named(all, isWhole && i >= value.length());
        }

        private void add(String name, String address) {
            isWhole &= name.length() <= LONGEST_NAME && address.length() <= LONGEST_NAME;
            all.add(new MailAddress(Detail.cut(name, LONGEST_NAME), Detail.cut(address, LONGEST_NAME)));
        }

        private void take(char c) {
            if (depth > 0) {
                comment(c);
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                put(c);
            } else if (c == '(') {
                depth = 1;
            } else if (c == '<') {
                open();
            } else if (c == '>') {
                inAngle = false;
            } else if (c == ',' || c == ';') {
                end();
            } else if (c == ':' && !inAngle && angle.isEmpty() && phrase.indexOf("@") < 0) {
                isWhole = false;
                phrase.setLength(0);
            } else {
                put(c);
            }
        }

        /// A second address begins the next one, also where the comma is missing.
        private void open() {
            if (!angle.isEmpty()) {
                end();
            }
            inAngle = true;
        }

        private void comment(char c) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                comment.append(c);
            }
        }

        private void put(char c) {
            (depth > 0 ? comment : inAngle ? angle : phrase).append(c);
        }

        /// A name without an address goes on behind the comma: programs forget the quotation marks around it.
        private void end() {
            var outside = phrase.toString().strip().replaceAll("[ \t]+", " ");
            var within = angle.toString().strip();
            boolean isBare = within.isEmpty() && outside.indexOf('@') >= 0 && outside.indexOf(' ') < 0;
            var name =
                    text.words(isBare || outside.isEmpty() ? comment.toString().strip() : outside);
            var address = isBare ? outside : within;
            isWhole &= isBare || outside.isEmpty() || comment.isEmpty();
            if (address.isEmpty() && before.length() < LONGEST_NAME) {
                before = joined(name);
            } else {
                add(joined(name), address);
                before = "";
            }
            phrase.setLength(0);
            angle.setLength(0);
            comment.setLength(0);
            quoted = false;
            inAngle = false;
            depth = 0;
        }

        private String joined(String name) {
            return before.isEmpty() || name.isEmpty() ? before + name : before + ", " + name;
        }
    }
}
