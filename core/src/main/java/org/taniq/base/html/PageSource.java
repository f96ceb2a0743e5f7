package org.taniq.base.html;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.jsoup.nodes.Range;

/// The characters of a page and where each stood in its bytes. Pictures inside of it in base64 are left out: no words
/// are in them, and they are most of what a page weighs that was saved as one file. Left out is only what stands where
/// a page has its pictures and never its words ([PictureSource]); texts in base64 are left in.
final class PageSource {
    /// Characters; the parser takes up to twenty times as many bytes.
    static final int MOST = 4 << 20;

    /// Of `<`: each may be an element, and may make twelve more.
    static final int MOST_TAGS = 1 << 18;

    private static final int STEP = 64;
    private static final int SMALLEST_PICTURE = 1024;
    private static final byte[] PICTURE = {'b', 'a', 's', 'e', '6', '4', ','};

    private final byte[] bytes;
    private final Charset charset;
    private final StringBuilder text = new StringBuilder();
    private final CharBuffer few = CharBuffer.allocate(STEP);
    /// At which character and which byte each step begins.
    private int[] characters = new int[STEP];
    private int[] places = new int[STEP];

    private final PictureSource pictures;
    private int steps;
    private int tags;
    private int readTo;

    private PageSource(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
        this.pictures = new PictureSource(bytes);
    }

    static PageSource of(byte[] bytes, Charset charset) {
        var source = new PageSource(bytes, charset);
        int from = PageCharset.mark(bytes, charset);
        boolean more = true;
        while (more && from < bytes.length) {
            int to = source.picture(from);
            more = source.decode(from, to);
            from = source.behindPicture(to);
        }
        if (more) {
            source.readTo = bytes.length;
        }
        return source;
    }

    /// Where the next picture begins.
    private int picture(int from) {
        for (int i = from; i + SMALLEST_PICTURE < bytes.length; i++) {
            pictures.pass(i);
            if (bytes[i] == PICTURE[0] && isPicture(i)) {
                return i + PICTURE.length;
            }
        }
        return bytes.length;
    }

    private boolean isPicture(int at) {
        int from = at + PICTURE.length;
        return Arrays.equals(bytes, at, from, PICTURE, 0, PICTURE.length)
                && behindPicture(from) - from >= SMALLEST_PICTURE
                && pictures.isAt(at);
    }

    private int behindPicture(int from) {
        int to = from;
        while (to < bytes.length && isBase64(bytes[to])) {
            to++;
        }
        return to;
    }

    private static boolean isBase64(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '+' || b == '/' || b == '=';
    }

    /// @return whether there is room for more
    private boolean decode(int from, int to) {
        var decoder = decoder();
        var in = ByteBuffer.wrap(bytes, from, to - from);
        while (in.hasRemaining()) {
            step(text.length(), in.position());
            few.clear();
            decoder.decode(in, few, true);
            few.flip();
            if (!fits()) {
                return false;
            }
            text.append(few);
            readTo = in.position();
        }
        return true;
    }

    private boolean fits() {
        for (int i = 0; i < few.length(); i++) {
            tags += few.charAt(i) == '<' ? 1 : 0;
        }
        return tags <= MOST_TAGS && text.length() + few.length() <= MOST;
    }

    private CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    private void step(int character, int place) {
        if (steps == characters.length) {
            characters = Arrays.copyOf(characters, 2 * steps);
            places = Arrays.copyOf(places, 2 * steps);
        }
        characters[steps] = character;
        places[steps] = place;
        steps++;
    }

    String text() {
        return text.toString();
    }

    boolean isWhole() {
        return readTo == bytes.length;
    }

    int readTo() {
        return readTo;
    }

    String charset() {
        return charset.name();
    }

    HtmlPage.Stretch stretch(Range range) {
        return range.isTracked() ? stretch(range.startPos(), range.endPos()) : new HtmlPage.Stretch(0, 0);
    }

    HtmlPage.Stretch stretch(int from, int to) {
        int first = at(from);
        return new HtmlPage.Stretch(first, Math.max(first, at(to)));
    }

    /// The byte with which a character begins.
    private int at(int character) {
        if (character >= text.length() || steps == 0) {
            return readTo;
        }
        int found = Arrays.binarySearch(characters, 0, steps, character);
        int step = found >= 0 ? found : -found - 2;
        if (characters[step] == character) {
            return places[step];
        }
        var in = ByteBuffer.wrap(bytes, places[step], bytes.length - places[step]);
        decoder().decode(in, CharBuffer.allocate(character - characters[step]), true);
        return in.position();
    }
}
