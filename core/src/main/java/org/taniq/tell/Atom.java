package org.taniq.tell;

import java.io.IOException;
import java.util.List;

/// The smallest thing that a line is made of. Widths are in points.
sealed interface Atom {

    float width();

    /// Pairs of brackets, each beside its mirror image.
    String BRACKETS = "()[]{}<>«»‹›";

    /// A letter.
    record Letter(Fonts.Glyph glyph, int codePoint, Pen pen) implements Atom {
        @Override
        public float width() {
            return glyph.width() * pen.size();
        }

        boolean isSpace() {
            return Character.isSpaceChar(codePoint);
        }

        /// The letter as it is seen in text that runs from right to left: brackets turn round.
        Letter turned() throws IOException {
            int at = BRACKETS.indexOf(codePoint);
            if (at < 0) {
                return this;
            }
            int other = BRACKETS.charAt(at ^ 1);
            var face = glyph.face();
            int id = face.glyph(other);
            face.use(other);
            return id == 0 ? this : new Letter(new Fonts.Glyph(face, id, face.width(id)), other, pen);
        }

        boolean isCombining() {
            int type = Character.getType(codePoint);
            return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        }
    }

    /// A box with a label: words that were withheld, or a character that cannot be seen.
    record Box(Look look, List<Letter> label, float width) implements Atom {
        public Box {
            label = List.copyOf(label);
        }
    }

    /// The end of a line in the text itself.
    record End() implements Atom {
        @Override
        public float width() {
            return 0;
        }
    }

    /// What a box stands for.
    enum Look {
        WITHHELD,
        UNSEEN
    }

    /// How text is drawn: style, size in points, and grey from 0 (black) to 1 (white).
    record Pen(Fonts.Style style, float size, float grey) {}
}
