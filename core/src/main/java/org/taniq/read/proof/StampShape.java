package org.taniq.read.proof;

import java.util.HexFormat;
import java.util.Optional;
import org.taniq.base.Hash;

/// What a file of time-stamping is, told by how it begins (RFC 3161): nothing that anybody types looks so.
enum StampShape {
    /// TimeStampResp: an answer with a time-stamp, or with a reason why there is none.
    ANSWER("stampAnswer"),
    /// TimeStampToken: the time-stamp by itself.
    TOKEN("stampToken"),
    /// TimeStampReq: what an authority is asked.
    REQUEST("stampRequest");

    private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("2a864886f70d010702");
    private static final byte[] TST_INFO = HexFormat.of().parseHex("2a864886f70d0109100104");
    private static final int ENCAPSULATED = 2;
    private static final int LAST_STATUS = 5;
    private static final int BITS = 0x03;

    private final String word;

    StampShape(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// @param head the first bytes; all of them, where a request or a refusal is looked for
    static Optional<StampShape> of(byte[] head) {
        var all = Der.of(head).filter(value -> value.tag() == Der.SEQUENCE);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (content(all.get()).isPresent()) {
            return Optional.of(TOKEN);
        }
        if (isAnswer(all.get())) {
            return Optional.of(ANSWER);
        }
        return isRequest(all.get()) ? Optional.of(REQUEST) : Optional.empty();
    }

    /// What a token is said to be of, of a token or of the answer that brings it: the value that holds TSTInfo.
    static Optional<Der> stated(byte[] bytes) {
        var all = Der.of(bytes).filter(value -> value.tag() == Der.SEQUENCE);
        return all.flatMap(StampShape::content)
                .or(() -> all.flatMap(answer -> answer.child(1, Der.SEQUENCE)).flatMap(StampShape::content))
                .flatMap(content -> content.child(1, Der.FIRST_TAGGED))
                .flatMap(tagged -> tagged.child(0, Der.OCTETS));
    }

    private static Optional<Der> content(Der token) {
        return token.child(0, Der.OID)
                .filter(type -> type.is(SIGNED_DATA))
                .flatMap(_ -> token.child(1, Der.FIRST_TAGGED))
                .flatMap(tagged -> tagged.child(0, Der.SEQUENCE))
                .flatMap(signed -> signed.child(ENCAPSULATED, Der.SEQUENCE))
                .filter(content -> content.child(0, Der.OID)
                        .filter(type -> type.is(TST_INFO))
                        .isPresent());
    }

    private static boolean isAnswer(Der all) {
        var status = all.child(0, Der.SEQUENCE).flatMap(first -> first.child(0, Der.INTEGER));
        if (status.filter(StampShape::isStatus).isEmpty()) {
            return false;
        }
        boolean brings = all.child(1, Der.SEQUENCE).flatMap(StampShape::content).isPresent();
        return brings || all.isAll() && isRefusal(all);
    }

    private static boolean isStatus(Der number) {
        return number.length() == 1 && number.content()[0] >= 0 && number.content()[0] <= LAST_STATUS;
    }

    /// A status alone, with words or bits that say why.
    private static boolean isRefusal(Der all) {
        var status = all.child(0, Der.SEQUENCE);
        return status.filter(first -> first.to() == all.to()).isPresent()
                && status.filter(first -> first.length() == 3
                                || first.child(1, Der.SEQUENCE).isPresent()
                                || first.child(1, BITS).isPresent())
                        .isPresent();
    }

    private static boolean isRequest(Der all) {
        var version = all.child(0, Der.INTEGER).filter(number -> number.is(new byte[] {1}));
        var imprint = all.child(1, Der.SEQUENCE);
        var kind = imprint.flatMap(of -> of.child(0, Der.SEQUENCE)).flatMap(of -> of.child(0, Der.OID));
        var digest = imprint.flatMap(of -> of.child(1, Der.OCTETS));
        var length = kind.flatMap(oid -> StampHash.of(oid.content())).map(Hash::length);
        return all.isAll()
                && version.isPresent()
                && length.isPresent()
                && length.equals(digest.filter(Der::isWhole).map(Der::length));
    }
}
