package org.taniq.read.signal;

import org.taniq.read.record.Fields;

/// The numbers by which an export calls whoever is in it, its chats, and the times that name its messages. What is
/// longer than any number is none: it would be repeated in every record that names it, and stays where it stands.
final class LocalId {
    private static final int LONGEST = 64;

    private LocalId() {}

    /// One that stays; empty where there is none.
    static String of(Fields fields, String name) {
        String text = Fields.text(fields.value(name));
        return text.length() > LONGEST ? "" : text;
    }

    /// Takes one.
    static String take(Fields fields, String name) {
        return Fields.text(fields.value(name)).length() > LONGEST ? "" : fields.text(name);
    }
}
