package org.taniq.read;

import java.util.List;
import org.taniq.read.mail.Keys;
import org.taniq.read.mapped.MappedFile;
import org.taniq.read.record.Parser;

/// What a person gives so that files can be read, or read better.
///
/// @param keys of the domains that sign mail
/// @param mappings of tables and JSON that no parser knows; they go before all others
public record Given(Keys keys, List<MappedFile> mappings) {
    public static final Given NOTHING = new Given(Keys.NONE, List.of());

    public Given {
        mappings = List.copyOf(mappings);
    }

    List<Parser> parsers() {
        return Parsers.all(this);
    }
}
