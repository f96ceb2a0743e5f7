package org.taniq.seal;

import java.util.Locale;

/// Characters that nobody sees, or that turn a text round: `index.csv` writes their numbers
/// (docs/format.md, section 10.3, which has the same ranges).
final class Unseen {
    /// First and last of each range, ascending.
    private static final int[] RANGES = {
        0x00, 0x09, 0x0B, 0x1F, 0x7F, 0x9F, 0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5,
        0x180B, 0x180F, 0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0x2800, 0x2800, 0x3164, 0x3164, 0xFDD0, 0xFDEF,
        0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000,
        0xE0FFF
    };

    private Unseen() {}

    static boolean is(int point) {
        if ((point & 0xFFFE) == 0xFFFE) {
            return true; // the last two of each plane are no characters
        }
        for (int i = 0; i < RANGES.length; i += 2) {
            if (point >= RANGES[i] && point <= RANGES[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /// The number of a character as U+ writes it.
    static String digits(int point) {
        return String.format(Locale.ROOT, "%04X", point);
    }
}
