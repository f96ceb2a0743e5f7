package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Said;

/// A signed note (C2SP signed-note): a text whose last line ends, an empty line, and lines of signatures.
final class Note {
    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 64;
    /// The most bytes of a note.
    static final int LARGEST = 64 << 10;

    private static final Pattern LINE = Pattern.compile(DASH + "[!-*,-~]{1,128} [A-Za-z0-9+/]+={0,2}");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F]");

    private Note() {}

    /// The note, signed by one key.
    ///
    /// @param text ends in a line feed
    static byte[] sign(String text, SigningKey key) {
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(4 + signature.length)
                .put(key.verifier().id4())
                .put(signature)
                .array();
        String line = DASH + key.verifier().origin() + " " + Base64.getEncoder().encodeToString(both) + "\n";
        return (text + "\n" + line).getBytes(StandardCharsets.UTF_8);
    }

    /// The text of a note that this key signed, once. Signatures by other names are not checked, but must
    /// have their form.
    static String verify(byte[] note, VerifierKey key) throws Altered {
        String whole = text(note);
        var lines = signatures(whole);
        String text = whole.substring(0, whole.lastIndexOf("\n\n") + 1);
        String start = DASH + key.origin() + " ";
        var ours = lines.stream().filter(line -> line.startsWith(start)).toList();
        if (ours.size() != 1 || !signs(ours.getFirst().substring(start.length()), text, key)) {
            throw new Altered(
                    Said.of("the signature of {log} is missing, stands twice or does not verify", "log", key.origin()));
        }
        return text;
    }

    /// As [#verify], where nobody else may have signed.
    static String verifyAlone(byte[] note, VerifierKey key) throws Altered {
        if (hasOthers(note)) {
            throw new Altered("a note that one key signs has more signatures");
        }
        return verify(note, key);
    }

    /// Whether somebody else signed a note too, which is not checked.
    static boolean hasOthers(byte[] note) throws Altered {
        return signatures(text(note)).size() > 1;
    }

    private static String text(byte[] note) throws Altered {
        String text = RawText.utf8(note);
        if (note.length > LARGEST || CONTROL.matcher(text).find()) {
            throw new Altered("a signed note is larger than 64 KiB, or holds a control character");
        }
        return text;
    }

    private static List<String> signatures(String whole) throws Altered {
        int end = whole.lastIndexOf("\n\n");
        if (end < 0 || !whole.endsWith("\n")) {
            throw new Altered("a signed note has no signatures");
        }
        var lines = List.of(whole.substring(end + 2).split("\n", MOST_SIGNATURES + 2));
        if (lines.size() > MOST_SIGNATURES + 1) {
            throw new Altered("a signed note has too many signatures");
        }
        lines = lines.subList(0, lines.size() - 1);
        if (lines.isEmpty()
                || !lines.stream().allMatch(line -> LINE.matcher(line).matches())) {
            throw new Altered("a signed note has a line that is no signature");
        }
        return lines;
    }

    private static boolean signs(String base64, String text, VerifierKey key) throws Altered {
        byte[] both = signature(base64);
        if (both.length != 68 || !Arrays.equals(both, 0, 4, key.id4(), 0, 4)) {
            return false;
        }
        return key.verifies(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(both, 4, 68));
    }

    private static byte[] signature(String base64) throws Altered {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Altered("a signature is not base64");
        }
        throw new Altered("a signature is not canonical base64");
    }
}
