package org.taniq.tell;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The accounts of people whose names are withheld, by their ids, and the other names of these accounts. An id is
/// looked
/// for as it is written: with or without marks between its letters, in a link, with an ending behind it, but not as a
/// part of a longer number or word.
final class WithheldAccounts {
    /// A shorter one stands everywhere by chance.
    private static final int SHORTEST_NUMBER = 5;
    private static final int SHORTEST_WORD = 4;

    /// The number of an account that stands in a longer id, as in `user123456789` or `?id=100001234567890`.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{5,}");
    /// Of one who is called by it: WhatsApp writes a telephone number so.
    private static final Pattern TELEPHONE =
            Pattern.compile("([0-9]{7,15})(?:[.:_][0-9.]+)?@(?:s\\.whatsapp\\.net|c\\.us)");

    private final Set<String> known = new HashSet<>();
    private final Set<String> written = new HashSet<>();

    /// @param name an id, or another name of an account whose owner's name is withheld
    void add(String name) {
        if (!known.add(name)) {
            return;
        }
        form(name);
        NUMBER.matcher(name).results().forEach(number -> form(number.group()));
    }

    void addAll(Collection<String> names) {
        names.forEach(this::add);
    }

    /// The telephone numbers that ids are.
    static Stream<String> telephones(String id) {
        return TELEPHONE.matcher(id).results().map(number -> number.group(1));
    }

    private void form(String name) {
        String letters = Letters.asWritten(name).alone();
        boolean isNumber = letters.chars().allMatch(c -> c >= '0' && c <= '9');
        if (letters.length() >= (isNumber ? SHORTEST_NUMBER : SHORTEST_WORD)) {
            written.add(letters);
        }
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /// Whether this is one of them, letter for letter.
    boolean are(String name) {
        return known.contains(name);
    }

    boolean standIn(String text) {
        if (written.isEmpty()) {
            return false;
        }
        var letters = Letters.asWritten(text);
        return written.stream().anyMatch(letters::holdAlone);
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
