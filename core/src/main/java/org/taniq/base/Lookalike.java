package org.taniq.base;

/// Letters of one alphabet that pass for letters of another (after Unicode TR 39, small letters and the
/// small forms of capitals that look alike). A word that mixes alphabets is brought back to the one its
/// other letters need.
final class Lookalike {
    private static final String CYRILLIC = "аеорсухіѕјһԁԛԝкмтвн";
    private static final String AS_LATIN = "aeopcyxisjhdqwkmtbh";
    private static final String GREEK = "οαεινρτυχκημ";
    private static final String GREEK_AS_LATIN = "oaeivptuxknu";
    private static final String LATIN = "aeopcyxkmtbhiunr";
    private static final String AS_CYRILLIC = "аеорсухкмтвниипг";

    private Lookalike() {}

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c > 'z' && c < 0x250 && Character.isLetter(c);
    }

    static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    static void oneAlphabet(Glyphs text, int from, int to) {
        int onlyLatin = 0;
        int onlyCyrillic = 0;
        int balance = 0;
        for (int i = from; i < to; i++) {
            char c = text.at(i);
            onlyLatin += isLatin(c) && LATIN.indexOf(c) < 0 ? 1 : 0;
            onlyCyrillic += isCyrillic(c) && CYRILLIC.indexOf(c) < 0 ? 1 : 0;
            balance += isLatin(c) ? 1 : isCyrillic(c) ? -1 : 0;
        }
        boolean latin = onlyLatin == onlyCyrillic ? balance >= 0 : onlyLatin > onlyCyrillic;
        for (int i = from; i < to; i++) {
            text.set(i, latin ? toLatin(text.at(i)) : toCyrillic(text.at(i)));
        }
    }

    private static char toLatin(char c) {
        return swap(swap(c, CYRILLIC, AS_LATIN), GREEK, GREEK_AS_LATIN);
    }

    private static char toCyrillic(char c) {
        return swap(c, LATIN, AS_CYRILLIC);
    }

    private static char swap(char c, String these, String those) {
        int at = these.indexOf(c);
        return at < 0 ? c : those.charAt(at);
    }
}
