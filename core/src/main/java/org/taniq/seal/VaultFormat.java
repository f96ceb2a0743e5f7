package org.taniq.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a folder says that it is: whether values may have been erased or logs lie in it that were begun under
/// an earlier key of the case, and whether readings of `reading/2` may.
enum VaultFormat {
    /// As it is made.
    NEW(1, 0),
    /// The same, where values may have been erased.
    WITH_ERASED(2, 0),
    /// The same, where logs lie that were begun under an earlier key of the case.
    WITH_NEW_KEY(3, 0),
    /// As 1, with readings of `reading/2`.
    PLACED(1, 1),
    /// As 2, with them.
    PLACED_WITH_ERASED(2, 1),
    /// As 3, with them.
    PLACED_WITH_NEW_KEY(3, 1);

    private static final int OF_FIRST_READINGS = 3;

    private final int first;
    private final int readings;

    VaultFormat(int first, int readings) {
        this.first = first;
        this.readings = readings;
    }

    private String mark() {
        return "{\"format\":" + (first + OF_FIRST_READINGS * readings) + "}\n";
    }

    byte[] bytes() {
        return mark().getBytes(StandardCharsets.US_ASCII);
    }

    /// The one that this mark says; nothing where it is another's or none.
    static Optional<VaultFormat> of(byte[] mark) {
        return of(new String(mark, StandardCharsets.UTF_8));
    }

    static Optional<VaultFormat> of(String mark) {
        return Arrays.stream(values())
                .filter(format -> format.mark().equals(mark))
                .findFirst();
    }

    /// Whether its rules are those of the other one, and perhaps more.
    boolean includes(VaultFormat other) {
        return first >= other.first && readings >= other.readings;
    }

    /// The lowest that includes both.
    VaultFormat with(VaultFormat other) {
        return Arrays.stream(values())
                .filter(format -> format.includes(this) && format.includes(other))
                .findFirst()
                .orElseThrow();
    }
}
