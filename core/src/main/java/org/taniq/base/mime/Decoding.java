package org.taniq.base.mime;

/// Bytes of a part as they are sent become bytes as they are meant.
interface Decoding {
    /// The next ones.
    void take(byte[] bytes, int length);

    /// After the last ones.
    void end();

    /// Whether something in them could not be what it should be.
    boolean isDamaged();

    /// Takes what is meant, byte by byte.
    @FunctionalInterface
    interface Into {
        void put(int b);
    }

    /// That of a part which says so of itself; what it names and nobody knows is taken as it stands.
    static Decoding of(String encoding, Into into) {
        return switch (encoding) {
            case "base64" -> new Base64Decoding(into);
            case "quoted-printable" -> new QuotedDecoding(into);
            default -> new AsItIs(into);
        };
    }

    /// Nothing was changed for the way.
    record AsItIs(Into into) implements Decoding {
        @Override
        public void take(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                into.put(bytes[i]);
            }
        }

        @Override
        public void end() {}

        @Override
        public boolean isDamaged() {
            return false;
        }
    }
}
