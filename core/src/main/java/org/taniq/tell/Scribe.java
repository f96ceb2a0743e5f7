package org.taniq.tell;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taniq.tell.Atom.Box;
import org.taniq.tell.Atom.End;
import org.taniq.tell.Atom.Letter;
import org.taniq.tell.Atom.Look;
import org.taniq.tell.Atom.Pen;
import org.taniq.tell.DossierPages.Passage;
import org.taniq.tell.DossierPages.Run;

/// Turns text into atoms. Nothing is dropped: control, bidirectional and other invisible characters, and
/// those without a glyph, become a box with their number. Only what belongs to a visible emoji (a variation
/// selector after it, a joiner between two) is left undrawn.
final class Scribe {

    /// More than this of one passage is not printed; what is left out is said. A line end takes as much as
    /// a line.
    private static final int MOST_CHARACTERS = 60_000;
    private static final int LINE_END = 60;

    private static final float WITHHELD_EM = 5.6f;
    private static final int JOINER = 0x200D;

    private final Fonts fonts;
    private final DossierWords words;
    private final ArabicForms arabic = new ArabicForms();

    Scribe(Fonts fonts, DossierWords words) {
        this.fonts = fonts;
        this.words = words;
    }

    List<Atom> atoms(String text, Pen pen) throws IOException {
        return atoms(Passage.of(text), pen);
    }

    List<Atom> atoms(Passage passage, Pen pen) throws IOException {
        List<Atom> atoms = new ArrayList<>();
        var room = new Room();
        long cut = 0;
        for (var run : passage.runs()) {
            switch (run) {
                case Run.Withheld() -> atoms.add(withheld(pen));
                case Run.Shown(var text) -> {
                    int end = room.take(text);
                    write(text.substring(0, end), pen, atoms);
                    cut += text.length() - end;
                }
            }
        }
        if (cut > 0) {
            write("\n" + words.say(Word.TEXT_CUT, cut), pen, atoms);
        }
        return atoms;
    }

    /// What is left of the room for one passage.
    private static final class Room {
        private int left = MOST_CHARACTERS;

        /// How many characters of this text still find room; a pair of surrogates is not torn apart.
        int take(String text) {
            int end = 0;
            while (end < text.length() && left > 0) {
                left -= text.charAt(end) == '\n' ? LINE_END : 1;
                end++;
            }
            boolean torn = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
            return torn ? end - 1 : end;
        }
    }

    /// The same box for whatever was withheld: its width depends on the size of the letters only.
    private Box withheld(Pen pen) throws IOException {
        List<Atom> label = new ArrayList<>();
        write(words.say(Word.WITHHELD_BOX), new Pen(Fonts.Style.REGULAR, pen.size() * 0.72f, 1), label);
        return new Box(Look.WITHHELD, letters(label), WITHHELD_EM * pen.size());
    }

    private void write(String text, Pen pen, List<Atom> atoms) throws IOException {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int[] codes = (ArabicForms.isArabic(composed) ? arabic.join(composed) : composed)
                .codePoints()
                .toArray();
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == '\r' && i + 1 < codes.length && codes[i + 1] == '\n') {
                continue;
            }
            if (codes[i] == '\n' || codes[i] == '\u2028' || codes[i] == '\u2029') {
                atoms.add(new End());
            } else if (!belongsToEmoji(codes, i, pen)) {
                atoms.add(atom(codes[i], pen));
            }
        }
    }

    private Atom atom(int code, Pen pen) throws IOException {
        if (Character.isSpaceChar(code) && code != 0x1680) {
            return new Letter(fonts.glyph(' ', pen.style()).orElseThrow(), ' ', pen);
        }
        var glyph = isUnseen(code) ? Optional.<Fonts.Glyph>empty() : fonts.glyph(code, pen.style());
        return glyph.isPresent() ? new Letter(glyph.get(), code, pen) : number(code, pen);
    }

    private Box number(int code, Pen pen) throws IOException {
        var small = new Pen(Fonts.Style.MONO, pen.size() * 0.74f, 0.2f);
        List<Letter> label = new ArrayList<>();
        for (char c : String.format(Locale.ROOT, "[U+%04X]", code).toCharArray()) {
            label.add(new Letter(fonts.glyph(c, small.style()).orElseThrow(), c, small));
        }
        float width = 0;
        for (var letter : label) {
            width += letter.width();
        }
        return new Box(Look.UNSEEN, label, width + 0.3f * pen.size());
    }

    private static boolean isUnseen(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlank(code);
        };
    }

    /// Fillers, joiners and selectors that draw nothing but are not of the type FORMAT.
    private static boolean isBlank(int code) {
        return code == 0x34F
                || code == 0x115F
                || code == 0x1160
                || code == 0x17B4
                || code == 0x17B5
                || code == 0x2800
                || code == 0x3164
                || code == 0xFFA0
                || code >= 0xFE00 && code <= 0xFE0F
                || code >= 0xE0100 && code <= 0xE01EF;
    }

    private boolean belongsToEmoji(int[] codes, int at, Pen pen) throws IOException {
        if (at == 0) {
            return false;
        }
        if (isSelector(codes[at])) {
            return Character.isEmoji(codes[at - 1]);
        }
        int before = isSelector(codes[at - 1]) && at > 1 ? codes[at - 2] : codes[at - 1];
        return codes[at] == JOINER
                && at + 1 < codes.length
                && isDrawnEmoji(before, pen)
                && isDrawnEmoji(codes[at + 1], pen);
    }

    private static boolean isSelector(int code) {
        return code == 0xFE0F || code == 0xFE0E;
    }

    private boolean isDrawnEmoji(int code, Pen pen) throws IOException {
        if (!Character.isEmoji(code)) {
            return false;
        }
        var glyph = fonts.glyph(code, pen.style());
        return glyph.isPresent() && fonts.isEmoji(glyph.get());
    }

    private static List<Letter> letters(List<Atom> atoms) {
        List<Letter> letters = new ArrayList<>();
        for (var atom : atoms) {
            if (atom instanceof Letter letter) {
                letters.add(letter);
            }
        }
        return letters;
    }
}
