package org.taniq.read.proof;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.bcpg.UnsupportedPacketVersionException;
import org.bouncycastle.crypto.RuntimeCryptoException;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Times;
import org.taniq.seal.stamp.StampRefused;
import org.taniq.seal.stamp.StatedTime;

/// What a time-stamp states (RFC 3161, TSTInfo), whoever signed it.
record StampContent(TSTInfo info) {
    private static final int TIME = 4;
    private static final int SCALE_MILLIS = 3;
    private static final int SCALE_MICROS = 6;

    /// What reads bytes with the library.
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /// What was read; nothing where the bytes are not as the library expects, whatever it throws at them.
    static <T> Optional<T> parsed(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException
                | UnsupportedOperationException
                | ProviderException
                | NegativeArraySizeException
                | UnsupportedPacketVersionException
                | RuntimeCryptoException
                | NullPointerException notAsExpected) {
            return Optional.empty();
        }
    }

    static Optional<StampContent> read(byte[] bytes) {
        return parsed(() -> new StampContent(TSTInfo.getInstance(withoutZeros(ASN1Primitive.fromByteArray(bytes)))))
                .filter(content -> parsed(content::details).isPresent());
    }

    /// An accuracy of zero thousandths says what none says, and the library refuses it. It is the only list behind the
    /// time.
    private static ASN1Primitive withoutZeros(ASN1Primitive info) {
        if (!(info instanceof ASN1Sequence all)) {
            return info;
        }
        var kept = new ASN1EncodableVector();
        for (int i = 0; i < all.size(); i++) {
            kept.add(
                    i > TIME && all.getObjectAt(i) instanceof ASN1Sequence accuracy
                            ? notZero(accuracy)
                            : all.getObjectAt(i));
        }
        return new DERSequence(kept);
    }

    private static ASN1Sequence notZero(ASN1Sequence accuracy) {
        var kept = new ASN1EncodableVector();
        for (var each : accuracy) {
            boolean isZero = each instanceof ASN1TaggedObject part
                    && ASN1Integer.getInstance(part, false).hasValue(0);
            if (!isZero) {
                kept.add(each);
            }
        }
        return new DERSequence(kept);
    }

    When time() {
        var text = info.getGenTime().getTimeString();
        try {
            var time = new When.Exact(text, StatedTime.of(text));
            return Times.isInReach(time) ? time : new When.Unknown(text, Times.OUT_OF_REACH);
        } catch (StampRefused noTime) {
            return new When.Unknown(text, "no time as time-stamps have it");
        }
    }

    /// An extension that whoever does not know it must not pass over.
    boolean hasUnknownDuty() {
        return info.getExtensions() != null && info.getExtensions().hasAnyCriticalExtensions();
    }

    /// Of what it is, where that is a digest of a kind that is known here, as long as one of that kind.
    Optional<Imprint> imprint() {
        return imprint(info.getMessageImprint());
    }

    static Optional<Imprint> imprint(MessageImprint of) {
        return StampHash.of(of.getHashAlgorithm().getAlgorithm().getId())
                .filter(kind -> kind.length() == of.getHashedMessage().length)
                .map(kind -> new Imprint(kind, hex(of.getHashedMessage())));
    }

    static Detail imprintDetail(MessageImprint of) {
        var kind = of.getHashAlgorithm().getAlgorithm().getId();
        return imprint(of)
                .map(Imprint::detail)
                .orElseGet(() -> new Detail(
                        "imprint",
                        Json.object()
                                .put("algorithm", Detail.cut(kind))
                                .put("value", Detail.cut(hex(of.getHashedMessage())))
                                .build()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    List<Detail> details() {
        var details = new ArrayList<Detail>();
        details.add(imprintDetail(info.getMessageImprint()));
        details.add(Detail.of("policy", Detail.cut(info.getPolicy().getId())));
        details.add(Detail.of("serialNumber", number(info.getSerialNumber().getValue())));
        text("accuracySeconds", info.getAccuracy(), StampContent::seconds).ifPresent(details::add);
        text("nonce", info.getNonce(), nonce -> number(nonce.getValue())).ifPresent(details::add);
        text("authority", info.getTsa(), StampContent::named).ifPresent(details::add);
        if (info.getExtensions() != null) {
            details.add(Detail.of("extensions", info.getExtensions().getExtensionOIDs().length));
        }
        return details;
    }

    private static <T> Optional<Detail> text(String name, @Nullable T value, Function<T, String> shown) {
        return Optional.ofNullable(value).map(there -> Detail.of(name, Detail.cut(shown.apply(there))));
    }

    /// In hex, as programs for time-stamps write it.
    static String number(BigInteger number) {
        return Detail.cut(number.toString(16).toLowerCase(Locale.ROOT));
    }

    private static String named(GeneralName name) {
        return name.getName().toString();
    }

    private static String seconds(Accuracy accuracy) {
        return decimal(accuracy.getSeconds(), 0)
                .add(decimal(accuracy.getMillis(), SCALE_MILLIS))
                .add(decimal(accuracy.getMicros(), SCALE_MICROS))
                .toPlainString();
    }

    private static BigDecimal decimal(@Nullable ASN1Integer number, int scale) {
        return number == null ? BigDecimal.ZERO : new BigDecimal(BigInteger.valueOf(number.longValueExact()), scale);
    }
}
