package org.taniq.seal.stamp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/// Changes bytes of an answer one at a time. What stands before the token says only that there is one.
public final class Flips {
    private static final int STEP = "fast".equals(System.getProperty("taniq.check")) ? 7 : 1;
    private static final int BITS = 8;

    private Flips() {}

    public static void assertNoneIsAccepted(byte[] answer, StampRequest request, Anchor anchor) throws IOException {
        int token = answer.length
                - TimeStampResp.getInstance(answer).getTimeStampToken().getEncoded().length;
        var stamp = StampCheck.judge(answer, request, anchor);
        var accepted = new ArrayList<String>();
        for (int place = 0; place < answer.length; place += STEP) {
            var other = judged(changed(answer, place), request, anchor);
            other.forEach(same -> assertEquals(stamp, same));
            if (place >= token && !other.isEmpty()) {
                accepted.add("byte " + place);
            }
        }
        assertEquals(List.of(), accepted);
    }

    private static byte[] changed(byte[] answer, int place) {
        byte[] changed = answer.clone();
        changed[place] ^= (byte) (1 << (place % BITS));
        return changed;
    }

    private static List<Stamp> judged(byte[] answer, StampRequest request, Anchor anchor) {
        try {
            return List.of(StampCheck.judge(answer, request, anchor));
        } catch (StampRefused refused) {
            return List.of();
        }
    }
}
