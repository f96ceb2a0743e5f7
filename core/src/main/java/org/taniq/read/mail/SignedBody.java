package org.taniq.read.mail;

/// What of a mail's body a signature covers. Bytes are counted as they are signed, with CRLF and without
/// what [Canon] leaves out.
///
/// @param agreement whether the body is the one that the signature names; needs no key
/// @param covered how many bytes are signed
/// @param size how many there are
public record SignedBody(Agreement agreement, long covered, long size) {
    static final SignedBody NOT_COMPARED = new SignedBody(Agreement.NOT_COMPARED, 0, 0);

    /// Whether a body is the one that a signature names.
    public enum Agreement {
        SAME("same"),
        OTHER("other"),
        NOT_COMPARED("not-compared");

        private final String word;

        Agreement(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static SignedBody of(SignatureField field, BodyHash hash) {
        boolean same = hash.digest().equals(field.comparableBodyHash());
        return new SignedBody(same ? Agreement.SAME : Agreement.OTHER, hash.covered(), hash.size());
    }

    /// How many bytes stand behind what is signed.
    public long unsigned() {
        return size - covered;
    }
}
