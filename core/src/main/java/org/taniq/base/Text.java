package org.taniq.base;

/// A text made comparable, in a copy that knows its way back to the original.
///
/// Two levels. [#fold] is light and meant for search: compatibility forms (NFKC), case as Azerbaijani and
/// Turkish write it (IŞIQ is ışıq), diacritics (ə is e, ı is i, ş is s, ё is е), zero-width and
/// bidirectional controls. [#loose] also undoes what people do to slip past a filter: l e t t e r s a p a r
/// t, letters of another alphabet that look alike, digits inside words, stretched letters; a masked letter
/// (`f*ck`, `d@mn`) becomes [#MASK].
///
/// Offsets are UTF-16 units of the original, half open:
/// `original.substring(text.start(i), text.end(j - 1))` is what `text.folded().substring(i, j)` was made
/// of. Starts and ends never decrease. Both levels take linear time.
public final class Text {

    /// Stands in [#loose] text for a letter that the author hid.
    public static final char MASK = '*';

    private final String folded;
    private final int[] starts;
    private final int[] ends;

    private Text(Glyphs glyphs) {
        this.folded = glyphs.string();
        this.starts = glyphs.starts();
        this.ends = glyphs.ends();
    }

    /// Case, diacritics, compatibility forms and invisible characters levelled; nothing guessed.
    /// Idempotent.
    public static Text fold(String original) {
        return new Text(Fold.light(original));
    }

    /// As [#fold], then what hides a word is undone. It guesses, so it is for matching, never for showing.
    public static Text loose(String original) {
        return new Text(Loosen.all(Fold.light(original)));
    }

    /// The text with every control, bidirectional and other invisible character spelled out, as `‹U+202E›`,
    /// so that text from evidence cannot move the cursor, hide a name or fake a line. Joined emoji stay
    /// whole.
    public static String visible(String original) {
        return Visible.of(original);
    }

    /// The text with U+FFFD for each half of a surrogate pair: half of one is no character, and nothing that holds one
    /// can be sealed.
    public static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return withoutHalves(text);
            }
        }
        return text;
    }

    private static String withoutHalves(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /// The levelled text.
    public String folded() {
        return folded;
    }

    /// Where in the original the character at `i` of [#folded] begins.
    public int start(int i) {
        return starts[i];
    }

    /// Where in the original the character at `i` of [#folded] ends.
    public int end(int i) {
        return ends[i];
    }
}
