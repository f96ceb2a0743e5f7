package org.taniq.read.mail;

import java.nio.charset.StandardCharsets;

/// One field of a mail's header, with the place where it is stored and its bytes as they are stored.
public final class HeaderField {
    private static final int FIRST_OF_NAME = 33;
    private static final int LAST_OF_NAME = 126;

    private final long from;
    private final byte[] raw;
    private final int colon;
    private final String name;

    HeaderField(long from, byte[] raw, int colon) {
        this.from = from;
        this.raw = raw.clone();
        this.colon = colon;
        this.name = new String(raw, 0, colon, StandardCharsets.US_ASCII).strip();
    }

    /// Where the colon stands behind a field's name, or -1. White space before it is allowed (RFC 5322,
    /// 4.5.3).
    static int colon(byte[] raw) {
        int name = 0;
        while (name < raw.length && raw[name] >= FIRST_OF_NAME && raw[name] <= LAST_OF_NAME && raw[name] != ':') {
            name++;
        }
        int at = name;
        while (at < raw.length && (raw[at] == ' ' || raw[at] == '\t')) {
            at++;
        }
        return name > 0 && at < raw.length && raw[at] == ':' ? at : -1;
    }

    /// The place of its first byte.
    public long from() {
        return from;
    }

    /// The place behind its last byte.
    public long to() {
        return from + raw.length;
    }

    /// Its name as it is written.
    public String name() {
        return name;
    }

    public boolean isNamed(String name) {
        return this.name.equalsIgnoreCase(name);
    }

    /// What stands behind the colon, on one line, for judging only: broken UTF-8 is replaced, and encoded
    /// words stay as they are.
    public String value() {
        var text = new String(raw, colon + 1, raw.length - colon - 1, StandardCharsets.UTF_8);
        return Tags.trim(text.replace("\r\n", "").replace("\n", ""));
    }

    /// The bytes as they are stored, with their ends of lines.
    public byte[] raw() {
        return raw.clone();
    }

    /// Where the colon stands in the bytes.
    int colon() {
        return colon;
    }
}
