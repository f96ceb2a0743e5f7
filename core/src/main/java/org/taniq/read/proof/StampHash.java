package org.taniq.read.proof;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Hash;

/// The object identifiers of ways of computing a digest.
final class StampHash {
    private static final Map<String, Hash> BY_ID = Map.of(
            "1.2.840.113549.2.5", Hash.MD5,
            "1.3.14.3.2.26", Hash.SHA_1,
            "1.3.36.3.2.1", Hash.RIPEMD_160,
            "2.16.840.1.101.3.4.2.4", Hash.SHA_224,
            "2.16.840.1.101.3.4.2.1", Hash.SHA_256,
            "2.16.840.1.101.3.4.2.2", Hash.SHA_384,
            "2.16.840.1.101.3.4.2.3", Hash.SHA_512);

    private static final Map<String, Hash> BY_BYTES = Map.of(
            "2a864886f70d0205", Hash.MD5,
            "2b0e03021a", Hash.SHA_1,
            "2b24030201", Hash.RIPEMD_160,
            "608648016503040204", Hash.SHA_224,
            "608648016503040201", Hash.SHA_256,
            "608648016503040202", Hash.SHA_384,
            "608648016503040203", Hash.SHA_512);

    private StampHash() {}

    static Optional<Hash> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /// @param id as it is written in DER
    static Optional<Hash> of(byte[] id) {
        return Optional.ofNullable(BY_BYTES.get(HexFormat.of().formatHex(id)));
    }
}
