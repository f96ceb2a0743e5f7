package org.taniq.read.meta;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.taniq.base.json.Rewind;

/// Meta writes each value on a line of its own, which begins with so many spaces for each array or object around it,
/// and
/// no string holds an end of a line: nobody can type such a line into a message.
///
/// @param step spaces for each; 0 where the file is not written so
record Indents(int step) {
    private static final int LOOKED_AT = 1 << 16;
    private static final int MOST = 16;

    /// As most of the first lines are written.
    ///
    /// @param bytes at the beginning, where they are again afterwards
    static Indents of(Rewind bytes) throws IOException {
        var steps = new HashMap<Integer, Integer>();
        int before = 0;
        int here = 0;
        boolean isIndent = true;
        int next = bytes.read();
        for (int n = 0; n < LOOKED_AT && next >= 0; n++, next = bytes.read()) {
            if (next == '\n') {
                here = 0;
                isIndent = true;
            } else if (isIndent && isSpace(next)) {
                here++;
            } else if (isIndent && next != '\r') {
                isIndent = false;
                steps.merge(Math.abs(here - before), 1, Integer::sum);
                before = here;
            }
        }
        bytes.back(0);
        return new Indents(most(steps));
    }

    private static int most(Map<Integer, Integer> steps) {
        return steps.entrySet().stream()
                .filter(step -> step.getKey() > 0 && step.getKey() <= MOST)
                .max((one, other) -> Integer.compare(one.getValue(), other.getValue()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    static boolean isSpace(int letter) {
        return letter == ' ' || letter == '\t';
    }

    /// How many arrays and objects are around a line that begins with so many spaces; below 0 where it is not written
    /// so.
    int levels(int spaces) {
        return step > 0 && spaces % step == 0 ? spaces / step : -1;
    }
}
