package org.taniq.tell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Text;

/// The accounts of people whose names are withheld, by their ids, and short other names of these accounts. They are
/// looked
/// for as they are written: with or without marks between the letters, in a link, with an ending behind, but not as a
/// part of a longer number or word.
final class WithheldAccounts {
    /// A shorter one stands everywhere by chance, and counts only where it is all that stands there.
    private static final int SHORTEST_NUMBER = 5;
    private static final int SHORTEST_WORD = 4;

    /// The number of an account that stands in a longer id, as in `user123456789` or `?id=100001234567890`.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{5,}");
    /// Of one who is called by it: WhatsApp writes a telephone number so, others by itself.
    private static final Pattern TELEPHONE =
            Pattern.compile("\\+?([0-9][0-9 ()-]{6,20})(?:(?:[.:_][0-9.]{1,9})?@(?:s\\.whatsapp\\.net|c\\.us))?");
    /// Which of several devices of the account.
    private static final Pattern DEVICE = Pattern.compile("[.:_][0-9.]{1,9}(?=@)");
    /// Telegram's channels have another number in links.
    private static final Pattern CHANNEL = Pattern.compile("(?:channel|chat)([0-9]{5,15})");

    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Set<String> NO_MAIL = Set.of("s.whatsapp.net", "c.us", "g.us");

    private static final Pattern WORD_END = Pattern.compile("[\\s\\p{Z}\\p{P}]+");

    private final Set<String> known = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    /// Names too short to be looked for other than as a word.
    private final Set<String> words = new HashSet<>();

    /// One spelling for all of an id.
    static String key(String id) {
        return DEVICE.matcher(Text.fold(id).folded().strip()).replaceFirst("");
    }

    static boolean isMail(String id) {
        return MAIL.matcher(id).matches() && !NO_MAIL.contains(id.substring(id.indexOf('@') + 1));
    }

    /// The telephone numbers that ids are.
    static Stream<String> telephones(String id) {
        var number = TELEPHONE.matcher(id.strip());
        return number.matches() ? Stream.of(number.group(1).replaceAll("[^0-9]", "")) : Stream.of();
    }

    void addId(String id) {
        addWhole(id);
        CHANNEL.matcher(id).results().forEach(number -> form("100" + number.group(1)));
        if (!isMail(id)) {
            NUMBER.matcher(id).results().forEach(number -> form(number.group()));
        }
    }

    void addName(String name) {
        String letters = Letters.asWritten(name).alone();
        addWhole(name);
        if (letters.length() > 1 && letters.length() < SHORTEST_WORD) {
            words.add(letters);
        }
    }

    private void addWhole(String name) {
        known.add(key(name));
        form(name);
    }

    private void form(String name) {
        String letters = Letters.asWritten(name).alone();
        boolean isNumber = letters.chars().allMatch(c -> c >= '0' && c <= '9');
        if (letters.length() >= (isNumber ? SHORTEST_NUMBER : SHORTEST_WORD)) {
            written.add(letters);
        }
    }

    /// Whether a name stands in the text, or is all of it.
    boolean standIn(String text) {
        if (known.isEmpty()) {
            return false;
        }
        if (known.contains(key(text)) || words(text).anyMatch(words::contains)) {
            return true;
        }
        var letters = Letters.asWritten(text);
        return written.stream().anyMatch(letters::holdAlone);
    }

    private static Stream<String> words(String text) {
        return WORD_END.splitAsStream(text).map(word -> Letters.asWritten(word).alone());
    }

    List<Letters.Span> spans(String text) {
        if (written.isEmpty()) {
            return List.of();
        }
        var letters = Letters.asWritten(text);
        return written.stream()
                .flatMap(name -> letters.spansAlone(name).stream())
                .toList();
    }
}
