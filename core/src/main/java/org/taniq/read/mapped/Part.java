package org.taniq.read.mapped;

import java.util.Locale;

/// What a mapping can say where it stands, of one record.
enum Part {
    TITLE,
    TEXT,
    AUTHOR,
    AUTHOR_ID,
    AUDIENCE,
    AUDIENCE_ID,
    TIME,
    ADDRESS,
    ID,
    ANSWERS,
    FILE;

    /// As mappings write it: `author-id`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
