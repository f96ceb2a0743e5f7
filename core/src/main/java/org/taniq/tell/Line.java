package org.taniq.tell;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.taniq.tell.Atom.Box;
import org.taniq.tell.Atom.End;
import org.taniq.tell.Atom.Letter;

/// One set line: its atoms from left to right as they are seen, its width, and from which side it is read.
/// Lines are never justified: where a word stands follows from what is before it in its line, and from
/// nothing else.
record Line(List<Atom> atoms, float width, Side side) {

    /// The side on which a line begins.
    enum Side {
        LEFT,
        RIGHT
    }

    /// Breaks a text into lines no wider than `width`: after spaces, hyphens and slashes, or anywhere in a
    /// word that is wider than a whole line.
    static List<Line> set(List<Atom> atoms, float width) throws IOException {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= atoms.size(); i++) {
            if (i == atoms.size() || atoms.get(i) instanceof End) {
                setParagraph(atoms.subList(from, i), width, lines);
                from = i + 1;
            }
        }
        return lines;
    }

    private static void setParagraph(List<Atom> atoms, float width, List<Line> lines) throws IOException {
        var levels = Levels.of(atoms);
        int start = 0;
        int open = 0;
        float x = 0;
        for (int i = 0; i < atoms.size(); i++) {
            x += atoms.get(i).width();
            if (x > width && i > start && !hangs(atoms.get(i))) {
                int end = open > start ? open : i;
                lines.add(levels.line(start, end));
                start = end;
                x = sum(atoms, start, i + 1);
            }
            if (opens(atoms.get(i))) {
                open = i + 1;
            }
        }
        lines.add(levels.line(start, atoms.size()));
    }

    private static float sum(List<Atom> atoms, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += atoms.get(i).width();
        }
        return sum;
    }

    /// Whether an atom may stand beyond the edge: a space is not seen, a mark sits on its letter.
    private static boolean hangs(Atom atom) {
        return atom instanceof Letter letter && (letter.isSpace() || letter.isCombining());
    }

    private static boolean opens(Atom atom) {
        return atom instanceof Letter letter
                && (letter.isSpace() || letter.codePoint() == '-' || letter.codePoint() == '/');
    }

    /// The reading directions of one paragraph.
    @SuppressWarnings("ArrayRecordComponent") // lives for one line and is given to nobody
    private record Levels(List<Atom> atoms, byte[] levels, Side side) {

        static Levels of(List<Atom> atoms) {
            var text = new StringBuilder();
            for (var atom : atoms) {
                text.append(stand(atom));
            }
            char[] chars = text.toString().toCharArray();
            if (!Bidi.requiresBidi(chars, 0, chars.length)) {
                return new Levels(atoms, new byte[0], Side.LEFT);
            }
            var bidi = new Bidi(text.toString(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            var levels = new byte[atoms.size()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) bidi.getLevelAt(i);
            }
            return new Levels(atoms, levels, bidi.baseIsLeftToRight() ? Side.LEFT : Side.RIGHT);
        }

        /// One UTF-16 unit for each atom. Beyond the first plane the JDK's directions are those of neutral
        /// symbols.
        private static char stand(Atom atom) {
            return switch (atom) {
                case Letter letter ->
                    Character.isBmpCodePoint(letter.codePoint()) ? (char) letter.codePoint() : '\uFFFC';
                case Box _, End _ -> '\uFFFC';
            };
        }

        Line line(int from, int to) throws IOException {
            int end = to;
            while (end > from && atoms.get(end - 1) instanceof Letter letter && letter.isSpace()) {
                end--;
            }
            var seen = new ArrayList<>(atoms.subList(from, end));
            if (levels.length > 0) {
                reorder(seen, from);
            }
            return new Line(seen, sum(seen, 0, seen.size()), side);
        }

        private void reorder(List<Atom> seen, int from) throws IOException {
            var order = new Object[seen.size()];
            for (int i = 0; i < order.length; i++) {
                boolean turns = levels[from + i] % 2 == 1;
                order[i] = turns && seen.get(i) instanceof Letter letter ? letter.turned() : seen.get(i);
            }
            Bidi.reorderVisually(levels, from, order, 0, order.length);
            for (int i = 0; i < order.length; i++) {
                seen.set(i, (Atom) order[i]);
            }
        }
    }
}
