package org.taniq.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.seal.LogFolder;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// How a person names something in a case: `12` or `#12` is statement 12 of her own evidence log, `7:123`
/// record 123 of reading 7; `ab12/7:123` where more than one log is meant, with the beginning of the log's
/// id. A shell takes a bare `#12` for a comment, so what we print has no `#`.
public sealed interface Reference {
    Pattern WRITTEN = Pattern.compile("(?:([0-9a-f]{1,32})/)?#?(\\d{1,15})(?::(\\d{1,15}))?");

    /// The beginning of the log's id, in hex; empty for the person's own evidence log.
    String log();

    /// The index of the statement, or of the reading that holds the record.
    long statement();

    /// A statement, such as an item.
    record Whole(String log, long statement) implements Reference {}

    /// A record in a reading.
    record Row(String log, long statement, long record) implements Reference {}

    /// What was typed, if it is a reference.
    static Optional<Reference> of(String typed) {
        var written = WRITTEN.matcher(typed.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        String log = Optional.ofNullable(written.group(1)).orElse("");
        long statement = Long.parseLong(written.group(2));
        return Optional.of(
                written.group(3) == null
                        ? new Whole(log, statement)
                        : new Row(log, statement, Long.parseLong(written.group(3))));
    }

    /// A statement, as a person would type it.
    ///
    /// @param own the id of the person's own evidence log
    static String to(Pointer statement, String own) {
        return (statement.log().equals(own) ? "" : statement.log().substring(0, 8) + "/") + statement.index();
    }

    /// A record of a reading, as a person would type it.
    static String to(Pointer reading, long record, String own) {
        return to(reading, own) + ":" + record;
    }

    /// The statement that is meant.
    ///
    /// @throws NotHere if there is none, or more than one log begins so
    default Unlocked.Sealed in(Unlocked vault, String own) throws IOException {
        String wanted = log().isEmpty() ? own : log();
        List<LogFolder> logs = vault.logs().stream()
                .filter(log -> log.key().id().startsWith(wanted))
                .toList();
        if (logs.size() != 1 || statement() >= logs.getFirst().checkpoint().size()) {
            throw new NotHere(this);
        }
        return vault.statement(logs.getFirst().key().id(), statement());
    }

    /// There is nothing in the case that is meant by a reference. As typed.
    default String text() {
        String place = (log().isEmpty() ? "" : log() + "/") + statement();
        return this instanceof Row row ? place + ":" + row.record() : place;
    }

    final class NotHere extends IOException {
        private static final long serialVersionUID = 1;

        private final String reference;

        public NotHere(Reference reference) {
            super("there is no " + reference.text() + " in this case");
            this.reference = reference.text();
        }

        public String reference() {
            return reference;
        }
    }
}
