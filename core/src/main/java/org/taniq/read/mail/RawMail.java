package org.taniq.read.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// One mail as it is stored: the fields of its header with their places, and its body, which is streamed.
/// Lines may end in CRLF, as on the way, or in LF, as many programs store them; nothing is changed.
public final class RawMail {
    /// The stored bytes of the mail, from its first to its last; may be opened many times.
    @FunctionalInterface
    public interface Stored {
        InputStream open() throws IOException;
    }

    /// Lines of the header that are no field.
    ///
    /// @param from the place of the first byte
    /// @param to the place behind the last
    public record Stray(long from, long to, Kind kind) {

        /// What it is.
        public enum Kind {
            /// The line with which a mail begins in a mailbox, `From `, at the begin of the mail.
            MAILBOX,
            /// Anything else where a field should stand. A program may show the mail as if the body began there.
            TEXT
        }
    }

    private final Stored stored;
    private final Head head;
    private final boolean isPart;
    private final Map<String, List<HeaderField>> byName;

    private RawMail(Stored stored, Head head, boolean isPart) {
        this.stored = stored;
        this.head = head;
        this.isPart = isPart;
        this.byName = head.fields().stream()
                .collect(Collectors.groupingBy(field -> field.name().toLowerCase(Locale.ROOT)));
    }

    /// Reads the header.
    public static RawMail of(Stored stored) throws IOException {
        try (InputStream in = stored.open()) {
            return new RawMail(stored, Head.read(in), false);
        }
    }

    /// Reads the header of a mail of which only the beginning is here: nothing that is signed can be checked.
    public static RawMail beginning(Stored stored) throws IOException {
        try (InputStream in = stored.open()) {
            return new RawMail(stored, Head.read(in), true);
        }
    }

    /// Why no signature of it can be checked, whatever it is.
    Optional<Hindrance> hindrance() {
        var part = isPart ? Optional.of(Hindrance.MAIL_NOT_WHOLE) : Optional.<Hindrance>empty();
        return isCut() ? Optional.of(Hindrance.HEADER_TOO_LONG) : part;
    }

    /// The fields of the header, from the top.
    public List<HeaderField> fields() {
        return head.fields();
    }

    /// The fields of that name, from the top.
    public List<HeaderField> named(String name) {
        return Collections.unmodifiableList(byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    public List<Stray> strays() {
        return head.strays();
    }

    /// The place of the first CR of the header that has no LF behind it. To us it is a byte as any other; there are
    /// programs to which it ends a line.
    public OptionalLong bareCr() {
        return head.bareCr();
    }

    /// Whether the header is longer than [Head#MOST_BYTES] or has more than [Head#MOST_FIELDS] fields. Of what
    /// lies behind, only some of the fields that a reader goes by are kept; the body begins where it begins.
    public boolean isCut() {
        return head.isCut();
    }

    /// The place of the body's first byte.
    public long bodyAt() {
        return head.end();
    }

    /// The body as it is stored.
    public InputStream body() throws IOException {
        var in = stored.open();
        in.skipNBytes(head.end());
        return in;
    }
}
