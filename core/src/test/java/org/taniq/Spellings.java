package org.taniq;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.taniq.base.Text;

/// The ways in which a name could be written: small, capital, without the letters of Azerbaijani, in
/// Cyrillic; and in text, with anything but letters in between.
record Spellings(Set<String> written, Set<String> folded) {
    private static final List<String> CYRILLIC = List.of(
            "a", "а", "b", "б", "c", "дж", "ç", "ч", "d", "д", "e", "е", "ə", "э", "f", "ф", "g", "г", "ğ", "г", "h",
            "х", "x", "х", "ı", "ы", "i", "и", "j", "ж", "k", "к", "q", "г", "l", "л", "m", "м", "n", "н", "o", "о",
            "ö", "ё", "p", "п", "r", "р", "s", "с", "ş", "ш", "t", "т", "u", "у", "ü", "ю", "v", "в", "y", "й", "z",
            "з");

    Spellings {
        written = Set.copyOf(written);
        folded = Set.copyOf(folded);
    }

    static Spellings of(String name) {
        var written = new TreeSet<String>();
        var turkish = Locale.of("az");
        String small = name.toLowerCase(turkish);
        for (var form : List.of(name, small, plain(small, "e"), plain(small, "a"), cyrillic(small))) {
            written.add(form);
            written.add(form.toLowerCase(Locale.ROOT));
            written.add(form.toUpperCase(Locale.ROOT));
            written.add(form.toUpperCase(turkish));
            written.add(form.substring(0, 1).toUpperCase(turkish) + form.substring(1));
        }
        return new Spellings(written, new TreeSet<>(List.of(letters(name), letters(cyrillic(small)))));
    }

    /// Without its dots and tails, ə as some write it.
    private static String plain(String small, String schwa) {
        return Text.fold(small.replace("ə", schwa)).folded();
    }

    private static String cyrillic(String small) {
        var out = new StringBuilder();
        for (var letter : small.split("")) {
            int at = CYRILLIC.indexOf(letter);
            out.append(at >= 0 && at % 2 == 0 ? CYRILLIC.get(at + 1) : letter);
        }
        return out.toString();
    }

    static String letters(String text) {
        return Text.loose(text).folded().replaceAll("[^\\p{L}\\p{N}]", "").replace('e', 'a');
    }

    /// Mostly letters that somebody could read.
    static boolean isText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long strange = text.chars()
                .filter(c -> c == 0xFFFD || c < ' ' && c != '\n' && c != '\r' && c != '\t')
                .count();
        return strange * 20 <= text.length();
    }

    /// As bytes, by their first two: what does not begin so is passed over at once.
    Map<Integer, List<byte[]>> bytes(List<Charset> charsets, int shortest) {
        return charsets.stream()
                .flatMap(charset -> written.stream().map(form -> form.getBytes(charset)))
                .filter(form -> form.length >= shortest)
                .collect(Collectors.groupingBy(form -> two(form, 0)));
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    static boolean stand(byte[] bytes, Map<Integer, List<byte[]>> forms) {
        var begins = new BitSet(1 << 16);
        forms.keySet().forEach(begins::set);
        for (int at = 0; at + 2 <= bytes.length; at++) {
            if (begins.get(two(bytes, at)) && standsAt(bytes, at, forms.getOrDefault(two(bytes, at), List.of()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAt(byte[] bytes, int at, List<byte[]> forms) {
        return forms.stream()
                .anyMatch(form -> at + form.length <= bytes.length
                        && Arrays.equals(bytes, at, at + form.length, form, 0, form.length));
    }

    static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (all[at] == part[0] && Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}
