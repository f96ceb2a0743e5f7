package org.taniq.base.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.html.PageCharset;

/// Bytes of a mail as text. The encoding is the one that the mail names; where it names none, or one that mail is not
/// written in, UTF-8.
public final class MailCharset {
    private static final Charset JAPANESE = Charset.forName("ISO-2022-JP");
    private static final Charset TURKISH = Charset.forName("windows-1254");
    private static final Set<String> TURKISHES = Set.of("iso-8859-9", "iso8859-9", "iso_8859-9", "latin5", "cp1254");
    private static final Set<String> ASCII = Set.of("", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "8bit");

    private MailCharset() {}

    /// A text, and whether some of its bytes were none.
    public record Decoded(String text, boolean isBroken) {}

    /// @param named as the mail names it; empty where it does not
    public static Decoded decode(byte[] bytes, String named) {
        return found(named).map(found -> decode(bytes, found)).orElseGet(() -> unknown(bytes));
    }

    private static Optional<Charset> found(String named) {
        String name = named.strip().toLowerCase(Locale.ROOT);
        return ASCII.contains(name) ? Optional.of(StandardCharsets.UTF_8) : known(name);
    }

    /// Whether text in the encoding of that name is read.
    public static boolean isRead(String named) {
        return found(named).isPresent();
    }

    public static boolean isJapanese(String named) {
        return found(named).equals(Optional.of(JAPANESE));
    }

    /// UTF-7, and what large computers use, hide letters in others: they are not decoded, and neither is what nobody
    /// knows.
    private static Decoded unknown(byte[] bytes) {
        return new Decoded(decode(bytes, StandardCharsets.UTF_8).text(), true);
    }

    private static Decoded decode(byte[] bytes, Charset charset) {
        try {
            return new Decoded(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), false);
        } catch (CharacterCodingException broken) {
            return new Decoded(replaced(bytes, charset), true);
        }
    }

    private static String replaced(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException("what cannot be decoded is replaced", impossible);
        }
    }

    /// Those that browsers read, as they read them: Latin-1 and Latin-5 as Windows writes them, with quotation marks
    /// and
    /// dashes; and that of Japanese mail.
    private static Optional<Charset> known(String name) {
        return switch (name) {
            case "iso-2022-jp" -> Optional.of(JAPANESE);
            case "utf-16" -> Optional.of(StandardCharsets.UTF_16);
            default -> TURKISHES.contains(name) ? Optional.of(TURKISH) : PageCharset.named(name);
        };
    }
}
