package org.taniq.assess;

import java.util.List;
import java.util.OptionalLong;
import org.taniq.base.Lang;

/// A frame of words: atoms in order, each followed by a gap of at most so many other words. A gap does not
/// reach over the end of a sentence. `key` is the atom that is looked for first, the one that is likely the
/// rarest.
///
/// A frame is at most [#REACH] words long, so trying it at a place costs a bounded number of steps.
record Pattern(Lang lang, List<Integer> atoms, List<Integer> gaps, int key, Negation negation) {
    static final int REACH = 60;

    /// Whether a word that negates, inside the frame or just before it, takes the meaning away.
    enum Negation {
        UNDOES,
        BELONGS
    }

    int keyAtom() {
        return atoms.get(key);
    }

    /// The first and last token of the nearest match around the key at `at`, packed as [#first] and [#last]
    /// unpack it.
    OptionalLong match(Tokens tokens, int at) {
        int last = reach(tokens, at, 1);
        int first = reach(tokens, at, -1);
        return first < 0 || last < 0 ? OptionalLong.empty() : OptionalLong.of((long) first << 32 | last);
    }

    static int first(long match) {
        return (int) (match >>> 32);
    }

    static int last(long match) {
        return (int) match;
    }

    /// Where the frame ends in a direction; -1 if it does not match. Places are bits: bit n is n words
    /// away.
    private int reach(Tokens tokens, int at, int direction) {
        long places = 1;
        int end = direction > 0 ? atoms.size() - 1 : 0;
        for (int i = key; i != end && places != 0; i += direction) {
            int gap = gaps.get(direction > 0 ? i : i - 1);
            places = next(tokens, at, direction, places, gap, atoms.get(i + direction));
        }
        return places == 0 ? -1 : at + direction * Long.numberOfTrailingZeros(places);
    }

    private static long next(Tokens tokens, int at, int direction, long places, int gap, int atom) {
        long found = 0;
        for (long left = places; left != 0; left &= left - 1) {
            found |= from(tokens, at, direction, Long.numberOfTrailingZeros(left), gap, atom);
        }
        return found;
    }

    private static long from(Tokens tokens, int at, int direction, int place, int gap, int atom) {
        long found = 0;
        int furthest = Math.min(REACH, place + 1 + gap);
        for (int step = place + 1; step <= furthest; step++) {
            int token = at + direction * step;
            if (token < 0 || token >= tokens.count()) {
                break;
            }
            boolean sentenceEnds = tokens.opensSentence(direction > 0 ? token : token + 1);
            if (sentenceEnds && gap > 0) {
                break;
            }
            if (tokens.has(token, atom)) {
                found |= 1L << step;
            }
        }
        return found;
    }
}
