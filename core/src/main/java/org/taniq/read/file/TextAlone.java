package org.taniq.read.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Whether a file is text alone, from its first to its last byte, as far as that can be seen: no picture lies
/// behind or between the words, and none is packed into letters. Whoever sets out to hide one can: a case
/// that takes only text is protected against what people and programs do without thinking of it.
final class TextAlone {
    private static final int CHUNK = 1 << 14;
    /// What is longer than any of the signs below.
    private static final int OVERLAP = 200;
    /// One strange character in so many is a binary file; looked at in pieces of so many.
    private static final int STRANGE = 50;
    private static final int PIECE = 1024;

    /// Pictures as bytes and as quoted-printable; files in uuencode and yEnc.
    private static final Pattern SIGNS =
            Pattern.compile("\u00FF\u00D8\u00FF[\u00C0-\u00FE]|\u0089PNG\r?\n|=FF=D8=FF|=89PNG"
                    + "|\nbegin [0-7]{3,4} [^\n]{1,100}\r?\n[!-`]{61}\r?\n|\n=ybegin [^\n]{0,90}size=");

    /// What every sign contains: quicker to look for.
    private static final List<String> HINTS =
            List.of("\u00FF\u00D8\u00FF", "\u0089PNG", "=FF=D8=FF", "=89PNG", "\nbegin ", "\n=ybegin ");

    private final Reader in;
    private final CharRun run = new CharRun();
    private final StringBuilder last = new StringBuilder("\n");
    private int piece;
    private int strange;

    private TextAlone(Reader in) {
        this.in = in;
    }

    /// Reads all of it.
    static boolean is(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(MediaTypes.HEAD);
        byte[] head = buffered.readNBytes(MediaTypes.HEAD);
        buffered.reset();
        return MediaTypes.of(head).equals(TextType.PLAIN)
                && new TextAlone(new InputStreamReader(buffered, charset(head))).isAlone();
    }

    /// The same of a text in whichever language for programs.
    static boolean isInAnyLanguage(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(MediaTypes.HEAD);
        byte[] head = buffered.readNBytes(MediaTypes.HEAD);
        buffered.reset();
        return MediaTypes.isText(head) && new TextAlone(new InputStreamReader(buffered, charset(head))).isAlone();
    }

    private static Charset charset(byte[] head) {
        return MediaTypes.isUtf16(head) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }

    private boolean isAlone() throws IOException {
        var chunk = new char[CHUNK];
        for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
            last.append(chunk, 0, got);
            if (isBinary(chunk, got) || run.packs(chunk, got) || hasSign()) {
                return false;
            }
            last.delete(0, Math.max(0, last.length() - OVERLAP));
        }
        return !run.ends() && !isTooStrange();
    }

    private boolean hasSign() {
        return HINTS.stream().anyMatch(hint -> last.indexOf(hint) >= 0)
                && SIGNS.matcher(last).find();
    }

    private boolean isBinary(char[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            strange += isStrange(chunk[i]) ? 1 : 0;
            if (++piece == PIECE) {
                if (isTooStrange()) {
                    return true;
                }
                piece = 0;
                strange = 0;
            }
        }
        return false;
    }

    private boolean isTooStrange() {
        return strange * STRANGE > Math.max(piece, OVERLAP);
    }

    /// Zeros are what a power cut leaves at the end of a file, and no picture is made of them alone.
    private static boolean isStrange(char c) {
        if (c < 0x20) {
            return c != 0 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
        }
        int type = c < 0x100 ? Character.OTHER_LETTER : Character.getType(c);
        return type == Character.UNASSIGNED || type == Character.PRIVATE_USE || c == '\uFFFD';
    }
}
