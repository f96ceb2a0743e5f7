package org.taniq.read.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;

/// Time-stamps of authorities (RFC 3161) that others asked for: answers (`.tsr`), the time-stamp by itself, and
/// requests (`.tsq`), in DER. Each is judged as of the time that it states.
public final class TimeStampFile implements Parser {
    private static final int LARGEST = 256 << 10;
    private static final List<String> ENDINGS =
            List.of(".timestamp.tsr", ".tsr", ".tst", ".tsq", ".p7s", ".timestamp", ".der");

    @Override
    public String name() {
        return "rfc3161/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            byte[] begin = in.readNBytes(1);
            return begin.length == 1
                    && begin[0] == Der.SEQUENCE
                    && StampShape.of(joined(begin, in.readNBytes(LARGEST - 1))).isPresent();
        }
    }

    private static byte[] joined(byte[] begin, byte[] more) {
        var all = Arrays.copyOf(begin, begin.length + more.length);
        System.arraycopy(more, 0, all, begin.length, more.length);
        return all;
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        byte[] bytes;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(LARGEST);
        }
        var handing = new ProofHanding(input.name(), sink);
        var taken = StampFile.of(bytes);
        long size = bytes.length < LARGEST ? bytes.length : ProofHanding.sizeOf(input);
        boolean isTooMuch =
                size > bytes.length && taken.filter(whole -> !whole.isCut()).isEmpty();
        if (taken.isPresent()) {
            var verdict = isTooMuch
                    ? StampVerdict.notChecked("tooMuch")
                    : taken.get().verdict(() -> StampCertificates.beside(input));
            hand(input, taken.get(), verdict, handing);
        }
        int end = taken.map(StampFile::end).orElse(0);
        if (isTooMuch) {
            handing.tooLarge(end, size);
        } else if (end < size) {
            handing.broken(end, size);
            handing.warn(Said.of("the time-stamp is damaged or cut off, or something else stands behind it"));
        }
        return handing.ledger("rfc3161");
    }

    private static void hand(Input input, StampFile taken, StampVerdict verdict, ProofHanding handing)
            throws IOException {
        var file = ProvenFile.of(input, taken.imprint(), ENDINGS);
        var details = new ArrayList<Detail>();
        details.add(Detail.of("kind", taken.shape().word()));
        details.addAll(taken.details());
        boolean isOfSomething = taken.imprint().isPresent() || taken.content().isPresent();
        if (isOfSomething) {
            details.add(file.detail());
        }
        details.addAll(verdict.details());
        var draft = new Draft().at(time(verdict, taken.time()));
        file.these().forEach(each -> draft.file(each.name(), each.state()));
        handing.read(
                draft.record(new Spot.Range(0, taken.end()), Place.UNSTATED).with(details));
        handing.warn(said(verdict, taken.time()));
        if (taken.isContradictory()) {
            handing.warn(Said.of("the answer says that the authority refused, and brings a time-stamp all the same:"
                    + " authorities do not answer so"));
        }
        file.warning().filter(_ -> isOfSomething).ifPresent(handing::warn);
    }

    /// What a time-stamp that does not hold states is the time of nothing.
    private static When time(StampVerdict verdict, When stated) {
        return verdict.result() == StampVerdict.Result.FAILED && stated instanceof When.Exact
                ? new When.Unknown(stated.source(), "the time-stamp does not hold")
                : stated;
    }

    private static Said said(StampVerdict verdict, When time) {
        return switch (verdict.result()) {
            case PASSED -> passed(verdict, time);
            case FAILED ->
                verdict.why().equals("refused")
                        ? Said.of("the authority refused to stamp it: the file proves no time")
                        : Said.of("the time-stamp does not hold: take it as none");
            case NOT_CHECKED -> notChecked(verdict.why());
        };
    }

    private static Said notChecked(String why) {
        return switch (why) {
            case "request" -> Said.of("the file asks for a time-stamp and is none");
            case "noCertificate", "certificateUnreadable" ->
                Said.of("the certificate of who signed the time-stamp was not found in it or beside it, or could not be"
                        + " read: it could not be checked");
            case "unknown-algorithm" ->
                Said.of("the time-stamp is signed in a way that this program does not know: it could not be checked,"
                        + " and is not wrong for that");
            default -> Said.of("the time-stamp could not be checked, and is not wrong for that: its record says why");
        };
    }

    private static Said passed(StampVerdict verdict, When time) {
        return switch (verdict.strength()) {
            case NONE ->
                Said.of("the time-stamp holds, but it is made in a way that can be forged today: take it as a hint");
            case ANONYMOUS_KEY ->
                Said.of("the time-stamp is signed by a key of which nobody known here vouches whose it is: anybody can"
                        + " make one");
            case KNOWN_AUTHORITY ->
                Said.of(
                        "the time-stamp says that its file was there at {time}, and is signed with a certificate that"
                                + " leads to a root of {authority}; whether one was revoked was not looked at",
                        Map.of("authority", name(verdict), "time", time.source()));
        };
    }

    private static String name(StampVerdict verdict) {
        return verdict.authority().map(authority -> authority.name()).orElse("");
    }
}
