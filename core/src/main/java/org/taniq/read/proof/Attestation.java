package org.taniq.read.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.base.Json;

/// At which point of time something ends in a proof of OpenTimestamps, as whoever wrote the proof says.
sealed interface Attestation {
    int TAG = 8;
    int LONGEST = 8192;

    /// As it is sealed.
    Json json();

    /// A calendar that promised to bring it into a block: nothing is proven by that.
    record Pending(String calendar) implements Attestation {
        static final String TAG = "83dfe30d2ef90c8e";
        private static final int LONGEST = 1000;
        private static final String ALSO = "-._/:";

        static Pending read(byte[] payload) throws OtsRefused {
            var in = new OtsBytes(payload);
            var address = new String(in.counted(LONGEST), StandardCharsets.ISO_8859_1);
            if (in.hasMore() || !address.chars().allMatch(Pending::isAllowed)) {
                throw new OtsRefused(OtsRefused.Why.FORM);
            }
            return new Pending(address);
        }

        private static boolean isAllowed(int c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ALSO.indexOf(c) >= 0;
        }

        @Override
        public Json json() {
            return Json.object()
                    .put("kind", "calendar")
                    .put("calendar", calendar)
                    .put("verdict", "pending")
                    .build();
        }
    }

    /// A block of a chain that must have this Merkle root.
    ///
    /// @param root as it is shown to people, the last byte first; empty where what ends here is none
    record Block(Chain chain, long height, String root) implements Attestation {
        private static final int ROOT = 32;

        static Block read(Chain chain, byte[] payload, byte[] message) throws OtsRefused {
            var in = new OtsBytes(payload);
            long height = in.number();
            if (in.hasMore() || height > Json.MAX_INTEGER) {
                throw new OtsRefused(OtsRefused.Why.FORM);
            }
            return new Block(chain, height, message.length == ROOT ? backwards(message) : "");
        }

        private static String backwards(byte[] bytes) {
            var turned = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                turned[i] = bytes[bytes.length - 1 - i];
            }
            return HexFormat.of().formatHex(turned);
        }

        /// Whether some block may have it.
        boolean isPossible() {
            return !root.isEmpty();
        }

        @Override
        public Json json() {
            var json = Json.object().put("kind", chain.word()).put("block", Json.of(height));
            return isPossible()
                    ? json.put("merkleRoot", root).put("verdict", "not-checked").build()
                    : json.put("verdict", "not-valid").put("why", "form").build();
        }
    }

    /// One of a kind that is not known here.
    record Unknown(String tag, String payload) implements Attestation {
        @Override
        public Json json() {
            return Json.object()
                    .put("kind", "unknownAttestation")
                    .put("tag", tag)
                    .put("payload", payload)
                    .put("verdict", "not-checked")
                    .build();
        }
    }

    enum Chain {
        BITCOIN("bitcoin", "Bitcoin", "0588960d73d71901"),
        LITECOIN("litecoin", "Litecoin", "06869a0d73d71b45");

        private final String word;
        private final String called;
        private final String tag;

        Chain(String word, String called, String tag) {
            this.word = word;
            this.called = called;
            this.tag = tag;
        }

        String word() {
            return word;
        }

        /// As it calls itself.
        String called() {
            return called;
        }

        static Optional<Chain> of(String tag) {
            return Stream.of(values()).filter(chain -> chain.tag.equals(tag)).findFirst();
        }
    }

    /// @param message what it is about
    static Attestation read(OtsBytes in, byte[] message) throws OtsRefused {
        var tag = HexFormat.of().formatHex(in.take(TAG));
        var payload = in.counted(LONGEST);
        if (tag.equals(Pending.TAG)) {
            return Pending.read(payload);
        }
        var chain = Chain.of(tag);
        return chain.isPresent()
                ? Block.read(chain.get(), payload, message)
                : new Unknown(tag, HexFormat.of().formatHex(payload));
    }
}
