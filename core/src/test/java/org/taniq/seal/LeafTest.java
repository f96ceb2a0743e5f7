package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.taniq.base.Altered;
import org.taniq.base.Digest;

/// The one form in which a leaf is written.
final class LeafTest {
    private static final String ONE = Base64Url.encode(Digest.of(new byte[0]).bytes());
    private static final Leaf TWO_FIELDS = new Leaf("newer/1", List.of(ONE, ONE));

    private static Optional<Leaf> read(String text) {
        try {
            return Optional.of(Leaf.ofLog(text));
        } catch (Altered refused) {
            return Optional.empty();
        }
    }

    @Test
    void whateverIsReadIsWrittenTheSame() throws Altered {
        String text = TWO_FIELDS.text();
        assertEquals(TWO_FIELDS, Leaf.ofLog(text));
        int taken = 0;
        for (int at = 0; at <= text.length(); at++) {
            for (char other : "aZ09-_=/+\"\\,:{}[] \n\u0000é".toCharArray()) {
                for (int cut = 0; cut <= Math.min(1, text.length() - at); cut++) {
                    String changed = text.substring(0, at) + other + text.substring(at + cut);
                    var leaf = read(changed);
                    taken += leaf.isPresent() ? 1 : 0;
                    leaf.ifPresent(taking -> assertEquals(changed, taking.text()));
                }
            }
        }
        assertTrue(taken > 100, taken + " changes made another leaf");
    }

    @Test
    void aCommitmentIsADigestInTheOnlyWayToWriteIt() throws Altered {
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String commitment = ONE.substring(0, 42) + last;
            boolean isOnly = isDigest(commitment);
            assertEquals(
                    isOnly,
                    read(new Leaf("newer/1", List.of(commitment)).text()).isPresent(),
                    commitment);
        }
        for (String wrong : List.of(ONE.substring(1), ONE + "A", "")) {
            assertEquals(Optional.empty(), read(new Leaf("newer/1", List.of(wrong)).text()));
        }
    }

    private static boolean isDigest(String commitment) {
        try {
            return Base64Url.decode(commitment).length == Digest.LENGTH;
        } catch (Altered other) {
            return false;
        }
    }

    @Test
    void aLeafHasOneToSixtyFourCommitments() {
        assertEquals(Optional.empty(), read(new Leaf("newer/1", List.of()).text()));
        var most = new Leaf("newer/1", Collections.nCopies(64, ONE));
        assertEquals(Optional.of(most), read(most.text()));
        assertEquals(Optional.empty(), read(new Leaf("newer/1", Collections.nCopies(65, ONE)).text()));
    }

    @Test
    void aSchemaIsANameAndANumber() {
        for (String wrong :
                List.of("newer", "newer/0", "newer/01", "/1", "Newer/1", "a".repeat(33) + "/1", "a/1234567")) {
            assertEquals(Optional.empty(), read(new Leaf(wrong, List.of(ONE)).text()), wrong);
        }
        assertThrows(Altered.class, () -> Leaf.ofLog(new Leaf(Schema.PIXELS, List.of(ONE)).text()));
        assertThrows(Altered.class, () -> Leaf.ofLog(new Leaf("custody/1", List.of(ONE)).text()));
        assertThrows(Altered.class, () -> Leaf.parse(TWO_FIELDS.text()));
    }
}
