package org.taniq.read.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;

/// What an authority answered besides a time-stamp (RFC 3161, PKIStatusInfo).
final class StampStatus {
    private static final int MOST_WORDS = 20;

    private static final List<String> STATUS = List.of(
            "granted", "grantedWithChanges", "rejection", "waiting", "revocationWarning", "revocationNotification");

    private static final Set<Integer> REFUSED = Set.of(2, 4, 5);

    /// As RFC 3161 calls them, by their bits.
    private static final Map<Integer, String> FAILURES = new TreeMap<>(Map.of(
            0, "badAlg",
            2, "badRequest",
            5, "badDataFormat",
            14, "timeNotAvailable",
            15, "unacceptedPolicy",
            16, "unacceptedExtension",
            17, "addInfoNotAvailable",
            25, "systemFailure"));

    private StampStatus() {}

    /// Whether it says that there is none: the others promise one for later, or bring one.
    static boolean isRefusal(PKIStatusInfo info) {
        return REFUSED.contains(info.getStatus().intValueExact());
    }

    static List<Detail> details(PKIStatusInfo info) {
        var details = new ArrayList<Detail>();
        int number = info.getStatus().intValueExact();
        details.add(
                number >= 0 && number < STATUS.size()
                        ? Detail.of("answered", STATUS.get(number))
                        : Detail.of("answered", number));
        var words = info.getStatusString();
        for (int i = 0; words != null && i < Math.min(words.size(), MOST_WORDS); i++) {
            details.add(Detail.of("says", Detail.cut(words.getStringAtUTF8(i).getString())));
        }
        if (info.getFailInfo() != null) {
            details.add(new Detail("failure", Json.strings(failures(info.getFailInfo()))));
        }
        return details;
    }

    private static List<String> failures(ASN1BitString bits) {
        var bytes = bits.getBytes();
        return FAILURES.entrySet().stream()
                .filter(failure -> isSet(bytes, failure.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isSet(byte[] bytes, int bit) {
        return bit / Byte.SIZE < bytes.length && (bytes[bit / Byte.SIZE] << bit % Byte.SIZE & 0x80) != 0;
    }
}
