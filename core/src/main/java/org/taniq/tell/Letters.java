package org.taniq.tell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.taniq.base.Text;

/// The letters and digits of a text alone, made comparable, each with its place in the text: where a name
/// stands in it, however it is written. The letter ə is written e by some and a by others, so both count
/// the same, and so do letters that Arabic, Persian and Urdu keyboards have in forms of their own.
final class Letters {
    /// A shorter name is found by chance in neighbouring words, so over a gap it must begin where a word
    /// begins: əli is not in "bal idi", and is in "ə li".
    static final int NOT_BY_CHANCE = 5;

    private static final Set<Character.UnicodeScript> MANY = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.BOPOMOFO,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    /// A letter, then the one it counts as: ye, kaf, he and alef.
    private static final String SAME =
            "ea" + "\u0649\u064A" + "\u06CC\u064A" + "\u06D2\u064A" + "\u06A9\u0643" + "\u06AA\u0643" + "\u0629\u0647"
                    + "\u06BE\u0647" + "\u06C1\u0647" + "\u06C3\u0647" + "\u06D5\u0647" + "\u0671\u0627";
    /// Written by some and left out by others.
    private static final int HAMZA = 0x0621;

    private final Text text;
    private final String letters;
    private final int[] places;

    private Letters(Text text, String letters, int[] places) {
        this.text = text;
        this.letters = letters;
        this.places = places;
    }

    static Letters of(String original) {
        return of(Text.loose(original));
    }

    /// The same with nothing guessed: of an id each letter counts.
    static Letters asWritten(String original) {
        return of(Text.fold(original));
    }

    private static Letters of(Text text) {
        String folded = text.folded();
        var letters = new StringBuilder(folded.length());
        var places = new int[folded.length()];
        for (int at = 0; at < folded.length(); ) {
            int point = folded.codePointAt(at);
            int next = at + Character.charCount(point);
            if (counts(point)) {
                for (int i = at; i < next; i++) {
                    places[letters.length()] = i;
                    letters.append(same(folded.charAt(i)));
                }
            }
            at = next;
        }
        return new Letters(text, letters.toString(), places);
    }

    /// Letters and numbers of any kind (Unicode's categories L and N).
    private static boolean counts(int point) {
        return point != HAMZA && isLetterOrNumber(point);
    }

    private static boolean isLetterOrNumber(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.LETTER_NUMBER
                || Character.getType(point) == Character.OTHER_NUMBER;
    }

    private static char same(char c) {
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        int at = SAME.indexOf(c);
        return at >= 0 && at % 2 == 0 ? SAME.charAt(at + 1) : c;
    }

    /// Whether a name is of a script whose letters are so many that two are enough, and that writes words
    /// without spaces or with endings.
    static boolean areMany(String name) {
        return name.codePoints().allMatch(point -> MANY.contains(Character.UnicodeScript.of(point)));
    }

    /// A part of the original text, in UTF-16 units, half open.
    record Span(int from, int to) {}

    String alone() {
        return letters;
    }

    boolean hold(String name) {
        return next(name, 0) >= 0;
    }

    /// Whether a word begins with a name.
    boolean holdAtWord(String name) {
        int at = letters.indexOf(name);
        while (at >= 0 && !beginsWord(places[at])) {
            at = letters.indexOf(name, at + 1);
        }
        return at >= 0;
    }

    /// Everywhere that a name stands, also where one overlaps another.
    List<Span> spans(String name) {
        var spans = new ArrayList<Span>();
        for (int at = next(name, 0); at >= 0; at = next(name, at + 1)) {
            int last = places[at + name.length() - 1];
            spans.add(new Span(text.start(places[at]), text.end(last)));
        }
        return spans;
    }

    /// Whether it stands there other than within a longer number or word.
    boolean holdAlone(String id) {
        int at = letters.indexOf(id);
        while (at >= 0 && !isAlone(places[at], places[at + id.length() - 1], id)) {
            at = letters.indexOf(id, at + 1);
        }
        return at >= 0;
    }

    /// Everywhere that it stands so; an ending may follow letters, and no digit digits.
    List<Span> spansAlone(String id) {
        var spans = new ArrayList<Span>();
        for (int at = letters.indexOf(id); at >= 0; at = letters.indexOf(id, at + 1)) {
            int last = places[at + id.length() - 1];
            if (isAlone(places[at], last, id)) {
                spans.add(new Span(text.start(places[at]), text.end(last)));
            }
        }
        return spans;
    }

    private boolean isAlone(int first, int last, String id) {
        String folded = text.folded();
        boolean begins = first == 0
                || (Character.isDigit(id.charAt(0))
                        ? !Character.isDigit(folded.charAt(first - 1))
                        : !isOfWord(folded.codePointBefore(first)));
        boolean digitBehind = last + 1 < folded.length() && Character.isDigit(folded.charAt(last + 1));
        return begins && !(digitBehind && Character.isDigit(id.charAt(id.length() - 1)));
    }

    private int next(String name, int from) {
        int at = letters.indexOf(name, from);
        while (at >= 0 && !isMeant(at, name.length())) {
            at = letters.indexOf(name, at + 1);
        }
        return at;
    }

    private boolean isMeant(int at, int length) {
        return length >= NOT_BY_CHANCE || beginsWord(places[at]) || !isParted(places[at], places[at + length - 1]);
    }

    private boolean beginsWord(int at) {
        return at == 0 || !isOfWord(text.folded().codePointBefore(at));
    }

    /// Whether something stands in between that ends a word.
    private boolean isParted(int first, int last) {
        return text.folded().substring(first, last).codePoints().anyMatch(point -> !counts(point) && !isOfWord(point));
    }

    /// A letter, or a mark that belongs to the letter before it.
    private static boolean isOfWord(int point) {
        return Character.isLetter(point)
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
