package org.taniq.read.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;

/// A file of time-stamping, taken apart and not yet believed.
final class StampFile {
    private static final byte[] NONE = {};

    private final StampShape shape;
    private final int end;
    private final List<Detail> details = new ArrayList<>();
    private Optional<StampContent> content = Optional.empty();
    private Optional<Imprint> imprint = Optional.empty();
    private byte[] token = NONE;
    private boolean isCut;
    private boolean isRefused;

    private StampFile(StampShape shape, int end) {
        this.shape = shape;
        this.end = end;
    }

    /// Nothing where nothing of it is whole.
    static Optional<StampFile> of(byte[] bytes) {
        var shape = StampShape.of(bytes);
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        return StampContent.parsed(() -> whole(shape.get(), Arrays.copyOf(bytes, end(bytes))))
                .or(() -> cut(shape.get(), bytes));
    }

    /// The byte behind the first value, which in BER need not say how long it is.
    private static int end(byte[] bytes) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        try (var values = new ASN1InputStream(in, bytes.length)) {
            if (values.readObject() == null) {
                throw new IOException();
            }
        }
        return bytes.length - in.available();
    }

    private static StampFile whole(StampShape shape, byte[] all) throws IOException {
        var file = new StampFile(shape, all.length);
        switch (shape) {
            case REQUEST -> file.take(TimeStampReq.getInstance(all));
            case ANSWER -> file.take(TimeStampResp.getInstance(ASN1Primitive.fromByteArray(all)));
            case TOKEN -> file.take(all);
        }
        return file;
    }

    private void take(TimeStampReq request) {
        imprint = StampContent.imprint(request.getMessageImprint());
        details.add(StampContent.imprintDetail(request.getMessageImprint()));
        if (request.getReqPolicy() != null) {
            details.add(Detail.of("policy", Detail.cut(request.getReqPolicy().getId())));
        }
        if (request.getNonce() != null) {
            details.add(
                    Detail.of("nonce", StampContent.number(request.getNonce().getValue())));
        }
    }

    private void take(TimeStampResp answer) throws IOException {
        details.addAll(StampStatus.details(answer.getStatus()));
        isRefused = StampStatus.isRefusal(answer.getStatus());
        if (answer.getTimeStampToken() != null) {
            take(answer.getTimeStampToken().getEncoded());
        }
    }

    /// What a token states stands in it as bytes of their own. Those that the library checks are taken: where it finds
    /// none, what is read in another way is not said to be signed.
    private void take(byte[] signed) throws IOException {
        var checked = StampContent.parsed(
                () -> StampSignature.stated(ContentInfo.getInstance(ASN1Primitive.fromByteArray(signed))));
        var stated = checked.or(() -> StampShape.stated(signed).map(Der::content));
        take(stated.flatMap(StampContent::read).orElseThrow(IOException::new));
        token = checked.isPresent() ? signed : NONE;
    }

    private void take(StampContent stated) {
        content = Optional.of(stated);
        imprint = stated.imprint();
        details.addAll(stated.details());
    }

    /// What is stated can be whole where the rest is not.
    private static Optional<StampFile> cut(StampShape shape, byte[] bytes) {
        return StampShape.stated(bytes)
                .filter(Der::isWhole)
                .flatMap(stated -> StampContent.read(stated.content()).map(content -> {
                    var file = new StampFile(shape, stated.to());
                    file.isCut = true;
                    file.take(content);
                    return file;
                }));
    }

    StampShape shape() {
        return shape;
    }

    /// The byte behind the last that was understood.
    int end() {
        return end;
    }

    Optional<StampContent> content() {
        return content;
    }

    /// Whether it ends before all of it was there.
    boolean isCut() {
        return isCut;
    }

    Optional<Imprint> imprint() {
        return imprint;
    }

    /// What the authority answered, and what is asked or stated.
    List<Detail> details() {
        return details;
    }

    When time() {
        return content.map(StampContent::time).orElse(new When.Unknown("", Draft.NO_TIME));
    }

    /// Whether it says that there is no time-stamp and brings one: what it answers is not signed.
    boolean isContradictory() {
        return isRefused && content.isPresent();
    }

    StampVerdict verdict(StampSignature.Beside beside) throws IOException {
        if (content.isEmpty()) {
            return withoutToken();
        }
        return token.length == 0
                ? StampVerdict.failed(isCut ? "damaged" : "form")
                : StampSignature.check(token, content.get(), beside.certificates());
    }

    private StampVerdict withoutToken() {
        if (shape == StampShape.REQUEST) {
            return StampVerdict.notChecked("request");
        }
        return isRefused ? StampVerdict.failed("refused") : StampVerdict.notChecked("noTimeStamp");
    }
}
