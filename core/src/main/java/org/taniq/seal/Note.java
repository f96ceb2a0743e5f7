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
    private static final Pattern LINE =
            Pattern.compile(DASH + "[^\\s+\\p{Cc}]+ [A-Za-z0-9+/]+={0,2}", Pattern.UNICODE_CHARACTER_CLASS);

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

    /// The text of a note that this key signed, once. Signatures by other names are skipped, but must have their
    /// form.
    static String verify(byte[] note, VerifierKey key) throws Altered {
        String whole = RawText.utf8(note);
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
        if (signatures(RawText.utf8(note)).size() != 1) {
            throw new Altered("a note that one key signs has more signatures");
        }
        return verify(note, key);
    }

    private static List<String> signatures(String whole) throws Altered {
        int end = whole.lastIndexOf("\n\n");
        if (end < 0 || !whole.endsWith("\n")) {
            throw new Altered("a signed note has no signatures");
        }
        var lines = whole.substring(end + 2).lines().limit(MOST_SIGNATURES + 1L).toList();
        if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
            throw new Altered("a signed note has no signatures, or too many");
        }
        if (!lines.stream().allMatch(line -> LINE.matcher(line).matches())) {
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
