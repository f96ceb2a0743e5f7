package org.taniq.acquire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// A member's name as the archive stores it.
///
/// @param text UTF-8 where it is UTF-8, else each byte as a character; cut where it is longer than any file
///     system takes
/// @param encoding what the bytes are
record StoredName(String text, Encoding encoding) {
    private static final int LONGEST = 1024;

    /// What the bytes of a name are.
    enum Encoding {
        UTF_8,
        /// An old code page, such as Windows in Russia, Azerbaijan and Turkey writes; which one is not said.
        UNKNOWN
    }

    static StoredName of(byte[] name) {
        try {
            var utf8 = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return new StoredName(cut(utf8.toString()), Encoding.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return new StoredName(cut(new String(name, StandardCharsets.ISO_8859_1)), Encoding.UNKNOWN);
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST + 1) : text;
    }

    /// Names that lead out of a folder, that show otherwise than they are, or that no file system takes.
    boolean isHostile() {
        String path = text.replace('\\', '/');
        boolean climbs = path.startsWith("/")
                || path.startsWith("../")
                || path.contains("/../")
                || path.endsWith("/..")
                || path.equals("..");
        boolean drive = path.length() > 1 && path.charAt(1) == ':';
        boolean noName = text.isEmpty() || text.length() > LONGEST;
        return noName || climbs || drive || text.codePoints().anyMatch(this::deceives);
    }

    /// Controls, overrides and isolates. Marks and embeddings stay: phones put them round numbers in file
    /// names. U+0080 to U+009F stay where they are bytes of letters in an old code page.
    private boolean deceives(int c) {
        boolean letter = encoding == Encoding.UNKNOWN && c >= 0x80;
        return Character.isISOControl(c) && !letter || c == 0x202D || c == 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
