package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// A signed note (C2SP signed-note): a text whose last line ends, an empty line, and lines of signatures.
final class Note {
    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 64;

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

    /// The text of a note that this key signed. Signatures by others are skipped.
    static String verify(byte[] note, VerifierKey key) throws Altered {
        String whole = RawText.utf8(note);
        int end = whole.lastIndexOf("\n\n");
        if (end < 0 || !whole.endsWith("\n")) {
            throw new Altered("a signed note has no signatures");
        }
        String text = whole.substring(0, end + 1);
        var lines = whole.substring(end + 2).split("\n", MOST_SIGNATURES + 1);
        for (var line : lines) {
            if (signs(line, text, key)) {
                return text;
            }
        }
        throw new Altered("the signature of " + key.origin() + " is missing or does not verify");
    }

    private static boolean signs(String line, String text, VerifierKey key) throws Altered {
        String start = DASH + key.origin() + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        byte[] both = signature(line.substring(start.length()));
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
